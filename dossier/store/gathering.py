"""Getting the sources of a dossier: all at once where they are few, through the catalogue where they are many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dossier.ingest.found import FoundFile
from dossier.ingest.reading import read_file
from dossier.model.errors import UnreadableError
from dossier.model.problem import Problem
from dossier.model.source import Reading, Source

if TYPE_CHECKING:
    from dossier.store.catalogue import Catalogue, Row

SMALL_FILES = 64
"""Up to so many files are read at once, without a catalogue; as many new ones are read when a large dossier opens."""

SMALL_BYTES = 2 * 1024 * 1024
"""And only up to so many bytes of them."""


@dataclass(slots=True)
class Gathered:
    """The sources in the order of the files, what was read of them, and what could not be.

    ``catalogue`` is ``None`` for a small dossier; ``pending`` counts files that are known but not read.
    """

    sources: list[Source] = field(default_factory=list)
    readings: dict[str, Reading] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    catalogue: Catalogue | None = None
    pending: int = 0


def is_small(files: Sequence[FoundFile]) -> bool:
    """Whether the dossier is read at once, without a catalogue."""
    return len(files) <= SMALL_FILES and sum(found.size for found in files) <= SMALL_BYTES


def read_all(files: Sequence[FoundFile], ids: Mapping[str, str]) -> Gathered:
    """Reads every file."""
    gathered = Gathered()
    for found in files:
        source, reading = read_or_problem(found, ids[found.file])
        gathered.sources.append(source)
        if reading is not None:
            gathered.readings[source.id] = reading
    gathered.problems += unreadable(gathered.sources)
    return gathered


def read_known(
    files: Sequence[FoundFile], ids: Mapping[str, str], first: frozenset[str], catalogue: Catalogue
) -> Gathered:
    """Takes what is unchanged from the catalogue and reads some of the rest, files in ``first`` before others."""
    from dossier.store.catalogue import source_of

    known = catalogue.known()
    gathered = Gathered(catalogue=catalogue)
    new, failed = _unknown(files, known)
    new.sort(key=lambda found: found.file not in first)
    read = {found.file: (found, *read_or_problem(found, ids[found.file])) for found in _affordable([*new, *failed])}
    if read:
        catalogue.keep(read.values())
    for found in files:
        fresh = read.get(found.file)
        if fresh is not None:
            source = fresh[1]
        elif found.file in known and known[found.file][:2] == (found.size, found.modified):
            source = source_of(known[found.file][2], ids[found.file])
        else:
            source = Source(ids[found.file], found.file)
            gathered.pending += 1
        gathered.sources.append(source)
    if catalogue.problem is not None:
        gathered.problems.append(catalogue.problem)
    gathered.problems += unreadable(gathered.sources)
    return gathered


def pending_files(files: Sequence[FoundFile], known: Mapping[str, tuple[int, int, Row]]) -> list[FoundFile]:
    """The files that the catalogue does not know as they are now."""
    return _unknown(files, known)[0]


def read_or_problem(found: FoundFile, id: str) -> tuple[Source, Reading | None]:
    """The source and its reading, or a source that says why it has none."""
    try:
        return read_file(found, id)
    except UnreadableError as error:
        return Source(id, found.file, problem=str(error)), None


def _unknown(
    files: Sequence[FoundFile], known: Mapping[str, tuple[int, int, Row]]
) -> tuple[list[FoundFile], list[FoundFile]]:
    """Files that are new or changed, and files that could not be read last time: permissions leave no trace."""
    new: list[FoundFile] = []
    failed: list[FoundFile] = []
    for found in files:
        row = known.get(found.file)
        if row is None or row[0] != found.size or row[1] != found.modified:
            new.append(found)
        elif row[2][6]:
            failed.append(found)
    return new, failed


def _affordable(files: Sequence[FoundFile]) -> list[FoundFile]:
    """As many as can be read while a person waits."""
    chosen: list[FoundFile] = []
    left = SMALL_BYTES
    for found in files:
        if len(chosen) == SMALL_FILES or left <= 0:
            break
        chosen.append(found)
        left -= found.size
    return chosen


def unreadable(sources: Iterable[Source]) -> list[Problem]:
    """A problem for each source that cannot be read."""
    problems: list[Problem] = []
    for source in sources:
        if source.problem:
            message, _, advice = source.problem.removeprefix(f"{source.file}: ").rpartition("; ")
            problems.append(Problem(message or advice, advice if message else "", file=source.file, source=source.id))
    return problems
