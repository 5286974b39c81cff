"""A figure as it stands in the words of its passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from math import isclose, nan

from dossier.analysis.details.hours import hours
from dossier.analysis.details.ranks import ranks
from dossier.analysis.details.tallies import tallies
from dossier.analysis.quantities.reading import first_quantity
from dossier.analysis.quantities.running import FoundQuantity
from dossier.model.quantity import CLOCK, MAJORITY, RANK, Quantity

_KEPT = 1 << 15

_LONGEST = 4_000
"""Code points of a passage that are looked at."""

_UNIT = 30
"""Code points after a number in which its unit stands."""


def written(text: str, figure: Quantity) -> str:
    """A figure with its unit as it stands in the text, from its first digit; empty where it is not found.

    An hour, a rank or a tally is found as it is written: "5 p.m.", "third title", "86-77".
    """
    if figure.unit in AS_WRITTEN:
        start = text[:_LONGEST]
        found = (one for one in AS_WRITTEN[figure.unit](start) if _same(one.quantity, figure))
        return next((text[one.start : one.end] for one in found), "")
    for match in _digits().finditer(text[:_LONGEST]):
        value, length = _read(text[match.start() : match.end() + _UNIT])
        if isclose(value, figure.value, rel_tol=1e-9):
            return text[match.start() : match.start() + length]
    return ""


AS_WRITTEN: dict[str, Callable[[str], Iterator[FoundQuantity]]] = {CLOCK: hours, RANK: ranks, MAJORITY: tallies}
"""Units of figures that are told as they are written, and what finds them."""


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.unit, one.value) == (other.unit, other.value)


@lru_cache(_KEPT)
def _read(words: str) -> tuple[float, int]:
    """The number that words begin with, and its length in code points; one that equals none where there is no number.

    Kept, as the articles of one story give the same figures again and again.
    """
    found = first_quantity(words)
    return (found.quantity.value, found.end) if found is not None else (nan, 0)


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d[\d.,]*")
