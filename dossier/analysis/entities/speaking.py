"""Which entity speaks, of those that the phrase for a speaker names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.entities.merging import Suggested
from dossier.analysis.language.lists import table
from dossier.analysis.language.lists import words as list_of
from dossier.model.entity import EntityKind

PREPOSITION, ARTICLE, COORDINATOR = "I", "D", "C"
"""Letters of "of", of "the" and of "and" among the function words."""
FOLLOWING = frozenset("ICYS")
"""Letters of words after which a phrase goes on to say more of its head: "of", "and", "who"."""


class _Named(NamedTuple):
    end: int
    entity: str
    kind: EntityKind


class Speaking:
    """The mentions of entities, asked for by place."""

    def __init__(self, entities: Iterable[Suggested]) -> None:
        self._at = {
            (source, start): _Named(end, one.id, one.kind) for one in entities for source, start, end in one.mentions
        }

    def entity(self, source: str, start: int) -> str:
        """The id of the entity whose name begins at code point ``start``; empty where none does."""
        named = self._at.get((source, start))
        return named.entity if named else ""

    def speaker(self, source: str, text: str, at: tuple[int, int] | None, words: str) -> str:
        """The id of the entity that a phrase of ``text`` is about, else its ``words``.

        That is the name at its head: "Alpha Police Chief Ann Doe" is Ann Doe, and "Alpha's minister" is not Alpha. Only
        a body speaks through others: "a spokesman for Alpha", "an Alpha statement".
        """
        governed = False
        at = at or (0, 0)
        for start, named in self._mentions(source, *at):
            before, rest = text[at[0] : start].split(), text[named.end : at[1]]
            governed = governed if _joins(before) else _is_governed(before)
            if not governed and _is_head(rest):
                return named.entity
            if named.kind is EntityKind.ORGANISATION and (_is_mouthpiece(rest) or (governed and _speaks_for(before))):
                return named.entity
        return words

    def _mentions(self, source: str, first: int, last: int) -> Iterator[tuple[int, _Named]]:
        for start in range(first, last):
            named = self._at.get((source, start))
            if named:
                yield start, named


def _is_head(rest: str) -> bool:
    """Whether what comes after a name leaves it the head of its phrase."""
    first = _next().match(rest)
    if first is None or not first[1]:
        return not rest.startswith(("'", "’")) or not rest[1:]
    return table("function_words").get(first[1].lower(), "") in FOLLOWING


def _letter(words: Sequence[str], at: int) -> str:
    return table("function_words").get(words[at].lower().strip(","), "") if len(words) >= -at else ""


def _is_governed(before: Sequence[str]) -> bool:
    """Whether a preposition stands before a name, with an article or without."""
    return PREPOSITION in (_letter(before, -1), _letter(before, -2) if _letter(before, -1) == ARTICLE else "")


def _joins(before: Sequence[str]) -> bool:
    """Whether a name is joined to one before it by "and"."""
    return _letter(before, -1) == COORDINATOR


def _speaks_for(before: Sequence[str]) -> bool:
    """ "A spokesman for the": whether the noun before the preposition speaks for what comes after it."""
    nouns = [word for word in before if _letter([word], -1) not in (PREPOSITION, ARTICLE)]
    return bool(nouns) and _is_mouthpiece(nouns[-1])


def _is_mouthpiece(words: str) -> bool:
    last = words.rstrip(",").rpartition(" ")[2].lower()
    return last in list_of("mouthpieces") or last in list_of("documents")


@cache
def _next() -> re.Pattern[str]:
    """The next word, if nothing stands between; an empty one before any sign."""
    return re.compile(r"\s*([^\W\d_]*)")
