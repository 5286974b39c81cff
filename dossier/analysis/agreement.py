"""What the sources together make of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import isclose
from typing import NamedTuple

from dossier.model.claim import Agreement, Evidence, Stance
from dossier.model.quantity import Quantity

_MOST_FIGURES = 100
"""Different figures of one claim that are compared pair by pair; a claim with more has long been told."""


class _Figure(NamedTuple):
    quantity: Quantity
    date: str


def agreement(evidence: Sequence[Evidence]) -> Agreement:
    """The state of a claim with this evidence; evidence that only mentions it does not count.

    A source that disputes what others support makes it conflicting. Otherwise figures decide where they can be
    compared, and else the number of origins.
    """
    counted = [piece for piece in evidence if piece.stance is not Stance.MENTIONS]
    if not counted:
        return Agreement.UNSUPPORTED
    if len({piece.stance for piece in counted}) > 1:
        return Agreement.CONFLICTING
    differs = _of_figures(piece for piece in counted if piece.quantity is not None)
    if differs is Agreement.CONFLICTING:
        return differs
    if len({piece.source for piece in counted}) == 1:
        return Agreement.SINGLE
    if differs is not None:
        return differs
    return Agreement.CORROBORATED if _several_origins(counted) else Agreement.SINGLE


def _several_origins(evidence: Iterable[Evidence]) -> bool:
    """Whether two pieces of it share neither their source nor their speaker."""
    pairs = list(dict.fromkeys((piece.source, piece.speaker or f"\0{piece.source}") for piece in evidence))
    source, speaker = pairs[0]
    if any(other != source and voice != speaker for other, voice in pairs):
        return True
    # What is left shares one of the two with the first: one of each kind makes a pair that shares neither.
    same_source = {voice for other, voice in pairs if other == source and voice != speaker}
    same_speaker = {other for other, voice in pairs if voice == speaker and other != source}
    return bool(same_source and same_speaker)


def _of_figures(evidence: Iterable[Evidence]) -> Agreement | None:
    """The strongest difference between any two figures, ``None`` when there is none."""
    figures = list(dict.fromkeys(_Figure(piece.quantity, piece.date) for piece in evidence if piece.quantity))
    found = {_between(a, b) for a, b in combinations(figures[:_MOST_FIGURES], 2)}
    for difference in (Agreement.CONFLICTING, Agreement.UPDATED, Agreement.CLOSE):
        if difference in found:
            return difference
    return None


def _between(a: _Figure, b: _Figure) -> Agreement | None:
    one, other = a.quantity, b.quantity
    if one.unit != other.unit or not _same_thing(one.thing, other.thing) or _same_figure(one, other):
        return None
    if one.low < other.high and other.low < one.high:
        return Agreement.CLOSE
    if a.date.startswith(b.date) or b.date.startswith(a.date):
        return Agreement.CONFLICTING
    earlier, later = (one, other) if a.date < b.date else (other, one)
    return Agreement.UPDATED if later.value > earlier.value else Agreement.CONFLICTING


def _same_thing(one: str, other: str) -> bool:
    """Whether the same is counted; a figure without a word for it fits any."""
    if not one or not other:
        return True
    return _singular(one) == _singular(other)


def _singular(thing: str) -> str:
    return " ".join(word.removesuffix("s") for word in thing.split())


def _same_figure(one: Quantity, other: Quantity) -> bool:
    exact = ("", "about")
    same_qualifier = one.qualifier == other.qualifier or (one.qualifier in exact and other.qualifier in exact)
    return (
        same_qualifier
        and isclose(one.value, other.value, rel_tol=1e-9)
        and (one.qualifier != "range" or isclose(one.low, other.low, rel_tol=1e-9))
    )
