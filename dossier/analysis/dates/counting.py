"""Dates counted from the day of publication, or from the date that was told before."""

from __future__ import annotations

from dossier.analysis.dates import calendar_spans as spans
from dossier.analysis.dates.calendar_spans import Stretch
from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.meaning import UNDATED, VAGUE, Meant, Setting
from dossier.analysis.dates.tense import AHEAD, BEHIND


def meant_deictic(found: Expression, setting: Setting) -> Meant | None:
    """ "Today", "yesterday afternoon", "last night", "the day after tomorrow"."""
    if setting.today is None:
        return UNDATED
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


def meant_span(found: Expression, setting: Setting) -> Meant | None:
    """ "The next 37 years": from the day of publication on, or up to it."""
    if not found.number:
        return VAGUE
    if setting.today is None:
        return UNDATED
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


def meant_ago(found: Expression, setting: Setting) -> Meant | None:
    """ "Three days ago": a day, week, month or year, as coarse as the unit it is counted in."""
    return _counted(found, setting, -1)


def _counted(found: Expression, setting: Setting, sign: int) -> Meant | None:
    if not found.number:
        return VAGUE
    if setting.today is None:
        return UNDATED
    shift, name = found.number * sign, found.unit
    if name in ("decade", "century"):
        shift, name = shift * (10 if name == "decade" else 100), "year"
    if name == "fortnight":
        shift, name = shift * 2, "week"
    exact = name == "day"
    return Meant(spans.unit(name, setting.today, shift), exact, f"counted from {setting.shown}")


def meant_ahead(found: Expression, setting: Setting) -> Meant | None:
    """ "In three weeks", where the tense is future, and "within a year", which reaches from now."""
    if setting.tense != AHEAD:
        return None
    if found.written.startswith("within") and found.number and setting.today is not None:
        return _stretched(found, setting, found.number)
    return _counted(found, setting, 1)


def meant_from_now(found: Expression, setting: Setting) -> Meant | None:
    """ "Two weeks from now"."""
    return _counted(found, setting, 1) if found.code in ("", "0") else None


def meant_later(found: Expression, setting: Setting) -> Meant | None:
    """ "Two days later", "the year before"."""
    sign = -1 if found.relation in ("before", "earlier") else 1
    return _from_before(found, setting, sign * (found.number or 1))


def _from_before(found: Expression, setting: Setting, shift: int) -> Meant | None:
    """Counted from the date that was told last, or else from the day of publication."""
    if found.unit in ("century", "decade"):
        return Meant(None, False, "counted from something not said")
    before, today = setting.before, setting.today
    if before is not None and today is not None and not setting.together:
        return Meant(spans.unit(found.unit, today, shift), False, f"counted from {setting.shown}")
    if before is not None:
        from_there = spans.unit(found.unit, before.low, shift)
        return Meant(from_there, False, f"counted from the date before, {before.value}")
    return Meant(None, False, "counted from something not said")


def meant_unit(found: Expression, setting: Setting) -> Meant | None:
    """ "Last week", "later this year", "the following day", "that month", "the weekend"."""
    today, shift = setting.today, found.shift or 0
    if found.relation in ("that", "same"):
        return _from_before(found, setting, 0)
    if found.relation in ("following", "previous", "preceding") or (found.unit == "day" and found.relation == "next"):
        return _from_before(found, setting, shift)
    if today is None:
        return UNDATED
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
        ahead = setting.tense == AHEAD or (found.shift == 0 and setting.tense > BEHIND)
        shift = 0 if ahead or begun else -1
    else:
        shift = found.shift if found.shift < 0 or begun else found.shift - (today.isoweekday() < 4)
    return Meant(spans.unit("weekend", today, shift), False, f"nearest to {setting.shown}")
