"""The order of anchors in a text: what tells copies of a quote apart when nothing in or around them does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dossier.model.passage import Anchor, Anchoring, Selector


def in_order(found: Mapping[Selector, Anchoring], copies: Mapping[Selector, Sequence[int]]) -> dict[Selector, int]:
    """Where the ambiguous ones stand if only one of their copies keeps the order the selectors had, in code points.

    ``copies`` are the places of each that cannot be told apart. The neighbours are the nearest selectors before and
    after whose words stand in one place; they must both be there, and in order themselves.
    """
    fixed = sorted(
        (selector.start, one.start)
        for selector, one in found.items()
        if selector.start is not None and one.start >= 0 and one.anchor is not Anchor.AMBIGUOUS
    )
    told: dict[Selector, int] = {}
    for selector, places in copies.items():
        if selector.start is None:
            continue
        at = bisect_left(fixed, (selector.start, -1))
        if 0 < at < len(fixed):
            before, after = fixed[at - 1][1], fixed[at][1]
            between = [place for place in places if before < place < after]
            if len(between) == 1:
                told[selector] = between[0]
    return told
