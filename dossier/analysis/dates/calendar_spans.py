"""Stretches of the calendar: days, weeks, months, years, and what lies beside them.

Values are written as in ISO 8601 where it has a form, and otherwise as in TIMEX3 (TimeML 1.2.1): ``2025-W07-WE`` a
weekend, ``2025-SU`` a summer, ``2025-Q1`` and ``2025-H1`` parts of a year, ``199X`` a decade, ``19XX`` a century.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months of the seasons of the northern half of the world, as meteorologists count them."""

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


class Stretch(NamedTuple):
    """Whole days from ``low`` to ``high``, both included, and how they are written."""

    value: str
    low: date
    high: date

    @property
    def is_piece(self) -> bool:
        """Whether it is a quarter or a half of a year, of which figures are told."""
        return self.value[5:6] in ("Q", "H")


def day(when: date) -> Stretch:
    """One day."""
    return Stretch(when.isoformat(), when, when)


def week(when: date) -> Stretch:
    """The ISO week, Monday to Sunday, that holds the day."""
    year, number, weekday = when.isocalendar()
    monday = when - timedelta(days=weekday - 1)
    return Stretch(f"{year:04}-W{number:02}", monday, monday + timedelta(days=6))


def weekend(when: date) -> Stretch:
    """Saturday and Sunday of the ISO week that holds the day."""
    value, low, high = week(when)
    return Stretch(f"{value}-WE", low + timedelta(days=5), high)


def months(year: int, month: int, count: int, value: str) -> Stretch:
    """``count`` months from the first of this one; months beyond twelve go on into the next years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    after = year * 12 + month - 1 + count
    low, high = date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Stretch(value or f"{year:04}-{month:02}", low, high)


def month(year: int, number: int) -> Stretch:
    """A calendar month; numbers beyond 1 to 12 lie in the years beside it."""
    return months(year, number, 1, "")


def quarter(year: int, number: int) -> Stretch:
    """A quarter of the calendar year; numbers beyond 1 to 4 lie in the years beside it."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return months(year, 3 * number - 2, 3, f"{year:04}-Q{number}")


def half(year: int, number: int) -> Stretch:
    """The first or second half of a calendar year."""
    return months(year, 6 * number - 5, 6, f"{year:04}-H{number}")


def season(year: int, code: str) -> Stretch:
    """A season that begins in this year."""
    return months(year, _SEASONS[code], 3, f"{year:04}-{code}")


def year(number: int) -> Stretch:
    """A calendar year."""
    return months(number, 1, 12, f"{number:04}")


def decade(first: int) -> Stretch:
    """Ten years from the one given."""
    return months(first, 1, 120, f"{first // 10:03}X")


def unit(name: str, when: date, shift: int) -> Stretch:
    """The unit that holds the day, moved by so many units: the day itself, the week after it, the year before."""
    if name in DAYS_OF:
        moved = when + timedelta(days=DAYS_OF[name] * shift)
        return day(moved) if name == "day" else weekend(moved) if name == "weekend" else week(moved)
    if name == "month":
        return month(when.year, when.month + shift)
    if name == "quarter":
        return quarter(when.year, (when.month + 2) // 3 + shift)
    if name == "year":
        return year(when.year + shift)
    if name == "decade":
        return decade(when.year // 10 * 10 + 10 * shift)
    first = when.year // 100 * 100 + 100 * shift
    return months(first, 1, 1200, f"{first // 100:02}XX")


def moved(when: date, name: str, shift: int) -> date:
    """The day so many units away: the same day of another month, or the last of a shorter one."""
    if name in DAYS_OF:
        return when + timedelta(days=DAYS_OF[name] * shift)
    there = month(when.year, when.month + MONTHS_OF[name] * shift)
    return min(there.low + timedelta(days=when.day - 1), there.high)


def part(whole: Stretch, name: str) -> Stretch:
    """The early, middle or late third of a stretch, or a week of it; the value stays that of the whole."""
    days = (whole.high - whole.low).days
    if days < 2 or not name:
        return whole
    if name.startswith("week "):
        return _week_of(whole, int(name.split()[1]))
    third = timedelta(days=days // 3)
    if name == "early":
        return whole._replace(high=whole.low + third)
    if name == "late":
        return whole._replace(low=whole.high - third)
    return whole._replace(low=whole.low + third, high=whole.high - third)


def _week_of(whole: Stretch, number: int) -> Stretch:
    """Seven days of a stretch, the first ones for 1, the last ones for -1."""
    if number < 0:
        return whole._replace(low=max(whole.low, whole.high - timedelta(days=6)))
    low = whole.low + timedelta(days=7 * (number - 1))
    return whole if low > whole.high else whole._replace(low=low, high=min(whole.high, low + timedelta(days=6)))


def between(first: Stretch, last: Stretch) -> Stretch:
    """From the one to the other, written as an ISO 8601 interval."""
    return Stretch(f"{first.value}/{last.value}", first.low, max(first.high, last.high))
