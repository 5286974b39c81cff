"""Reading a figure as a person writes it: "over 40 million ounces of gold", "$1.3 billion", "2-3 %"."""

from __future__ import annotations

from math import inf, isfinite

from dossier.analysis.numerals import Number, Token, number_at, tokens
from dossier.analysis.units import (
    CODES,
    CURRENCY_WORDS,
    MONTHS,
    PRECIOUS,
    QUALIFIERS,
    TROY_OUNCE,
    UNITS,
    VAGUE,
    words,
)
from dossier.model.quantity import Quantity

_LONGEST = 500
"""In code points: a figure with its words is never longer, and a hostile one is cut here."""

_FILLERS = frozenset({"a", "an", "the", "estimated", "total", "of"})
_BEFORE_YEARS = frozenset(
    words("by in since until till from before after late early mid end of the year - around about")
)
_THING_ENDS = frozenset(
    words(
        "a an the and or at with in for by per on over from to during within under annually yearly daily each every"
        " is are was were will would that which who this its their grading as than between among until since"
    )
)


def read_quantity(text: str) -> Quantity | None:
    """The first figure in a short ``text``, or ``None`` when it holds none; dates and bare years are none.

    The interval is the figure's own precision ("8,000" is 7,500 to 8,500), cut open or shut by its qualifier.
    Weights, lengths and the like are converted to one base unit each, currencies never.
    """
    row = tokens(text[:_LONGEST].replace("U.S.", "US"))
    if _dated(row):
        return None
    for at, token in enumerate(row):
        if token.low in VAGUE:
            return _vague(row, at)
        number = number_at(row, at)
        if number is not None:
            if _year(row, number):
                return None
            return _range(row, number) or _single(row, number)
        if token.digits:
            return None
    return None


def _dated(row: list[Token]) -> bool:
    """Whether it is a date that merely has digits: a month's name, or ISO 8601."""
    for at, token in enumerate(row):
        if token.low in MONTHS:
            return True
        beside = row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
        if token.text == "May" and any(other.digits for other in beside):
            return True
        if token.text == "-" and len(beside) == 2 and len(beside[0].text) == 4 and len(beside[1].text) == 2:
            return beside[0].text.isdecimal() and beside[1].text.isdecimal()
    return False


def _year(row: list[Token], number: Number) -> bool:
    text = row[number.begin].text
    bare = number.end == len(row) and len(text) == 4 and text.isdecimal() and "1500" <= text < "2100"
    return bare and all(token.low in _BEFORE_YEARS for token in row[: number.begin])


def _vague(row: list[Token], at: int) -> Quantity:
    """ "Thousands of jobs" is a thousand or more, "tens of thousands" ten thousand."""
    value = VAGUE[row[at].low]
    if row[at].low == "hundreds" and at + 2 < len(row) and row[at + 2].low in VAGUE:
        at, value = at + 2, value * VAGUE[row[at + 2].low]
    elif at >= 2 and row[at - 2].low == "tens":
        value *= 10
    after = at + 2 if at + 1 < len(row) and row[at + 1].low == "of" else at + 1
    unit, factor, thing = _measured(row, after, "")
    return Quantity(value * factor, value * factor, inf, unit, thing, "at least")


def _single(row: list[Token], number: Number) -> Quantity:
    after, open_ended = _open_ended(row, number.end)
    unit, factor, thing = _measured(row, after, number.money)
    value, half = number.value * factor, number.half * factor
    qualifier = "at least" if open_ended else _qualifier(row, number.begin)
    if qualifier == "at least":
        return Quantity(value, value, inf, unit, thing, qualifier)
    if qualifier == "at most":
        return Quantity(value, 0.0, value, unit, thing, qualifier)
    return Quantity(value, max(value - half, 0.0), value + half, unit, thing, qualifier)


def _range(row: list[Token], first: Number) -> Quantity | None:
    """ "2-3 %", "$2 to 3 billion", "between 2 and 3 million": the middle, and the ends as interval."""
    at = first.end
    if at < len(row) and row[at].text == "%":
        at += 1
    if at + 1 >= len(row) or row[at].low not in ("-", "to", "and"):
        return None
    if row[at].low == "and" and not (first.begin and row[first.begin - 1].low in ("between", "from")):
        return None
    second = number_at(row, at + 1)
    if second is None:
        return None
    low = first.value * (second.scale if first.scale == 1 else 1)
    if not isfinite(low) or low >= second.value:
        return None
    unit, factor, thing = _measured(row, second.end, first.money or second.money)
    low, high = low * factor, second.value * factor
    return Quantity((low + high) / 2, low, high, unit, thing, "range")


def _open_ended(row: list[Token], at: int) -> tuple[int, bool]:
    """ "100+", "100 plus" and "10 or more": the index after it, and whether it was there."""
    following = [token.low for token in row[at : at + 2]]
    if following[:1] in (["+"], ["plus"]):
        return at + 1, True
    if following in (["or", "more"], ["or", "over"]):
        return at + 2, True
    return at, False


def _qualifier(row: list[Token], begin: int) -> str:
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


def _measured(row: list[Token], at: int, money: str) -> tuple[str, float, str]:
    """Unit, factor to its base unit, and what is counted, from what stands after the number."""
    unit, factor, name = money, 1.0, ""
    if not money:
        at, name = _unit_at(row, at)
        if name in CODES:
            unit = name
        elif name in CURRENCY_WORDS:
            unit = CURRENCY_WORDS[name]
        elif name:
            unit, factor = UNITS[name]
    per, divisor, at = _rate(row, at)
    thing = _thing(row, at)
    if name in ("ounce", "oz") and PRECIOUS & set(thing.split()):
        factor = TROY_OUNCE
    return (f"{unit}/{per}" if per else unit), factor / divisor, thing


def _unit_at(row: list[Token], at: int) -> tuple[int, str]:
    """The unit that begins here, in the singular, and the index after it."""
    if at < len(row) and row[at].text == "-":
        at += 1
    for length in (3, 2, 1):
        words = " ".join(token.low for token in row[at : at + length])
        for name in (words, words.removesuffix("s"), words.removesuffix("es")):
            if name in UNITS or name in CURRENCY_WORDS:
                return min(at + length, len(row)), name
    if at < len(row) and row[at].text in CODES:
        return at + 1, row[at].text
    return at, ""


def _rate(row: list[Token], at: int) -> tuple[str, float, int]:
    """ "A year", "per tonne", "annually": the base unit it is per, its size, and the index after it."""
    if at < len(row) and row[at].low in ("annually", "yearly"):
        return "year", 1.0, at + 1
    if at + 1 < len(row) and row[at].low in ("per", "a", "an", "each", "every", "/"):
        if row[at + 1].low == "annum":
            return "year", 1.0, at + 2
        after, name = _unit_at(row, at + 1)
        if name in UNITS:
            return *UNITS[name], after
    return "", 1.0, at


def _thing(row: list[Token], at: int) -> str:
    """The one to three words that name what is counted, in lower case."""
    while at < len(row) and row[at].low in ("-", "of", "worth", "the"):
        at += 1
    words: list[str] = []
    for token in row[at : at + 3]:
        if not token.word or token.low in _THING_ENDS or token.low == "of":
            break
        words.append(token.low)
    return " ".join(words)
