"""What a figure is a figure of: where, of what kind, of the whole or of a part; read from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lists import table, words
from dossier.analysis.language.normal_form import unified
from dossier.analysis.language.stems import stem, terms
from dossier.analysis.quantities.units import SCALES

_LONGEST = 1_000
"""Code points of a statement that are looked at."""

_BEFORE, _AFTER, _FAR = 40, 60, 100
"""Code points before and after a figure that can say what it is of, where no other figure stands nearer; and before it
for what befell people."""


_FATE, _SIGN = "fate:", "sign:"
"""What kinds in the data begin with that say what befell people, and whether a figure is a gain or a loss."""

_PART, _PART_BEFORE = "part", "part before"
"""Kinds in the data that make a figure one of a part: wherever they stand, or only before it ("another 12")."""


class Scope(NamedTuple):
    """Places as written in lower case, kinds such as ``fate:killed``, whether it is said to be a part, and
    the stems of the words around, by which a figure that names no thing is told from one of another."""

    places: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    part: bool = False
    about: frozenset[str] = frozenset()


def scope(statement: str, figure: str = "", language: str = "en") -> Scope:
    """The scope of ``figure`` as it stands in ``statement``; of the whole of it when it does not stand there.

    What stands nearer to another figure is that one's: in "12 killed and 30 hurt" only one of the two is of the dead.
    """
    text = unified(statement[:_LONGEST])
    figure = unified(figure).strip()
    before, after = _around(text, figure)
    ahead, behind = set(_kinds(before.lower(), language)), set(_kinds(after.lower(), language))
    if not any(kind.startswith(_FATE) for kind in ahead | behind):
        far = _kinds(_around(text, figure, _FAR)[0].lower(), language)
        ahead |= {kind for kind in far if kind.startswith(_FATE)}
    if any(kind.startswith(_FATE) for kind in ahead | behind):  # "the death toll of the flood rose to": that is no gain
        ahead, behind = ({kind for kind in kinds if not kind.startswith(_SIGN)} for kinds in (ahead, behind))
    about = terms(f"{before} {after.removeprefix(figure)}", language) - _scales(language)
    nearer = before.lower().rpartition(",")[2]
    part = _PART in ahead | behind or _PART_BEFORE in set(_kinds(nearer, language))
    return Scope(frozenset(_places(after, language)), frozenset((ahead | behind) - {_PART, _PART_BEFORE}), part, about)


def comparable(one: Scope, other: Scope, same: Mapping[str, str] | None = None) -> bool:
    """Whether two figures can be of the same: no other place, no other kind, neither a part of something.

    ``same`` leads from places as written to one name for each. A place that only one names is no other place when the
    figures agree, but not enough to say that they do not: see :func:`aligned`.
    """
    return not (one.part or other.part) and not _places_apart(one, other, same or {}) and not _kinds_apart(one, other)


def aligned(one: Scope, other: Scope, same: Mapping[str, str] | None = None) -> bool:
    """Whether they certainly are: both say the same of place and kind, so that intervals apart are a disagreement."""
    return comparable(one, other, same) and bool(one.places) == bool(other.places) and one.kinds == other.kinds


def alike(one: Scope, other: Scope) -> bool:
    """Whether the words around two figures are mostly the same: at least half of the fewer, numbers left out."""
    here, there = (frozenset(word for word in scope.about if word[0].isalpha()) for scope in (one, other))
    return bool(here and there) and 2 * len(here & there) >= min(len(here), len(there))


def _places_apart(one: Scope, other: Scope, same: Mapping[str, str]) -> bool:
    """Whether both name places and no two of them are one; "Pakistan's Reko Diq" and "Reko Diq" are."""
    here = [set(same.get(place, place).split()) for place in one.places]
    there = [set(same.get(place, place).split()) for place in other.places]
    return bool(here and there) and not any(a <= b or b <= a for a in here for b in there)


def _kinds_apart(one: Scope, other: Scope) -> bool:
    """Whether both name a kind of one family ("fate", "flow"), and not the same."""
    families = {kind.partition(":")[0] for kind in one.kinds} & {kind.partition(":")[0] for kind in other.kinds}
    return any(
        not {kind for kind in one.kinds & other.kinds if kind.partition(":")[0] == family} for family in families
    )


def _around(text: str, figure: str, reach: int = _BEFORE) -> tuple[str, str]:
    """The words before and after the figure, up to the next figure on either side."""
    at = text.find(figure) if figure else -1
    if at < 0:
        return "", text
    before = text[max(at - reach, 0) : at]
    after = text[at : at + len(figure) + _AFTER]
    start = max((match.end() for match in _figure().finditer(before)), default=0)
    digits = [match.start() for match in _figure().finditer(after) if match.start() >= len(figure)]
    return before[start:], after[: digits[0]] if digits else after


def _kinds(text: str, language: str) -> Iterable[str]:
    known, firsts = table("figure_kinds", language), _first_words(language)
    row = _word().findall(text)
    for at, word in enumerate(row):
        if word in firsts:
            for length in (1, 2, 3):
                kind = known.get(" ".join(row[at : at + length]))
                if kind:
                    yield kind


def _places(text: str, language: str) -> Iterable[str]:
    never = words("calendar_words", language)
    for match in _place().finditer(text):
        place = match["place"].lower().removeprefix("the ").rstrip(".'-").replace(".", "").rsplit("'s ", 1)[-1]
        if place.split()[0] not in never:
            yield place


@cache
def _first_words(language: str) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in table("figure_kinds", language))


@cache
def _scales(language: str) -> frozenset[str]:
    """The stems of "million" and the like: they are of the figure, not about it."""
    return frozenset(stem(word, language) for word in SCALES)


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\d[\d.,]*")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _place() -> re.Pattern[str]:
    """ "In the US", "across Balochistan", "near New South Wales": one to four capitalised words after a preposition."""
    return re.compile(
        r"\b(?:in|across|throughout|near|inside|within)\s+"
        r"(?P<place>(?:the\s+)?[A-Z][\w.'-]{0,30}(?:\s[A-Z][\w.'-]{0,30}){0,3})"
    )
