"""The blocks of one reading, in a tenth of the room that as many objects take."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from dossier.model.source import Block, BlockKind

KINDS = tuple(BlockKind)
"""A kind is kept as its index here."""
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


class Blocks(Sequence[Block]):
    """Blocks in order, each made when it is asked for; equal to any sequence of the same ones."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, kinds: bytes, starts: array[int], ends: array[int]) -> None:
        """Raises :class:`ValueError` when they are not of one length, or there is no such kind."""
        if not len(kinds) == len(starts) == len(ends) or max(kinds, default=0) >= len(KINDS):
            raise ValueError("the blocks are damaged")
        self.kinds, self.starts, self.ends = kinds, starts, ends

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Blocks:
        """The same blocks."""
        kinds, starts, ends = bytearray(), array("I"), array("I")
        for kind, start, end in blocks:
            kinds.append(_NUMBER[kind])
            starts.append(start)
            ends.append(end)
        return cls(bytes(kinds), starts, ends)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Block]:
        for kind, start, end in zip(self.kinds, self.starts, self.ends, strict=True):
            yield Block(KINDS[kind], start, end)

    @overload
    def __getitem__(self, at: int) -> Block: ...

    @overload
    def __getitem__(self, at: slice) -> list[Block]: ...

    def __getitem__(self, at: int | slice) -> Block | list[Block]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return Block(KINDS[self.kinds[at]], self.starts[at], self.ends[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)
