"""Numbers as they are written: in digits or in words, with a scale and a currency before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from dossier.analysis.normal_form import UNIFIED
from dossier.analysis.units import CODES, NUMBER_WORDS, SCALES, SYMBOLS

_TOKEN = re.compile(
    r"(\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)*)|([^\W\d_]+[²³]?)|\S",
)
_LONGEST_NUMBER = 300
"""In digits: the largest double has 309."""


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a single sign; ``start`` and ``end`` in code points of the text."""

    text: str
    low: str
    start: int
    end: int
    digits: bool
    word: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its scale: tokens ``begin`` to ``end``, end exclusive.

    ``half`` is half a unit of its last significant digit: what it may be off by and still be written like this.
    ``scale`` is what it was multiplied by, ``money`` a currency code or empty.
    """

    value: float
    half: float
    scale: float
    money: str
    begin: int
    end: int


def tokens(text: str) -> list[Token]:
    """The numbers, words and signs of ``text``, white space left out."""
    return list(_tokens(text.translate(UNIFIED)))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastindex
        yield Token(match[0], match[0].lower(), match.start(), match.end(), kind == 1, kind == 2)


def number_at(row: list[Token], begin: int) -> Number | None:
    """The number that begins at token ``begin``, its currency sign included; ``None`` when none does."""
    at, money = _money(row, begin)
    if at >= len(row):
        return None
    token = row[at]
    if token.digits:
        written = _in_digits(token.text)
        after = at + 1
    else:
        written, after = _in_words(row, at)
    if written is None:
        return None
    scale, after = _scale(row, after, money)
    value, half = written[0] * scale, written[1] * scale
    return Number(value, half, scale, money, begin, after) if isfinite(value) else None


def _money(row: list[Token], at: int) -> tuple[int, str]:
    """The index after a currency before a number, and its code."""
    token = row[at]
    if token.text in SYMBOLS:
        return at + 1, SYMBOLS[token.text]
    if not token.word or at + 1 >= len(row):
        return at, ""
    after = row[at + 1]
    if after.start == token.end and token.text + after.text in SYMBOLS:
        return at + 2, SYMBOLS[token.text + after.text]
    if token.text in CODES and after.digits:
        return at + 1, token.text
    if token.text == "Rs":
        return at + (2 if after.text == "." else 1), "rupee"
    return at, ""


def _in_digits(digits: str) -> tuple[float, float] | None:
    """The value, and half a unit of the last significant digit: trailing zeros of a whole number are not."""
    if len(digits) > _LONGEST_NUMBER:
        return None
    digits = digits.replace(" ", "").replace("'", "")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    whole, comma, after = digits.rpartition(",")
    if comma and "." not in digits and len(after) != 3 and "," not in whole:
        digits = f"{whole}.{after}"
    digits = digits.replace(",", "")
    whole, _, fraction = digits.partition(".")
    if fraction:
        return float(digits), 0.5 * 10.0 ** -len(fraction)
    kept = whole.rstrip("0")
    return float(whole), 0.5 * 10.0 ** (len(whole) - len(kept)) if kept else 0.5


def _in_words(row: list[Token], at: int) -> tuple[tuple[float, float] | None, int]:
    """The value of "seven", "twenty-five", "a" million or "half a" million, and the index after it."""
    low = row[at].low
    if low == "half" and at + 1 < len(row) and row[at + 1].low == "a" and _scaled(row, at + 2):
        return (0.5, 0.05), at + 2
    if low in ("a", "an"):
        return ((1.0, 0.5) if _scaled(row, at + 1) else None), at + 1
    if low == "dozen":
        return (12.0, 0.5), at + 1
    if low not in NUMBER_WORDS:
        return None, at
    value, after = NUMBER_WORDS[low], at + 1
    if value >= 20 and after + 1 < len(row) and row[after].text == "-":
        unit = NUMBER_WORDS.get(row[after + 1].low, 0)
        if 0 < unit < 10:
            return (float(value + unit), 0.5), after + 2
    return (float(value), 0.5), after


def _scaled(row: list[Token], at: int) -> bool:
    return at < len(row) and row[at].low in SCALES and len(row[at].low) > 1


def _scale(row: list[Token], at: int, money: str) -> tuple[float, int]:
    """What "million" or "bn" after a number multiplies it by; "4m" is metres unless money or a word says not."""
    scale = 1.0
    for _ in range(2):
        word = at + 1 if at < len(row) and row[at].text == "-" else at
        if word >= len(row) or row[word].low not in SCALES:
            break
        if len(row[word].low) == 1:
            glued = row[word].start == row[word - 1].end
            named = word + 1 < len(row) and row[word + 1].word
            if not glued or not (money or named or row[word].low != "m"):
                break
        scale *= SCALES[row[word].low]
        at = word + 1
    return scale, at
