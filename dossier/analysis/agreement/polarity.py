"""Whether one statement says what another denies: "was arrested" and "was not arrested"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dossier.analysis.language.lists import table
from dossier.analysis.language.normal_form import UNIFIED
from dossier.analysis.language.stems import terms

_LONGEST = 1_000
"""Code points of a statement that are looked at."""

_MOSTLY = 0.7
"""Share of their words that two statements must have in common for one to be the denial of the other."""

_KEPT = 1 << 15
"""Statements whose negation is kept: each is held beside many others."""


def opposed(one: str, other: str) -> bool:
    """Whether exactly one of the two is negated."""
    return negated(one) != negated(other)


def denies(one: str, other: str) -> bool:
    """Whether exactly one of the two is negated, and they are otherwise nearly the same words."""
    if not opposed(one, other):
        return False
    here, there = terms(one), terms(other)
    return len(here & there) >= _MOSTLY * len(here | there) > 0


@lru_cache(_KEPT)
def negated(text: str) -> bool:
    """Whether a statement has a word that turns it into its opposite; "not only" does not."""
    start = text[:_LONGEST]
    return _negation().search(start if start.isascii() else start.translate(UNIFIED)) is not None


@cache
def _negation() -> re.Pattern[str]:
    denying = table("denying")
    words = "|".join(rf"{re.escape(word)}\b" + (rf"(?! (?:{but})\b)" if but else "") for word, but in denying.items())
    return re.compile(rf"\b(?:{words})|n't\b", re.IGNORECASE)
