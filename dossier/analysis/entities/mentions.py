"""Finding the names of known entities in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.normal_form import unified
from dossier.model.entity import Entity

LONGEST_NAME = 200
"""In code points. A longer one is not looked for: it would make every word it begins with expensive."""

_SYLLABIC = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that are written without spaces between words: there, every character may begin a name."""

# The fewer characters a pattern lists, the faster it compiles; most texts never need the exact one.
_MAYBE_SYLLABIC = re.compile("[^\0-\u0dff\u0e80-\u303f]")
_QUOTES = "\"'"
_CURRENCY = frozenset("$€£¥₹₩₽")


class _Words(NamedTuple):
    """The patterns for a word, and for a word, white space or a single sign."""

    word: re.Pattern[str]
    token: re.Pattern[str]

    @staticmethod
    def matching(pattern: str) -> _Words:
        """Both patterns for a pattern of a word."""
        return _Words(re.compile(pattern), re.compile(rf"\s+|{pattern}|."))


_SPACED = _Words.matching(r"[^\W_]+")


@cache
def _unspaced() -> _Words:
    return _Words.matching(rf"[{_SYLLABIC}]|[^\W_{_SYLLABIC}]+")


def _words(text: str) -> _Words:
    """The patterns to read ``text`` by."""
    if not text.isascii() and _MAYBE_SYLLABIC.search(text):
        return _unspaced()
    return _SPACED


@dataclass(slots=True)
class _Index:
    """Every name in canonical spelling, and for each first word how long the longest name is (code points)."""

    owner: dict[str, str] = field(default_factory=dict)
    reach: dict[str, int] = field(default_factory=dict)
    canonical: set[str] = field(default_factory=set)
    shared: dict[str, set[str]] = field(default_factory=dict)
    refused: dict[str, set[str]] = field(default_factory=dict)

    def add(self, name: str, entity: str, first: bool) -> None:
        """Enters one name of an entity; ``first`` when it is the canonical one."""
        owner = self.owner.setdefault(name, entity)
        if owner != entity:
            self.shared.setdefault(name, {owner}).add(entity)
            rank = (name not in self.canonical, owner)
            if (not first, entity) < rank:
                self.owner[name] = entity
        if first:
            self.canonical.add(name)

    def reaches(self, name: str) -> None:
        """Notes how far the first word of ``name`` has to be followed."""
        match = _words(name).word.match(name)
        if match and self.reach.get(match[0], 0) < len(name):
            self.reach[match[0]] = len(name)


class NameFinder:
    """Finds whole names of entities, the longest first, with the case as it is written.

    Building it costs nothing until the first text is searched.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._built: _Index | None = None

    @property
    def ambiguous(self) -> Mapping[str, tuple[str, ...]]:
        """Names that several entities go by, with their ids: first the one that its mentions are given to."""
        index = self._index
        return {
            name: (index.owner[name], *sorted(ids - {index.owner[name]})) for name, ids in sorted(index.shared.items())
        }

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Entity id, start and end (code points) of every mention, in order, none overlapping."""
        reach = self._index.reach
        if not reach:
            return []
        plain = unified(text)
        found: list[tuple[str, int, int]] = []
        last = 0
        known = reach.get
        words = _words(plain)
        for match in words.word.finditer(plain):
            longest = known(match[0])
            if longest is None or match.start() < last:
                continue
            hit = self._longest(words, plain, match.span(), longest)
            if hit:
                last = hit[1]
                found.append((hit[0], match.start(), last))
        return found

    @property
    def _index(self) -> _Index:
        if self._built is None:
            self._built = _build(self._entities)
        return self._built

    def _longest(self, words: _Words, plain: str, first: tuple[int, int], longest: int) -> tuple[str, int] | None:
        """The entity and the end of the longest name that begins with the word at ``first``."""
        index = self._index
        hits: list[tuple[str, int]] = []
        start, end = first
        name = plain[start:end]
        while True:
            if name in index.owner or name in index.refused:
                hits.append((name, end))
            if len(name) >= longest or end >= len(plain):
                break
            token = words.token.match(plain, end)
            if token is None:
                break
            if not token[0].isspace():
                name += token[0]
            elif token[0].count("\n") < 2:
                name += " "
            else:
                break
            end = token.end()
        blocked: set[str] = set()
        for name, end in reversed(hits):
            owner = index.owner.get(name)
            if _whole(words, plain, end):
                if owner is not None and owner not in blocked:
                    return owner, end
                blocked |= index.refused.get(name, set())
        return None


def _build(entities: Iterable[Entity]) -> _Index:
    index = _Index()
    for entity in entities:
        for name in entity.names:
            spelling = _spelling(name)
            if spelling:
                index.add(spelling, entity.id, name == entity.name)
        for name in entity.refused:
            spelling = _spelling(name)
            if spelling:
                index.refused.setdefault(spelling, set()).add(entity.id)
    reaches: Callable[[str], None] = index.reaches
    for names in (index.owner, index.refused):
        for name in names:
            reaches(name)
    return index


def _spelling(name: str) -> str:
    """The name as it is looked for: unified, one space between words, beginning with a word."""
    name = " ".join(unified(name).split())
    if name and not name[0].isalnum():
        start = _SPACED.word.search(name)
        name = name[start.start() :] if start else ""
        name = name.rstrip(_QUOTES)
    return name if len(name) <= LONGEST_NAME else ""


def _whole(words: _Words, plain: str, end: int) -> bool:
    """Whether a name may end here: not within a word, and not as the US of US$1.3 billion."""
    if end >= len(plain):
        return True
    after = plain[end]
    if after in _CURRENCY:
        return False
    if not (after.isalnum() or after == "_"):
        return True
    return words is not _SPACED and words.word.fullmatch(plain[end - 1 : end + 1]) is None and after != "_"
