"""Days and months as they are written: the year that is meant where it is not said."""

from __future__ import annotations

from datetime import date, timedelta

from dossier.analysis.dates import calendar_spans as spans
from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.meaning import UNDATED, Meant, Setting, day_name, month_name
from dossier.analysis.dates.named_days import day_of_rule
from dossier.analysis.dates.numerals import numeric_date
from dossier.analysis.dates.tense import AHEAD, BEHIND, OPEN, PAST

_SOON = timedelta(days=92)
"""A day and month without a year, and without a verb to tell, is ahead when it is at most about three months away:
news leaves the year out for what is near."""
_VERY_SOON = timedelta(days=31)
"""The same where the nearest verb is past, which need not be that of the date ("said the Dec. 28 meeting")."""
_ONE_MONTH = timedelta(days=31)
_LONG_PAST = timedelta(days=270)
"""What lies further back, or ahead, is told with its year."""

WRITTEN = "as written"


def meant_numeric(found: Expression, _: Setting) -> Meant | None:
    """A date in figures alone."""
    read = numeric_date(found.written)
    if read is None:
        return None
    stretch, certain = read
    if certain:
        return Meant(stretch, True, WRITTEN)
    return Meant(stretch, False, "may be a month as well" if "/" in stretch.value else "day or month may stand first")


def year_of(found: Expression, today: date | None) -> int | None:
    """The year an expression says, in figures or as "last year"."""
    if found.year:
        return found.year
    if found.shift is not None and found.unit == "year" and today is not None:
        return today.year + found.shift
    return None


def why_year(found: Expression, setting: Setting) -> str:
    """Where the year of an expression comes from."""
    return WRITTEN if found.year else f"counted from {setting.shown}"


def meant_day(found: Expression, setting: Setting) -> Meant | None:
    """ "February 4", "12th of May 2020", "Thursday, 8 October"."""
    year = year_of(found, setting.today)
    if found.kind == "day" and not year and found.last_day:
        year = 2000 + found.last_day
    if year:
        return Meant(spans.day(date(year, found.month, found.day)), True, why_year(found, setting))
    date(2000, found.month, found.day)
    if setting.today is None:
        return _with_year_before(found, setting)
    when = _nearest_day(found, setting)
    if when is None:
        return None
    side = "before" if when <= setting.today else "after"
    why = f"nearest {found.day} {month_name(found.month)} {side} {setting.shown}"
    return Meant(spans.day(when), False, why)


def _with_year_before(found: Expression, setting: Setting) -> Meant:
    """In a text of unknown date: the year of the day or month told just before, if the date is none before that."""
    before = setting.before
    if before is not None and found.shift is None and before.high - before.low <= _ONE_MONTH:
        year = before.low.year
        stretch = spans.day(date(year, found.month, found.day)) if found.day else spans.month(year, found.month)
        if stretch.high >= before.low:
            return Meant(stretch, False, f"the year of the date before, {before.value}")
    return Meant(None, False, "the year is not known")


def _nearest_day(found: Expression, setting: Setting) -> date | None:
    """The day and month in the year that the tense, or a weekday beside it, asks for."""
    today = setting.today
    assert today is not None
    around = 8 if (found.month, found.day) == (2, 29) else 1
    years = range(today.year - around, today.year + around + 1)
    days = [day for year in years if (day := _in_year(found, year))]
    if found.weekday:
        fitting = [day for day in days if day.isoweekday() == found.weekday and abs(day.year - today.year) <= 1]
        if fitting:
            return min(fitting, key=lambda day: abs(day - today))
    behind = max((day for day in days if day <= today), default=None)
    ahead = min((day for day in days if day >= today), default=None)
    if behind is None or (setting.tense == AHEAD and not (today - behind <= _ONE_MONTH and _is_far(ahead, today))):
        return ahead
    near = {AHEAD: timedelta(), OPEN: _SOON, BEHIND: _VERY_SOON, PAST: timedelta()}[setting.tense]
    if ahead is not None and ahead - today <= near and today - behind > _LONG_PAST:
        return ahead
    return behind


def _is_far(day: date | None, today: date) -> bool:
    """Whether a day is so far ahead that its year would be told: nobody says on 16 May what will be on 7 May."""
    return day is None or day - today > _LONG_PAST


