"""From a date expression and the day a text was published to the days that are meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dossier.analysis import calendar_spans as spans
from dossier.analysis.calendar_spans import Stretch
from dossier.analysis.date_form import Expression
from dossier.analysis.date_numerals import fiscal_year, numeric_date
from dossier.analysis.date_tense import AHEAD, BEHIND, OPEN

_SOON = timedelta(days=92)
"""A day and month without a year, and without a verb to tell, is ahead when it is at most about three months away:
news leaves the year out for what is near."""
_VERY_SOON = timedelta(days=31)
"""The same where the nearest verb is past, which need not be that of the date ("said the Dec. 28 meeting")."""
_LONG_PAST = timedelta(days=270)
"""What lies further back is told with its year."""

DAY_NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Setting(NamedTuple):
    """What stands around an expression: the day of publication, and as it is shown; the tense; what was dated last."""

    today: date | None
    shown: str
    tense: int = OPEN
    before: Stretch | None = None


class Meant(NamedTuple):
    """The days that are meant, ``None`` where that is open; whether that is certain, and why."""

    stretch: Stretch | None
    certain: bool
    why: str


_WRITTEN = "as written"
_UNDATED = Meant(None, False, "the day of publication is not known")
_VAGUE = Meant(None, False, "how many is not said")


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


def _numeric(found: Expression, _: Setting) -> Meant | None:
    read = numeric_date(found.written)
    if read is None:
        return None
    stretch, certain = read
    return Meant(stretch, certain, _WRITTEN if certain else "day or month may stand first")


def _year_of(found: Expression, today: date | None) -> int | None:
    """The year an expression says, in figures or as "last year"."""
    if found.year:
        return found.year
    if found.shift is not None and found.unit == "year" and today is not None:
        return today.year + found.shift
    return None


def _why_year(found: Expression, setting: Setting) -> str:
    return _WRITTEN if found.year else f"counted from {setting.shown}"


def _day(found: Expression, setting: Setting) -> Meant | None:
    year = _year_of(found, setting.today)
    if found.kind == "day" and not year and found.last_day:
        year = 2000 + found.last_day
    if year:
        return Meant(spans.day(date(year, found.month, found.day)), True, _why_year(found, setting))
    date(2000, found.month, found.day)
    if setting.today is None:
        return _with_year_before(found, setting)
    when = _nearest_day(found, setting)
    if when is None:
        return None
    side = "before" if when <= setting.today else "after"
    why = f"nearest {found.day} {MONTH_NAMES[found.month]} {side} {setting.shown}"
    return Meant(spans.day(when), False, why)


def _with_year_before(found: Expression, setting: Setting) -> Meant:
    """In a text of unknown date: the year of the date that was told just before, where there is one."""
    if setting.before is None or found.shift is not None:
        return Meant(None, False, "the year is not known")
    year = setting.before.low.year
    stretch = spans.day(date(year, found.month, found.day)) if found.day else spans.month(year, found.month)
    return Meant(stretch, False, f"the year of the date before, {setting.before.value}")


def _nearest_day(found: Expression, setting: Setting) -> date | None:
    """The day and month in the year that the tense, or a weekday beside it, asks for."""
    today = setting.today
    assert today is not None
    around = 8 if (found.month, found.day) == (2, 29) else 1
    days = [
        day
        for year in range(today.year - around, today.year + around + 1)
        if (day := _exists(year, found.month, found.day))
    ]
    if found.weekday:
        fitting = [day for day in days if day.isoweekday() == found.weekday and abs(day.year - today.year) <= 1]
        if fitting:
            return min(fitting, key=lambda day: abs(day - today))
    behind = max((day for day in days if day <= today), default=None)
    ahead = min((day for day in days if day >= today), default=None)
    if setting.tense == AHEAD or behind is None:
        return ahead
    near = {OPEN: _SOON, BEHIND: _VERY_SOON}[setting.tense]
    if ahead is not None and ahead - today <= near and today - behind > _LONG_PAST:
        return ahead
    return behind


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days(found: Expression, setting: Setting) -> Meant | None:
    first = _day(found, setting)
    if first is None or first.stretch is None:
        return first
    low = first.stretch.low
    last = low.replace(day=found.last_day)
    return first._replace(stretch=spans.between(first.stretch, spans.day(last))) if last > low else None


def _month(found: Expression, setting: Setting) -> Meant | None:
    year, today = _year_of(found, setting.today), setting.today
    if year:
        return Meant(spans.month(year, found.month), True, _why_year(found, setting))
    if today is None:
        return _with_year_before(found, setting)
    this, name = spans.month(today.year, found.month), MONTH_NAMES[found.month]
    if found.shift == 0:
        return Meant(this, True, f"the {name} of {setting.shown[:4]}")
    if found.shift == 1 or (found.shift is None and setting.tense == AHEAD):
        later = found.month < today.month or (found.month == today.month and found.shift == 1)
        return Meant(spans.month(today.year + later, found.month), False, f"nearest {name} after {setting.shown}")
    sooner = found.month > today.month or (found.month == today.month and found.shift == -1)
    return Meant(spans.month(today.year - sooner, found.month), False, f"nearest {name} before {setting.shown}")


def _weekday(found: Expression, setting: Setting) -> Meant | None:
    today = setting.today
    if today is None:
        return _UNDATED
    name = DAY_NAMES[found.weekday]
    if found.unit and found.shift is not None:
        monday = spans.unit("week", today, found.shift).low
        return Meant(spans.day(monday + timedelta(days=found.weekday - 1)), True, f"counted from {setting.shown}")
    since = timedelta(days=(today.isoweekday() - found.weekday) % 7)
    until = timedelta(days=(found.weekday - today.isoweekday()) % 7)
    if found.shift is not None and found.shift and not since:
        since = until = timedelta(days=7)
    ahead = found.shift == 1 or (found.shift == 0 and setting.tense != BEHIND)
    if ahead or (found.shift is None and setting.tense == AHEAD):
        return Meant(spans.day(today + until), False, f"nearest {name} {'after' if until else 'from'} {setting.shown}")
    if not since:
        return Meant(spans.day(today), False, f"{setting.shown} is a {name}")
    return Meant(spans.day(today - since), found.shift == -1, f"nearest {name} before {setting.shown}")


def _deictic(found: Expression, setting: Setting) -> Meant | None:
    if setting.today is None:
        return _UNDATED
    shift = found.shift or 0
    if found.code:
        shift = int(found.code)
    elif shift and found.written.split()[-1] not in ("night", "evening"):
        return None
    if found.kind == "beside":
        if found.unit != "day":
            return None
        shift += 1 if shift > 0 else -1
    why = f"counted from {setting.shown}" if shift else f"the day of publication, {setting.shown}"
    return Meant(spans.unit("day", setting.today, shift), True, why)


def _piece(found: Expression, setting: Setting) -> Meant | None:
    number, year = int(found.code or found.day), _year_of(found, setting.today)
    words = found.written.split()
    halves = "half" in words or f"h{found.code}" in words
    make = spans.half if halves else spans.quarter
    fiscal = "fiscal" in found.written or "financial" in found.written
    if year:
        why = "a fiscal year may begin in another month" if fiscal else _why_year(found, setting)
        return Meant(make(year, number), not fiscal, why)
    today = setting.today
    if today is None:
        return Meant(None, False, "the year is not known")
    if fiscal:
        return Meant(None, False, "when the fiscal year begins is not said")
    here = make(today.year, number)
    if setting.tense == AHEAD:
        stretch = here if here.high >= today else make(today.year + 1, number)
    else:
        stretch = here if here.low <= today else make(today.year - 1, number)
    return Meant(stretch, False, f"nearest to {setting.shown}")


def _season(found: Expression, setting: Setting) -> Meant | None:
    year, today, code = _year_of(found, setting.today), setting.today, found.code
    if year:
        return Meant(spans.season(year, code), False, "months of the northern season")
    if today is None:
        return _UNDATED
    here = spans.season(today.year, code)
    why = f"nearest to {setting.shown}, months of the northern season"
    if found.shift == 0:
        return Meant(here, False, why)
    if found.shift == 1 or (found.shift is None and setting.tense == AHEAD):
        return Meant(here if here.low > today else spans.season(today.year + 1, code), False, why)
    over = here.high < today or (found.shift is None and here.low <= today)
    return Meant(here if over else spans.season(today.year - 1, code), False, why)


def _fiscal(found: Expression, _: Setting) -> Meant | None:
    return Meant(fiscal_year(found.written), False, "a fiscal year may begin in another month")


def _decade(found: Expression, _: Setting) -> Meant | None:
    if found.code:
        return Meant(spans.decade(int(found.code[:3]) * 10), True, _WRITTEN)
    digits = found.written.rstrip("s").rstrip(" '’").rpartition(" ")[2]
    if len(digits) == 4:
        return Meant(spans.decade(int(digits)), True, _WRITTEN)
    first = int(digits)
    return Meant(spans.decade(first + (1900 if first > 20 else 2000)), False, "the century is not said")


def _century(found: Expression, _: Setting) -> Meant | None:
    """The nineteenth century is 1801 to 1900 by the book, and the years 18XX to everybody."""
    number = found.day + (found.number if found.number >= 20 else 0)
    return Meant(spans.unit("century", date(number * 100 - 100, 1, 1), 0), True, _WRITTEN) if number > 1 else None


def _year(found: Expression, _: Setting) -> Meant | None:
    first = spans.year(found.year)
    last = found.written.replace(" ", "").rpartition("-")[2].rpartition("–")[2]
    if not last.isdecimal() or last == str(found.year):
        return Meant(first, True, _WRITTEN)
    number = int(last) if len(last) == 4 else found.year // 100 * 100 + int(last)
    return Meant(spans.between(first, spans.year(number)), True, _WRITTEN) if number > found.year else None


def _day_of_month(found: Expression, setting: Setting) -> Meant | None:
    today = setting.today
    if today is None:
        return Meant(None, False, "the month is not known")
    sign = 1 if setting.tense == AHEAD else -1
    for shift in range(0, 13 * sign, sign):
        there = spans.month(today.year, today.month + shift).low
        when = _exists(there.year, there.month, found.day)
        if when is None or found.weekday not in (0, when.isoweekday()):
            continue
        if (when - today).days * sign >= 0:
            return Meant(spans.day(when), False, f"nearest such day to {setting.shown}")
    return None


def _span(found: Expression, setting: Setting) -> Meant | None:
    """ "The next 37 years": from the day of publication on, or up to it."""
    if not found.number:
        return _VAGUE
    if setting.today is None:
        return _UNDATED
    return _stretched(found, setting, found.number * (found.shift or 0))


def _stretched(found: Expression, setting: Setting, shift: int) -> Meant:
    today = setting.today
    assert today is not None
    there = spans.moved(today, found.unit, shift)
    first, last = sorted((today, there))
    value = f"{first.isoformat()}/{last.isoformat()}"
    if found.unit in ("year", "decade", "century"):
        value = f"{first.year:04}/{last.year:04}"
    return Meant(Stretch(value, first, last), False, f"counted from {setting.shown}")


def _ago(found: Expression, setting: Setting) -> Meant | None:
    return _counted(found, setting, -1)


def _counted(found: Expression, setting: Setting, sign: int) -> Meant | None:
    if not found.number:
        return _VAGUE
    if setting.today is None:
        return _UNDATED
    shift, name = found.number * sign, found.unit
    if name in ("decade", "century"):
        shift, name = shift * (10 if name == "decade" else 100), "year"
    if name == "fortnight":
        shift, name = shift * 2, "week"
    exact = name == "day"
    return Meant(spans.unit(name, setting.today, shift), exact, f"counted from {setting.shown}")


def _ahead(found: Expression, setting: Setting) -> Meant | None:
    if setting.tense != AHEAD:
        return None
    if found.written.startswith("within") and found.number and setting.today is not None:
        return _stretched(found, setting, found.number)
    return _counted(found, setting, 1)


def _from_now(found: Expression, setting: Setting) -> Meant | None:
    return _counted(found, setting, 1) if found.code in ("", "0") else None


def _later(found: Expression, setting: Setting) -> Meant | None:
    sign = -1 if found.relation in ("before", "earlier") else 1
    return _from_before(found, setting, sign * (found.number or 1))


def _from_before(found: Expression, setting: Setting, shift: int) -> Meant | None:
    """Counted from the date that was told last, or else from the day of publication."""
    if found.unit in ("century", "decade"):
        return Meant(None, False, "counted from something not said")
    if setting.before is not None:
        from_there = spans.unit(found.unit, setting.before.low, shift)
        return Meant(from_there, False, f"counted from the date before, {setting.before.value}")
    if setting.today is None:
        return _UNDATED
    return Meant(spans.unit(found.unit, setting.today, shift), False, f"counted from {setting.shown}")


def _unit(found: Expression, setting: Setting) -> Meant | None:
    today, shift = setting.today, found.shift or 0
    if found.relation in ("that", "same"):
        return _from_before(found, setting, 0)
    if found.relation in ("following", "previous", "preceding") or (found.unit == "day" and found.relation == "next"):
        return _from_before(found, setting, shift)
    if today is None:
        return _UNDATED
    if found.relation == "past" or found.code == "over" or (found.unit in ("day", "decade") and shift):
        return _stretched(found, setting, shift or -1)
    if found.unit == "weekend":
        return _weekend(found, setting)
    stretch = spans.unit(found.unit, today, shift)
    if found.written.startswith("earlier"):
        stretch = stretch._replace(high=min(max(today, stretch.low), stretch.high))
    elif found.written.startswith("later"):
        stretch = stretch._replace(low=max(min(today, stretch.high), stretch.low))
    return Meant(stretch, found.shift is not None, f"counted from {setting.shown}")


def _weekend(found: Expression, setting: Setting) -> Meant | None:
    """The last weekend that has begun, or the next one."""
    today = setting.today
    assert today is not None
    begun = today.isoweekday() >= 6
    if found.shift is None or found.shift == 0:
        ahead = setting.tense == AHEAD or (found.shift == 0 and setting.tense != BEHIND)
        shift = 0 if ahead or begun else -1
    else:
        shift = found.shift if found.shift < 0 or begun else found.shift - (today.isoweekday() < 4)
    return Meant(spans.unit("weekend", today, shift), False, f"nearest to {setting.shown}")


_BY_KIND: dict[str, Callable[[Expression, Setting], Meant | None]] = {
    "numeric": _numeric,
    "days": _days,
    "day": _day,
    "month days": _days,
    "month day": _day,
    "month": _month,
    "weekday": _weekday,
    "beside": _deictic,
    "deictic": _deictic,
    "piece": _piece,
    "season": _season,
    "fiscal": _fiscal,
    "decade": _decade,
    "century": _century,
    "span": _span,
    "ago": _ago,
    "from now": _from_now,
    "later": _later,
    "ahead": _ahead,
    "unit": _unit,
    "year": _year,
    "day of month": _day_of_month,
    "weekday of month": _day_of_month,
}

TENSED = frozenset(
    {"day", "days", "month day", "month days", "month", "weekday", "piece", "season", "ahead", "unit"}
    | {"day of month", "weekday of month"}
)
"""Forms whose meaning depends on the tense around them."""
