"""Near-copies among sources: which text stands, whole or cut or reworked, inside which other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from dossier.analysis.origins.shingles import WIDTH, WordNumbers, shingles

_LEAST = 0.25
"""Containment from which a text is a copy. With one word in ten changed .59 of the shingles stay; unrelated stories on
one beat reach .17."""

_LEAST_SHARED = 8
"""Shingles that must be shared: a dozen words in a row."""

_COVERED = 0.4
"""Share of the copy's words that the shared passages must span, small changes included: a quotation that makes up a
quarter of a short text spans a quarter, a reworked text is spanned nearly whole."""

_MOST_HOLDERS = 40
"""Sources that hold a shingle before it is the site's furniture and is no longer used to find pairs."""

_SAMPLED_FROM, _ONE_IN = 500, 4
"""From so many sources on, pairs are looked for with one shingle in so many (those whose number divides), and only
then compared in full: memory stays flat."""

_GAP = 12
"""Shingles between two shared passages that are taken as one: two changed words break ten."""


class Copy(NamedTuple):
    """``source`` stands in ``of``: the share of its shingles found there, from 0 to 1."""

    source: str
    of: str
    containment: float


def copies(texts: Mapping[str, str], least: float = _LEAST) -> list[Copy]:
    """The near-copies among ``texts`` (id to reading text), by the names of the two; the shorter is the copy."""
    numbers = WordNumbers()
    made = {name: shingles(texts[name], numbers) for name in sorted(texts)}
    sets = {name: frozenset(found) for name, found in made.items()}
    found = []
    for a, b in _candidates(sets):
        short, long = sorted((a, b), key=lambda name: (len(sets[name]), name))
        shared = sets[short] & sets[long]
        containment = len(shared) / len(sets[short])
        if containment < least or len(shared) < _LEAST_SHARED:
            continue
        wanted = _COVERED * (len(made[short]) + WIDTH - 1)
        if len(shared) >= wanted or covered(made[short], made[long]) >= wanted:
            found.append(Copy(short, long, containment))
    return sorted(found)


def covered(one: Sequence[int], other: Sequence[int]) -> int:
    """Words of the first text that lie in passages it shares with the other; small gaps of changed words count too."""
    last = len(other) - 1
    first_place = dict(zip(reversed(other), range(last, -1, -1), strict=True))
    count = reach = 0
    before, place_before = -_GAP, -_GAP
    for at, place in enumerate(map(first_place.get, one)):
        if place is None:
            continue
        goes_on = at - before <= _GAP and 0 < place - place_before <= _GAP
        count += at + WIDTH - (reach if goes_on else max(reach, at))
        reach = at + WIDTH
        before, place_before = at, place
    return count


def _candidates(sets: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs that share enough shingles to be worth comparing."""
    step = _ONE_IN if len(sets) > _SAMPLED_FROM else 1
    looked_at = {
        name: {one for one in numbers if one % step == 0} if step > 1 else numbers for name, numbers in sets.items()
    }
    seen: set[int] = set()
    repeated: set[int] = set()
    for numbers in looked_at.values():
        repeated |= seen & numbers
        seen |= numbers
    holders: dict[int, list[str]] = {number: [] for number in repeated}
    for name, numbers in looked_at.items():
        for number in numbers & repeated:
            holders[number].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= _MOST_HOLDERS:
            shared.update(combinations(names, 2))
    least = max(_LEAST_SHARED // (2 * step), 1)
    return sorted(pair for pair, count in shared.items() if count >= least)
