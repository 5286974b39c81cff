"""Comparing two statements: the parts of the score, and the reasons that are shown for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum, isfinite, sqrt
from typing import TYPE_CHECKING, NamedTuple

from dossier.analysis.agreement.figures import overlap, same_figure, same_name, same_thing, shown
from dossier.analysis.agreement.sums import consistent
from dossier.analysis.alignment.index import Weights
from dossier.analysis.language.stems import pieces, terms
from dossier.model.quantity import Quantity

if TYPE_CHECKING:
    from dossier.analysis.alignment.alignment import Statement

_FIGURE, _DATE, _ENTITY = 0.3, 0.1, 0.1
"""What the same figure, the same date and the same rare entity add to the likeness of the words."""

_ALONE, _FAR = 0.1, 0.05
"""Likeness of words that share nothing, and of surroundings that share nothing: neither part rules the other out."""

_MOST = (1 + _FIGURE + _ALONE) * (1 + _FAR)
"""The product for one sentence in one article: full likeness, a figure shared."""

_RARE = 0.1
"""Share of the statements in which an entity is still rare; one that every article names tells nothing."""

_TELLING = 10
"""Smaller counts without a unit ("two sides") are shared by chance."""

_MOST_FIGURES = 20
"""Of one statement: a table is not compared cell by cell."""

_MOST_REASONS = 12


Reason = tuple[str, str, float]
"""Kind, what is shared, and its part of the score."""
Reasons = tuple[Reason, ...]


class Profile(NamedTuple):
    """What of a statement is compared: its terms and their pieces, its neighbours' and its article's terms."""

    terms: frozenset[str]
    pieces: frozenset[str]
    near: frozenset[str]
    article: frozenset[str]
    figures: tuple[Quantity, ...]
    dates: frozenset[str]
    entities: frozenset[str]


def profiles(group: Sequence[Statement], language: str = "en") -> list[Profile]:
    """The profiles of one source's statements, in reading order."""
    own = [terms(statement.text, language) for statement in group]
    article = frozenset().union(*own)
    return [
        Profile(
            own[at],
            pieces(own[at]),
            frozenset().union(*own[max(at - 1, 0) : at + 2]),
            article,
            statement.figures,
            frozenset(statement.dates),
            frozenset(statement.entities),
        )
        for at, statement in enumerate(group)
    ]


def likeness(one: Profile, other: Profile, words: Weights, grams: Weights, entities: Weights) -> float:
    """How alike two statements are, from 0 to 1.

    The geometric mean of how alike their words are (with what figures, dates and entities add) and how alike their
    neighbours and their articles are.
    """
    return _score(_said(one, other, words, grams, _extra(one, other, entities)), _around(one, other, words))


def reasons(one: Profile, other: Profile, words: Weights, grams: Weights, entities: Weights) -> Reasons:
    """Why two statements are alike, the strongest reason first, each with its part of the likeness."""
    size = sqrt(words.sum(one.terms) * words.sum(other.terms)) or 1.0
    extra = _extra(one, other, entities)
    found = [("word", word, words.of(word) / size) for word in one.terms & other.terms] + extra
    said = _said(one, other, words, grams, extra)
    part = _score(said, _around(one, other, words)) / said
    strongest = sorted(found, key=lambda reason: (-reason[2], reason))[:_MOST_REASONS]
    return tuple((kind, what, round(weight * part, 4)) for kind, what, weight in strongest)


def _said(one: Profile, other: Profile, words: Weights, grams: Weights, extra: Sequence[Reason]) -> float:
    """How alike the statements themselves are."""
    alike = (words.cosine(one.terms, other.terms) + grams.cosine(one.pieces, other.pieces)) / 2
    return alike + fsum(weight for _, _, weight in extra) + _ALONE


def _around(one: Profile, other: Profile, words: Weights) -> float:
    """How alike their neighbours and their articles are."""
    return (words.cosine(one.near, other.near) + words.articles(one.article, other.article)) / 2


def _score(said: float, around: float) -> float:
    return min(sqrt(said * (_FAR + around) / _MOST), 1.0)


def _extra(one: Profile, other: Profile, entities: Weights) -> list[Reason]:
    """The strongest shared figure, date and rare entity."""
    if not (one.figures and other.figures) and not (one.dates and other.dates) and not one.entities & other.entities:
        return []
    kinds = ([*_figures(one, other), *_worked_out(one, other)], _dates(one, other), _entities(one, other, entities))
    return [max(found, key=lambda reason: (reason[2], reason)) for found in map(list, kinds) if found]


def _figures(one: Profile, other: Profile) -> Iterator[tuple[str, str, float]]:
    """The same figure counts in full, and so does one of the same named thing that rounds to it; others by half."""
    for a in one.figures[:_MOST_FIGURES]:
        for b in other.figures[:_MOST_FIGURES]:
            if not same_thing(a.thing, b.thing):
                continue
            telling = a.unit or a.value >= _TELLING
            named = same_name(a.thing, b.thing) and bool(a.thing)
            if same_figure(a, b):
                yield "figure", shown(a), _FIGURE if telling else _FIGURE / 3
            elif telling and overlap(a, b):
                narrow = isfinite(a.high) and isfinite(b.high) and a.low > 0 and b.low > 0
                if named or narrow:
                    part = 1 if named and narrow else 2
                    yield "figure", f"{shown(a)} ~ {shown(b)}", _FIGURE / part


def _worked_out(one: Profile, other: Profile) -> Iterator[tuple[str, str, float]]:
    """A figure of one that follows from figures of the other."""
    for found in consistent(one.figures[:_MOST_FIGURES], other.figures[:_MOST_FIGURES]):
        if found.agrees:
            yield "figure", found.words, _FIGURE


def _dates(one: Profile, other: Profile) -> Iterator[tuple[str, str, float]]:
    for date in one.dates & other.dates:
        yield "date", date, _DATE


def _entities(one: Profile, other: Profile, weights: Weights) -> Iterator[tuple[str, str, float]]:
    """Rare ones only: where every article has the same actors, sharing them tells nothing."""
    for entity in one.entities & other.entities:
        if weights.rare(entity, _RARE):
            yield "entity", entity, _ENTITY
