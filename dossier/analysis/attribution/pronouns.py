"""Whom a pronoun or a short description means, among the names that went before it.

Recency with a preference for subjects, as in Hobbs (1978) and every shallow method since: the last one who spoke or
acted, unless a form of address says that it is the other sex.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from dossier.analysis.attribution.lexemes import Run
from dossier.analysis.attribution.speakers import Phrases, governs, is_subject
from dossier.analysis.language.lists import table, words

_REACH = 4
"""Blocks to look back."""

_MOST = 200
"""Names to look back."""

_NEAR = 60
"""Code points between a name and the "who" that means it."""


class Name(NamedTuple):
    """A phrase with a name in it, in code points: its words, where it stands, and whether it is a subject.

    ``bare`` is a name without an article or an acronym in it, as people have.
    """

    start: int
    end: int
    block: int
    words: tuple[str, ...]
    subject: bool
    bare: bool


class Names:
    """The names of a text in order, with what is known of them."""

    def __init__(self) -> None:
        self._names: list[Name] = []
        self._starts: list[int] = []
        self._sex: dict[str, str] = {}
        self._surnames: set[str] = set()

    def read(self, text: str, run: Run, phrases: Phrases) -> None:
        """Takes the names out of a run that follows those already read."""
        tags, titles = run.tags, words("titles_short")
        at = tags.find("A")
        while at >= 0:
            index = bisect_right(phrases.starts, at) - 1
            start, end = phrases.starts[index], phrases.ends[index]  # a name is always in a phrase
            stop = at + 1
            while stop < end and tags[stop] == "A":
                stop += 1
            name = tuple(run.words[at:stop])
            subject = False
            if stop == end and tags[end : end + 1] != "'":
                titled = not titles.isdisjoint(name)  # "chief of staff Gen. Ann Doe said"
                subject = is_subject(run, start, end) or (titled and governs(tags, end))
            written = text[run.starts[at] : run.ends[stop - 1]]
            before = tags[at - 1] if at > start else tags[start]
            bare = before != "D" and not any(map(str.isupper, written.split()))
            self._names.append(Name(run.starts[at], run.ends[stop - 1], run.block, name, subject, bare))
            self._starts.append(run.starts[at])
            self._know(self._names[-1])
            at = tags.find("A", stop)

    def _know(self, name: Name) -> None:
        if name.bare and len(name.words) > 1:
            self._surnames.add(name.words[-1])
            sex = table("spoken_titles").get(name.words[0])
            if sex:
                self._sex[name.words[-1]] = sex

    def meant(self, pronoun: str, at: int, block: int, told: frozenset[str] = frozenset()) -> tuple[int, int] | None:
        """The name that a pronoun at code point ``at`` stands for: the last person that was the subject of a verb,
        or the last name at all for "who".

        None where what is ``told`` names that person: nobody tells of himself by name.
        """
        sex = table("pronouns").get(pronoun)
        index = bisect_right(self._starts, at - 1) - 1
        low = max(0, index - _MOST)
        while sex and index >= low and block - self._names[index].block <= _REACH:
            one = self._names[index]
            index -= 1
            if sex == "x":
                return (one.start, one.end) if at - one.end < _NEAR else None
            last = one.words[-1]
            fits = last in self._surnames and self._sex.get(last, sex) == sex
            if one.bare and one.subject and fits:
                return None if last in told else (one.start, one.end)
        return None

    def described(self, description: Iterable[str], at: int, block: int) -> tuple[int, int] | None:
        """The name that a description like "the senator" stands for: one with that word in or right before it."""
        wanted = set(description)
        index = bisect_right(self._starts, at - 1) - 1
        low = max(0, index - _MOST)
        while index >= low and block - self._names[index].block <= 2 * _REACH:
            one = self._names[index]
            index -= 1
            if len(one.words) > 1 and wanted & set(one.words):
                return one.start, one.end
        return None
