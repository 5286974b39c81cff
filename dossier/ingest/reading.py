"""From a file, or the bytes of one, to a source and its reading."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from hashlib import sha256

from dossier.ingest.blocks import SEPARATOR, assemble, spans
from dossier.ingest.found import FoundFile
from dossier.ingest.kinds import kinds
from dossier.ingest.metadata import metadata
from dossier.ingest.readers import reader_for
from dossier.model.blocks import Blocks
from dossier.model.errors import UnreadableError
from dossier.model.source import Block, BlockKind, Reading, Source

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest file that is read; a text of that size is no article."""

OPENING = 60
"""Code points of a source's first words, cut at a word."""


def read_bytes(data: bytes, file: str, id: str) -> tuple[Source, Reading]:
    """The source and its reading from the bytes of ``file``, by the format its name tells, else as plain text.

    Raises :class:`UnreadableError` when the bytes are no text.
    """
    reader = reader_for(file) or reader_for("file.txt")
    assert reader is not None
    try:
        draft = reader.read(data)
    except UnreadableError as error:
        raise UnreadableError(f"{file}: {error}; only text can be read") from None
    texts, paragraphs, origins = assemble(draft)
    found = kinds(texts, paragraphs, titled=bool(draft.metadata.title))
    blocks = Blocks.of(Block(kind, *span) for kind, span in zip(found, spans(texts), strict=True))
    text = SEPARATOR.join(texts)
    source = Source(
        id=id,
        file=file,
        metadata=metadata(texts, found, draft.metadata, file),
        length=len(text),
        digest=sha256(data).hexdigest(),
        opening=_opening(texts, found),
    )
    return source, Reading(text, blocks, origins)


def read_file(found: FoundFile, id: str) -> tuple[Source, Reading]:
    """The source and its reading from a file; raises :class:`UnreadableError` saying why it cannot be read."""
    try:
        status = os.stat(found.path)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError(f"{found.file}: is a folder, not a file; name a file in it")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(f"{found.file}: is not a regular file; copy its contents into one")
        if status.st_size > LARGEST:
            limit = LARGEST // (1024 * 1024)
            raise UnreadableError(f"{found.file}: is larger than {limit} MB; split it into smaller files")
        with open(found.path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise UnreadableError(f"{found.file}: the file is gone; restore it or reload the folder") from None
    except PermissionError:
        raise UnreadableError(f"{found.file}: no permission to read it; change its permissions") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(f"{found.file}: cannot be read ({reason}); check the disk and the path") from None
    return read_bytes(data, found.file, id)


def _opening(texts: Sequence[str], found: Sequence[BlockKind]) -> str:
    """The first words of the first body block, or of the first block that says anything."""
    body = (text for text, kind in zip(texts, found, strict=True) if kind is BlockKind.BODY)
    other = (text for text, kind in zip(texts, found, strict=True) if kind is not BlockKind.BOILERPLATE)
    text = next(body, None) or next(other, "")
    if len(text) <= OPENING:
        return text
    cut = text[: OPENING + 1].rpartition(" ")[0] or text[:OPENING]
    return cut.rstrip(" ,;:–—-")
