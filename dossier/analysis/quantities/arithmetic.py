"""Numbers written as a small calculation: "2.5^-1", "6.2 x 10^4", "one over three"."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from dossier.analysis.quantities.numerals import Number, in_digits, number_at
from dossier.analysis.quantities.tokens import Token

_LONGEST_EXPONENT = 3
"""In digits: what is larger is no number that anybody states."""


def calculated(row: Sequence[Token], number: Number) -> tuple[float, int]:
    """The value of the calculation that begins with ``number``, and the index after it; its own when there is none."""
    at = number.end
    power = _power(row, at, number.value)
    if power is not None:
        return power
    if at + 3 < len(row) and row[at].low in ("x", "*", "×") and row[at + 1].text == "10":
        ten = _power(row, at + 2, 10.0)
        if ten is not None and isfinite(number.value * ten[0]):
            return number.value * ten[0], ten[1]
    if at + 1 < len(row) and row[at].low == "over":
        below = number_at(row, at + 1)
        if below is not None and below.value > 0 and not below.money:
            return number.value / below.value, below.end
    return number.value, at


def _power(row: Sequence[Token], at: int, base: float) -> tuple[float, int] | None:
    if at >= len(row) or row[at].text != "^":
        return None
    after, negative = at + 1, False
    while after < len(row) and row[after].text in "+-" and after < at + 3:
        after, negative = after + 1, negative ^ (row[after].text == "-")
    if after >= len(row) or not row[after].digits or len(row[after].text) > _LONGEST_EXPONENT:
        return None
    digits = in_digits(row[after].text)
    exponent = digits[0] if digits else 1.0
    try:
        raised: float = abs(base) ** (-exponent if negative else exponent)
    except (OverflowError, ZeroDivisionError):
        return None
    return (-raised if base < 0 else raised), after + 1
