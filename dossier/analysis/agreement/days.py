"""When two statements say that something is: on one day, or on days that lie apart.

Only days that both write down are set against each other, one of each: a weekday is counted from the day of a report,
and of two days nobody knows which is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from dossier.analysis.language.lists import table, words
from dossier.analysis.language.stems import terms
from dossier.model.claim import Agreement, Evidence
from dossier.model.dated import Dated

_FEWEST, _MOSTLY = 3, 0.75
"""Words besides the day that two statements must share, and the share of those of the shorter one, to say the same."""

_LONGEST = 1_000
"""Code points of a statement that are looked at."""

_KEPT = 1 << 15
"""Statements whose day is kept: each is held beside many others."""


class DaysApart(NamedTuple):
    """Two statements by number that say the same of days apart, with the day of each in the order they were told."""

    a: int
    b: int
    earlier: Dated
    later: Dated
    state: Agreement

    @property
    def words(self) -> str:
        """How they differ."""
        became = "became" if self.state is Agreement.UPDATED else "differs from"
        return f"{self.earlier.value} {became} {self.later.value}"


def of_other_days(one: str, dates: Sequence[Dated], other: str, other_dates: Sequence[Dated]) -> bool:
    """Whether two statements, with the dates in them, are of days apart and say other things of them."""
    here, there = _day(one, tuple(dates)), _day(other, tuple(other_dates))
    if here is None or there is None or not (_in_full(one, here) and _in_full(other, there)):
        return False
    return _apart(here, there) and not _say_the_same(one, other)


def days_apart(evidence: Sequence[Evidence], most: int) -> Iterator[DaysApart]:
    """The pieces that say the same of days apart, of those that count and are suggested; the first ``most`` of them.

    What is still to come by two reports, and later by the later of them, has been put off.
    """
    days = ((number, piece, _day(piece.selector.exact, piece.dates)) for number, piece in enumerate(evidence))
    told = [(number, piece, day) for number, piece, day in days if day is not None and piece.counts][:most]
    for (a, one, here), (b, other, there) in combinations(told, 2):
        ours, theirs = one.selector.exact, other.selector.exact
        sure = _near(here, there) or (_in_full(ours, here) and _in_full(theirs, there))
        if sure and _apart(here, there) and _say_the_same(ours, theirs):
            earlier, later = (here, there) if one.reported <= other.reported else (there, here)
            put_off = earlier.low > max(one.reported, other.reported) and min(one.reported, other.reported) > ""
            moved = put_off and one.reported != other.reported
            yield DaysApart(a, b, earlier, later, Agreement.UPDATED if moved else Agreement.CONFLICTING)


def _apart(one: Dated, other: Dated) -> bool:
    return one.high < other.low or other.high < one.low


def _near(one: Dated, other: Dated) -> bool:
    """Whether two dates are so near that it does not matter which year was meant."""
    return abs((date.fromisoformat(one.low) - date.fromisoformat(other.low)).days) <= _SEASON


_SEASON = 100
"""Days within which a date that is written without its year is set against another."""


@lru_cache(_KEPT)
def _day(text: str, dates: tuple[Dated, ...]) -> Dated | None:
    """The only date of a statement, if it is written there with its month or its year."""
    if len(dates) != 1 or not dates[0].low:
        return None
    held = {word.strip(".,;:()'’\"“”") for word in text[:_LONGEST].lower().split()}
    return dates[0] if _in_full(text, dates[0]) or not held.isdisjoint(table("months")) else None


def _in_full(text: str, day: Dated) -> bool:
    """Whether a date is written with its year."""
    return day.low[:_YEAR] in text[:_LONGEST]


_YEAR = len("2026")


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
