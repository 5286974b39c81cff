"""Whom a pronoun or a short description means, among the names that went before it.

Recency with a preference for subjects, as in Hobbs (1978) and every shallow method since: the last one who spoke or
acted, unless a form of address says that it is the other sex.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from dossier.analysis.language import table
from dossier.analysis.lexemes import Run
from dossier.analysis.speakers import Phrases, is_subject

_REACH = 4
"""Blocks to look back."""


class Name(NamedTuple):
    """A phrase with a name in it, in code points: its words, where it stands and whether it is a subject."""

    start: int
    end: int
    block: int
    words: tuple[str, ...]
    subject: bool


class Names:
    """The names of a text in order, with what is known of them."""

    def __init__(self) -> None:
        self._names: list[Name] = []
        self._starts: list[int] = []
        self._sex: dict[str, str] = {}

    def read(self, run: Run, phrases: Phrases) -> None:
        """Takes the names out of a run that follows those already read."""
        tags = run.tags
        address = table("spoken_titles")
        for start, end in zip(phrases.starts, phrases.ends, strict=True):
            at = tags.find("A", start, end)
            if at < 0:
                continue
            stop = at
            while stop < end and tags[stop] == "A":
                stop += 1
            words = tuple(run.words[at:stop])
            sex = address.get(words[0])
            if sex and len(words) > 1:
                self._sex[words[-1]] = sex
            owned = tags[stop : stop + 1] == "'"
            self._names.append(
                Name(run.starts[at], run.ends[stop - 1], run.block, words, not owned and is_subject(run, start, end))
            )
            self._starts.append(run.starts[at])

    def meant(self, pronoun: str, at: int, block: int) -> tuple[int, int] | None:
        """The name that a pronoun at code point ``at`` stands for."""
        sex = table("pronouns").get(pronoun)
        if sex is None:
            return None
        index = bisect_right(self._starts, at - 1) - 1
        second: Name | None = None
        while index >= 0 and block - self._names[index].block <= _REACH:
            one = self._names[index]
            index -= 1
            if sex != "x" and self._sex.get(one.words[-1], sex) != sex:
                continue
            if one.subject or sex == "x":
                return one.start, one.end
            second = second or one
        return (second.start, second.end) if second else None

    def described(self, words: Iterable[str], at: int, block: int) -> tuple[int, int] | None:
        """The name that a description like "the senator" stands for: one with that word in or right before it."""
        wanted = set(words)
        index = bisect_right(self._starts, at - 1) - 1
        while index >= 0 and block - self._names[index].block <= 2 * _REACH:
            one = self._names[index]
            index -= 1
            if len(one.words) > 1 and wanted & set(one.words):
                return one.start, one.end
        return None
