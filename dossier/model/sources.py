"""The sources of a dossier: by number, and by id."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from dossier.model.source import Source


class Sources(Sequence[Source]):
    """Sources that are made when they are first asked for, so that having ten thousand costs next to nothing.

    ``ids``, in which there is no white space, are known from the beginning, in order.
    """

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = ids
        self._made: dict[int, Source] = {}

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: the ids as one text, which is several times as quick."""
        return self.__dict__ | {"ids": " ".join(self.ids)}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self.ids = str(state["ids"]).split()

    @abstractmethod
    def make(self, at: int) -> Source:
        """The source at this index, which is one."""

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Source: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Source, ...]: ...

    def __getitem__(self, at: int | slice) -> Source | tuple[Source, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self.ids))))
        at = range(len(self.ids))[at]
        made = self._made.get(at)
        if made is None:
            made = self._made[at] = self.make(at)
        return made


class SourcesById(Mapping[str, Source]):
    """The same sources by their ids; ``numbers`` are those on the screen, from 1."""

    def __init__(self, sources: Sequence[Source], numbers: Mapping[str, int]) -> None:
        self._sources = sources
        self._numbers = numbers

    def __getitem__(self, id: str) -> Source:
        return self._sources[self._numbers[id] - 1]

    def __contains__(self, id: object) -> bool:
        return id in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def ids_of(sources: Sequence[Source]) -> Sequence[str]:
    """The ids in order, without making what has not been made."""
    return sources.ids if isinstance(sources, Sources) else [source.id for source in sources]


def numbers_of(sources: Sequence[Source]) -> dict[str, int]:
    """The number of each source on the screen, from 1, by id."""
    return {id: n for n, id in enumerate(ids_of(sources), 1)}
