"""The places where a quote may stand in other words, each with how much of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dossier.model.offsets import OffsetMap
from dossier.model.passage import Selector
from dossier.store.anchors.alignment import LONGEST, Pattern, aligned
from dossier.store.anchors.candidates import Places
from dossier.store.anchors.changes import Comparison, compare_tokens
from dossier.store.anchors.context import LONGEST_CONTEXT
from dossier.store.anchors.tokens import Tokens, tokens, tokens_of

if TYPE_CHECKING:
    from dossier.store.anchors.listed import ListedWords

_SHORTEST_SHARE: Final = 0.5
"""Less than this of a quote is none of it, whatever stands around."""


class Likely(NamedTuple):
    """A place, in code points, and what differs there from the quote."""

    start: int
    end: int
    comparison: Comparison


class Wanted(NamedTuple):
    """What is looked for: the words of a quote, and their keys with those of the words around them."""

    quote: Tokens
    pattern: Pattern

    @classmethod
    def of(cls, selector: Selector) -> Wanted:
        """That of a selector."""
        quote, before = tokens(selector.exact), tokens(selector.prefix[-LONGEST_CONTEXT:]).keys
        return cls(quote, Pattern(before, quote.keys, tokens(selector.suffix[:LONGEST_CONTEXT]).keys))


class LikelyPlaces:
    """Looks for quotes in one text, whose words are listed once."""

    def __init__(self, text: Tokens) -> None:
        self._tokens = text
        self._places = Places(text)

    @classmethod
    def of(cls, text: str) -> LikelyPlaces:
        """Those of a text."""
        return cls(tokens(text))

    @classmethod
    def of_normal(cls, text: str, normal: str, origins: OffsetMap) -> LikelyPlaces:
        """Those of a text whose normal form is known."""
        return cls(tokens_of(text, normal, origins))

    def listed(self, normal: str) -> ListedWords:
        """The list of its words; ``normal`` is the normal form of the text."""
        from dossier.store.anchors.listed import ListedWords

        return ListedWords(self._tokens, normal, self._places)

    def find(self, wanted: Wanted) -> list[Likely]:
        """The places at which at least half of the quote stands; they may overlap."""
        quote, pattern = wanted
        if not quote.keys or len(quote.keys) > LONGEST:
            return []
        found: list[Likely] = []
        for window in self._places.windows(pattern.keys, len(quote.keys)):
            stretch = aligned(pattern, self._tokens, window.at + len(pattern.before))
            if stretch is not None:
                found.append(self._likely(quote, *stretch))
        return [likely for likely in found if likely.comparison.share >= _SHORTEST_SHARE]

    def _likely(self, quote: Tokens, first: int, last: int) -> Likely:
        start, end = self._tokens.span(first, last)
        return Likely(start, end, compare_tokens(quote, tokens(self._tokens.text[start:end])))
