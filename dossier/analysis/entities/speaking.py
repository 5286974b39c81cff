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

PREPOSITION, TO, ARTICLE, COORDINATOR = "I", "T", "D", "C"
"""Letters of "of", of "to", of "the" and of "and" among the function words."""
NEAR = 80
"""Code points before a name that are looked at."""
MODIFIERS = 3
"""Words that may stand between a body and the end of a phrase for who speaks for it: "press release"."""
FOLLOWING = frozenset("ICYS")
"""Letters of words after which a phrase goes on to say more of its head: "of", "and", "who"."""


class _Named(NamedTuple):
    end: int
    entity: str
    kind: EntityKind


class Speaking:
    """The mentions of entities, asked for by place."""

    def __init__(self, entities: Iterable[Suggested]) -> None:
        self._at: dict[tuple[str, int], _Named] = {}
        self._offices: dict[tuple[str, str], set[str]] = {}
        """Who has an office, by the source that names them and the office, whole and by its last word."""
        for one in entities:
            self._at.update({(source, start): _Named(end, one.id, one.kind) for source, start, end in one.mentions})
            offices = {office.lower() for office in one.roles} if one.kind is EntityKind.PERSON else set()
            for source in {source for source, _, _ in one.mentions} if offices else ():
                for office in offices | set(map(_short, offices)):
                    self._offices.setdefault((source, office), set()).add(one.id)

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
            before, rest = text[max(at[0], start - NEAR) : start].lower().split(), text[named.end : at[1]]
            governed = governed if _joins(before) else _is_governed(before)
            if not governed and _is_head(rest):
                return named.entity
            mouthpiece = _speaks_for(before) if governed else _is_spoken_for(before, rest)
            if named.kind is EntityKind.ORGANISATION and mouthpiece:
                return named.entity
        return self._in_office(source, words) or words

    def _in_office(self, source: str, words: str) -> str:
        """The id of the only person a source names with an office, for "the finance minister" or "Finance Minister"."""
        article, _, office = words.partition(" ")
        if article.lower() not in list_of("definite"):
            office = words if words[:1].isupper() else ""
        if office in list_of("anonymous"):
            return ""  # "the aide" has not been named
        found = self._offices.get((source, office.lower()), ())
        return next(iter(found)) if len(found) == 1 else ""

    def _mentions(self, source: str, first: int, last: int) -> Iterator[tuple[int, _Named]]:
        for start in range(first, last):
            named = self._at.get((source, start))
            if named:
                yield start, named


def _short(office: str) -> str:
    """An office by its last word: "minister"; not one that somebody has for or after another."""
    *before, last = office.replace(".", "").split()
    return office if not (list_of("once") | list_of("under")).isdisjoint(before) else last


def _is_head(rest: str) -> bool:
    """Whether what comes after a name leaves it the head of its phrase."""
    if rest[:1] == "-" and rest[1:2].isalpha():
        return False  # the Vale-born teacher
    first = _next().match(rest)
    if first is None or not first[1]:
        return not rest.startswith(("'", "’")) or not rest[1:]
    return table("function_words").get(first[1].lower(), "") in FOLLOWING


def _letter(word: str) -> str:
    return table("function_words").get(word.strip(","), "")


def _is_governed(before: Sequence[str]) -> bool:
    """Whether a preposition stands before a name, with an article or without."""
    letters = [_letter(word) for word in before[-2:]]
    return letters[-1:] in ([PREPOSITION], [TO]) or letters in ([PREPOSITION, ARTICLE], [TO, ARTICLE])


def _joins(before: Sequence[str]) -> bool:
    """Whether a name is joined to one before it by "and"."""
    return bool(before) and _letter(before[-1]) == COORDINATOR


def _speaks_for(before: Sequence[str]) -> bool:
    """ "A spokesman for the": whether the noun before "of", "for" or "from" speaks for what comes after it."""
    held = [word for word in before if _letter(word) != ARTICLE]
    return len(held) > 1 and held[-1] in list_of("speaking_for") and _is_mouthpiece(held[-2]) and _is_now(held)


def _is_spoken_for(before: Sequence[str], rest: str) -> bool:
    """Whether a name is followed by nothing but who or what speaks for it: "Alpha spokeswoman", not "Alpha rivals"."""
    following = rest.lower().rstrip(", ").split()
    plain = all(word.isalpha() and not _letter(word) for word in following)
    return (
        0 < len(following) <= MODIFIERS and plain and _is_mouthpiece(following[-1]) and _is_now([*before, *following])
    )


def _is_mouthpiece(word: str) -> bool:
    return word in list_of("mouthpieces") or word in list_of("documents")


def _is_now(held: Sequence[str]) -> bool:
    """Whether nothing says that somebody was it once: a former spokesman speaks for himself."""
    return list_of("once").isdisjoint(held)


@cache
def _next() -> re.Pattern[str]:
    """The next word, if nothing stands between; an empty one before any sign."""
    return re.compile(r"\s*([^\W\d_]*)")
