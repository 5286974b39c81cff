"""Many mentions in one source, in a tenth of the room that as many objects take."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from dossier.model.entity import Mention


class Mentions(Sequence[Mention]):
    """Mentions in order of their start, each made when it is asked for; equal to any sequence of the same ones.

    ``entities`` are the ids that are named, ``which`` the index among them of each mention.
    """

    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self, source: str, entities: Sequence[str], which: array[int], starts: array[int], ends: array[int]
    ) -> None:
        """Raises :class:`ValueError` when the arrays are not of one length, or lead to no entity."""
        if not len(which) == len(starts) == len(ends) or max(which, default=-1) >= len(entities):
            raise ValueError("the mentions are damaged")
        self._source = source
        self._entities = entities
        self._which, self._starts, self._ends = which, starts, ends

    @classmethod
    def of(cls, source: str, mentions: Iterable[Mention]) -> Mentions:
        """Pack mentions that come in order of their start."""
        index: dict[str, int] = {}
        which, starts, ends = array("I"), array("I"), array("I")
        for mention in mentions:
            which.append(index.setdefault(mention.entity, len(index)))
            starts.append(mention.start)
            ends.append(mention.end)
        return cls(source, list(index), which, starts, ends)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Mention]:
        source, entities = self._source, self._entities
        for which, start, end in zip(self._which, self._starts, self._ends, strict=True):
            yield Mention(entities[which], source, start, end)

    @overload
    def __getitem__(self, at: int) -> Mention: ...

    @overload
    def __getitem__(self, at: slice) -> list[Mention]: ...

    def __getitem__(self, at: int | slice) -> Mention | list[Mention]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return Mention(self._entities[self._which[at]], self._source, self._starts[at], self._ends[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)