def _in_year(found: Expression, year: int) -> date | None:
    """The day of an expression in a year, ``None`` where the calendar has none."""
    return day_of_rule(found.code, year) if found.code else exists(year, found.month, found.day)


def meant_named(found: Expression, setting: Setting) -> Meant | None:
    """ "Christmas Eve", "last Thanksgiving", "Labor Day 2015"."""
    if found.year:
        when = _in_year(found, found.year)
        return None if when is None else Meant(spans.day(when), True, WRITTEN)
    if setting.today is None:
        return Meant(None, False, "the year is not known")
    today = setting.today
    if found.shift == -1:
        this = _in_year(found, today.year)
        when = this if this is not None and this < today else _in_year(found, today.year - 1)
    else:
        when = _nearest_day(found, setting._replace(tense=AHEAD if found.shift == 1 else setting.tense))
    if when is None:
        return None
    side = "before" if when <= setting.today else "after"
    return Meant(spans.day(when), False, f"nearest {found.written} {side} {setting.shown}")


def exists(year: int, month: int, day: int) -> date | None:
    """The day, ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def meant_days(found: Expression, setting: Setting) -> Meant | None:
    """ "12-14 May": days of one month."""
    first = meant_day(found, setting)
    if first is None or first.stretch is None:
        return first
    low = first.stretch.low
    last = low.replace(day=found.last_day)
    return first._replace(stretch=spans.between(first.stretch, spans.day(last))) if last > low else None


def meant_month(found: Expression, setting: Setting) -> Meant | None:
    """ "In December", "last June", "May 2020": without a year the nearest in the past unless the tense is future."""
    year, today = year_of(found, setting.today), setting.today
    if year:
        return Meant(spans.month(year, found.month), True, why_year(found, setting))
    if today is None:
        return _with_year_before(found, setting)
    this, name = spans.month(today.year, found.month), month_name(found.month)
    if found.shift == 0:
        return Meant(this, True, f"the {name} of {setting.shown[:4]}")
    if found.shift == 1 or (found.shift is None and setting.tense == AHEAD):
        later = found.month < today.month or (found.month == today.month and found.shift == 1)
        return Meant(spans.month(today.year + later, found.month), False, f"nearest {name} after {setting.shown}")
    sooner = found.month > today.month or (found.month == today.month and found.shift == -1)
    return Meant(spans.month(today.year - sooner, found.month), False, f"nearest {name} before {setting.shown}")


def meant_weekday(found: Expression, setting: Setting) -> Meant | None:
    """ "Monday", "next Monday", "Friday last week": alone the nearest in the past unless the tense is future."""
    today = setting.today
    if today is None:
        return UNDATED
    name = day_name(found.weekday)
    if found.unit and found.shift is not None:
        monday = spans.unit("week", today, found.shift).low
        return Meant(spans.day(monday + timedelta(days=found.weekday - 1)), True, f"counted from {setting.shown}")
    since = timedelta(days=(today.isoweekday() - found.weekday) % 7)
    until = timedelta(days=(found.weekday - today.isoweekday()) % 7)
    if found.shift is not None and found.shift and not since:
        since = until = timedelta(days=7)
    ahead = found.shift == 1 or (found.shift == 0 and setting.tense > BEHIND)
    if ahead or (found.shift is None and setting.tense == AHEAD):
        return Meant(spans.day(today + until), False, f"nearest {name} {'after' if until else 'from'} {setting.shown}")
    if not since:
        return Meant(spans.day(today), False, f"{setting.shown} is a {name}")
    return Meant(spans.day(today - since), found.shift == -1, f"nearest {name} before {setting.shown}")


def meant_day_of_month(found: Expression, setting: Setting) -> Meant | None:
    """ "On the 12th", "Thursday the 21st"."""
    today = setting.today
    if today is None:
        return Meant(None, False, "the month is not known")
    sign = 1 if setting.tense == AHEAD else -1
    for shift in range(0, 13 * sign, sign):
        there = spans.month(today.year, today.month + shift).low
        when = exists(there.year, there.month, found.day)
        if when is None or found.weekday not in (0, when.isoweekday()):
            continue
        if (when - today).days * sign >= 0:
            return Meant(spans.day(when), False, f"nearest such day to {setting.shown}")
    return None
