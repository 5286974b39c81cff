"""When two statements say that something is: on one day, or on days that lie apart.

Only days that both write down are set against each other, one of each: of two days nobody knows which is meant. A
weekday counts where both reports are dated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from dossier.analysis.dates.dates import find_dates
from dossier.analysis.language.lists import table, words
from dossier.analysis.language.stems import terms
from dossier.model.claim import Agreement, Evidence

_FEWEST, _MOSTLY = 3, 0.75
"""Words besides the day that two statements must share, and the share of those of the shorter one, to say the same."""

_LONGEST = 1_000
"""Code points of a statement that are looked at."""

_KEPT = 1 << 13
"""Statements whose day is kept: each is held beside many others."""


class DaysApart(NamedTuple):
    """Two statements by number that say the same of days apart, what that is, and in words."""

    a: int
    b: int
    state: Agreement
    words: str


def of_other_days(one: str, other: str) -> bool:
    """Whether two statements tell of days apart, with their years, and say other things of them."""
    if _say_the_same(one, other):
        return False
    here, there = _day(one, ""), _day(other, "")
    return here is not None and there is not None and bool(here.low and there.low) and _apart(here, there)


def days_apart(evidence: Sequence[Evidence], most: int) -> Iterator[DaysApart]:
    """The pieces that say the same of days apart, of those that count and are suggested; the first ``most`` of them.

    What is still to come by two reports of different days has been moved.
    """
    told = [(n, one) for n, one in enumerate(evidence) if one.counts and not one.decided and len(one.dates) == 1][:most]
    for (a, one), (b, other) in combinations(told, 2):
        if (one.dates == other.dates and one.dates[0].low) or _of_other_figures(one, other):
            continue
        ours, theirs = one.selector.exact, other.selector.exact
        days = _days(ours, one.reported, theirs, other.reported)
        if days is not None and _apart(*days) and _sure(*days) and _say_the_same(ours, theirs):
            first, last = sorted((one.reported, other.reported))
            was, became = days if one.reported == first else days[::-1]
            if "" < first < last < was.low:
                yield DaysApart(a, b, Agreement.UPDATED, f"{was.written} became {became.written}")
            else:
                yield DaysApart(a, b, Agreement.CONFLICTING, f"{days[0].written} differs from {days[1].written}")


def _of_other_figures(one: Evidence, other: Evidence) -> bool:
    """Whether both give figures, and none in common: 61 died by Thursday, 74 by Friday."""
    here, there = ({(figure.value, figure.unit) for figure in piece.quantities} for piece in (one, other))
    return bool(here and there) and here.isdisjoint(there)


class _Day(NamedTuple):
    """A date as it is written, and its first and last day (ISO); empty where they are not known."""

    written: str
    low: str
    high: str
    in_full: bool


def _days(one: str, reported: str, other: str, also_reported: str) -> tuple[_Day, _Day] | None:
    """The days of two statements; of a source without a date, the nearest to that of the other."""
    here, there = _day(one, reported), _day(other, also_reported)
    if here is None or there is None:
        return None
    if not (here.low and there.low):
        ours, theirs = reported or there.low or _ANY_DAY, also_reported or here.low or _ANY_DAY
        here, there = _day(one, ours) or here, _day(other, theirs) or there
    return (here, there) if here.low and there.low else None


_YEAR = 4
"""Digits of a year."""

_ANY_DAY = "2000-07-01"
"""The day of publication of two sources whose own is not known: days of one year are compared, whichever it is."""


def _apart(one: _Day, other: _Day) -> bool:
    return one.high < other.low or other.high < one.low


def _sure(one: _Day, other: _Day) -> bool:
    """Whether both are written with their years, or so near that it does not matter which year was meant."""
    days = abs((date.fromisoformat(one.low) - date.fromisoformat(other.low)).days)
    return days <= _SEASON or (one.in_full and other.in_full)


_SEASON = 100
"""Days within which a date that is written without its year is set against another."""


@lru_cache(_KEPT)
def _day(text: str, published: str) -> _Day | None:
    """The only date of a statement, if it is written with its month or its year; or with its weekday, in a source that
    is dated itself."""
    found = find_dates(text[:_LONGEST], published)
    if len(found) != 1:
        return None
    (day,) = found
    written = text[day.start : day.end]
    in_full = bool(day.low) and day.low[:_YEAR] in written
    held = {word.strip(".,") for word in written.lower().split()}
    told = not table("months").keys().isdisjoint(held) or bool(
        published and not table("weekdays").keys().isdisjoint(held)
    )
    return _Day(written, day.low, day.high, in_full) if in_full or told else None


def _say_the_same(one: str, other: str) -> bool:
    """Whether the words besides days and numbers are mostly the same."""
    here, there = _besides(one), _besides(other)
    shared = len(here & there)
    return shared >= _FEWEST and shared >= _MOSTLY * min(len(here), len(there))


@lru_cache(_KEPT)
def _besides(text: str) -> frozenset[str]:
    return frozenset(term for term in terms(text[:_LONGEST]) if term[0].isalpha()) - _of_the_calendar()


@cache
def _of_the_calendar() -> frozenset[str]:
    return terms(" ".join((*words("calendar_words"), *table("months"))))
