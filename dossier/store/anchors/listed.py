"""Finding words through the list of a text's words, where there are many quotes to look for in a long text.

What is found is the same as by reading the text from its beginning; only the time is not theirs multiplied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from dossier.store.anchors.candidates import Places
from dossier.store.anchors.tokens import Tokens, tokens

_MOST: Final = 2000
"""Places of the rarest word of a quote that are looked at; a commoner one is sooner found by reading."""


class ListedWords:
    """The words of one text, and where they stand."""

    def __init__(self, text: Tokens, normal: str, places: Places) -> None:
        self._tokens = text
        self._normal = normal
        self._places = places

    def exact(self, words: str) -> list[int] | None:
        """Where ``words`` stand in the text, in code points, or ``None`` where the list cannot tell."""
        if not self._letters.issuperset(words):
            return []
        quote = tokens(words)
        starts = self._starts(quote, lambda at: quote.origins.back(quote.spans[at][0]), self._raw_start)
        return starts and [start for start in starts if start >= 0 and self._tokens.text.startswith(words, start)]

    def normal(self, wanted: str) -> list[int] | None:
        """The same for words and text in normal form."""
        if not self._normal_letters.issuperset(wanted):
            return []
        quote = tokens(wanted)
        starts = self._starts(quote, lambda at: quote.spans[at][0], lambda at: self._tokens.spans[at][0])
        return starts and [start for start in starts if start >= 0 and self._normal.startswith(wanted, start)]

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(self._tokens.text)

    @cached_property
    def _normal_letters(self) -> frozenset[str]:
        return frozenset(self._normal)

    def _raw_start(self, at: int) -> int:
        return self._tokens.origins.back(self._tokens.spans[at][0])

    def _starts(self, quote: Tokens, own: Callable[[int], int], its: Callable[[int], int]) -> list[int] | None:
        """Where the quote would start, going by its rarest word that is whole: none at its edges."""
        rarest = min(_whole(quote), key=lambda at: len(self._places.of(quote.keys[at])), default=None)
        if rarest is None:
            return None
        places = self._places.of(quote.keys[rarest])
        return None if len(places) > _MOST else [its(place) - own(rarest) for place in places]


def _whole(quote: Tokens) -> Iterator[int]:
    """The tokens between the first and the last white space: what stands beside the quote is no part of them."""
    text = quote.text
    spaces = [at for at, letter in enumerate(text) if letter.isspace()]
    for at in range(1, len(quote.keys) - 1) if spaces else ():
        start, end = quote.span(at, at + 1)
        if spaces[0] < start and end <= spaces[-1]:
            yield at
