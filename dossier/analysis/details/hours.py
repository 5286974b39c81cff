"""The hour of the day: "5 p.m.", "11:30am", "at 17:45", "around noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from dossier.analysis.language.lists import table, words
from dossier.analysis.quantities.running import FoundQuantity
from dossier.model.quantity import CLOCK, Quantity

_HALF_DAY, _DAY = 12, 24
_NEAR_HOUR, _NEAR_MINUTES = 0.5, 0.25
"""Hours that "5 p.m." and "about 5:10 p.m." may be off."""
_ROUND = 5
"""Minutes that a time is rounded to that is a multiple of them."""
_BEFORE = 24
"""Code points before a time in which the word stands that says how it is meant."""


def hours(text: str) -> Iterator[FoundQuantity]:
    """Every hour of the day that something was at: not one that it was before or after, or lasted to."""
    for match in chain(_numbers().finditer(text), _names().finditer(text) if _has_name(text) else ()):
        value = _hour(match)
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        lead = before.lower().split()[-2:]
        if value is None or not words("hour_bounds").isdisjoint(lead[-1:]) or before.endswith(_PARTS):
            continue
        if not _half(match) and words("hour_leads").isdisjoint(lead):
            continue
        about = any(table("qualifiers").get(word) == "about" for word in lead)
        off = _precision(match.groupdict().get("minutes"), about=about)
        figure = Quantity(value, value - off, value + off, CLOCK, qualifier="about" if about else "")
        yield FoundQuantity(match.start(), match.end(), figure)


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
        return None  # of either half of the day
    if hour >= _DAY:
        return None
    return hour + minutes / 60 or float(_DAY)


def _half(match: re.Match[str]) -> str:
    """The letter that tells the half of the day, if there is one."""
    return next((part for part in match.groups()[2:] if part), "")


def _precision(minutes: str | None, *, about: bool) -> float:
    """Hours that a time may be off either way, by how it is written."""
    if minutes is None or not int(minutes):
        return _NEAR_HOUR
    if about:
        return _NEAR_MINUTES
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
