"""Tallies of votes: "voted 86-77", "by 86 votes to 77", "a 5-4 ruling"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.analysis.language.lists import table
from dossier.analysis.quantities.running import FoundQuantity
from dossier.model.quantity import MAJORITY, Quantity

_BEFORE, _NEAR = 80, 4
"""Code points before a tally that are looked at for who votes, and the words among them that may tell what it is."""

_BEHIND = 24
"""Code points behind a tally in which the next word stands."""

_FEWEST = 3
"""Votes of a tally."""


def tallies(text: str) -> Iterator[FoundQuantity]:
    """Every tally of votes, as the majority that it makes; the thing is who votes, where that is told before."""
    for match in _pattern().finditer(text):
        ayes, noes = (int(match[side].replace(",", "")) for side in ("ayes", "noes"))
        before = _words().findall(text[max(match.start() - _BEFORE, 0) : match.start()].lower())
        if ayes + noes >= _FEWEST and _is_of_votes(match, before):
            body = next((word for word in reversed(before) if table("voting").get(word) == "body"), "")
            yield FoundQuantity(match.start(), match.end(), Quantity.whole(abs(ayes - noes), MAJORITY, body))


def _is_of_votes(match: re.Match[str], before: list[str]) -> bool:
    """Whether what stands around two numbers tells that they are votes; "approved 50-60 permits" are none."""
    told = any(table("voting").get(word) == "vote" for word in before[-_NEAR:])
    if match["counted"] or (told and not _is_apart(before[-1])):
        return True
    following = _following().match(match.string, match.end(), match.end() + _BEHIND)
    behind = following[1].lower() if following else ""
    role = table("voting").get(behind)
    if role == "vote" or match["dash"] is None:
        return role == "vote"
    decided = bool(before) and table("voting").get(before[-1]) == "decided"
    return role == "decision" or (decided and (not behind or behind in table("function_words")))


def _is_apart(word: str) -> bool:
    """Whether a word before two numbers makes them something else: "voted on 4-5 May", not "a vote of 51-49"."""
    return table("function_words").get(word) == _PREPOSITION and table("voting").get(word) != "link"


_PREPOSITION = "I"
"""Letter of "in" among the function words."""


@cache
def _pattern() -> re.Pattern[str]:
    """Two numbers, with a digit first, so that the engine passes over all other signs."""
    first, number = r"\d(?<![\w.,$€£/–‑-]\d)\d{0,2}(?:,\d{3})?", r"\d{1,3}(?:,\d{3})?"
    joined = r"(?P<dash>[-–‑])|(?P<counted> votes?)? to "
    return re.compile(rf"(?P<ayes>{first})(?:{joined})(?P<noes>{number})(?:[-–‑]\d{{1,3}})?(?![\w/%–‑]|[.,-]\d)")


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r"[ -]([^\W\d_]+)")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
