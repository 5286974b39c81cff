"""Whether two statements name other houses or storms of one sort: "Port Hospital" and "Vale Hospital" are not one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dossier.analysis.language.lexicon import heads
from dossier.analysis.language.lists import words
from dossier.model.entity import EntityKind

_LONGEST = 1_000
"""Code points of a statement that are looked at."""

_KEPT = 1 << 15
"""Statements whose names are kept: each is held beside others."""

Named = frozenset[tuple[str, str]]
"""Heads of names, and what comes with them."""


def of_other_places(one: str, other: str) -> bool:
    """Whether both name places, houses or events with the same head, and no two that may be one."""
    here, there = _named(one), _named(other)
    shared = {head for head, _ in here} & {head for head, _ in there}
    if not shared:
        return False
    pairs = [(a, b) for head, a in here for sort, b in there if head == sort]
    return not any(_may_be_one(a, b) for a, b in pairs)


def _may_be_one(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


@lru_cache(_KEPT)
def _named(text: str) -> Named:
    found = {(match[2], match[1].strip()) for match in _trailing().finditer(text[:_LONGEST])}
    found |= {(match[1], match[2]) for match in _leading().finditer(text[:_LONGEST])}
    return frozenset(found)


@cache
def _trailing() -> re.Pattern[str]:
    kinds = (EntityKind.FACILITY, EntityKind.EVENT)
    known = [word for word, kind in heads().items() if kind in kinds and word not in words("leading_heads")]
    return re.compile(rf"\b((?:[A-Z][\w'’-]* ){{1,3}})({'|'.join(sorted(known))})\b")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(words('leading_heads')))}) ([A-Z][a-z]+)")
