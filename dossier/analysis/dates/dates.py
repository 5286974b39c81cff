"""Dates and periods in a text, resolved against the day it was published.

Methods: expressions are read by a grammar over word classes (``expressions``), what is no date is sorted out
(``doubts``), the nearest verb says whether a date without a year lies ahead (``tense``), and the calendar
does the rest (``resolving``). A bare weekday in news is the nearest in the past unless the tense is future.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dossier.analysis.dates import calendar_spans as spans
from dossier.analysis.dates.calendar_spans import Stretch
from dossier.analysis.dates.expressions import expressions
from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.meaning import Meant, Setting
from dossier.analysis.dates.ranges import meant_range, ranges
from dossier.analysis.dates.resolving import TENSED, meant
from dossier.analysis.dates.tense import OPEN, Tenses
from dossier.analysis.dates.tokens import Row, row_of
from dossier.analysis.language import lists

_NEAR = 300
"""Code points back to the date that "the day before" is counted from: about two sentences."""

_COMPARED = 7
"""Tokens before "a year earlier" among which the word that compares stands."""


class FoundDate(NamedTuple):
    """A date expression: its code points, what it means, and why the program thinks so.

    ``value`` is written as ISO 8601 (``2026-02-12``, ``2025-09``, ``2025-W07``, intervals with a slash) or, where that
    has no form, as TIMEX3 does (``2026-Q1``, ``199X``); empty where the words leave the date open. ``low`` and ``high``
    are the first and last ISO day it can mean, ``certain`` is False when something was assumed.
    """

    start: int
    end: int
    value: str
    low: str
    high: str
    certain: bool
    why: str


def find_dates(text: str, published: str = "", start: int = 0, end: int | None = None) -> list[FoundDate]:
    """The dates of ``text[start:end]`` in order; offsets are code points of ``text``.

    ``published`` is an ISO day, month or year, or empty: then what depends on it stays open.
    """
    row = row_of(text, start, len(text) if end is None else end)
    reader = _Reader(row, published)
    for first, last in ranges(row, expressions(row)):
        if last is None or not reader.take(first, last):
            reader.take(first)
            if last is not None:
                reader.take(last)
    return reader.found


class _Reader:
    """Reads one text: what was dated last is what "the day before" is counted from."""

    def __init__(self, row: Row, published: str) -> None:
        self.row, self.published = row, published
        self.days = _publication(published)
        self._tenses = Tenses(row)
        self.found: list[FoundDate] = []
        self._before: tuple[int, Stretch] | None = None
        """The last token of what was dated last, and its days."""

    def take(self, first: Expression, last: Expression | None = None) -> bool:
        """Adds the date, or the range; whether it is one."""
        row = self.row
        start, end = row.starts[first.begin], row.end((last or first).end - 1)
        near = self._before[1] if self._before is not None and start - row.end(self._before[0]) <= _NEAR else None
        together = self._before is None or self._hangs_on(*self._before, first)
        tense = self._tenses.direction(first.begin, (last or first).end) if first.kind in TENSED else OPEN
        read = _agreed(first, last, [Setting(day, self.published, tense, near, together) for day in self.days])
        if read is None:
            return False
        stretch = read.stretch
        if stretch is None:
            self.found.append(FoundDate(start, end, "", "", "", False, read.why))
        else:
            low, high = stretch.low.isoformat(), stretch.high.isoformat()
            self.found.append(FoundDate(start, end, stretch.value, low, high, read.certain, read.why))
            self._before = (last or first).end - 1, stretch
        return True

    def _hangs_on(self, last: int, stretch: Stretch, found: Expression) -> bool:
        """Whether "a year earlier" may be counted from what was dated last, at this token: not from a day that another
        sentence tells of, where figures are compared."""
        apart = self.row.sentence_ends(last + 1, found.begin) and self._is_compared(found)
        return stretch.is_piece or not apart

    def _is_compared(self, found: Expression) -> bool:
        """Whether a figure of then is compared with one of now: "up from $10 million a year earlier"."""
        row, figured = self.row, False
        for at in range(found.begin - 1, max(found.begin - _COMPARED, 0) - 1, -1):
            if row.sentence_ends(at, at + 1):
                return False
            figured |= row.lows[at][0].isdigit()
            if figured and row.lows[at] in lists.words("comparing"):
                return True
        return False


def _agreed(first: Expression, last: Expression | None, settings: list[Setting]) -> Meant | None:
    """What holds for the first and for the last day on which the text may have been published."""
    reads = [meant(first, setting) if last is None else meant_range(first, last, setting) for setting in settings]
    read = reads[0]
    if read is None or len(reads) == 1:
        return read
    other = reads[-1]
    same = other is not None and read.stretch == other.stretch
    return read if same else Meant(None, False, "the day of publication is not known")


def _publication(published: str) -> list[date | None]:
    """The first and last day a text can have been published on; one entry when that is one day, or unknown."""
    parts = published[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            return [date(*numbers)]
        whole = spans.year(numbers[0]) if len(numbers) == 1 else spans.month(numbers[0], numbers[1])
    except (ValueError, OverflowError):
        return [None]
    return [whole.low, whole.high]
