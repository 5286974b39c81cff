"""Dates, as far as a text tells them."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Dated(NamedTuple):
    """A day, month, year or stretch of time.

    ``value`` is ISO 8601 as far as it is known (``2025-09``), empty where an expression could not be resolved; ``low``
    and ``high`` are the first and the last day it may mean. ``certain`` is false when something was assumed, which
    ``why`` tells in plain words.
    """

    value: str
    low: str
    high: str
    certain: bool = True
    why: str = ""


def dated(value: str) -> Dated | None:
    """A date that a person wrote as ISO 8601, whole or in part; None for anything else."""
    match = _PARTIAL.fullmatch(value)
    if match is None:
        return None
    year, month, day = match.groups()
    if month is not None and not 1 <= int(month) <= 12:
        return None
    if day is not None:
        if not 1 <= int(day) <= _days(year, month):
            return None
        return Dated(value, value, value)
    if month is not None:
        return Dated(value, f"{value}-01", f"{value}-{_days(year, month)}")
    return Dated(value, f"{year}-01-01", f"{year}-12-31")


def _days(year: str, month: str) -> int:
    return calendar.monthrange(max(1, int(year)), int(month))[1]
