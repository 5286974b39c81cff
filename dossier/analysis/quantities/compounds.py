"""Figures in two units: "5 feet 2 inches", "thirteen dollars and forty-five cents"."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.analysis.quantities.intervals import Built, qualifier_before, stated
from dossier.analysis.quantities.measures import measured, unit_at
from dossier.analysis.quantities.numerals import Number, number_at
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import Unit

_PAIRS = frozenset({("foot", "inch"), ("pound", "ounce"), ("hour", "minute"), ("minute", "second"), ("year", "month")})


def compound(row: Sequence[Token], first: Number) -> Built | None:
    """The figure that begins with ``first`` when a smaller unit of the same kind follows; ``None`` when none does."""
    after, unit = unit_at(row, first.end, first.value)
    if unit is None or first.money or first.value != int(first.value):
        return None
    at = after + 1 if after < len(row) and row[after].low == "and" else after
    second = number_at(row, at) if at < len(row) else None
    if second is None or second.money or second.value < 0:
        return None
    end, smaller = unit_at(row, second.end, second.value)
    if smaller is None:
        return _unnamed_cents(row, first, second, unit) if at == after else None
    coins = unit.kind == "money" and smaller.kind == "coin"
    if not coins and (unit.name, smaller.name) not in _PAIRS:
        return None
    size = smaller.factor / (1.0 if coins else _size(unit.name, unit.factor))
    value, half = first.value + second.value * size, second.half * size
    measure = measured(row, first.begin, first.end, "", value)._replace(unit_end=end, rate_end=end)
    further = measured(row, second.begin, second.end, "", second.value)
    measure = measure._replace(thing=further.thing)
    quantity = stated(value, half, measure, qualifier_before(row, first.begin))
    return Built(first.begin, end, quantity, value, measure)


def _size(name: str, factor: float) -> float:
    """The pound of "6 pounds 4 ounces" is the weight."""
    return 0.45359237 if name == "pound" else factor


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
