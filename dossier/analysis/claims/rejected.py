"""What a passage says is not so: a figure that somebody has named, or what is reported."""

from __future__ import annotations

import re
from functools import cache

from dossier.analysis.language.lists import table, words

NEGATED, FEW = 30, 3
"""Code points, and words of them, before a cue among which a negation is looked for."""
LONGEST = 1_000
"""Code points of a passage that are looked at."""
COMPLEMENTIZER = "W"
"""Letter of "that" among the function words."""


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
    return [word for word, letter in table("function_words").items() if letter == COMPLEMENTIZER]


@cache
def _figure() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("figure_nouns")))
    return re.compile(rf"(?!an? )(?:[^\W\d_]{{1,20}}(?:['’]s)? ){{1,2}}(?:{nouns})\b(?: of)? [^\w\s]?\d", re.IGNORECASE)
