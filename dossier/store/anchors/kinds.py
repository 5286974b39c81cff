"""What a word of a quote is, as far as it matters when it changes."""

from __future__ import annotations

from functools import cache
from typing import Final

from dossier.analysis.attribution.lexemes import cue_words
from dossier.analysis.language.lists import table, words
from dossier.analysis.quantities.units import CODES, NUMBER_WORDS, SCALES, SYMBOLS, VAGUE, denominators, units
from dossier.model.passage import ChangeKind

PUNCTUATION: Final = frozenset(",;:.…'\"()[]{}-/\\*_#|•·‣▪!¡`~^†‡§¶")
"""Signs that are looks: with or without them the words are the same. A question mark is none of them."""

ENDS: Final = frozenset(".?!…")
"""Signs that end a sentence."""

_CUE_SHARE = 0.5
"""A word that heads an attribution more often than not is a word of speech."""


def kind_of(key: str, raw: str) -> ChangeKind | None:
    """What the word with this key, written like this, is by itself; ``None`` for an ordinary word or a sign."""
    if any(letter.isnumeric() for letter in key):
        return ChangeKind.NUMBER
    if key in SYMBOLS or raw in CODES:
        return ChangeKind.CURRENCY
    if is_negation(key):
        return ChangeKind.NEGATION
    if key in words("modals") or key.endswith(("'ll", "'d")):
        return ChangeKind.MODAL
    return _listed().get(key.removesuffix("'s"))


def is_negation(key: str) -> bool:
    """Whether the word denies."""
    return key in words("negations") or key.endswith("n't")


def is_speech(key: str) -> bool:
    """Whether the word tells that somebody says something."""
    cue = cue_words().get(key)
    return cue is not None and cue.share > _CUE_SHARE


def leads_to_name(key: str) -> bool:
    """Whether the word may stand between a word of speech and a name: according to."""
    return table("function_words").get(key) == "T"


def is_month(key: str) -> bool:
    """Whether the word names a month."""
    return key in table("months")


def is_common(key: str) -> bool:
    """Whether a capital tells nothing about the word."""
    return key in words("stopwords")


@cache
def _listed() -> dict[str, ChangeKind]:
    """Single words that are numbers, currencies, units or parts of dates. Do not change what is returned."""
    found = {name: ChangeKind.CURRENCY if unit.kind != "measure" else ChangeKind.UNIT for name, unit in units().items()}
    found = {name: kind for name, kind in found.items() if " " not in name and (len(name) > 1 or not name.isalpha())}
    relative = (word for word, role in table("date_words").items() if role.startswith("deictic"))
    for word in (*table("weekdays"), *table("months"), *relative):
        found[word] = ChangeKind.DATE
    parts = {form for part in denominators() for form in (part, f"{part}s")}
    for word in (*NUMBER_WORDS, *VAGUE, *parts, *(scale for scale in SCALES if len(scale) > 1)):
        found[word] = ChangeKind.NUMBER
    return found
