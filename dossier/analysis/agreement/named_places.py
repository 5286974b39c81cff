"""Whether two statements name other houses or storms: "Port Hospital" and "Vale Hospital" are not one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dossier.analysis.language.lexicon import heads
from dossier.analysis.language.lists import table, words
from dossier.model.entity import EntityKind

_LONGEST = 1_000
"""Code points of a statement that are looked at."""

_KEPT = 1 << 15
"""Statements whose names are kept: each is held beside others."""

_UPPER = "A-Z\u00c0-\u00de"


def of_other_places(one: str, other: str) -> bool:
    """Whether both name houses or storms of one sort, and no two that may be one."""
    here, there = _named(one), _named(other)
    if not (here and there):
        return False
    pairs = [(a, b) for sort, a in here for other_sort, b in there if sort == other_sort]
    return bool(pairs) and not any(a <= b or b <= a for a, b in pairs)


@lru_cache(_KEPT)
def _named(text: str) -> frozenset[tuple[str, frozenset[str]]]:
    """The sort of each, hospital or hurricane, and the words that tell it from others."""
    start = text[:_LONGEST]
    found = [(match[2], match[1]) for match in _houses().finditer(start)]
    found += [(match[1], match[2]) for match in _storms().finditer(start) if match[2] not in heads()]
    letters = table("function_words")
    told = [(sort, frozenset(word for word in name.split() if word.lower() not in letters)) for sort, name in found]
    return frozenset((sort, name) for sort, name in told if name)


@cache
def _houses() -> re.Pattern[str]:
    leading, streets = words("leading_heads"), words("streets")
    facilities = [word for word, kind in heads().items() if kind is EntityKind.FACILITY]
    sorts = "|".join(re.escape(word) for word in facilities if word not in leading and word.lower() not in streets)
    return re.compile(rf"\b((?:[{_UPPER}][\w'’-]* ){{1,3}})({sorts})\b")


@cache
def _storms() -> re.Pattern[str]:
    events = [word for word in words("leading_heads") if heads().get(word) is EntityKind.EVENT]
    return re.compile(rf"\b({'|'.join(map(re.escape, sorted(events)))}) ([{_UPPER}]\w+)")
