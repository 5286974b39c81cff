"""How often what statements share stands in all of them: so that some can be compared by the measure of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from math import isfinite, log10
from typing import NamedTuple

from dossier.analysis.alignment.comparison import Profile
from dossier.model.quantity import Quantity

SMALL = 100
"""Bare counts below this are in every text."""

Size = tuple[str, int]
"""The unit of a figure and its size: half orders of magnitude, each of which meets the ones beside it."""


class Frequencies(NamedTuple):
    """In how many of ``total`` statements each word, each piece of a word, each entity and each size of figure is."""

    total: int
    words: Mapping[str, int]
    pieces: Mapping[str, int]
    entities: Mapping[str, int]
    figures: Mapping[Size, int]

    def with_entities(self, profiles: Iterable[Profile], known: Frequencies | None) -> Frequencies:
        """These, with how many statements name each entity now; of those ``known`` as they are known."""
        counted = Counter(chain.from_iterable(one.entities for one in profiles))
        return self._replace(entities={**counted, **(known.entities if known is not None else {})})

    def with_those(self, other: Frequencies) -> Frequencies:
        """These, and for what is in none of these statements those of ``other``."""
        return Frequencies(
            self.total,
            {**other.words, **self.words},
            {**other.pieces, **self.pieces},
            {**other.entities, **self.entities},
            {**other.figures, **self.figures},
        )


def frequencies(profiles: Iterable[Profile], words: Mapping[str, int]) -> Frequencies:
    """Those of statements; of ``words`` they are known."""
    held = tuple(profiles)
    pieces = Counter(chain.from_iterable(one.pieces for one in held))
    entities = Counter(chain.from_iterable(one.entities for one in held))
    figures = Counter(chain.from_iterable(sizes(one.figures) for one in held))
    return Frequencies(len(held), words, dict(pieces), dict(entities), dict(figures))


def sizes(figures: Iterable[Quantity]) -> set[Size]:
    """The sizes of the telling ones among figures: each has two, so that like ones share one."""
    telling = (one for one in figures if one.value > 0 and isfinite(one.value) and (one.unit or one.value >= SMALL))
    rounded = ((one.unit, round(2 * log10(one.value))) for one in telling)
    return {(unit, size + more) for unit, size in rounded for more in (0, 1)}
