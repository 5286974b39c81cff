"""Numbers in words: "two hundred and five", "twenty-one", "half a", "two-thirds", "five point five"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import NUMBER_WORDS, SCALES, VULGAR, denominators

_PRECISE = 0.05
"""Half of the last place of a fraction: "half" and "one and a half" are read like .5 and 1.5."""


class Spelled(NamedTuple):
    """A number before its scale: value, half a unit of its last place, the index after it.

    ``parts`` is the denominator when it is a fraction, else 0.
    """

    value: float
    half: float
    end: int
    parts: int = 0


def spelled(row: Sequence[Token], at: int) -> Spelled | None:
    """The number in words that begins at token ``at``, but for the scale after it; ``None`` when none does.

    A bare "a" counts as one: whether that is a number depends on what follows.
    """
    low = row[at].low
    if low in ("half", "quarter"):
        return _alone(row, at)
    if low in ("a", "an"):
        return _part(row, at + 1, 1.0, single=True) or _article(row, at)
    if low == "dozen":
        return Spelled(12.0, 0.5, at + 1)
    cardinal = _cardinal(row, at)
    if cardinal is None:
        return None
    return _with_parts(row, at, cardinal)


def fraction_after(row: Sequence[Token], at: int) -> tuple[float, int] | None:
    """The value of "and a half" or "and three fifths", and the index after it."""
    hyphened = [token.low for token in row[at : at + 6]]
    if hyphened[:5] in (["-", "and", "-", "a", "-"], ["-", "and", "-", "one", "-"]) and hyphened[5:]:
        parts = denominators().get(hyphened[5], 0)
        return (1 / parts, at + 6) if parts else None  # "two-and-a-half"
    if at + 2 >= len(row) or row[at].low != "and":
        return None
    part = _fraction(row, at + 1)
    if part is None or row[part.end - 1].low in ("of", "a", "an") or part.value >= 1:
        return None
    return part.value, part.end


def _fraction(row: Sequence[Token], at: int) -> Spelled | None:
    """ "A half", "three fifths": without looking for a further fraction behind it, which would never end."""
    if row[at].low == "half":
        return _alone(row, at)
    if row[at].low in ("a", "an"):
        return _part(row, at + 1, 1.0, single=True)
    cardinal = _cardinal(row, at)
    return None if cardinal is None else _part(row, cardinal.end, cardinal.value, single=cardinal.value == 1)


def _article(row: Sequence[Token], at: int) -> Spelled | None:
    """ "A million", "a hundred": one, when a scale follows."""
    if at + 1 < len(row) and row[at + 1].low in SCALES and len(row[at + 1].low) > 2:
        return Spelled(1.0, 0.5, at + 1)
    return None


def _alone(row: Sequence[Token], at: int) -> Spelled:
    """ "Half", "half a", "half of a", "a quarter of a" before a scale."""
    value = 1 / denominators()[row[at].low]
    return Spelled(value, _PRECISE, _before_scale(row, at + 1), denominators()[row[at].low])


def _before_scale(row: Sequence[Token], at: int) -> int:
    """Steps over "of a" and "a" where a scale follows."""
    after = at
    if after < len(row) and row[after].low == "of":
        after += 1
    if after < len(row) and row[after].low in ("a", "an"):
        after += 1
    if after < len(row) and row[after].low in SCALES and len(row[after].low) > 2:
        return after
    return at


def _cardinal(row: Sequence[Token], at: int) -> Spelled | None:
    """Below a thousand, "twelve hundred" too: what stands before a scale word."""
    low = row[at].low
    if low not in NUMBER_WORDS:
        return None
    value, at = NUMBER_WORDS[low], at + 1
    value, at = _units(row, at, value)
    half = 0.5
    if at < len(row) and row[at].low == "hundred" and 0 < value < 100:
        value, at, half = value * 100, at + 1, 50.0
        rest, after = _below_hundred(row, at)
        if rest:
            return Spelled(float(value + rest), 0.5, after)
    return Spelled(float(value), half, at)


def _units(row: Sequence[Token], at: int, tens: int) -> tuple[int, int]:
    """ "Five" after "twenty" or "twenty-"."""
    if tens < 20 or tens % 10:
        return tens, at
    start = at + 1 if at < len(row) and row[at].text == "-" else at
    if start < len(row) and 0 < NUMBER_WORDS.get(row[start].low, 0) < 10:
        return tens + NUMBER_WORDS[row[start].low], start + 1
    return tens, at


def _below_hundred(row: Sequence[Token], at: int) -> tuple[int, int]:
    """ "And five", "seventy-one" after "two hundred"; 0 when there is none or it is a number of its own."""
    start = at + 1 if at < len(row) and row[at].low == "and" else at
    if start >= len(row):
        return 0, at
    if row[start].text.isdecimal() and start > at and len(row[start].text) < 3:
        return int(row[start].text), start + 1
    value = NUMBER_WORDS.get(row[start].low, 0)
    if not value:
        return 0, at
    value, after = _units(row, start + 1, value)
    own = after < len(row) and row[after].low == "hundred"
    return (0, at) if own else (value, after)


def _with_parts(row: Sequence[Token], at: int, cardinal: Spelled) -> Spelled | None:
    """The cardinal with "point five", "and a half" or "thirds" after it; an ordinal is no number."""
    after = cardinal.end
    if after >= len(row):
        return cardinal
    if row[after].low == "point":
        return _decimal(row, after, cardinal)
    if row[after].text in VULGAR:
        return Spelled(cardinal.value + VULGAR[row[after].text], _PRECISE, after + 1)
    part = _part(row, after, cardinal.value, single=cardinal.value == 1)
    if part is not None:
        return part
    bare = row[after].text == "-" and row[after - 1].end == row[after].start
    ordinal = row[after + 1 if bare and after + 1 < len(row) else after].low
    if ordinal in denominators() and cardinal.value >= 20 and ordinal not in ("half", "quarter"):
        return None
    mixed = fraction_after(row, after)
    if mixed is not None:
        return Spelled(cardinal.value + mixed[0], _PRECISE, mixed[1])
    return cardinal


def _decimal(row: Sequence[Token], at: int, whole: Spelled) -> Spelled:
    """ "Five point five", "two hundred point seventy-one": the digits after the point as they are spoken."""
    digits, after = "", at + 1
    while after < len(row) and row[after].low in NUMBER_WORDS and len(digits) < 15:
        value, after = _units(row, after + 1, NUMBER_WORDS[row[after].low])
        digits += str(value)
    if not digits:
        return whole
    return Spelled(float(f"{whole.value:.0f}.{digits}"), 0.5 * 10.0 ** -len(digits), after)


def _part(row: Sequence[Token], at: int, count: float, *, single: bool) -> Spelled | None:
    """ "Thirds" after two, "third" after one or "a": the fraction, an "of a" before a scale included."""
    if at < len(row) and row[at].text == "-":
        at += 1
    parts, after = _denominator(row, at, single=single)
    if parts < 2:
        return None
    return Spelled(count / parts, min(0.5 / parts, _PRECISE), _before_scale(row, after), parts)


def _denominator(row: Sequence[Token], at: int, *, single: bool) -> tuple[int, int]:
    """What "thirds", "twenty-first" or "one hundred fifth" divides by, and the index after it; 0 when it does not."""
    if at >= len(row):
        return 0, at
    whole, after = 0, at
    cardinal = _cardinal(row, at)
    if cardinal is not None and cardinal.value >= 20:
        whole, after = int(cardinal.value), cardinal.end
        if after + 1 < len(row) and row[after].text == "-":
            after += 1
        if after < len(row) and row[after].low == "and":
            after += 1
    if after >= len(row):
        return 0, at
    low = row[after].low
    plural = low.endswith("s") and low not in denominators()
    parts = denominators().get(low[:-1] if plural else low, 0)
    if low == "halves":
        plural = True
    if not parts or (plural == single and low != "half") or (parts < 3 and not whole and "hal" not in low):
        return 0, at
    if whole and (parts >= (10 if whole % 100 else 100) or low.startswith(("half", "quarter"))):
        return 0, at
    return whole + parts, after + 1
