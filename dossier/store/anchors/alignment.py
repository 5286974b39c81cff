"""Laying a quote over a stretch of a text: where it begins and ends there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dossier.store.anchors.kinds import ENDS, PUNCTUATION, kind_of
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

_TELLING: Final = 8
"""Letters beside a quote that must agree before they tell where it begins or ends."""

_BESIDE: Final = 12
"""Words beside a quote that are compared for that."""

Pair = tuple[int, int]
"""A token of the quote and the one of the text that is the same."""


class Pattern(NamedTuple):
    """The keys of a quote, and those of the words before and after it."""

    before: Sequence[str]
    quote: Sequence[str]
    after: Sequence[str]

    @property
    def keys(self) -> Sequence[str]:
        """All in a row."""
        return [*self.before, *self.quote, *self.after]


class Stretch(NamedTuple):
    """Tokens ``first`` to ``last`` of the text, end exclusive."""

    first: int
    last: int


def aligned(pattern: Pattern, text: Tokens, at: int) -> Stretch | None:
    """Where the quote stands that may begin at token ``at`` of ``text``; ``None`` when too little of it does."""
    quote, keys = pattern.quote, text.keys
    slack = _SLACK + len(quote) // 4
    low, high = max(at - slack, 0), max(at + len(quote) + slack, 0)
    own = _pairs(quote, keys, low, high)
    if sum(len(quote[i]) for i, _ in own) < _LEAST * sum(map(len, quote)) or not own:
        return None
    core = own[_core(own, quote)]
    start = _edge(pattern.before[::-1], keys, core[1] - core[0], slack, core[1], -1)
    end = _edge(pattern.after, keys, core[1] - core[0] + len(quote) - 1, slack, core[1], 1)
    own = [pair for pair in own if (start is None or pair[1] >= start) and (end is None or pair[1] <= end)]
    own = list(_without_strays(own, quote, start, end))
    first = _first(quote, text, own[0]) if start is None else _trimmed(keys, start, own[0][1], own[0][0], 1)
    missing = len(quote) - 1 - own[-1][0]
    last = _last(quote, text, own[-1]) if end is None else _trimmed(keys, end, own[-1][1], missing, -1)
    return Stretch(first, last + 1)


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
    core = _core(found, wanted)
    for n in range(core + 1, len(found)):
        i, j = found[n]
        found[n] = i, next(at for at in range(found[n - 1][1] + 1, j + 1) if text[at] == wanted[i])
    for n in range(core - 1, -1, -1):
        i, j = found[n]
        found[n] = i, next(at for at in range(found[n + 1][1] - 1, j - 1, -1) if text[at] == wanted[i])
    return found


def _core(pairs: Sequence[Pair], keys: Sequence[str]) -> int:
    """The middle of the longest run of words that stand together in both, by letters."""
    best, first, letters, most = 0, 0, 0, -1
    for n, (i, j) in enumerate(pairs):
        if n and (i - pairs[n - 1][0], j - pairs[n - 1][1]) != (1, 1):
            first, letters = n, 0
        letters += len(keys[i])
        if letters > most:
            best, most = (first + n) // 2, letters
    return best


def _edge(context: Sequence[str], text: Sequence[str], expected: int, slack: int, core: int, step: int) -> int | None:
    """The outermost token of a quote, next to the stretch that agrees longest with the words beside it.

    ``context`` goes outward from the quote, by ``step`` in the text. ``None`` where too little agrees to tell.
    """
    whole = sum(map(len, context[:_BESIDE]))
    best: tuple[int, int, int] | None = None
    for at in range(max(expected - slack, 0), expected + slack + 1):
        if (core - at) * step > 0:
            continue
        letters = 0
        for n, key in enumerate(context[:_BESIDE]):
            beside = at + step * (n + 1)
            if not 0 <= beside < len(text) or text[beside] != key:
                break
            letters += len(key)
        if letters and letters >= min(whole, _TELLING):
            best = max(best or (0, 0, 0), (letters, -abs(at - expected), at))
    return best[2] if best else None


def _without_strays(own: Sequence[Pair], keys: Sequence[str], start: int | None, end: int | None) -> Sequence[Pair]:
    """Without short words at either edge that stand far from the rest, unless the edge itself is known."""
    while len(own) > 1 and start is None and _astray(own[0], own[1]) and len(keys[own[0][0]]) <= _ASTRAY:
        own = own[1:]
    while len(own) > 1 and end is None and _astray(own[-2], own[-1]) and len(keys[own[-1][0]]) <= _ASTRAY:
        own = own[:-1]
    return own


def _astray(one: Pair, other: Pair) -> bool:
    return (other[1] - one[1]) - (other[0] - one[0]) >= _ASTRAY


def _trimmed(text: Sequence[str], edge: int, own: int, missing: int, step: int) -> int:
    """The edge, without a sentence or signs that were only put in between a whole quote and what stood beside it."""
    if missing or edge == own:
        return edge
    for at in range(own - step, edge - step, -step):
        if text[at] in ENDS:
            edge = at + step
            break
    while edge != own and text[edge] in PUNCTUATION:
        edge += step
    return edge


def _first(quote: Sequence[str], text: Tokens, own: Pair) -> int:
    """The first token of the quote: as many back from the first that is the same as words of the quote are missing."""
    at = own[1]
    for n in range(1, min(own) + 1):
        if not _may_replace(quote[own[0] - n], text, own[1] - n):
            break
        at = own[1] - n
    return at


def _last(quote: Sequence[str], text: Tokens, own: Pair) -> int:
    """The last token of the quote, in the same way."""
    at = own[1]
    for n in range(1, min(len(quote) - own[0], len(text.keys) - own[1])):
        if not _may_replace(quote[own[0] + n], text, own[1] + n):
            break
        at = own[1] + n
    return at


def _may_replace(key: str, text: Tokens, at: int) -> bool:
    """Whether token ``at`` may stand in the place of ``key``: both are words, or the same sort of sign."""
    other = text.keys[at]
    if key[0].isalnum() and other[0].isalnum():
        return True
    kind = kind_of(key, key)
    return key not in ENDS and other not in ENDS and kind is not None and kind is kind_of(other, other)
