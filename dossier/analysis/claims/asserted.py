"""Which figures of a passage it states, and which it only sets beside them: what was before, or what others say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.analysis.language.lists import entries, table, words
from dossier.analysis.quantities.running import FoundQuantity
from dossier.analysis.quantities.units import QUALIFIERS

NEAR = 60
"""Code points before a figure that are looked at."""
LONGEST = 1_000
"""Code points of a passage that are looked at for a figure that it rejects."""
DETERMINERS = frozenset("DG")
"""Letters of "the" and of "their" among the function words."""


def asserted(text: str, start: int, found: Sequence[FoundQuantity]) -> list[FoundQuantity]:
    """The figures of a passage from ``start`` without those that are set beside one of the same unit: "up from 7"."""
    beside = [_is_beside(text, start, found, at) for at in range(len(found))]
    if not any(beside):
        return list(found)
    units = {one.quantity.unit for one, aside in zip(found, beside, strict=True) if not aside}
    return [one for one, aside in zip(found, beside, strict=True) if not aside or one.quantity.unit not in units]


def rejects_figure(passage: str) -> bool:
    """Whether a passage says that a figure is wrong: "she rejected the estimate of 7 million"."""
    held = passage[:LONGEST].lower()
    if words("denials").isdisjoint(held.split()):
        return False
    return any(names_figure(held, cue.end()) for cue in _denial().finditer(held))


def names_figure(text: str, at: int) -> bool:
    """Whether a figure that somebody has named begins at a code point: "the ministry's estimate of 7 million"."""
    return _figure().match(text, at) is not None


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('denials')))}) ")


@cache
def _figure() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("figure_nouns")))
    return re.compile(rf"(?:[^\W\d_]{{1,20}}(?:['’]s)? ){{1,2}}(?:{nouns})\b(?: of)? [^\w\s]?\d", re.IGNORECASE)


def _is_beside(text: str, start: int, found: Sequence[FoundQuantity], at: int) -> bool:
    one = found[at]
    before = _plain(text[max(start, one.start - NEAR) : one.start].lower())
    if before.endswith(entries("former_figures")):
        return True
    if not at or found[at - 1].quantity.unit != one.quantity.unit:
        return False
    last = found[at - 1]
    between = text[last.end : one.start].lower()
    if _plain(between).strip() == "from":
        return text[max(start, last.start - NEAR) : last.start].lower().endswith("to ")  # rose to 7 from 5
    return _than().match(between) is not None


def _plain(before: str) -> str:
    """Words without the articles, possessives and "about" that they end with."""
    held = before.split()
    while held and (table("function_words").get(held[-1]) in DETERMINERS or held[-1] in _qualifying()):
        held.pop()
    return f" {' '.join(held)}".replace(" ,", ",")


@cache
def _qualifying() -> frozenset[str]:
    return frozenset(word for phrase in QUALIFIERS for word in phrase.split()) - {"than", "not"} - words("comparing")


@cache
def _than() -> re.Pattern[str]:
    return re.compile(rf"(?: [^\W\d_]+)? (?:{'|'.join(entries('than_words'))})\b")
