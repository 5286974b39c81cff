"""All sources of a large folder as the catalogue knew them last, packed: they are had as quickly as one."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import compress, crc32

from dossier.ingest.found import FoundFile
from dossier.model.problem import Problem, Severity
from dossier.model.source import Source
from dossier.store.listed import FIELD, ROW, Row

PackedListing = tuple[str, bytes, bytes, int]
"""The head as JSON, ids, rows, and a checksum of both."""


class Listing(NamedTuple):
    """The sources of a folder in order, before a person's word about them.

    ``stamp`` is that of the files, see :func:`dossier.store.watching.files_stamp`; ``folders`` says when each had
    last changed, ``texts`` tells one set of texts from another, ``unreadable`` are the indices of sources that could
    not be read, ``problems`` what was wrong with the folder. ``rows`` is one text of all the rows, compressed so that
    it passes from one process to the other at once.
    """

    stamp: str
    folders: Mapping[str, int]
    problems: tuple[Problem, ...]
    texts: str
    unreadable: tuple[int, ...]
    ids: list[str]
    rows: bytes


def listing_of(
    root: Path,
    stamp: str,
    folders: Mapping[str, int],
    problems: Sequence[Problem],
    sources: Sequence[tuple[FoundFile, Source]],
    texts: str,
) -> Listing | None:
    """The listing of files and what was read from them, in order; ``None`` where a path has control characters."""
    rows = ROW.join(FIELD.join(_row_of(root, found, source)) for found, source in sources)
    if rows.count(ROW) != len(sources) - 1 or rows.count(FIELD) != len(sources) * (len(Row._fields) - 1):
        return None
    return Listing(
        stamp,
        folders,
        tuple(problems),
        texts,
        tuple(n for n, (_, source) in enumerate(sources) if source.problem),
        [source.id for _, source in sources],
        compress(rows.encode("utf-8", "surrogatepass")),
    )


def _row_of(root: Path, found: FoundFile, source: Source) -> Row:
    path = os.path.relpath(found.path, root).replace(os.sep, "/")
    place = found.file, "" if path == found.file else path
    state = str(found.size), str(found.modified), str(source.length), source.digest
    return Row(*place, *state, source.opening, source.problem, *source.metadata)


def pack_listing(listing: Listing) -> PackedListing:
    """The listing as the catalogue keeps it."""
    head = {
        "stamp": listing.stamp,
        "folders": dict(listing.folders),
        "problems": [list(problem) for problem in listing.problems],
        "texts": listing.texts,
        "unreadable": list(listing.unreadable),
    }
    ids = ROW.join(listing.ids).encode("utf-8", "surrogatepass")
    packed = json.dumps(head)
    return packed, ids, listing.rows, _checksum(packed, ids, listing.rows)


def unpack_listing(packed: PackedListing) -> Listing:
    """The reverse; raises :class:`ValueError`, :class:`KeyError` or :class:`TypeError` for what is damaged."""
    head, ids, rows, checksum = packed
    if _checksum(head, ids, rows) != checksum:
        raise ValueError("the listing is damaged")
    told = json.loads(head)
    return Listing(
        told["stamp"],
        told["folders"],
        tuple(_problem(*values) for values in told["problems"]),
        told["texts"],
        tuple(told["unreadable"]),
        ids.decode("utf-8", "surrogatepass").split(ROW),
        rows,
    )


def _problem(*values: object) -> Problem:
    problem = Problem(*values)  # type: ignore[arg-type]
    return problem._replace(severity=Severity(problem.severity))


def _checksum(head: str, ids: bytes, rows: bytes) -> int:
    return crc32(rows, crc32(ids, crc32(head.encode())))
