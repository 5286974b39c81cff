"""Numbers as they are written: in digits or in words, with a scale and a currency before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import isfinite
from typing import Final, NamedTuple

from dossier.analysis.language.lists import words
from dossier.analysis.language.normal_form import SPACES, unified
from dossier.analysis.quantities.spelled import Spelled, fraction_after, spelled
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import CODE_WORDS, CODES, SCALES, SYMBOLS, VULGAR

_LONGEST_NUMBER = 300
"""In digits: the largest double has 309."""

_NAMED_BEFORE: Final = {"dollar": "USD", "euro": "EUR"}
"""Names that stand before an amount in some newspapers, where a scale follows it: "euro 5 million"."""

_GROUPING: Final = "\x1f"
"""What every space that is none of the keyboard's becomes: "1 250 000" in running text may be three numbers."""


class Number(NamedTuple):
    """A number with its scale: tokens ``begin`` to ``end``, end exclusive, ``first`` behind the currency sign.

    ``half`` is half a unit of its last significant digit: what it may be off by and still be written like this.
    ``scale`` is what it was multiplied by, ``money`` a currency code or empty, ``parts`` the denominator of a fraction
    or 0, ``digits`` whether it is written in digits.
    """

    value: float
    half: float
    scale: float
    money: str
    begin: int
    end: int
    first: int
    parts: int
    digits: bool


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{SPACES}]")


def _spaced(text: str) -> str:
    """The text with quotes and dashes unified, and spaces other than the keyboard's too, among themselves."""
    return text if text.isascii() else unified(_wide().sub(_GROUPING, text))


