"""When two names of people are one person's: the same surname, and given names that go together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from dossier.analysis.entities.aliases import folded
from dossier.analysis.language.lexicon import known_names, plain
from dossier.analysis.language.lists import table, words

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@lru_cache(maxsize=32768)
def parts(name: str) -> tuple[str, ...]:
    """The words of a person's name in comparable form, without Jr. and the like."""
    found = [folded(word).replace(" ", "-") or word for word in name.split()]
    while len(found) > 1 and found[-1] in _SUFFIXES:
        found.pop()
    return tuple(found)


def last_name(name: str) -> str:
    """The surname as it is written: LaCalamita of Anthony LaCalamita III."""
    found = name.split()
    while len(found) > 1 and folded(found[-1]) in _SUFFIXES:
        found.pop()
    return found[-1] if found else ""


def is_given_and_surname(name: Sequence[str]) -> bool:
    """Whether two words as written are a given name, which no place has, and a surname that bodies have for a head."""
    given, *rest = name
    if len(rest) != 1 or rest[0].lower() not in words("surname_heads"):
        return False
    return given in words("given_names") and plain(given) not in known_names()


def surname(name: tuple[str, ...]) -> str:
    """The last word."""
    return name[-1] if name else ""


def is_full(name: tuple[str, ...]) -> bool:
    """Whether a given name, or its initial, stands before the surname; a particle does not count."""
    return len(name) > 1 and (name[0] not in words("particles") or name[0].capitalize() in words("given_names"))


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: Donald Trump and Donald J. Trump, not Bill and Hillary Clinton."""
    if one[-1] != other[-1]:
        return False
    if _is_tail(one, other) or _is_tail(other, one):
        return True
    if not _same_given(one[0], other[0]):
        return False
    short, long = sorted((one[1:-1], other[1:-1]), key=len)
    rest = iter(long)
    return all(any(_same_given(word, candidate) for candidate in rest) for word in short)


def misspelt(one: str, other: str) -> bool:
    """Whether two surnames may be one: of five letters or more, the first the same, one letter other, less or more."""
    if max(len(one), len(other)) < _LONG_ENOUGH or one[0] != other[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other, score_cutoff=1) == 1


_LONG_ENOUGH = 5
"""Letters of the longer surname: Lee and Lea are two people."""


def _is_tail(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is a double surname: Boone Isaacs."""
    return len(long) > len(short) > 1 and long[-len(short) :] == short


def _same_given(one: str, other: str) -> bool:
    if one == other or _formal(one) == _formal(other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


@cache
def _nicknames() -> dict[str, str]:
    return table("nicknames")


def _formal(given: str) -> str:
    return _nicknames().get(given, given)
