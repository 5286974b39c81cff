"""Clauses: a sentence that gives several figures states several things, each of which others may contradict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dossier.analysis.language.lists import entries, table, words

Span = tuple[int, int]
"""Code points of the reading text, end exclusive."""

Figure = tuple[int, int, str]
"""Where a figure stands, and its unit."""

SHORTEST = 12
"""Code points below which what lies between two borders is no clause."""
MOST_LEADING, MOST_COUNTED, LONGEST_LEADING = 2, 2, 40
"""Words before a figure that begins a clause ("At least"), words for what it counts, and code points of either."""
VERBS = frozenset("BHM")
"""Letters of "is", of "has" and of "will" among the function words."""
REGULAR, SHORT = "ed", 4
"""What verbs in the past end with, and letters of words that are none: "need"."""
PREPOSITION = "I"
"""Letter of "of" among the function words."""
BRACKETED = 120
"""Code points that what stands in brackets may have: of a bracket that is not closed within them nothing is kept."""
MADE_OF = frozenset((("kg", "%"), ("kg", "kg/kg"), ("%", "kg/kg"), ("kg/kg", "%")))
"""Units of two figures in a row that tell of one thing what it is made of."""


@cache
def _border() -> re.Pattern[str]:
    """A sign and a word that begin a clause, or a bare word that joins items of a list."""
    openers = "|".join(re.escape(word) for word in sorted(entries("subordinators"), key=len, reverse=True))
    items = "|".join(map(re.escape, _items()))
    return re.compile(rf"[,;:—–] ?(?=(?:{openers})\b|[a-z]{{3,20}}ing\b)|; | (?=(?:{items})\b)")


def clauses(text: str, start: int, end: int, figures: Sequence[Figure]) -> list[Span]:
    """The parts of [start, end) so that figures that can be told apart by a border are in parts of their own.

    A stretch without a figure stays with the figure before it, the first with the
    one after it. With fewer than two figures it is one clause. What something is made of is told of it as a whole:
    "5 billion tonnes of ore, containing 0.4 percent copper and 0.2 grams per tonne gold" is one clause.
    """
    inside = [figure for figure in figures if start <= figure[0] and figure[1] <= end]
    if len(inside) < 2:
        return [(start, end)]
    cuts = [start]
    for (opened, before, unit), (after, _, other) in pairwise(inside):
        if (unit, other) in MADE_OF or _is_subject(text, cuts[-1], (opened, before), after):
            continue
        border = None if _in_brackets(text, opened, after) else _last_border(text, cuts[-1], before, after)
        if border is not None and _is_of_subject(text, start, opened, border, after):
            continue
        if border is not None and border - cuts[-1] >= SHORTEST and end - border >= SHORTEST:
            cuts.append(border)
    cuts.append(end)
    return [_trimmed(text, a, b) for a, b in pairwise(cuts)]


def _is_subject(text: str, start: int, figure: Span, following: int) -> bool:
    """Whether a clause begins with a list of what is counted, whose verb is theirs: "Three vans and 16 boats ..."."""
    if figure[0] - start > LONGEST_LEADING or following - figure[1] > LONGEST_LEADING:
        return False
    before, between = text[start : figure[0]].split(), text[figure[1] : following].split()
    governed = bool(before) and table("function_words").get(before[-1].lower()) == PREPOSITION  # "The jury of"
    if len(before) > MOST_LEADING + governed or not 1 < len(between) <= MOST_COUNTED + 1 or between[-1] not in _items():
        return False
    counted = between[-2].lower()
    return counted in words("counted_people") or (counted.endswith("s") and counted not in table("function_words"))


def _in_brackets(text: str, one: int, other: int) -> bool:
    """Whether two figures stand in brackets, each behind what it is of: "the Vale Bank (60%) and Oruba (40%)"."""
    return text[one - 1 : one] == "(" == text[other - 1 : other]


def _is_of_subject(text: str, start: int, opened: int, border: int, following: int) -> bool:
    """Whether a border lies within the subject of a verb behind it: "Two parks, Vale and Mara, won contracts for"."""
    if opened - start > LONGEST_LEADING or text[border - 1] != " ":
        return False
    return not _has_verb(text[start:border]) and _has_verb(text[border:following])


def _has_verb(part: str) -> bool:
    """Whether there is an auxiliary, or a verb whose past form is no other word."""
    held = [word.strip(",;:()") for word in part.split() if word[:1].islower()]
    letters, past = table("function_words"), table("tense_words")
    regular = any(word.endswith(REGULAR) and len(word) > SHORT for word in held)
    return regular or any(letters.get(word) in VERBS or past.get(word) == "past" for word in held)


@cache
def _items() -> frozenset[str]:
    """The words that join items of a list."""
    return frozenset(word for word, joins in table("coordinators").items() if joins == "items")


def _last_border(text: str, begin: int, start: int, end: int) -> int | None:
    """Where the last clause border between two figures is, outside of brackets opened since ``begin``; None where there
    is none."""
    found = None
    for match in _border().finditer(text, start, end):
        at = match.start()
        opened = text.rfind("(", max(begin, at - BRACKETED), at)
        closed = text.find(")", opened, opened + BRACKETED) if opened >= 0 else -1
        if closed < at:
            found = match.end()
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ,;:—–\n":
        start += 1
    for word in table("coordinators"):
        start += (len(word) + 1) * text.startswith(f"{word} ", start, end)
    while end > start and text[end - 1] in " ,;:—–\n":
        end -= 1
    return start, end
