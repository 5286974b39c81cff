"""The paragraphs of plain text: one to a line, or lines wrapped at a column put together again.

A line end is a wrap when the next line's first word would not have fitted any more. Where most line ends inside
the text are of that kind, and the sentences run on across them, the file was wrapped at a column; then exactly
those line ends are joined. Verse, lists and short lines end before the column, so they stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.ingest.draft import Paragraph
from dossier.ingest.shapes import is_item

NARROWEST, WIDEST = 30, 160
"""Columns between which people and programs wrap prose; beyond them a line is a paragraph of its own."""

SLACK = 0.9
"""Share of the column a line must have reached, its next word included, for its end to count as a wrap."""

_LINE = re.compile(r"\S[^\n]*")
_MARKER = 8  # code points of a line that can hold the bullet or number of a list item
_EAST_ASIAN = "\u2e80"  # from here on scripts that do not part words


class Line(NamedTuple):
    """A line with words on it: code points ``start`` to ``end`` without the white space around.

    ``indent`` is in code points; ``gap`` counts the blank lines before it.
    """

    start: int
    end: int
    indent: int
    gap: int

    @property
    def width(self) -> int:
        """Code points from the margin to the last character."""
        return self.end - self.start + self.indent


def lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank."""
    before = 0
    for found in _LINE.finditer(text):
        start, end = found.span()
        if text[end - 1].isspace():
            end = start + len(found[0].rstrip())
        breaks = text.count("\n", before, start)
        margin = text.rfind("\n", before, start) + 1 or before
        yield Line(start, end, start - margin, max(0, breaks - 1) if before else breaks)
        before = end


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of plain ``text`` in order."""
    rows = list(lines(text))
    column = _column(text, rows)
    return list(_joined(text, rows, column))


def _joined(text: str, rows: Sequence[Line], column: int) -> Iterator[Paragraph]:
    if not rows:
        return
    first = last = rows[0]
    for row in rows[1:]:
        if not (column and _goes_on(text, first, last, row, column)):
            yield Paragraph(first.start, last.end, first.gap)
            first = row
        last = row
    yield Paragraph(first.start, last.end, first.gap)


def _goes_on(text: str, first: Line, last: Line, row: Line, column: int) -> bool:
    if row.gap or not _wraps(text, last, row, column) or is_item(text[row.start : row.start + _MARKER]):
        return False
    return row.indent <= last.indent or is_item(text[first.start : first.start + _MARKER])


def _column(text: str, rows: Sequence[Line]) -> int:
    """The column at which ``text`` was wrapped, 0 when it was not."""
    inner = [(row, after) for row, after in pairwise(rows) if not after.gap]
    if len(inner) < 3:
        return 0
    widths = sorted(row.width for row, _ in inner)
    column = widths[len(widths) * 9 // 10]
    if not NARROWEST <= column <= WIDEST:
        return 0
    long = [(row, after) for row, after in inner if row.width * 2 >= column]  # short lines speak for nothing
    wraps = [after for row, after in long if _wraps(text, row, after, column)]
    if len(wraps) < 3 or len(wraps) * 10 < len(long) * 6:
        return 0
    cased = [text[row.start] for row in wraps if text[row.start].lower() != text[row.start].upper()]
    return column if sum(map(str.islower, cased)) * 10 >= len(cased) * 4 else 0


def _wraps(text: str, row: Line, after: Line, column: int) -> bool:
    """Whether the first word of ``after`` would not have fitted on ``row``."""
    if row.width > column * 1.25:
        return False
    if text[after.start] >= _EAST_ASIAN:
        word = 1
    else:
        space = text.find(" ", after.start, min(after.end, after.start + 20))
        word = (space if space >= 0 else min(after.end, after.start + 20)) - after.start
    return row.width + 1 + word > column * SLACK
