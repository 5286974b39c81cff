"""Laying a quote, with the words around it, over a stretch of a text: where it begins and ends there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dossier.store.anchors.kinds import ENDS, kind_of
from dossier.store.anchors.tokens import Tokens

LONGEST: Final = 4000
"""Words of a quote that are aligned; who quotes more quotes the whole article, and is told when it is not there."""

_SLACK: Final = 2
"""Words more on either side of a quote that are looked at, besides a quarter of its own: as many may have been put
in. With more, a short quote would find its words in the next sentence."""

_LEAST: Final = 0.4
"""Share of a quote's letters that must stand in a stretch word for word before it is compared more closely."""

_ASTRAY: Final = 3
"""Words between a short word at the edge of a quote and the rest of it from which it is another one like it."""

Pair = tuple[int, int]
"""A token of the pattern and the one of the text that is the same."""


class Pattern(NamedTuple):
    """The keys of prefix, quote and suffix in a row; the quote is ``first`` to ``last``, end exclusive."""

    keys: Sequence[str]
    first: int
    last: int


class Stretch(NamedTuple):
    """Tokens ``first`` to ``last`` of the text, end exclusive."""

    first: int
    last: int


def aligned(pattern: Pattern, text: Tokens, at: int) -> Stretch | None:
    """Where the quote stands near token ``at`` of ``text``; ``None`` when too little of it does."""
    slack = _SLACK + len(pattern.keys) // 4
    low = max(at - slack, 0)
    pairs = _pairs(pattern.keys, text.keys, low, max(at + len(pattern.keys) + slack, 0))
    own = [pair for pair in pairs if pattern.first <= pair[0] < pattern.last]
    total = sum(map(len, pattern.keys[pattern.first : pattern.last]))
    if not own or sum(len(pattern.keys[i]) for i, _ in own) < _LEAST * total:
        return None
    before = next((pair for pair in reversed(pairs) if pair[0] < pattern.first), None)
    after = next((pair for pair in pairs if pair[0] >= pattern.last), None)
    own = _without_strays(own, pattern.keys, before, after)
    first = _first(pattern, text, before, own[0], slack)
    last = _last(pattern, text, own[-1], after, slack)
    return Stretch(first, last) if first < last else None


def _pairs(wanted: Sequence[str], text: Sequence[str], low: int, high: int) -> list[Pair]:
    """The most tokens that stand in the same order in both, as close together as they can (longest common subsequence).

    Where a word stands several times before the next one that is the same, the nearest is meant.
    """
    from rapidfuzz.distance import Indel

    found = [
        (block.a + n, low + block.b + n)
        for block in Indel.editops(wanted, text[low:high]).as_matching_blocks()
        for n in range(block.size)
    ]
    core = max(range(len(found)), key=lambda n: len(wanted[found[n][0]]), default=0)
    for n in range(core + 1, len(found)):
        i, j = found[n]
        found[n] = i, next(at for at in range(found[n - 1][1] + 1, j + 1) if text[at] == wanted[i])
    for n in range(core - 1, -1, -1):
        i, j = found[n]
        found[n] = i, next(at for at in range(found[n + 1][1] - 1, j - 1, -1) if text[at] == wanted[i])
    return found


def _without_strays(own: list[Pair], keys: Sequence[str], before: Pair | None, after: Pair | None) -> list[Pair]:
    """Without short words at either edge that stand far from the rest, unless the words around stand beside them."""
    while len(own) > 1 and _astray(own[0], own[1], keys) and not (before and _adjoin(before, own[0])):
        own = own[1:]
    while len(own) > 1 and _astray(own[-2], own[-1], keys, edge=1) and not (after and _adjoin(own[-1], after)):
        own = own[:-1]
    return own


def _astray(one: Pair, other: Pair, keys: Sequence[str], edge: int = 0) -> bool:
    further = (other[1] - one[1]) - (other[0] - one[0])
    return further >= _ASTRAY and len(keys[(one, other)[edge][0]]) <= _ASTRAY


def _adjoin(one: Pair, other: Pair) -> bool:
    return other[0] - one[0] == 1 and other[1] - one[1] == 1


def _first(pattern: Pattern, text: Tokens, before: Pair | None, own: Pair, slack: int) -> int:
    """The first token of the quote: right after the words before it, else as many back as words of it are missing."""
    missing = own[0] - pattern.first
    gap = own[1] - (before[1] + 1 if before else 0)
    if before and before[0] == pattern.first - 1 and gap <= missing + slack:
        ends = [at for at in range(own[1] - gap, own[1] - missing) if text.keys[at] in ENDS]
        return ends[-1] + 1 if ends else own[1] - gap
    at = own[1]
    for n in range(1, min(missing, gap) + 1):
        if not _may_replace(pattern.keys[own[0] - n], text, own[1] - n):
            break
        at = own[1] - n
    return at


def _last(pattern: Pattern, text: Tokens, own: Pair, after: Pair | None, slack: int) -> int:
    """The token after the last of the quote, in the same way."""
    missing = pattern.last - 1 - own[0]
    gap = (after[1] if after else len(text.keys)) - own[1] - 1
    if after and after[0] == pattern.last and gap <= missing + slack:
        least = own[1] + missing
        return next((at + 1 for at in range(least, own[1] + 1 + gap) if text.keys[at] in ENDS), own[1] + 1 + gap)
    at = own[1]
    for n in range(1, min(missing, gap) + 1):
        if not _may_replace(pattern.keys[own[0] + n], text, own[1] + n):
            break
        at = own[1] + n
    return at + 1


def _may_replace(key: str, text: Tokens, at: int) -> bool:
    """Whether token ``at`` may stand in the place of ``key``: both are words, or the same sort of sign."""
    other = text.keys[at]
    if key[0].isalnum() and other[0].isalnum():
        return True
    kind = kind_of(key, key)
    return key not in ENDS and other not in ENDS and kind is not None and kind is kind_of(other, other)
