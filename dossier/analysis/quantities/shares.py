"""Shares that are not written as percent: "three in ten", "two-thirds of voters", "half the country"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dossier.analysis.quantities.intervals import Built, qualifier_before, stated
from dossier.analysis.quantities.measures import Measure, measured, unit_at
from dossier.analysis.quantities.numerals import Number, number_at
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import denominators, units

_WHOLES: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000, 10000, 100000})
"""What shares are counted out of: any other "three in 11" is more likely something else."""

_DETERMINERS: Final = frozenset({"the", "its", "their", "all", "his", "her", "our", "these", "those"})
_ORDERED: Final = frozenset({"first", "other", "last", "final", "latter", "better", "opening", "top", "bottom"})
"""Before a half that is one of two, and no share."""

LABELS: Final = frozenset({"percent", "per", "cent", "percentage"})
"""First words of a percentage that is written before its number."""

_SCORED: Final = frozenset({"majority", "majorities", "vote", "stake", "share"})


def share(row: Sequence[Token], number: Number) -> Built | None:
    """The share that begins with ``number`` in percent, ``None`` when it is none.

    A share is as precise as half of one of its parts, and at most as half a tenth (our own rule).
    """
    if number.money or number.scale != 1 or number.value <= 0:
        return None
    return _part(row, number) if number.parts else _out_of(row, number)


def _part(row: Sequence[Token], number: Number) -> Built | None:
    """ "A third of", "half the", "two-thirds majority"; not "half a mile", nor "the second half"."""
    after = number.end
    if number.value >= 1 or after >= len(row):
        return None
    half = row[after - 1].low == "half"
    if row[number.first].low == "quarter" or is_one_of_parts(row, number):
        return None
    if row[after].low == "of":
        at = after + 1
        if at < len(row) and row[at].low in ("a", "an") and unit_at(row, at + 1)[1] is not None:
            return None
    elif row[after].low in _SCORED or (half and row[after].low in _DETERMINERS):
        at = after
    else:
        return None
    while at < len(row) and row[at].low in _DETERMINERS:
        at += 1
    return _shared(row, number, 100 * number.value, at, after)


def is_one_of_parts(row: Sequence[Token], number: Number) -> bool:
    """ "The second half", "the other third": one part of several, and no share."""
    before = row[number.begin - 1].low if number.begin else ""
    return before in _ORDERED or before in denominators()


def _out_of(row: Sequence[Token], number: Number) -> Built | None:
    """ "Three in ten", "9 out of 10", "one out of every five"."""
    at = number.end
    if at + 1 >= len(row) or number.value != int(number.value):
        return None
    if row[at].low == "out" and row[at + 1].low == "of":
        at += 2
    elif row[at].low == "in":
        at += 1
    else:
        return None
    if at < len(row) and row[at].low == "every":
        at += 1
    second = number_at(row, at) if at < len(row) else None
    if second is None or second.money or second.value not in _WHOLES or number.value >= second.value:
        return None
    if unit_at(row, second.end)[1] is not None or row[second.begin].low in ("a", "an"):
        return None
    value = 100 * number.value / second.value
    return _shared(row, second, value, second.end, second.end, begin=number.begin)


def _shared(row: Sequence[Token], number: Number, value: float, at: int, end: int, begin: int = -1) -> Built:
    """The share with what it is a share of."""
    begin = number.begin if begin < 0 else begin
    parts = number.parts or number.value
    counted = measured(row, begin, at, "", value)
    measure = Measure("%", 1.0, counted.thing, None, end, end)
    quantity = stated(value, min(50 / parts, 5.0), measure, qualifier_before(row, begin))
    return Built(begin, end, quantity, value, measure)


def labelled(row: Sequence[Token], at: int) -> Built | None:
    """ "Percent of 12", "per cent: 12" in a table: the unit as a label before its number, with nothing before it."""
    if at and (row[at - 1].word or row[at - 1].digits):
        return None
    after = at + 1 if row[at].low != "per" else at + 2
    if after + 1 >= len(row) or row[after - 1].low not in LABELS or row[after].text not in ("of", ":"):
        return None
    number = number_at(row, after + 1)
    if number is None or number.money or (number.end < len(row) and row[number.end].word):
        return None
    measure = Measure("%", 1.0, "", units()["%"], number.end, number.end)
    return Built(at, number.end, stated(number.value, number.half, measure, ""), number.value, measure)
