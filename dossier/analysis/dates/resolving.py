"""From a date expression and the day a text was published to the days that are meant."""

from __future__ import annotations

from collections.abc import Callable

from dossier.analysis.dates import calendar_spans as spans
from dossier.analysis.dates import counting, days, periods
from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.meaning import Meant, Setting


def meant(found: Expression, setting: Setting) -> Meant | None:
    """The days an expression means; ``None`` when it is no date after all, as 31 February.

    Whatever lies outside of the years 1 to 9999 is none either.
    """
    try:
        read = _BY_KIND[found.kind](found, setting)
    except (ValueError, OverflowError):
        return None
    if read is None or read.stretch is None or not found.part:
        return read
    if found.part == "rest":
        low = max(setting.today or read.stretch.low, read.stretch.low)
        return read._replace(stretch=read.stretch._replace(low=min(low, read.stretch.high)))
    return read._replace(stretch=spans.part(read.stretch, found.part))


_BY_KIND: dict[str, Callable[[Expression, Setting], Meant | None]] = {
    "numeric": days.meant_numeric,
    "days": days.meant_days,
    "day": days.meant_day,
    "month days": days.meant_days,
    "month day": days.meant_day,
    "month": days.meant_month,
    "weekday": days.meant_weekday,
    "beside": counting.meant_deictic,
    "deictic": counting.meant_deictic,
    "piece": periods.meant_piece,
    "season": periods.meant_season,
    "fiscal": periods.meant_fiscal,
    "decade": periods.meant_decade,
    "century": periods.meant_century,
    "span": counting.meant_span,
    "ago": counting.meant_ago,
    "from now": counting.meant_from_now,
    "later": counting.meant_later,
    "ahead": counting.meant_ahead,
    "unit": counting.meant_unit,
    "year": periods.meant_year,
    "day of month": days.meant_day_of_month,
    "weekday of month": days.meant_day_of_month,
    "named": days.meant_named,
    "months to": periods.meant_months_to,
    "months of year": periods.meant_months_of_year,
}

TENSED = frozenset(
    {"day", "days", "month day", "month days", "month", "weekday", "piece", "season", "ahead", "unit"}
    | {"day of month", "weekday of month", "named", "months to"}
)
"""Forms whose meaning depends on the tense around them."""
