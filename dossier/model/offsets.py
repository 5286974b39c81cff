"""Maps of offsets between two versions of one text."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads from offsets of a derived text back to offsets of the text it was made from.

    Both are code points. The map is piecewise: from ``derived[i]`` on, up to the next piece, offset ``d`` stands
    for ``original[i] + (d - derived[i])``, but never past the start of the next piece's original. Both
    arrays rise, ``derived`` strictly. An empty map is the identity.
    """

    derived: array[int] = field(default_factory=lambda: array("I"))
    original: array[int] = field(default_factory=lambda: array("I"))

    def back(self, offset: int) -> int:
        """The offset in the original text that ``offset`` in the derived text came from."""
        if not self.derived:
            return offset
        piece = bisect_right(self.derived, offset) - 1
        if piece < 0:
            return offset
        found = self.original[piece] + offset - self.derived[piece]
        if piece + 1 < len(self.original):
            return min(found, self.original[piece + 1])
        return found

    def forth(self, offset: int) -> int:
        """The first offset in the derived text that comes from ``offset`` or later in the original."""
        if not self.derived:
            return offset
        piece = bisect_right(self.original, offset) - 1
        if piece < 0:
            return 0
        at = bisect_left(self.original, self.original[piece])
        found = self.derived[piece] + offset - self.original[piece]
        if piece + 1 < len(self.derived):
            return min(found, self.derived[piece + 1])
        return max(found, self.derived[at])
