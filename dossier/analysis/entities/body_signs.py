"""What stands beside a name and tells that it is one of a body: its kind, its shares, who works for it."""

from __future__ import annotations

import re
from functools import cache

from dossier.analysis.language.lists import entries, words

NEAR = 60
"""Code points before and behind a name that are looked at."""


def is_body(text: str, block: tuple[int, int], start: int, end: int) -> bool:
    """Whether the words around a name tell of a body: "shares of X", "the retailer X", "X's board", "X, a maker of"."""
    before = text[max(block[0], start - NEAR) : start]
    last = before.rstrip(_BETWEEN).rpartition(" ")[2]
    if (last in _last_words() or not last.isalpha()) and _before().search(before) is not None:
        return True
    return _after().match(text, end, min(block[1], end + NEAR)) is not None


_BETWEEN = " ,\"“‘'"
"""Signs between a word that may tell and a name."""


@cache
def _last_words() -> frozenset[str]:
    """What stands right before a name where anything before it tells."""
    return frozenset((*(noun.rpartition(" ")[2] for noun in words("body_nouns")), *_OF, "the"))


_OF = ("of", "in", "at", "for")
"""What stands between a part of a body and its name."""


@cache
def _before() -> re.Pattern[str]:
    nouns, parts = _any(words("body_nouns")), _any(entries("body_parts"))
    return re.compile(rf"\b(?:(?:{nouns}),? |(?:{parts}) (?:{'|'.join(_OF)}) (?:the )?)[\"“‘']?$")


@cache
def _after() -> re.Pattern[str]:
    nouns, parts = _any(words("body_nouns")), _any(entries("body_parts"))
    apposition = (
        rf",[\"”’]? (?:an?|the) (?:[\w'’-]+ ){{0,4}}(?:{nouns})(?=[,.;:)]| (?:that|which|based|in|of|for|with|whose)\b)"
    )
    return re.compile(rf"(?:['’]s? (?:[a-z-]+ )?(?:{parts})\b|{apposition})")


def _any(some: frozenset[str] | tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(some, key=lambda word: (-len(word), word))))
