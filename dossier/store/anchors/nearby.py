"""Where a part of a quote, or what stood beside it, still stands letter for letter: the rest is near.

Most edits leave it so. Then only a few hundred letters have to be read, and not the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dossier.model.passage import Selector
from dossier.store.anchors.context import LONGEST_CONTEXT
from dossier.store.anchors.likely import Likely, LikelyPlaces, Wanted

_SHORTEST: Final = 12
"""Code points of a part; shorter ones stand in too many places to tell one."""

_MOST_HITS: Final = 2
"""Places of one part that are looked at."""

_SLACK: Final = 40
"""Code points more on either side that are read, besides a quarter of the quote: as much may have been put in."""


def likely_nearby(text: str, selector: Selector, wanted: Wanted) -> list[Likely]:
    """The places near a part of ``selector`` at which at least half of the quote stands; they may overlap."""
    length = len(selector.exact)
    slack = _SLACK + length // 4
    expected: list[int] = []
    for at in _expected(text, selector):
        if all(abs(at - other) > slack for other in expected):
            expected.append(at)
    found: list[Likely] = []
    for at in expected:
        first = _word_start(text, at - slack - min(len(selector.prefix), LONGEST_CONTEXT))
        last = _word_end(text, at + length + slack + min(len(selector.suffix), LONGEST_CONTEXT))
        for start, end, comparison in LikelyPlaces.of(text[first:last]).find(wanted):
            found.append(Likely(first + start, first + end, comparison))
    return found


def _expected(text: str, selector: Selector) -> Iterator[int]:
    """Where the quote would start, going by each of its parts that stands in the text."""
    middle = len(selector.exact) // 2
    parts = (
        (selector.prefix[-LONGEST_CONTEXT:], -len(selector.prefix[-LONGEST_CONTEXT:])),
        (selector.suffix[:LONGEST_CONTEXT], len(selector.exact)),
        (selector.exact[:middle], 0),
        (selector.exact[middle:], middle),
    )
    for part, offset in parts:
        at = text.find(part) if len(part) >= _SHORTEST else -1
        for _ in range(_MOST_HITS):
            if at < 0:
                break
            yield at - offset
            at = text.find(part, at + 1)


def _word_start(text: str, at: int) -> int:
    least = max(at - LONGEST_CONTEXT, 0)
    at = max(at, 0)
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    most = min(at + LONGEST_CONTEXT, len(text))
    at = min(at, len(text))
    while at < most and not text[at].isspace():
        at += 1
    return at
