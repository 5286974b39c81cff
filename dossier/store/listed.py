"""The sources of a listing, made when they are asked for.

This module is imported before the first screen is painted: it imports next to nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.model.source import Metadata, Source
from dossier.model.sources import Sources, numbers_of
from dossier.store.told import SourceEntry, merged

if TYPE_CHECKING:
    from dossier.ingest.found import FoundFile

FIELD, ROW = "\0", "\x1e"
"""What parts the fields of a row, and rows. Neither can stand in them: documents are cleaned of control characters."""


class Row(NamedTuple):
    """One source; ``path`` is relative to the folder, empty where it is the same as ``file``."""

    file: str
    path: str
    size: str
    modified: str
    length: str
    digest: str
    opening: str
    problem: str
    title: str
    publisher: str
    author: str
    published: str
    url: str
    language: str


class ListedFiles:
    """The rows of a listing, taken apart when the first is asked for."""

    def __init__(self, folder: Path, rows: bytes) -> None:
        self._folder = os.fspath(folder)
        self._rows = rows
        self._parted: list[str] = []

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: one piece instead of thousands."""
        return self.__dict__ | {"_parted": []}

    def names(self) -> list[str]:
        """The files in order, relative to the folder."""
        return [row[: row.index(FIELD)] for row in self._all()]

    def source(self, at: int, id: str) -> Source:
        """The source at an index, as its text tells it."""
        row = self._row(at)
        about = Metadata(row.title, row.publisher, row.author, row.published, row.url, row.language)
        length = int(row.length)
        return Source(id, row.file, about, length, row.digest, opening=row.opening, problem=row.problem)

    def found(self, at: int) -> FoundFile:
        """The file at an index, as it was."""
        from dossier.ingest.found import FoundFile

        row = self._row(at)
        path = os.path.join(self._folder, row.path or row.file)
        return FoundFile(row.file, path, int(row.size), int(row.modified))

    def unchanged(self, at: int) -> bool:
        """Whether the file at an index is still as it was, by its size and time."""
        found = self.found(at)
        try:
            status = os.stat(found.path)
        except (OSError, ValueError):
            return False
        return (status.st_size, status.st_mtime_ns) == (found.size, found.modified)

    def _row(self, at: int) -> Row:
        return Row(*self._all()[at].split(FIELD))

    def _all(self) -> list[str]:
        if not self._parted:
            from zlib import decompress

            self._parted = decompress(self._rows).decode("utf-8", "surrogatepass").split(ROW)
        return self._parted


class ListedSources(Sources):
    """The sources of a listing with what dossier.yaml says about them, made when they are asked for."""

    def __init__(self, ids: Sequence[str], files: ListedFiles, told: Mapping[str, SourceEntry]) -> None:
        super().__init__(ids)
        self._files = files
        self._told = told

    def make(self, at: int) -> Source:
        """The source at this index."""
        source = self._files.source(at, self.ids[at])
        return merged(source, self._told.get(source.file))


class ListedPaths(Mapping[str, str]):
    """What opens each source of a listing, by id."""

    def __init__(self, sources: ListedSources, files: ListedFiles) -> None:
        self._sources = sources
        self._files = files

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return numbers_of(self._sources)

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: the numbers are made anew more quickly than they are sent."""
        return {name: value for name, value in self.__dict__.items() if name != "_numbers"}

    def __getitem__(self, id: str) -> str:
        return self._files.found(self._numbers[id] - 1).path

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
