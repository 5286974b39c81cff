"""Which passages of a person's decisions have the words of another passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from dossier.model.claim import Claim, Evidence

SAME_WORDS = 0.5
"""Share of the shorter of two passages that must lie in the other for them to be the same statement."""


class SameWords:
    """Passages of claims, looked up by where they stand; those that were not found in their source are left out."""

    def __init__(self, passages: Iterable[tuple[Claim, Evidence]]) -> None:
        by_source: dict[str, list[tuple[int, int, str]]] = {}
        for claim, piece in passages:
            if piece.start >= 0:
                by_source.setdefault(piece.source, []).append((piece.start, piece.end, claim.id))
        self._sources = {source: _Source(sorted(placed)) for source, placed in by_source.items()}

    def claims(self, piece: Evidence) -> list[str]:
        """The ids of the claims that have these words, in the order of their passages."""
        source = self._sources.get(piece.source)
        found: list[str] = []
        for start, end, id in source.meeting(piece.start, piece.end) if source is not None else ():
            shared = min(end, piece.end) - max(start, piece.start)
            if shared > 0 and shared >= SAME_WORDS * min(end - start, piece.end - piece.start):
                found.append(id)
        return found


class _Source:
    """The passages in one source, in order of their start."""

    def __init__(self, placed: Sequence[tuple[int, int, str]]) -> None:
        self._placed = placed
        self._reach = list(accumulate((end for _, end, _ in placed), max))

    def meeting(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """The (start, end, id of the claim) of all that may share a code point with [start, end)."""
        return self._placed[bisect_right(self._reach, start) : bisect_left(self._placed, (end, 0, ""))]
