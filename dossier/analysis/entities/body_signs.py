"""What stands beside a name and tells that it is one of a body: its kind, its shares, who works for it."""

from __future__ import annotations

import re
from functools import cache

from dossier.analysis.language.lists import entries, words

NEAR = 60
"""Code points before and behind a name that are looked at."""


def is_body(text: str, block: tuple[int, int], start: int, end: int) -> bool:
    """Whether the words around a name tell of a body: "shares of X", "the retailer X", "X's board", "X, a maker of"."""
    before, after = text[max(block[0], start - NEAR) : start], text[end : min(block[1], end + NEAR)]
    return _before().search(before) is not None or _after().match(after) is not None


@cache
def _before() -> re.Pattern[str]:
    nouns, parts = _any(words("body_nouns")), _any(entries("body_parts"))
    return re.compile(rf"\b(?:(?:{nouns}),? |(?:{parts}) (?:of|in|at|for) (?:the )?)[\"“‘']?$")


@cache
def _after() -> re.Pattern[str]:
    nouns, parts = _any(words("body_nouns")), _any(entries("body_parts"))
    apposition = (
        rf",[\"”’]? (?:an?|the) (?:[\w'’-]+ ){{0,4}}(?:{nouns})(?=[,.;:)]| (?:that|which|based|in|of|for|with|whose)\b)"
    )
    return re.compile(rf"(?:['’]s? (?:[a-z-]+ )?(?:{parts})\b|{apposition})")


def _any(some: frozenset[str] | tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(some, key=lambda word: (-len(word), word))))
