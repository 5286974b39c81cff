"""The places where a quote may stand in other words, each with how much of it is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from dossier.model.offsets import OffsetMap
from dossier.model.passage import Selector
from dossier.store.anchors.alignment import LONGEST, Pattern, aligned
from dossier.store.anchors.candidates import Places
from dossier.store.anchors.changes import Comparison, compare_tokens
from dossier.store.anchors.context import LONGEST_CONTEXT
from dossier.store.anchors.tokens import Tokens, tokens, tokens_of

_SHORTEST_SHARE: Final = 0.5
"""Less than this of a quote is none of it, whatever stands around."""


class Likely(NamedTuple):
    """A place, in code points, and what differs there from the quote."""

    start: int
    end: int
    comparison: Comparison


class LikelyPlaces:
    """Looks for quotes in one text, whose words are listed once."""

    def __init__(self, text: str, normal: str, origins: OffsetMap) -> None:
        self._tokens = tokens_of(text, normal, origins)
        self._places = Places(self._tokens)

    def find(self, selector: Selector) -> list[Likely]:
        """The places at which at least half of the quote stands, in order of the text; none overlap."""
        quote = tokens(selector.exact)
        if not quote.keys or len(quote.keys) > LONGEST:
            return []
        pattern = _pattern(selector, quote)
        found: list[Likely] = []
        for window in self._places.windows(pattern.keys):
            stretch = aligned(pattern, self._tokens, window.at)
            if stretch is not None:
                found.append(self._likely(quote, *stretch))
        return _apart(likely for likely in found if likely.comparison.share >= _SHORTEST_SHARE)

    def _likely(self, quote: Tokens, first: int, last: int) -> Likely:
        start, end = self._tokens.span(first, last)
        return Likely(start, end, compare_tokens(quote, tokens(self._tokens.text[start:end])))


def _pattern(selector: Selector, quote: Tokens) -> Pattern:
    before = tokens(selector.prefix[-LONGEST_CONTEXT:]).keys
    after = tokens(selector.suffix[:LONGEST_CONTEXT]).keys
    return Pattern([*before, *quote.keys, *after], len(before), len(before) + len(quote.keys))


def _apart(found: Iterable[Likely]) -> list[Likely]:
    """The best of those that overlap."""
    kept: list[Likely] = []
    for one in sorted(found, key=lambda likely: (-likely.comparison.share, likely.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)
