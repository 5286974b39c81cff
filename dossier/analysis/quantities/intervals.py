"""From a number in a row of tokens to a quantity: qualifier, interval, unit and thing."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite
from typing import Final, NamedTuple

from dossier.analysis.language.lists import table, words
from dossier.analysis.quantities.measures import Measure, measured, unit_at
from dossier.analysis.quantities.numerals import Number, number_at
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import QUALIFIERS, SCALES, VAGUE
from dossier.model.quantity import Quantity

_FILLERS: Final = frozenset({"a", "an", "the", "estimated", "total", "of", "another", "additional"})


class Built(NamedTuple):
    """A quantity and the tokens it stands in, ``end`` exclusive, its rate included.

    ``value`` is the number before conversion, ``measure`` what it is a number of.
    """

    begin: int
    end: int
    quantity: Quantity
    value: float
    measure: Measure


def vague(row: Sequence[Token], at: int) -> Built:
    """ "Thousands of jobs" is a thousand or more, "tens of thousands" ten thousand."""
    begin, value = at, VAGUE[row[at].low]
    if at + 2 < len(row) and row[at + 1].low == "of" and row[at + 2].low in VAGUE:
        at, value = at + 2, value * VAGUE[row[at + 2].low]
    elif at >= 2 and row[at - 2].low == "tens":
        begin, value = at - 2, value * 10
    after = at + 2 if at + 1 < len(row) and row[at + 1].low == "of" else at + 1
    measure = measured(row, begin, after, "", value)
    base = value * measure.factor
    quantity = Quantity(base, base, inf, measure.unit, measure.thing, "at least")
    return Built(begin, max(measure.rate_end if measure.unit else 0, at + 1), quantity, value, measure)


WHOLE = 0.5
"""By how much a number may be off that is told to the last one."""


OLDEST = 120
"""Years from which on an age is that of a thing."""


def some(row: Sequence[Token], at: int) -> Built:
    """ "Several hundred people", "a few thousand": two to ten of the scale."""
    scale = SCALES[row[at + 1].low]
    measure = measured(row, at, at + 2, "", scale)
    low = 2 * scale * measure.factor
    quantity = Quantity(low, low, 5 * low, measure.unit, measure.thing, "about")
    return Built(at, measure.rate_end if measure.unit else at + 2, quantity, 2 * scale, measure)


def one_figure(row: Sequence[Token], number: Number) -> Built:
    """A figure with its own precision as interval."""
    after, behind = _bound_behind(row, number.end)
    measure = measured(row, number.begin, after, number.money, number.value)
    behind = behind or (measure.unit and _bound_behind(row, measure.rate_end)[1])
    qualifier = behind or qualifier_before(row, number.begin)
    if qualifier and _is_while(row, number.begin, measure):
        qualifier = ""
    half = min(number.half, WHOLE) if number.value < OLDEST and _is_age(row, measure) else number.half
    quantity = stated(number.value, half, measure, qualifier)
    return Built(number.begin, measure.rate_end if measure.unit else after, quantity, number.value, measure)


def _is_age(row: Sequence[Token], measure: Measure) -> bool:
    """ "50 years old", "a 50-year-old": nobody rounds the age of a person."""
    following = [token.low for token in row[measure.unit_end : measure.unit_end + 2]]
    return measure.unit == "year" and (following[:1] == ["old"] or following == ["-", "old"])


def stated(value: float, half: float, measure: Measure, qualifier: str) -> Quantity:
    """The quantity of a number that may be off by ``half``, in the base unit."""
    value, half = value * measure.factor, half * measure.factor
    unit, thing = measure.unit, measure.thing
    if qualifier == "at least":
        return Quantity(value, value, inf, unit, thing, qualifier)
    if qualifier == "at most":
        return Quantity(value, min(0.0, value), value, unit, thing, qualifier)
    low = value - half if value < 0 else max(value - half, 0.0)
    return Quantity(value, low, value + half, unit, thing, qualifier)


def between(row: Sequence[Token], first: Number) -> Built | None:
    """ "2-3 %", "$2 to 3 billion", "between 2 and 3 million", "five or six": the middle, and the ends as interval."""
    at, unit = unit_at(row, first.end) if first.end < len(row) and row[first.end].text != "-" else (first.end, None)
    if [token.low for token in row[at : at + 3]] == ["-", "to", "-"]:
        at += 2
    if at + 1 >= len(row) or row[at].low not in ("-", "to", "and", "through", "or"):
        return None
    if row[at].low == "and" and not (first.begin and row[first.begin - 1].low in ("between", "from")):
        return None
    second = number_at(row, at + 1)
    if second is None:
        return None
    carried = first.value * (second.scale if first.scale == 1 else 1)
    low = carried if carried < second.value else first.value
    if row[at].low == "or" and (second.value > _EITHER * low or first.money != second.money):
        return None  # "five or six", not "one or a hundred", nor "$50 or 60 days"
    if not isfinite(low) or low >= second.value or low < 0:
        return None
    measure = measured(row, first.begin, second.end, first.money or second.money, second.value)
    if unit is not None and (measure.named is None or measure.named.base != unit.base):
        return None
    low, high = low * measure.factor, second.value * measure.factor
    quantity = Quantity((low + high) / 2, low, high, measure.unit, measure.thing, "range")
    end = measure.rate_end if measure.unit else second.end
    return Built(first.begin, end, quantity, (low + high) / 2 / measure.factor, measure)


_EITHER: Final = 2
"""Times the first of two numbers that the second may be for "or" to tell of one figure that is not known well."""


def _bound_behind(row: Sequence[Token], at: int) -> tuple[int, str]:
    """ "100+", "100 plus", "10 or more", "18 years and above": the index after it, and the qualifier."""
    if at + 1 < len(row) and row[at].text == "-" and row[at + 1].low == "plus":
        return at + 2, "at least"
    following = [token.low for token in row[at : at + 2]]
    if following[:1] in (["+"], ["plus"]):
        return at + 1, "at least"
    found = table("qualifiers_behind").get(" ".join(following), "")
    further = row[at + 2] if at + 2 < len(row) else None
    if not found or (further is not None and further.low == "than"):
        return at, ""
    if found.endswith(_LAST) and further is not None and further.text not in _CLOSING:
        return at, ""
    return at + 2, found.removesuffix(_LAST)


_LAST: Final = " last"
_CLOSING: Final = frozenset(",.;:!?)]\"'-")
"""Signs behind which neither a figure goes on nor what it counts."""


def _is_while(row: Sequence[Token], begin: int, measure: Measure) -> bool:
    """Whether "over" says in what time something happens: "repaid over 18 years", and not "for over five hours"."""
    over = begin - 2 if begin > 1 and row[begin - 1].low == "the" else begin - 1
    if measure.unit not in ("day", "year") or over < 0 or row[over].low != "over":
        return False
    before = row[over - 1].low if over else ""
    following = row[measure.unit_end].low if measure.unit_end < len(row) else ""
    if following in words("then_words") or following in words("behind_bounds"):
        return False  # "built over 100 years ago", "spent over 20 years in jail"
    return over < begin - 1 or before in words("before_while") or before in SCALES or before == "%"


def qualifier_before(row: Sequence[Token], begin: int) -> str:
    """How a figure is meant, from the words before it; empty when they do not say."""
    before = [token.low for token in row[max(begin - 8, 0) : begin] if token.text != "."]
    estimated = False
    while before:
        for length in range(min(4, len(before)), 0, -1):
            phrase = " ".join(before[-length:])
            if phrase in QUALIFIERS and phrase != "estimated":
                return QUALIFIERS[phrase]
        if before[-1] not in _FILLERS:
            break
        estimated |= before.pop() == "estimated"
    return "about" if estimated else ""
