"""Reading figures as a person writes them: "over 40 million ounces of gold", "$1.3 billion", "2-3 %"."""

from __future__ import annotations

from dossier.analysis.language.lists import words
from dossier.analysis.quantities.intervals import Built, between, one_figure, vague
from dossier.analysis.quantities.lookalikes import dated, is_year
from dossier.analysis.quantities.numerals import Number, number_at, tokens
from dossier.analysis.quantities.running import (
    Found,
    FoundQuantity,
    find_measures,
    find_numbers,
    find_quantities,
    of_noun,
)
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import VAGUE
from dossier.model.quantity import Quantity

__all__ = [
    "Found",
    "FoundQuantity",
    "find_measures",
    "find_numbers",
    "find_quantities",
    "first_quantity",
    "read_quantity",
]

_LONGEST = 500
"""In code points: a figure with its words is never longer, and a hostile one is cut here."""

_BEFORE_YEARS = words("before_years")


def read_quantity(text: str) -> Quantity | None:
    """The first figure in a short ``text``, or ``None`` when it holds none; dates and bare years are none.

    The interval is the figure's own precision ("8,000" is 7,500 to 8,500), cut open or shut by its qualifier.
    Weights, lengths and the like are converted to one base unit each, currencies never.
    """
    found = first_quantity(text)
    return found and found.quantity


def first_quantity(text: str) -> FoundQuantity | None:
    """The same with where it stands."""
    row = tokens(text[:_LONGEST])
    if dated(row):
        return None
    for at, token in enumerate(row):
        if token.low in VAGUE:
            return _placed(row, vague(row, at))
        number = number_at(row, at)
        if number is not None:
            return None if _year(row, number) else _placed(row, between(row, number) or one_figure(row, number))
        if token.digits:
            return None
    return None


def _placed(row: list[Token], built: Built) -> FoundQuantity:
    return FoundQuantity(row[built.begin].start, row[built.end - 1].end, of_noun(row, built, built.quantity))


def _year(row: list[Token], number: Number) -> bool:
    bare = number.end == len(row) and is_year(row[number.begin].text)
    return bare and all(token.low in _BEFORE_YEARS for token in row[: number.begin])
