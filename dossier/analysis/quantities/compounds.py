"""Figures in two units: "5 feet 2 inches", "thirteen dollars and forty-five cents"."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.analysis.language.lists import words
from dossier.analysis.quantities.intervals import Built, qualifier_before, stated
from dossier.analysis.quantities.measures import measured, unit_at
from dossier.analysis.quantities.numerals import Number, number_at
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import INCH, POUND, Unit

_PAIRS = {
    "foot": "inch",
    "ft": "inch",
    "pound": "ounce",
    "lb": "ounce",
    "lbs": "ounce",
    "stone": "pound",
    "hour": "minute",
    "minute": "second",
    "year": "month",
}
"""Units that are told with a smaller one behind them, in whole numbers of both."""

_LONG = {"oz": "ounce", "lb": "pound", "lbs": "pound", '"': "inch"}

_FEET = ("foot", "ft")

_INCHES = 12
"""In a foot."""

_TALLEST = 8
"""Feet of a person: "6-foot-2" is a height."""


def compound(row: Sequence[Token], first: Number) -> Built | None:
    """The figure that begins with ``first`` when a smaller unit of the same kind follows; ``None`` when none does."""
    after, unit = unit_at(row, first.end, first.value)
    if unit is None or first.money or first.value != int(first.value):
        return None
    joined = after < len(row) and (row[after].low == "and" or _hyphen(row, after))
    at = after + 1 if joined else after
    second = number_at(row, at) if at < len(row) else None
    if second is None or second.money or second.value < 0:
        return None
    end, smaller = _smaller(row, second, unit)
    if smaller is None and _is_height(row, after, first, second):
        end, smaller = second.end, INCH
    if smaller is None:
        return _unnamed_cents(row, first, second, unit) if at == after else None
    coins = unit.kind == "money" and smaller.kind == "coin"
    if not coins and _PAIRS.get(unit.name, "-") != _LONG.get(smaller.name, smaller.name):
        return None
    size = smaller.factor if coins else _size(smaller) / _size(unit)
    value, half = first.value + second.value * size, second.half * size
    whole = measured(row, first.begin, first.end, "", value)
    further = measured(row, second.begin, second.end, "", second.value)
    measure = whole._replace(unit_end=end, rate_end=end, thing=further.thing)
    if not coins:
        measure = measure._replace(unit=unit.base if unit.kind == "measure" else POUND.base, factor=_size(unit))
    quantity = stated(value, half, measure, qualifier_before(row, first.begin))
    return Built(first.begin, end, quantity, value, measure)


def _smaller(row: Sequence[Token], second: Number, larger: Unit) -> tuple[int, Unit | None]:
    """The unit of the second number; "in" is one behind feet: "5 ft 2 in"."""
    at = second.end
    if larger.name in _FEET and second.value < _INCHES and _is_inch(row, at):
        return at + 1, INCH
    return unit_at(row, at, second.value)


def _is_inch(row: Sequence[Token], at: int) -> bool:
    """Whether "in" is an inch: "5 ft 2in", "5 ft 2 in tall", not "5 ft 2 in July"."""
    if at >= len(row) or row[at].text != "in":
        return False
    following = row[at + 1] if at + 1 < len(row) else None
    glued = row[at].start == row[at - 1].end
    return (
        glued or following is None or not (following.word or following.digits) or following.low in words("lengthways")
    )


def _is_height(row: Sequence[Token], after: int, first: Number, second: Number) -> bool:
    """ "6-foot-2", "six foot two": inches that are not called so."""
    foot = row[after - 1].low in _FEET and first.value <= _TALLEST
    return foot and second.value < _INCHES and second.value == int(second.value) and second.scale == 1


def _hyphen(row: Sequence[Token], at: int) -> bool:
    """Whether a hyphen without spaces stands here."""
    return row[at].text == "-" and row[at - 1].end == row[at].start


def _size(unit: Unit) -> float:
    """The pound of "6 pounds 4 ounces" is the weight."""
    return POUND.factor if unit.name == "pound" else unit.factor


def _unnamed_cents(row: Sequence[Token], first: Number, second: Number, unit: Unit) -> Built | None:
    """ "15 dollars 50": two digits behind the currency, and nothing they could count."""
    counts = second.end < len(row) and row[second.end].word and row[second.end].low != "more"
    if unit.kind != "money" or counts or not 10 <= second.value < 100 or second.value % 1 or second.scale != 1:
        return None
    value = first.value + second.value / 100
    end = second.end
    measure = measured(row, first.begin, first.end, "", value)._replace(unit_end=end, rate_end=end, thing="")
    quantity = stated(value, 0.005, measure, qualifier_before(row, first.begin))
    return Built(first.begin, end, quantity, value, measure)
