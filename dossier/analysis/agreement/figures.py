"""Figures as intervals (DESIGN.md section 6): which are the same, which overlap, which lie apart."""

from __future__ import annotations

from functools import lru_cache
from math import isclose, isfinite

from dossier.analysis.quantities.units import PRECIOUS, TROY_OUNCE
from dossier.model.quantity import AGE, Quantity

_EXACT = ("", "about")
"""Qualifiers that leave the figure what it is, beside which a bound says the same number too."""

_NARROW, _LARGE = 0.2, 100
"""Width of an interval, as a share of its figure, from which on a figure below the second is too round."""

_SHARES, _TIMES, _DOZEN = ("%", "pp"), ("day", "month", "year"), 12
"""Units whose whole numbers are everywhere: all of the first, and of the second small and round ones."""

_SHOWN_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))

_POUND = 0.45359237
"""Kilograms, exactly (NIST SP 811)."""


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Whether both say the same number in the same unit, whatever is counted, bounds included."""
    if one.unit != other.unit:
        return False
    ranges = [figure for figure in (one, other) if figure.qualifier == "range"]
    if len(ranges) == 1:
        return False
    same_bound = one.qualifier == other.qualifier or one.qualifier in _EXACT or other.qualifier in _EXACT
    return (
        same_bound
        and isclose(one.value, other.value, rel_tol=1e-9)
        and (not ranges or isclose(one.low, other.low, rel_tol=1e-9))
    )


def overlap(one: Quantity, other: Quantity) -> bool:
    """Whether one true number could lie behind both figures; ``high`` is exclusive, but "up to 5" allows 5."""
    if one.unit != other.unit:
        return False
    return _below(one.low, other) and _below(other.low, one)


def _below(low: float, other: Quantity) -> bool:
    return low < other.high or (low == other.high and other.qualifier in ("at most", "range"))


def narrow(figure: Quantity) -> bool:
    """Whether another figure in its interval is likely to be the same: not where a bound is open, nor where it is as
    small and as round as "20 years", which are hardly ever 24.
    """
    width = figure.high - figure.low if figure.value < _LARGE else 0.0
    return figure.low > 0 and isfinite(figure.high) and width <= _NARROW * figure.value


def common(figure: Quantity) -> bool:
    """Whether texts about anything give it: a whole number of percent, "two weeks", "eight years", "20 years"."""
    if figure.unit in _SHARES:
        return figure.value % 1 == 0
    return figure.unit in _TIMES and (figure.value <= _DOZEN or figure.value % 5 == 0)


def same_thing(one: str, other: str) -> bool:
    """Whether the same is counted; a figure without a word for it fits any."""
    return not one or not other or same_name(one, other)


def same_name(one: str, other: str) -> bool:
    """Whether both name the same thing, or neither names any; number does not matter."""
    return singular(one) == singular(other)


@lru_cache(1 << 12)
def singular(thing: str) -> str:
    """A thing by the name that one of it has."""
    return " ".join(word.removesuffix("s") for word in thing.split())


def shown(figure: Quantity) -> str:
    """A figure in words, for a reason or for arithmetic: "1.25 billion USD", "24.2 million tonnes"."""
    value, unit = figure.value, figure.unit
    if unit == AGE:
        return f"{number(value)} (age of {figure.thing})"
    if unit == "kg" and value >= 1e3:
        value, unit = value / 1e3, "tonnes"
    return " ".join(part for part in (open_end(figure), number(value), unit, figure.thing) if part)


def open_end(figure: Quantity) -> str:
    """ "at least" or "at most" where the figure says so."""
    return figure.qualifier if figure.qualifier in ("at least", "at most") else ""


def number(value: float, digits: int = 3) -> str:
    """A number as a person would write it, to so many significant digits."""
    for scale, word in _SHOWN_SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.{digits}g}{word}" if abs(value) < 1e3 * scale else f"{value / scale:,.0f}{word}"
    if abs(value) >= 1e3:
        return f"{value:,.0f}"
    return f"{value:.{digits}g}"


def pounds(kilograms: float) -> float:
    """Kilograms in avoirdupois pounds."""
    return kilograms / _POUND


def ounces(kilograms: float, thing: str) -> float:
    """Kilograms in ounces: troy ones for precious metals, or else sixteenths of a pound."""
    return kilograms / (TROY_OUNCE if PRECIOUS & set(thing.split()) else _POUND / 16)
