"""Which figures of a passage it states, and which it only sets beside them: what was before, or what is not so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lists import entries, table, words
from dossier.analysis.quantities.running import FoundQuantity
from dossier.analysis.quantities.units import QUALIFIERS

NEAR = 60
"""Code points before a figure that are looked at."""
DETERMINERS = frozenset("DG")
"""Letters of "the" and of "their" among the function words."""


class Asserted(NamedTuple):
    """The figures that a passage states, and those of which it says that they held before."""

    figures: list[FoundQuantity]
    before: list[FoundQuantity]


def asserted(text: str, start: int, found: Sequence[FoundQuantity]) -> Asserted:
    """The figures of a passage from ``start``, and apart those set beside one of the same unit: "up from 7"."""
    beside = [_beside(text, start, found, at) for at in range(len(found))]
    if not any(beside):
        return Asserted(list(found), [])
    units = {one.quantity.unit for one, aside in zip(found, beside, strict=True) if not aside}
    told = [(one, aside if one.quantity.unit in units else "") for one, aside in zip(found, beside, strict=True)]
    return Asserted([one for one, aside in told if not aside], [one for one, aside in told if aside == BEFORE])


BEFORE, REJECTED = "before", "rejected"
"""What a figure that is not stated is, as the data have it."""


def _beside(text: str, start: int, found: Sequence[FoundQuantity], at: int) -> str:
    """What a figure is that is told beside another one; empty where it is stated."""
    one = found[at]
    before = _plain(text[max(start, one.start - NEAR) : one.start].lower())
    for phrase, what in table("former_figures").items():
        if before.endswith(phrase if phrase.startswith(",") else f" {phrase}"):
            return what
    if not at or found[at - 1].quantity.unit != one.quantity.unit:
        return ""
    last = found[at - 1]
    between = text[last.end : one.start].lower()
    if _plain(between).strip(" ,") == "from":
        rising = _plain(text[max(start, last.start - NEAR) : last.start].lower()).endswith(" to")
        return BEFORE if rising else ""  # rose to 7 from 5
    return REJECTED if _than().match(between) else ""


def _plain(before: str) -> str:
    """Words without the articles, possessives and "about" that they end with."""
    held = before.split()
    while held and (table("function_words").get(held[-1]) in DETERMINERS or held[-1] in _qualifying()):
        held.pop()
    return f" {' '.join(held)}".replace(" ,", ",")


@cache
def _qualifying() -> frozenset[str]:
    return (
        frozenset(word for phrase in QUALIFIERS for word in phrase.split()) - {"than", "not", "to"} - words("comparing")
    )


@cache
def _than() -> re.Pattern[str]:
    return re.compile(rf"(?: [^\W\d_]+)? (?:{'|'.join(entries('than_words'))})\b")
