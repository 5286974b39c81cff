"""Line starts of a whole document for a given width, at the speed of the regular-expression engine.

Paragraphs of characters one cell wide are wrapped by one expression over long stretches of text. Those that hold wide,
combining or joined characters (Unicode UAX #11, #29) are wrapped word by word with Rich's own table of widths, so that
a line is never wider on the screen than it was counted here.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

WINDOW = 10_000
"""Code points before and after the reading position that are wrapped at once in a long text."""
WINDOWS_KEPT = 6
"""Stretches whose lines are kept: going to and fro between distant places wraps nothing anew."""
EAGER = 300_000
"""Texts up to this many code points are wrapped whole."""

NARROW = r"\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u0620-\u064a"
NARROW += r"\u1e00-\u200a\u2010-\u2027\u202f-\u205e\u2070-\u20cf\u2400-\u2426\ufffd"
_NO_START = frozenset("、。，．：；？！）」』】〉》〕］｝”’…")
_WORD = re.compile(r"[^ \u3000]+[ \u3000]*|[ \u3000]+")


@lru_cache(1)
def _odd() -> re.Pattern[str]:
    """A character that is not one cell wide, or may not be."""
    return re.compile(f"[^{NARROW}]")


@lru_cache(8)
def _plain(width: int) -> re.Pattern[str]:
    """As much as fits and ends at a blank or a paragraph's end; else a word cut at the width; else an empty line."""
    return re.compile(rf"[^\n]{{1,{width}}}(?:\n|[ ]+\n?|\Z)|[^\n]{{{width}}}\n?|\n")


def wrap(text: str, width: int, start: int = 0, stop: int | None = None) -> array[int]:
    """The starts of the lines of ``text[start:stop]``, then ``stop`` itself.

    ``width`` is in cells. Line ``i`` is ``text[starts[i]:starts[i + 1]]`` without its blanks at the end. ``start``
    must be the start of a line and ``stop`` the end of one, or the end of the text.
    """
    stop = len(text) if stop is None else stop
    width = max(2, width)
    starts = array("I", [start])
    for first, last, odd in _stretches(text, start, stop):
        if odd:
            starts.extend(_odd_ends(text, width, first, last))
        else:
            starts.extend([m.end() for m in _plain(width).finditer(text, first, last)])
    return starts


def _stretches(text: str, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
    """Whole paragraphs at a time: (start, end, whether any character is not one cell wide)."""
    if text.isascii() and "\t" not in text:
        yield start, stop, False
        return
    at = start
    while at < stop:
        found = _odd().search(text, at, stop)
        if found is None:
            yield at, stop, False
            return
        first = text.rfind("\n", at, found.start()) + 1 or at
        last = text.find("\n", found.start(), stop) + 1 or stop
        if first > at:
            yield at, first, False
        yield first, last, True
        at = last


def _odd_ends(text: str, width: int, start: int, stop: int) -> Iterator[int]:
    """Line ends of one paragraph with any characters; the last one is ``stop``."""
    used = 0
    line = start
    end = stop - 1 if text[stop - 1] == "\n" else stop
    for word in _WORD.finditer(text, start, end):
        a, b = word.span()
        cells = cell_len(text[a:b].rstrip(" \u3000"))
        if used and used + cells > width:
            if line < a:
                yield a
            line, used = a, 0
        if cells <= width:
            used += cell_len(text[a:b])
            continue
        for at, size in _clusters(text, a, b):
            if used + size > width and line < at:
                yield at
                line, used = at, 0
            used += size
    yield stop


def _clusters(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a word wider than the line may be cut: (start, cells) of each group of characters that stays together.

    Closing punctuation stays with what it closes, four cells of it at most.
    """
    for at in range(start, stop, 4096):
        begin, held = at, 0
        for a, b, cells in split_graphemes(text[at : min(stop, at + 4096)])[0]:
            if held and not (text[at + a : at + b] in _NO_START and held + cells <= 6):
                yield begin, held
                begin, held = at + a, 0
            held += cells
        if held:
            yield begin, held


class Wrapped:
    """The lines of a text at one width: all of them or, of a long text, those near the reading position.

    Nothing else ever needs to be known: the lines elsewhere are made when one goes there. ``starts`` has one entry
    more than there are lines.
    """

    def __init__(self, text: str, width: int, anchor: int) -> None:
        self.text, self.width = text, width
        self.complete = len(text) <= EAGER
        self.starts = wrap(text, width) if self.complete else array("I")
        self._windows: list[array[int]] = []
        self.reach(anchor)

    @property
    def count(self) -> int:
        """How many lines are known."""
        return len(self.starts) - 1

    def line_of(self, offset: int) -> int:
        """The line that holds a code point."""
        return max(0, min(bisect_right(self.starts, offset) - 1, self.count - 1))

    def covers(self, offset: int) -> bool:
        """Whether lines are known around a code point."""
        return self.complete or (len(self.starts) > 1 and self.starts[0] <= offset < self.starts[-1])

    def reach(self, offset: int) -> bool:
        """Wrap around ``offset`` at once, if it is not yet; true when the lines have changed."""
        if self.covers(offset):
            return False
        known = next((starts for starts in self._windows if starts[0] <= offset < starts[-1]), None)
        self.starts = self._wrapped(offset) if known is None else known
        self._windows = [self.starts, *(one for one in self._windows if one is not known)][:WINDOWS_KEPT]
        return True

    def _wrapped(self, offset: int) -> array[int]:
        """The lines around ``offset``."""
        text = self.text
        offset = min(offset, len(text))
        start = text.rfind("\n", 0, max(0, offset - WINDOW)) + 1
        if offset - start > 3 * WINDOW:
            start = text.rfind(" ", 0, offset - WINDOW) + 1
            start = start if offset - start <= 3 * WINDOW else offset - WINDOW
        stop = text.find("\n", offset + WINDOW) + 1 or len(text)
        if stop - offset > 3 * WINDOW:
            space = text.find(" ", offset + WINDOW, offset + 3 * WINDOW)
            stop = space + 1 or offset + WINDOW
        return wrap(text, self.width, start, stop)
