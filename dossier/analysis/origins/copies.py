"""Near-copies among sources: which text stands, whole or cut or reworked, inside which other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from dossier.analysis.origins.shingles import Shingles, shingles

_LEAST = 0.25
"""Containment from which a text is a copy. With one word in ten changed .59 of the shingles stay; unrelated stories on
one beat reach .17."""

_LEAST_SHARED = 8
"""Shingles that must be shared: a dozen words in a row."""

_COVERED = 0.4
"""Share of the copy that the shared passages must span, small changes included: a quotation that makes up a quarter of
a short text spans a quarter, a reworked text is spanned nearly whole."""

_MOST_HOLDERS = 40
"""Sources that hold a shingle before it is the site's furniture and is no longer used to find pairs."""

_SAMPLED_FROM, _ONE_IN = 500, 4
"""From so many sources on, pairs are looked for with one shingle in so many (those whose number divides), and only
then compared in full: memory stays flat."""

_GAP = 12
"""Shingles between two shared passages that are shown as one: two changed words break ten."""


class Copy(NamedTuple):
    """``source`` stands in ``of``: the share of its shingles found there, and the shared passages.

    A span is start and end in ``source``, start and end in ``of`` (code points, ends exclusive).
    """

    source: str
    of: str
    containment: float
    spans: tuple[tuple[int, int, int, int], ...]


def copies(texts: Mapping[str, str], least: float = _LEAST) -> list[Copy]:
    """The near-copies among ``texts`` (id to reading text), by the names of the two; the shorter is the copy."""
    made = {name: shingles(texts[name]) for name in sorted(texts)}
    sets = {name: frozenset(found.numbers) for name, found in made.items()}
    found = []
    for a, b in _candidates(sets):
        short, long = sorted((a, b), key=lambda name: (len(sets[name]), name))
        shared = sets[short] & sets[long]
        containment = len(shared) / len(sets[short])
        if containment < least or len(shared) < _LEAST_SHARED:
            continue
        spans = shared_spans(made[short], made[long])
        if _covered(spans) >= _COVERED * made[short].words[-1][1]:
            found.append(Copy(short, long, containment, spans))
    return sorted(found)


def shared_spans(one: Shingles, other: Shingles) -> tuple[tuple[int, int, int, int], ...]:
    """The passages that two texts share, in the order of the first; small gaps of changed words are spanned."""
    where: dict[int, int] = {}
    for at, number in enumerate(other.numbers):
        where.setdefault(number, at)
    runs: list[list[int]] = []
    for at, number in enumerate(one.numbers):
        there = where.get(number)
        if there is None:
            continue
        if runs and 0 < at - runs[-1][1] <= _GAP and 0 < there - runs[-1][3] <= _GAP:
            runs[-1][1], runs[-1][3] = at, there
        else:
            runs.append([at, at, there, there])
    return tuple((*one.span(a, b), *other.span(c, d)) for a, b, c, d in runs)


def _covered(spans: Iterable[tuple[int, int, int, int]]) -> int:
    """Code points of the copy that lie in a shared passage; passages come in order and may overlap by a few words."""
    covered = last = 0
    for start, end, _, _ in spans:
        covered += max(end - max(start, last), 0)
        last = max(last, end)
    return covered


def _candidates(sets: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs that share enough shingles to be worth comparing."""
    step = _ONE_IN if len(sets) > _SAMPLED_FROM else 1
    holders: dict[int, list[str]] = {}
    for name, numbers in sets.items():
        for number in numbers:
            if number % step == 0:
                holders.setdefault(number, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= _MOST_HOLDERS:
            shared.update(combinations(names, 2))
    least = max(_LEAST_SHARED // (2 * step), 1)
    return sorted(pair for pair, count in shared.items() if count >= least)
