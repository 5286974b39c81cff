"""What is highlighted in one article just now, line by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.claim import Agreement
from dossier.session import marks as bits
from dossier.session.hits import Span
from dossier.session.marks import Marks

NOTED = "*"
"""Stands beside the line in which a person noted something."""

POINTER = "▸"
"""Stands beside the line in which the passage one has landed on begins."""

_NAMED = bits.ENTITY | bits.ENTITY_FOCUS


@dataclass
class Highlights:
    """The lasting marks of a source, and what changes as one reads.

    ``focus`` are the focused claim's passages, ``differs`` their words that other sources say differently,
    ``entity`` the id of the selected entity, ``hits`` those of the last search in order, ``spot`` the mention or hit
    the reader has landed on, ``selection`` what the mouse has selected.
    """

    marks: Marks
    focus: tuple[Span, ...] = ()
    differs: tuple[Span, ...] = ()
    entity: str = ""
    hits: Sequence[Span] = ()
    spot: Span | None = None
    selection: Span | None = None

    def __post_init__(self) -> None:
        self.select(self.entity)

    def select(self, entity: str) -> None:
        """Highlight the mentions of this entity."""
        self.entity = entity
        names = self.marks.entities
        self._number = names.index(entity) if entity in names else -1

    def line(self, start: int, end: int) -> tuple[str, str, list[tuple[int, int, int]]]:
        """The three cells beside the line [start, end), their role, and its pieces.

        A piece is (start, end, sum of the bits): the line is cut wherever the set of highlights changes.
        """
        marks = self.marks
        found: list[tuple[int, int, int]] = []
        spans = marks.claims
        claims = spans.meeting(start, end)
        for i in claims:
            found.append((spans.starts[i], spans.ends[i], spans.marks[i]))
        spans = marks.blocks
        for i in spans.meeting(start, end):
            found.append((spans.starts[i], spans.ends[i], spans.marks[i]))
        spans, chosen = marks.mentions, self._number
        for i in spans.meeting(start, end):
            found.append((spans.starts[i], spans.ends[i], _NAMED if spans.numbers[i] == chosen else bits.ENTITY))
        self._passing(start, end, found)
        symbol, role = self._gutter(start, end, claims) if claims else ("   ", "")
        if len(marks.notes) and any(marks.notes.starts[i] >= start for i in marks.notes.meeting(start, end)):
            symbol, role = (symbol if symbol[0] == POINTER else f"{NOTED}{symbol[1:]}"), role or "gutter"
        return symbol, role, _cut(start, end, found) if found else [(start, end, 0)]

    def _passing(self, start: int, end: int, found: list[tuple[int, int, int]]) -> None:
        """Add what is highlighted only just now."""
        for spans, bit in ((self.focus, bits.FOCUS), (self.differs, bits.DIFFERS)):
            for a, b in spans:
                if a < end and b > start:
                    found.append((a, b, bit))
        if self.hits:
            low = bisect_left(self.hits, (start, 0))
            low -= bool(low and self.hits[low - 1][1] > start)
            found += [(a, b, bits.HIT) for a, b in self.hits[low : bisect_right(self.hits, (end, 0))]]
        if self.spot is not None and self.spot[0] < end and self.spot[1] > start:
            found.append((*self.spot, bits.SPOT))
        if self.selection is not None and self.selection[0] < end and self.selection[1] > start:
            found.append((*self.selection, bits.SELECTED))

    def _gutter(self, start: int, end: int, found: list[int]) -> tuple[str, str]:
        """What the sources make of the claim that begins in the line, a bar where one goes on, the focus."""
        spans = self.marks.claims
        focused = any(a < end and b > start for a, b in self.focus)
        begun = [i for i in found if spans.starts[i] >= start]
        own = [i for i in begun if (spans.starts[i], spans.ends[i]) in self.focus]
        sign = "▎"
        if begun:
            statuses = [self.marks.evidence[spans.numbers[i]][0].status for i in own or begun]
            sign = next((s for s in statuses if s is Agreement.CONFLICTING), statuses[0]).symbol
        told = any(self.marks.evidence[spans.numbers[i]][1].decided for i in own or begun or found)
        pointer = POINTER if own else " " if told or not begun else "~"
        return pointer + sign + " ", "gutter.focus" if focused else "gutter" if told else "muted"


def _cut(start: int, end: int, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """[start, end) in pieces that each have one set of highlights."""
    edges = {start, end}
    for first, last, _ in found:
        if first > start:
            edges.add(first)
        if last < end:
            edges.add(last)
    cuts = sorted(edges)
    pieces, a = [], start
    for b in cuts[1:]:
        mask = 0
        for first, last, bit in found:
            if first <= a and last >= b:
                mask |= bit
        pieces.append((a, b, mask))
        a = b
    return pieces
