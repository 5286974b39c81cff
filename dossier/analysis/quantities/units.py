"""Units, currencies and number words: the tables that figures are read by, from ``data/en`` and ``data/any``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from dossier.analysis.language.lexicon import nations
from dossier.analysis.language.lists import entries, table, words

_ANY: Final = "any"
"""The folder of what is written alike in many languages: signs, codes, symbols."""


def _numbers(name: str) -> dict[str, float]:
    return {word: float(value) for word, value in table(name).items()}


SCALES: Final[dict[str, float]] = _numbers("scales")
"""Words and letters after a number that multiply it; "billion" is the short scale."""

NUMBER_WORDS: Final[dict[str, int]] = {word: int(value) for word, value in table("number_words").items()}
"""Below a hundred."""

VAGUE: Final[dict[str, float]] = _numbers("vague_numbers")
"""Plurals that say no more than "at least"."""

SYMBOLS: Final[dict[str, str]] = table("currency_signs", _ANY)

CODES: Final[frozenset[str]] = words("currency_codes", _ANY)
"""ISO 4217."""

CODE_WORDS: Final[frozenset[str]] = frozenset(
    name for name, code in table("currencies").items() if name.upper() == code
)
"""Codes that in lower case are no other word."""

QUALIFIERS: Final[dict[str, str]] = table("qualifiers")
"""What stands before a figure and says how it is meant."""

MONTHS: Final[frozenset[str]] = words("quantity_months")
"""Without May, which is a verb as often as not."""

TROY_OUNCE: Final = 0.0311034768
"""Kilograms. Ounces of precious metal are troy (NIST SP 811)."""

PRECIOUS: Final[frozenset[str]] = frozenset({"gold", "silver", "platinum", "palladium", "rhodium", "bullion"})

VULGAR: Final[dict[str, float]] = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅕": 1 / 5}


class Unit(NamedTuple):
    """A unit as it is written: ``name`` in the singular, the base unit, and its size in that.

    ``kind`` is ``money``, ``coin`` or ``measure``. A pound is both money and a measure: it is ``money`` here.
    """

    name: str
    base: str
    factor: float
    kind: str = "measure"


POUND: Final = Unit("pound", "kg", 0.45359237)
"""The pound that is a weight (NIST SP 811)."""

STONE: Final = Unit("stone", "kg", 6.35029318)
"""Of fourteen pounds: a weight of people alone."""

INCH: Final = Unit("inch", "m", 0.0254)


@cache
def units() -> dict[str, Unit]:
    """Every written form of a unit, a currency or a coin, its words set apart by one space.

    In lower case but for currency codes, which would be words ("cop", "try") otherwise.
    """
    found = _measures()
    for name, code in _currencies():
        unit = Unit(name, code, 1.0, "money")
        for form in _forms(name):
            found.setdefault(form, unit)
            if form in ("pound", "pounds"):
                found[form] = unit
    for line in entries("coins"):
        name, code, value = line.split("\t")
        for form in _forms(name):
            found[form] = Unit(name, code, float(value), "coin")
    for sign, code in SYMBOLS.items():
        found.setdefault(sign.lower(), Unit(sign, code, 1.0, "money"))
    for code in CODES:
        found[code] = Unit(code, code, 1.0, "money")
    return found


def _currencies() -> Iterator[tuple[str, str]]:
    """The names of currencies with their codes, as listed, and then by every other name of their country."""
    listed = table("currencies")
    yield from listed.items()
    for name, code in listed.items():
        parts = name.split()
        for at in range(1, len(parts)):
            if words("money_homonyms").isdisjoint(parts[at:]):
                for nation in nations().get(" ".join(parts[:at]), ()):
                    yield " ".join([nation, *parts[at:]]), code


def _measures() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for line in entries("units"):
        names, base, factor = line.split("\t")
        forms = [name.strip() for name in names.split(",")]
        for form in forms:
            for written in _forms(form):
                found[written] = Unit(forms[0], base, float(factor))
    for line in entries("units", _ANY):
        name, base, factor = line.split("\t")
        found.setdefault(name, Unit(name, base, float(factor)))
    return found


def _forms(name: str) -> tuple[str, ...]:
    return (name, f"{name}s") if name[-1].isalpha() else (name,)


@cache
def starts_of_units() -> dict[str, int]:
    """The first word of every written form of a unit, and how many words the longest form with it has."""
    longest: dict[str, int] = {}
    for form in units():
        parts = form.split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


@cache
def denominators() -> dict[str, int]:
    """Words for parts, singular: "third" is 3."""
    return {word: int(float(value)) for word, value in table("denominators").items()}
