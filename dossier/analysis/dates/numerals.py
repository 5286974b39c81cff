"""Dates in figures alone: 2026-02-06, 6.2.2026, 4/2/2026, and fiscal years."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from dossier.analysis.dates import calendar_spans as spans
from dossier.analysis.dates.calendar_spans import Stretch

_PIVOT = 69
"""Years of two digits up to 68 lie in this century, as POSIX strptime has it."""

_YEARS = range(1000, 2200)


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"\d+")


def numeric_date(text: str) -> tuple[Stretch, bool] | None:
    """The days of a date in figures, and whether only one reading is possible.

    Figures with full stops have the day first (DIN 1355, and most of Europe); with slashes and hyphens both orders
    are in use: the month is put first, and ``low`` to ``high`` hold both readings. Raises ``ValueError`` for a day that
    is not in the calendar.
    """
    digits = _parts().findall(text)
    first, second = int(digits[0]), int(digits[1])
    if len(digits) == 2:
        if second > first % 100:  # "2000-04" in a sentence
            return spans.between(spans.year(first), spans.year(first // 100 * 100 + second)), False
        return spans.month(first, second), True
    third = int(digits[2])
    if len(digits[0]) == 4:
        return (spans.day(date(first, second, third)), True) if first in _YEARS else None
    if len(digits[0]) > 2 or len(digits[2]) not in (2, 4):
        return None
    if "." in text and len(digits[2]) == 2:
        return None
    year = third if len(digits[2]) == 4 else third + (2000 if third < _PIVOT else 1900)
    if year not in _YEARS:
        return None
    if "." in text or first > 12:
        return spans.day(date(year, second, first)), True
    if second > 12 or first == second:
        return spans.day(date(year, first, second)), True
    month_first, day_first = date(year, first, second), date(year, second, first)
    bounds = sorted((month_first, day_first))
    return Stretch(month_first.isoformat(), bounds[0], bounds[1]), False


def fiscal_year(text: str) -> Stretch:
    """The fiscal year a text names by its calendar year: it may begin from April of the year before to April of that
    year (India and the United Kingdom, Pakistan and Australia, the United States), and the bounds hold them all.
    """
    digits = _parts().findall(text)
    first = int(digits[0]) if len(digits[0]) == 4 else 2000 + int(digits[0])
    last = first
    if len(digits) > 1:
        last = int(digits[1]) if len(digits[1]) == 4 else first // 100 * 100 + int(digits[1])
        if last != first + 1:
            raise ValueError(text)
        return Stretch(f"{first:04}/{last:04}", date(first, 4, 1), date(last, 9, 30))
    return Stretch(f"{first:04}", date(first - 1, 4, 1), date(first + 1, 3, 31))
