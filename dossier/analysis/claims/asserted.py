"""Which figures of a passage it states, and which it only sets beside them: what was before, or what others say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lists import entries, table, words
from dossier.analysis.quantities.running import FoundQuantity
from dossier.analysis.quantities.units import QUALIFIERS

NEGATED, FEW = 30, 3
"""Code points, and words of them, before a cue among which a negation is looked for."""
NEAR = 60
"""Code points before a figure that are looked at."""
LONGEST = 1_000
"""Code points of a passage that are looked at for a figure that it rejects."""
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


def rejects(passage: str) -> bool:
    """Whether a passage says that a figure or a report is wrong: "she rejected the estimate of 7 million"."""
    held = passage[:LONGEST].lower()
    if words("denials").isdisjoint(held.split()):
        return False
    cues = _denial().finditer(held)
    told = (cue for cue in cues if names_figure(held, cue.end()) or names_report(held, cue.end()))
    return any(not is_negated(held, cue.start()) for cue in told)


def is_negated(text: str, cue: int) -> bool:
    """Whether a negation stands shortly before the cue at a code point: "nobody denied that"."""
    before = text[max(0, cue - NEGATED) : cue].lower().split()[-FEW:]
    return not words("negations").isdisjoint(before)


def names_figure(text: str, at: int) -> bool:
    """Whether a figure that somebody has named begins at a code point: "the ministry's estimate of 7 million"."""
    return _figure().match(text, at) is not None


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('denials')))}) ")


def names_report(text: str, at: int) -> bool:
    """Whether what somebody has said begins at a code point: "that ...", "reports that ..."."""
    return _clause().match(text, at) is not None


@cache
def _clause() -> re.Pattern[str]:
    nouns, opener = "|".join(sorted(words("report_nouns"))), "|".join(_complementizers())
    return re.compile(rf"(?:(?:[^\W\d_]{{1,20}} ){{0,2}}(?:{nouns}) )?(?:{opener})\b", re.IGNORECASE)


def _complementizers() -> list[str]:
    return [word for word, letter in table("function_words").items() if letter == "W"]


@cache
def _figure() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("figure_nouns")))
    return re.compile(rf"(?!an? )(?:[^\W\d_]{{1,20}}(?:['’]s)? ){{1,2}}(?:{nouns})\b(?: of)? [^\w\s]?\d", re.IGNORECASE)


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
