"""The hour of the day: "5 p.m.", "11:30am", "at 17:45", "around noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from dossier.analysis.details.leading import leading
from dossier.analysis.language.lists import entries, table, words
from dossier.analysis.quantities.running import FoundQuantity
from dossier.model.quantity import CLOCK, Quantity

_HALF_DAY, _DAY = 12, 24
_HOUR, _ABOUT_HOUR, _ABOUT_MINUTES = 0.5, 0.75, 0.25
"""Hours that "5 p.m.", "about 5 p.m." and "about 5:10 p.m." may be off."""
_ROUND = 5
"""Minutes that a time is rounded to that is a multiple of them."""
_BEFORE = 24
"""Code points before a time in which the word stands that says how it is meant."""


def hours(text: str) -> Iterator[FoundQuantity]:
    """Every hour of the day that something was at: not one that it was before or after, or lasted to, nor one of a
    time zone. The thing is what leads to it (:func:`leading`).
    """
    for match in chain(_numbers().finditer(text), _names().finditer(text) if _has_name(text) else ()):
        value = _hour(match)
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        lead = [word.lstrip('(["“‘') for word in before.lower().split()[-2:]]
        if value is None or before.endswith(_PARTS) or _is_bound(lead) or _after().match(text, match.end()):
            continue
        if not _half(match) and words("hour_leads").isdisjoint(lead):
            continue
        about = table("qualifiers").get(lead[-1]) == "about" if lead else False
        start = match.start() - (len(before) - len(before.rstrip()) + len(lead[-1]) if about else 0)
        off = _precision(match.groupdict().get("minutes"), about=about)
        thing = leading(text, start)
        figure = Quantity(value, value - off, value + off, CLOCK, thing, "about" if about else "")
        yield FoundQuantity(start, match.end(), figure)


def _is_bound(lead: Sequence[str]) -> bool:
    """Whether something was before or after an hour, or till then: "until about 5 p.m."."""
    joined = bool(lead) and lead[-1] in table("coordinators")
    return joined or not words("hour_bounds").isdisjoint(lead[-2:])


_PARTS = tuple("0123456789.,:$€£/–—-")
"""Signs after which a number is a part of something else."""


def _hour(match: re.Match[str]) -> float | None:
    """Hours since midnight; midnight itself is the 24th. None where a day has no such hour."""
    if match.re is _names():
        return float(table("day_hours")[match[0].lower()])
    hour, minutes, half = int(match["hour"]), int(match["minutes"] or 0), _half(match)
    if half:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + int(table("day_halves")[half.lower()])
    elif hour <= _HALF_DAY:
        return None  # of either half of the day, or an early one
    if hour >= _DAY:
        return None
    return hour + minutes / 60 or float(_DAY)


def _half(match: re.Match[str]) -> str:
    """The letter that tells the half of the day, if there is one."""
    return next((part for part in match.groups()[2:] if part), "")


def _precision(minutes: str | None, *, about: bool) -> float:
    """Hours that a time may be off either way, by how it is written."""
    if minutes is None or not int(minutes):
        return _ABOUT_HOUR if about else _HOUR
    if about:
        return _ABOUT_MINUTES
    return (_ROUND if int(minutes) % _ROUND == 0 else 1) / 120


@cache
def _numbers() -> re.Pattern[str]:
    """With a digit first, so that the engine passes over all other signs."""
    letters = "".join(table("day_halves"))
    half = rf" ?([{letters}{letters.upper()}])\.?[mM]\b\.?"
    return re.compile(rf"(?P<hour>\d\d?)(?::(?P<minutes>[0-5]\d)(?![\d:])(?:{half})?|{half})")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('day_hours'))})\b", re.IGNORECASE)


def _has_name(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in table("day_hours"))


@cache
def _after() -> re.Pattern[str]:
    """What an hour lasts to, or the zone it is of: "5 p.m. to 7 p.m.", "9 p.m. ET", "9 p.m. local time"."""
    zones = "|".join(map(re.escape, entries("time_zones")))
    bounds = "|".join(map(re.escape, entries("hour_bounds")))
    return re.compile(rf"\s?[-–—(]|,? (?:{zones})\b| (?:{bounds}) (?:about )?\d")