@cache
def _token() -> re.Pattern[str]:
    # As texts that were cut into words have it: "2, 000ft", "15, 800 - square - metre".
    spaced = r"(?:, 0\d\d)+|(?<!\d\d\d), \d{3}(?= - [a-z])"
    groups = rf"\d{{1,3}}(?:(?:[,'{_GROUPING}]\d{{3}})+|(?: \d{{3}}){{2,}}| 0\d\d|{spaced})(?:\.\d+)?(?!\d)"
    # With the space after it, or the engine would look for a token there.
    return re.compile(rf"(?:({groups}|\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)|((?:[A-Z]\.){{2,}}|[^\W\d_]+[²³]?)|(\S)) ?")


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The numbers, words and signs of ``text``, white space left out; ``offset`` is added to where they stand."""
    found: list[Token] = []
    for match in _token().finditer(_spaced(text)):
        kind = match.lastindex or 0
        word, start = match[kind], match.start() + offset
        found.append(Token(word, word.lower(), start, start + len(word), kind == 1, kind == 2))
    return found


def number_at(row: Sequence[Token], begin: int) -> Number | None:
    """The number that begins at token ``begin``, its sign and its currency included; ``None`` when none does."""
    at, negative = _sign(row, begin)
    at, money = _money(row, at)
    if money and at < len(row) and not negative:
        at, negative = _sign(row, at)
    if at >= len(row):
        return None
    token = row[at]
    written = _digital(row, at) if token.digits or token.text in VULGAR else spelled(row, at)
    if written is None:
        return None
    scale, after = _scale(row, written.end, money)
    if scale == 1.0 and token.digits and not money:
        scale, money, after = _after_code(row, written.end, after)
    if money.startswith("M") and money not in CODES:
        scale, money = scale * 1e6, money[1:]
    if token.low != row[begin].low and row[begin].low in _NAMED_BEFORE and scale == 1.0:
        return None
    if scale == 1.0 and token.low in ("a", "an") and not written.parts and written.end == at + 1:
        return None
    written = _continued(row, written, scale, after)
    value, half = written.value * scale, written.half * scale
    if not isfinite(value):
        return None
    value, end = -value if negative else value, max(written.end, after)
    return Number(value, half, scale, money, begin, end, at, written.parts, token.digits)


def _after_code(row: Sequence[Token], at: int, after: int) -> tuple[float, str, int]:
    """ "75 USD million" and "120 MEUR": the scale behind the currency, or within its code."""
    if at >= len(row) or not row[at].text.isupper():
        return 1.0, "", after
    code = row[at].text
    if code[0] == "M" and code[1:] in CODES:
        return 1.0, code, at + 1
    if code in CODES:
        scale, end = _scale(row, at + 1, code)
        if scale >= 1000:
            return scale, code, end
    return 1.0, "", after


def _sign(row: Sequence[Token], at: int) -> tuple[int, bool]:
    """The index after a minus, and whether there is one: not a hyphen between words, nor one between figures."""
    token = row[at]
    if token.low in ("minus", "negative"):
        return at + 1, True
    if token.text == "-" and at + 1 < len(row) and row[at + 1].start == token.end:
        alone = at == 0 or (row[at - 1].end < token.start and not row[at - 1].digits) or row[at - 1].text == "("
        return (at + 1, True) if alone else (at, False)
    return at, False


@cache
def _lettered() -> dict[str, str]:
    """Signs that are written in letters, such as Rs, in lower case."""
    return {sign.lower(): code for sign, code in SYMBOLS.items() if sign.isalpha() and sign.isascii()}


def _money(row: Sequence[Token], at: int) -> tuple[int, str]:
    """The index after a currency before a number, and its code."""
    if at >= len(row):
        return at, ""
    token = row[at]
    if token.text in SYMBOLS and not token.word:
        return at + 1, SYMBOLS[token.text]
    if not token.word or at + 1 >= len(row):
        return at, ""
    after = row[at + 1]
    if not after.word and after.text in SYMBOLS:
        code = _prefixed(token, after)
        if code:
            return at + 2, code
    if after.digits and (token.text in CODES or token.low in CODE_WORDS):
        return at + 1, token.text.upper()
    if after.digits and token.text[0] == "M" and token.text[1:] in CODES:
        return at + 1, token.text
    if after.digits and token.low in _NAMED_BEFORE:
        return at + 1, _NAMED_BEFORE[token.low]
    if token.low in _lettered():
        after_point = at + 2 if after.text == "." and after.start == token.end else at + 1
        if after_point < len(row) and row[after_point].digits:
            return after_point, _lettered()[token.low]
    return at, ""


def _prefixed(token: Token, sign: Token) -> str:
    """ "US$", "MXN$", and with a space "C $": but "a $5 note" is no Australian dollar."""
    upper = token.text.upper().replace(".", "")
    if upper in CODES:
        return upper
    if sign.start == token.end and token.text + sign.text in SYMBOLS:
        return SYMBOLS[token.text + sign.text]
    if token.text != upper and sign.start == token.end and token.low not in ("c", "us"):
        return ""
    if sign.start > token.end and upper not in ("C", "US", "HK", "NZ", "AU"):
        return ""
    return SYMBOLS.get(upper + sign.text, "")


def in_digits(digits: str) -> tuple[float, float] | None:
    """The value, and half a unit of the last significant digit: trailing zeros of a whole number are not."""
    if len(digits) > _LONGEST_NUMBER:
        return None
    digits = digits.replace(" ", "").replace("'", "").replace(_GROUPING, "")
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


def _digital(row: Sequence[Token], at: int) -> Spelled | None:
    """A number that begins with digits: "1.3", "10 1/2", "3/4", "2½", "3 and a half"."""
    token = row[at]
    if token.text in VULGAR:
        return Spelled(VULGAR[token.text], 0.05, at + 1, round(1 / min(VULGAR[token.text], 0.5)))
    number = in_digits(token.text)
    if number is None:
        return None
    value, half = number
    after = at + 1
    if after < len(row) and row[after].text in VULGAR:
        return Spelled(value + VULGAR[row[after].text], 0.05, after + 1)
    slashed = _slashed(row, after - 1)
    if slashed and not _slashed(row, after + 1):
        return Spelled(value / slashed, min(0.5 / slashed, 0.05), after + 2, int(slashed))
    if token.text.isdecimal():
        slashed = _slashed(row, after)
        if slashed:
            return Spelled(value + float(row[after].text) / slashed, 0.05, after + 3)
        mixed = fraction_after(row, after)
        if mixed is not None:
            return Spelled(value + mixed[0], 0.05, mixed[1])
    return Spelled(value, half, after)


def _slashed(row: Sequence[Token], at: int) -> float:
    """The denominator of a fraction like "3/4" whose first token is ``at``, or 0: short numbers, no space."""
    if at + 2 >= len(row) or row[at + 1].text != "/":
        return 0.0
    one, slash, other = row[at : at + 3]
    near = one.end == slash.start and other.start == slash.end
    if near and one.text.isdecimal() and other.text.isdecimal() and len(one.text + other.text) < 7:
        return float(other.text)
    return 0.0


def _scale(row: Sequence[Token], at: int, money: str) -> tuple[float, int]:
    """What "million" or "bn" after a number multiplies it by; "4m" is metres unless it is money or counts something."""
    scale = 1.0
    for _ in range(2):
        word = at + 1 if at < len(row) and row[at].text == "-" else at
        if word >= len(row):
            break
        low = row[word].low
        if low == "dozens":
            low = "dozen"
        if low not in SCALES:
            break
        if len(low) == 1:
            glued = row[word].start == row[word - 1].end
            named = word + 1 < len(row) and row[word + 1].word and not _is_length(row, word)
            million = row[word].text == "M" and not named
            if not million and (not glued or not (money or named or low != "m")):
                break
        scale *= SCALES[low]
        at = word + 1
    return scale, at


def _is_length(row: Sequence[Token], letter: int) -> bool:
    """Whether the words around "60m" say that it is a way or a height: after a verb of moving no thing is counted."""
    following = row[letter + 1].low
    moved = any(token.low in words("moving") for token in row[max(0, letter - _VERB) : letter])
    return following in words("lengthways") or (moved and following in words("way_words"))


_VERB: Final = 4
"""Tokens before the letter among which a verb of moving is looked for: "fell about 60m"."""


def _continued(row: Sequence[Token], first: Spelled, scale: float, at: int) -> Spelled:
    """ "4 thousand 3 hundred and 21": smaller parts after a scale word, as a part of the first scale."""
    if scale < 100 or at >= len(row) or len(row[at - 1].text) < 3:
        return first
    mixed = fraction_after(row, at)
    if mixed is not None and not first.parts:
        return first._replace(value=first.value + mixed[0], half=0.05, end=mixed[1])
    value, least, half, after = first.value * scale, scale, first.half, at
    while after < len(row):
        joined = row[after].low == "and"
        start = after + 1 if joined else after
        if start >= len(row) or not (row[start].digits or row[start].word):
            break
        number = in_digits(row[start].text) if row[start].digits else None
        part = Spelled(*number, start + 1) if number else spelled(row, start)
        if part is None or part.parts or row[start].low in ("a", "an", "half"):
            break
        factor, end = _scale(row, part.end, "")
        size = part.value * factor
        bare = row[start].digits and factor == 1 and not (joined and least == 100)
        if bare or size >= least or size <= 0 or size != int(size):
            break
        if joined and row[start].digits and factor > 1 and row[at - 1].low != "hundred":
            break
        value, half, after, least = value + size, 0.5 / scale, end, min(least, factor if factor > 1 else 1)
    return first._replace(value=value / scale, half=half, end=after)
