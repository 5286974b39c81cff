"""What stands after a number: its unit, what it is per, and the thing that is counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from dossier.analysis.language.lists import table, words
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import (
    NUMBER_WORDS,
    POUND,
    PRECIOUS,
    STONE,
    TROY_OUNCE,
    Unit,
    denominators,
    starts_of_units,
    units,
)

_LONGEST_THING: Final = 4
"""In words."""

_MANY: Final = 1000
"""From here on "won" is money, and below it a verb."""

_QUOTED: Final = 30
"""In tokens: how far back an open quotation is looked for."""

_YEARLY: Final = frozenset({"annual", "annually", "yearly"})
_BEFORE_THINGS: Final = frozenset({"-", "of", "worth", "the", "total", "other", "more", "fewer"})
_BRACKETS: Final = {"[": "]", "{": "}", "<": ">"}
_IRREGULAR: Final = frozenset({"people", "men", "women", "children", "police", "troops"})

_SECONDS: Final = 86_400
"""In a day."""

_NETWORKS: Final = 10
"""Generations of telephone networks are fewer."""

_MODEL: Final = 3
"""Letters before the number of a model, at most."""


class Measure(NamedTuple):
    """Unit with its rate, factor to it, thing, and the index of the token after each."""

    unit: str
    factor: float
    thing: str
    named: Unit | None
    unit_end: int
    rate_end: int


def measured(row: Sequence[Token], begin: int, at: int, money: str, value: float) -> Measure:
    """What the number from token ``begin`` to ``at`` measures; ``money`` is the currency before it, or empty."""
    after, named = unit_at(row, at, value)
    if money and (named is None or named.kind != "money" or row[after - 1].text != named.name):
        after, named = at, None
    unit, factor = (named.base, named.factor) if named else (money, 1.0)
    unit_end = after
    as_money = bool(money) or (named is not None and named.kind != "measure")
    per, divisor, rate_end = _rate(row, after)
    timed = (named is None or named.base in ("day", "year")) and not money
    then = row[rate_end].low if per and rate_end < len(row) else ""
    then_when = row[rate_end + 1].low if rate_end + 1 < len(row) else ""
    long_ago = per == "year" or row[rate_end - 1].low == "week"
    behind = long_ago and then in words("time_behind") and then_when not in words("time_of_then")
    if behind or (timed and then in words("then_words")):
        per, divisor, rate_end = "", 1.0, after  # "7 percent a year earlier", not "$15 an hour later in the year"
    elif per == "day" and unit == "m" and divisor < 1:
        unit, factor, per, divisor = "m/s", factor / divisor / _SECONDS, "", 1.0  # "90 km per hour"
    thing, thing_end, yearly = _thing(row, rate_end, counted=not unit, money=as_money)
    if unit == "m":
        thing = _dimension(row, rate_end) or thing
    if unit and not per:
        if yearly:
            per = "year"
        elif thing:
            per, divisor, _ = _rate(row, thing_end, timed=True)
        elif as_money:
            per, divisor, _ = _rate(row, _past_conversion(row, after))
    if named is not None and named.name == "ounce" and PRECIOUS & set(thing.split()):
        factor = TROY_OUNCE
    elif named is not None and named.name == "pound" and _weighs(row, begin, at, after):
        named, unit, factor = POUND, POUND.base, POUND.factor
    return Measure(f"{unit}/{per}" if per else unit, factor / divisor, thing, named, unit_end, rate_end)


def unit_at(row: Sequence[Token], at: int, value: float = 1.0) -> tuple[int, Unit | None]:
    """The unit that begins here, a hyphen before it stepped over, and the index after it."""
    if at >= len(row):
        return at, None
    start = at
    closing = _BRACKETS.get(row[at].text, "")
    if row[at].text == "-" or closing:
        start += 1
    if row[at].text == '"' and not _inches(row, at):
        return at, None
    if row[at].text == "pc" and at and row[at].start == row[at - 1].end:
        return at + 1, units()["%"]
    after, unit = _written(row, start)
    if unit is None and _is_stone(row, at, start):
        return start + 1, STONE
    if unit is None or (unit.base == "KRW" and value < _MANY and unit.name == "won"):
        return at, None
    if unit.name == "bit" and row[at].text != "-":
        return at, None
    if unit.name == "g" and row[start].text == "G" and value < _NETWORKS:  # "5G"
        return at, None
    joined = after + 1 < len(row) and row[after].text == "-" and row[after + 1].word
    if joined and unit.name in denominators() and start == at:
        return at, None  # "a 2013 second-round pick"
    if closing:
        return (after + 1, unit) if after < len(row) and row[after].text == closing else (at, None)
    return after, unit


def _written(row: Sequence[Token], at: int) -> tuple[int, Unit | None]:
    if at >= len(row):
        return at, None
    token = row[at]
    longest = starts_of_units().get(token.low, 0)
    if not longest:
        code = units().get(token.text) if token.text.isupper() else None
        return (at + 1, code) if code else (at, None)
    table = units()
    joined = _joined(row, at)
    if joined:
        return at + len(joined), table["".join(part.low for part in joined)]
    for length in range(longest, 0, -1):
        unit = table.get(" ".join([part.low for part in row[at : at + length]]))
        if unit is not None:
            after = min(at + length, len(row))
            return (at, None) if _runs_on(row, after) else (after, unit)
    if token.low in ("square", "cubic") and at + 2 < len(row) and row[at + 1].text == "-":
        unit = table.get(f"{token.low} {row[at + 2].low}")
        return (at + 3, unit) if unit else (at, None)
    if token.low in ("sq", "cu") and at + 2 < len(row) and row[at + 1].text == ".":
        unit = table.get(f"{token.low} {row[at + 2].low}")
        return (at + 3, unit) if unit else (at, None)
    return at, None


def _inches(row: Sequence[Token], at: int) -> bool:
    """Whether a double prime stands for inches: where no quotation is open that it could end, nor one begins."""
    begins = at + 1 < len(row) and row[at].end == row[at + 1].start and row[at + 1].word
    return not begins and sum(token.text == '"' for token in row[max(at - _QUOTED, 0) : at]) % 2 == 0


def _joined(row: Sequence[Token], at: int) -> Sequence[Token]:
    """The tokens of "km2", "km/h" and "°C", which are one word to a reader."""
    for length in (3, 2):
        part = row[at : at + length]
        near = len(part) == length and all(a.end == b.start for a, b in pairwise(part))
        if near and "".join(token.low for token in part) in units():
            return part
    return ()


def _runs_on(row: Sequence[Token], after: int) -> bool:
    """Whether what looked like a unit is a part of a longer code, as in "m212"."""
    return after < len(row) and row[after].digits and row[after].start == row[after - 1].end


def _rate(row: Sequence[Token], at: int, *, timed: bool = False) -> tuple[str, float, int]:
    """ "A year", "per tonne", "annually", "a share": what it is per, its size, and the index after it."""
    start = at
    while at < len(row) and row[at].text == "-":
        at += 1
    if at >= len(row):
        return "", 1.0, start
    low = row[at].low
    if low in ("annually", "yearly"):
        return "year", 1.0, at + 1
    if low in ("daily", "weekly", "monthly") and not timed:
        return "", 1.0, start
    if at + 1 >= len(row) or low not in ("per", "a", "an", "each", "every", "/"):
        return "", 1.0, start
    at += 1
    while at < len(row) - 1 and row[at].text == "-":
        at += 1
    if row[at].low == "annum":
        return "year", 1.0, at + 1
    after, unit = unit_at(row, at)
    if unit is not None and unit.name == "pound":
        unit = POUND
    if unit is not None and unit.kind == "measure" and (not timed or unit.base in ("year", "day")):
        return unit.base, unit.factor, after
    single = row[at].low
    if not timed and row[at].word and (single in words("rate_things") or (low == "per" and single.isalpha())):
        return single, 1.0, at + 1
    return "", 1.0, start


def _dimension(row: Sequence[Token], at: int) -> str:
    """What of something is measured, "high" in "a 60-metre-high wall" and "60 metres tall"; else empty."""
    after = at + (at < len(row) and row[at].text == "-")
    return table("dimensions").get(row[after].low, "") if after < len(row) else ""


def _past_conversion(row: Sequence[Token], at: int) -> int:
    """Where "per" stands behind a sum that is given in two currencies, "€99 ($112) per tonne"; else the end."""
    if at < len(row) and row[at].text == "(":
        at = next((n for n in range(at + 1, min(at + _CONVERSION, len(row))) if row[n].text == ")"), at)
    told = at + 1 < len(row) and row[at].text == ")" and row[at + 1].low == "per"
    return at + 1 if told else len(row)


_CONVERSION: Final = 8
"""Tokens of a sum in brackets."""


def _thing(row: Sequence[Token], at: int, *, counted: bool, money: bool) -> tuple[str, int, bool]:
    """The words that name what is counted, in lower case; the index after them; whether they say "annual"."""
    started, of = at, False
    while at < len(row) and row[at].low in _BEFORE_THINGS:
        of |= row[at].low == "of"
        at += 1
    if money and at == started and at + 1 < len(row) and row[at].low in ("in", "for"):
        following = row[at + 1]
        if not following.text.islower() or following.low in words("things_never") or _verbal(following):
            return "", at, False
        at += 1
    yearly = not counted and at < len(row) and row[at].low in _YEARLY
    if yearly:
        at += 1
    found, at = _noun_phrase(row, at, counted=counted, of=of and not money)
    return " ".join(found), at, yearly


def _noun_phrase(row: Sequence[Token], at: int, *, counted: bool, of: bool) -> tuple[list[str], int]:
    """One to four words up to one that cannot be a part of the name; the first plural ends what is counted."""
    found: list[str] = []
    ends = words("thing_ends")
    while at < len(row) and len(found) < _LONGEST_THING:
        token = row[at]
        if not token.word or token.low in ends or token.low == "of" or (not found and _leads(row, at)):
            break
        if not found and token.low in NUMBER_WORDS:
            break  # "14 two days earlier"
        if (found or not counted) and _verbal(token):
            break
        text, at = token.low, at + 1
        far = at + 2 * _LONGEST_THING
        while at + 1 < min(far, len(row)) and row[at].text == "-" and row[at].start == token.end and row[at + 1].word:
            token = row[at + 1]
            text, at = f"{text}-{token.low}", at + 2
        model = _model(row, at)
        if model:
            return [*found, f"{text}-{row[model - 1].low}"], model  # guns or rifles, it is the AK-47 that is counted
        found.append(text)
        if (counted or of) and _plural(text):
            break
    return found, at


def _model(row: Sequence[Token], at: int) -> int:
    """The index after the number of a model that goes with the word before ``at``: "AK-47", "AK 47"; else 0."""
    number = at + 1 if at < len(row) and row[at].text == "-" else at
    return number + 1 if number < len(row) and row[number].digits and is_model(row[at - 1]) else 0


def is_model(token: Token) -> bool:
    """Whether a word may be the letters of a model that has a number."""
    return token.text.isupper() and len(token.text) <= _MODEL


def _leads(row: Sequence[Token], at: int) -> bool:
    """Whether a word says where to: "50 miles north of the town", not "50 northern towns"."""
    after = row[at + 1] if at + 1 < len(row) else None
    direction = row[at].text.islower() and row[at].low in words("directions")
    return direction and (after is None or not after.word or after.low in ("of", "from"))


def _verbal(token: Token) -> bool:
    """Whether a word in lower case looks like a verb or an adverb: it ends the name before it."""
    low = token.text
    return low.islower() and len(low) > 4 and low.endswith(("ed", "ing", "ly")) and low not in words("verbal_nouns")


def _plural(word: str) -> bool:
    return word in _IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3)


def _weighs(row: Sequence[Token], begin: int, at: int, after: int) -> bool:
    """Whether pounds are a weight: "of copper", "a 20-pound bag", "weighs 200 pounds"; else they are money."""
    money = words("masses_of")
    following = row[after] if after < len(row) else None
    if following is not None and following.low == "of":
        next_word = row[after + 1] if after + 1 < len(row) else None
        return next_word is not None and next_word.text.islower() and next_word.low not in money
    if row[at].text == "-":
        return following is None or following.low not in money
    return _of_a_body(row, begin, after)


def _is_stone(row: Sequence[Token], at: int, start: int) -> bool:
    """ "12st 4lb", "15 stone 4 pounds", and "weighs 15 stone", which else is a material."""
    if start >= len(row) or row[start].text not in ("st", STONE.name):
        return False
    further = row[start + 1 : start + 3]
    short = len(further) > 1 and further[0].digits and further[1].low in ("lb", "lbs")
    if row[start].text == "st":
        return short
    pounds = len(further) > 1 and further[0].digits and further[1].low in ("pound", "pounds")
    return short or pounds or _of_a_body(row, at, start + 1)


def _of_a_body(row: Sequence[Token], begin: int, after: int) -> bool:
    """Whether the words around a figure say that it is a weight."""
    if after < len(row) and row[after].low in ("heavy", "heavier", "lighter", "overweight"):
        return True
    return any(token.low.startswith("weigh") for token in row[max(begin - 6, 0) : begin])
