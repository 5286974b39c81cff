"""Whom a pronoun or a short description means, among the names that went before it.

Recency with a preference for subjects, as in Hobbs (1978) and every shallow method since: the last one who spoke or
acted, unless a form of address, a given name or the word for a relative says that it is the other sex.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.attribution.lexemes import Run
from dossier.analysis.attribution.speakers import Phrases, governs, is_subject
from dossier.analysis.language.lexicon import heads, is_common, is_role, known_names, plain
from dossier.analysis.language.lists import table, words
from dossier.analysis.language.sexes import sex_of, sex_of_relative
from dossier.model.entity import EntityKind

_REACH = 4
"""Blocks to look back."""

_MOST = 200
"""Names to look back."""

_NEAR = 60
"""Code points between a name and the "who" that means it."""


class Name(NamedTuple):
    """A phrase with a name in it, in code points: its words, where it stands, and whether it is a subject.

    ``bare`` is a name without an article or an acronym in it, as people have; ``sex`` is "m", "f" or empty, as the name
    and the word for a relative before it tell.
    """

    start: int
    end: int
    block: int
    words: tuple[str, ...]
    subject: bool
    bare: bool
    sex: str


class Names:
    """The names of a text in order, with what is known of them."""

    def __init__(self) -> None:
        self._names: list[Name] = []
        self._starts: list[int] = []
        self._sexes: dict[str, set[str]] = {}
        self._people: set[str] = set()
        self._given: dict[str, set[str]] = {}
        """The given names of people by their surnames, in lower case, that are no other words."""

    def read(self, text: str, run: Run, phrases: Phrases) -> None:
        """Takes the names out of a run that follows those already read."""
        tags = run.tags
        opening = _openings(run)
        at = tags.find("A")
        while at >= 0:
            index = bisect_right(phrases.starts, at) - 1
            start, end = phrases.starts[index], phrases.ends[index]  # a name is always in a phrase
            stop = at + 1
            while stop < end and tags[stop] == "A":
                stop += 1
            subject = at in opening or (
                stop == end
                and _is_subject(run, start, end, run.words[at:stop])
                and not _is_beside_object(tags, phrases, start, end)
            )
            written = text[run.starts[at] : run.ends[stop - 1]]
            before = tags[at - 1] if at > start else tags[start]
            bare = before != "D" and not any(map(_is_acronym, written.split())) and not _is_no_person(written)
            name = tuple(run.words[at:stop])
            sex = _told(name) or _of_relative(run, at)
            self._names.append(Name(run.starts[at], run.ends[stop - 1], run.block, name, subject, bare, sex))
            self._starts.append(run.starts[at])
            if at == 0 or run.words[at - 1] not in words("before_places"):
                self._know(self._names[-1])
            at = tags.find("A", stop)

    def _know(self, name: Name) -> None:
        if name.bare and len(name.words) > 1 and name.words[-1] not in _bodies():
            self._people.add(name.words[-1])
            if "-" in name.words[-1]:
                self._people.add(name.words[-2])  # Ban Ki-moon is Ban
            given = next((word for word in reversed(name.words[:-1]) if len(word.rstrip(".")) > 1), "")  # no initial
            if given and not (is_role(given) or _is_title(given) or is_common(given)):
                self._given.setdefault(name.words[-1], set()).add(given)
            if name.sex:
                self._sexes.setdefault(name.words[-1], set()).add(name.sex)

    def _fits(self, name: Name, sex: str) -> bool:
        """Whether a name is that of somebody who may be a man or a woman, as ``sex`` says."""
        last = name.words[-1]
        if last not in self._people:
            return False
        if name.sex:
            return name.sex == sex
        full = not any(map(_is_title, name.words[:-1]))
        return (len(name.words) > 1 and full) or sex in self._sexes.get(last, sex)

    def meant(self, pronoun: str, at: int, block: int, told: frozenset[str] = frozenset()) -> tuple[int, int] | None:
        """The name that a pronoun at code point ``at`` stands for: the last person that was the subject of a verb,
        else the last one named; or the last name at all for "who".

        Nobody whom what is ``told`` names: nobody tells of himself by name.
        """
        sex = table("pronouns").get(pronoun)
        named: Name | None = None
        for one in self._before(at, block, _REACH if sex else 0):
            if sex == "x":
                return (one.start, one.end) if at - one.end < _NEAR else None
            if not sex or not one.bare or self._is_told(one, told) or not self._fits(one, sex):
                continue
            if one.subject:
                return one.start, one.end
            named = named or one
        return (named.start, named.end) if named else None

    def _is_told(self, name: Name, told: frozenset[str]) -> bool:
        """Whether some words name somebody, by the surname or the given name."""
        last = name.words[-1]
        return last in told or not told.isdisjoint(self._given.get(last, ()))

    def _before(self, at: int, block: int, reach: int) -> Iterator[Name]:
        """The names before a code point, the nearest first, in its block and ``reach`` blocks before it."""
        index = bisect_right(self._starts, at - 1) - 1
        for number in range(index, max(-1, index - _MOST - 1), -1):
            one = self._names[number]
            if block - one.block > reach:
                return
            yield one

    def described(self, description: Iterable[str], at: int, block: int) -> tuple[int, int] | None:
        """The name that a description like "the senator" stands for: one with that word in or right before it."""
        wanted = set(description)
        for one in self._before(at, block, 2 * _REACH):
            if len(one.words) > 1 and wanted & set(one.words):
                return one.start, one.end
        return None


def _openings(run: Run) -> frozenset[int]:
    """The words that a sentence begins with, "and" and adverbs passed over: a name there is what it is about."""
    found = set()
    for first, last in run.sentences:
        while first + 1 < last and run.tags[first] in "CSR":
            first += 1
        found.add(first)
    return frozenset(found)


def _is_subject(run: Run, start: int, end: int, name: Sequence[str]) -> bool:
    """Whether a phrase that ends with a name is the subject of a verb, of its own or after "who"."""
    if run.tags[end : end + 1] == "'":
        return False
    titled = not words("titles_short").isdisjoint(name)  # "chief of staff Gen. Ann Doe said"
    relative = run.tags[end : end + 2].lstrip(",")[:1] == "Y"
    return relative or is_subject(run, start, end) or (titled and governs(run.tags, end))


def _is_beside_object(tags: str, phrases: Phrases, start: int, end: int) -> bool:
    """Whether a name stands beside what is no subject: "had written to the chairman, Sir Alan Doe, to ask for help"."""
    between = tags[start - 1 : start] == "," == tags[end : end + 1] and not governs(tags, end + 1)
    described = phrases.by_end.get(start - 1, 0) if between else 0
    return described > 0 and tags[described - 1] in "IT"


def _is_title(word: str) -> bool:
    return word.rstrip(".") in words("titles_short")


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals is no initial: "NATO", not "J.M."."""
    return word.isupper() and len(word) > 1 and "." not in word


def _told(name: Sequence[str]) -> str:
    """What the form of address or the given name in a name tells of the sex."""
    return next((told for at in range(len(name) - 1) if (told := sex_of(name[at:]))), "")


def _of_relative(run: Run, at: int) -> str:
    """What the word for a relative right before a name tells: "his wife, Jane", "her brother Sean"."""
    before = at - 2 if at > 1 and run.tags[at - 1] == "," else at - 1
    return sex_of_relative(run.words[before]) if before >= 0 else ""


def _is_no_person(written: str) -> bool:
    """Whether a name is listed as that of a place or a body."""
    known = known_names().get(plain(written))
    return known is not None and known.kind is not EntityKind.PERSON


@cache
def _bodies() -> frozenset[str]:
    """Last words of the names of bodies and places: "Sea"."""
    return frozenset(word.lower() for word in heads())
