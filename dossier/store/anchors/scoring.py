"""How much speaks for a place: the words of the quote that stand there, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossier.model.passage import Change

LEAST = 0.75
"""The score below which nothing of a quote is left (DESIGN section 7)."""

APART = 0.05
"""Two places whose scores are no further apart cannot be told apart (DESIGN section 7)."""

SAME_SURROUNDINGS = 0.5
"""From this share of its surroundings on a place is the one that was meant, and no other is looked for."""

LOOKS = 0.99
"""The share of a quote that is left when only its looks changed."""

_WORDS, _AROUND = 0.5, 0.5
"""What the words of a quote and those around it weigh. Where all around is there, a quote that has kept two thirds of
its words scores .83 and one that was deleted, whose words are at best to a quarter those of its neighbour, .63."""

_ALONE = 0.85
"""What the words weigh where nothing of what stood around them is there: it may be a sentence that is like this one."""


class Candidate(NamedTuple):
    """A place in code points; the share of the words that stand there, and of those around them, from 0 to 1.

    ``stored`` says whether the selector tells what stood around. ``changes`` are none where the words are exact.
    """

    start: int
    end: int
    share: float
    around: float
    stored: bool
    changes: tuple[Change, ...] = ()

    @property
    def rank(self) -> float:
        """What one place is compared with another by."""
        return _WORDS * self.share + _AROUND * self.around

    @property
    def score(self) -> float:
        """What it is worth by itself: where the selector tells what stood around, the words alone count less."""
        if not self.stored:
            return self.share
        around = min(self.around / SAME_SURROUNDINGS, 1.0)
        return max(self.rank, self.share * (_ALONE + (1 - _ALONE) * around))

    @property
    def meant(self) -> bool:
        """Whether it is the place that was meant, as far as the selector tells."""
        return not self.stored or self.around >= SAME_SURROUNDINGS

    @property
    def material(self) -> bool:
        """Whether other words stand there."""
        return any(change.kind.material for change in self.changes)


def foremost(places: Sequence[Candidate]) -> list[Candidate]:
    """The best place and those that cannot be told from it, the best first."""
    rank = max((place.rank for place in places), default=0.0)
    found = [place for place in places if place.rank >= rank - APART]
    return sorted(found, key=lambda place: (-place.rank, place.start))


def apart(places: Iterable[Candidate], known: Sequence[Candidate]) -> list[Candidate]:
    """The best of those that overlap, and none that overlaps one of ``known``."""
    kept: list[Candidate] = []
    for one in sorted(places, key=lambda place: (-place.rank, len(place.changes), place.start)):
        if not _overlaps(one.start, one.end, (*kept, *known)):
            kept.append(one)
    return kept


def _overlaps(start: int, end: int, places: Iterable[Candidate]) -> bool:
    """Whether [start, end) shares a code point with one of the places."""
    return any(start < place.end and place.start < end for place in places)
