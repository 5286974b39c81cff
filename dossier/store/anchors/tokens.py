"""The words, figures and signs of a text in its normal form, each with its place in the text itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.normal_form import normal_form
from dossier.model.offsets import OffsetMap

_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts that are written without spaces: each of their letters is a word here."""

_GROUPED = re.compile(r",(?=\d{3}(?!\d))")

_EMPTY = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What may stand after a word without being seen: no part of a place."""


@cache
def _pattern() -> re.Pattern[str]:
    """Figures with the signs inside them and the minus before them; words with their apostrophes; any other sign."""
    return re.compile(
        rf"(?<!\w)-?\d+(?:[.,:/-]\d+)*|\d+(?:[.,:/-]\d+)*|[{_UNSPACED}]"
        rf"|[^\W\d_{_UNSPACED}]+(?:'[^\W\d_{_UNSPACED}]+)*|[^\w\s]|_"
    )


class Tokens(NamedTuple):
    """The tokens of ``text``: what each is compared by, and where it stands in the normal form."""

    text: str
    keys: Sequence[str]
    spans: Sequence[tuple[int, int]]
    origins: OffsetMap

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens ``first`` to ``last`` (exclusive) stand in ``text``, in code points."""
        if first >= last:
            return 0, 0
        start, end = self.origins.back(self.spans[first][0]), self.origins.back(self.spans[last - 1][1])
        while end > start and (self.text[end - 1] in _EMPTY or self.text[end - 1].isspace()):
            end -= 1
        return start, end

    def raw(self, first: int, last: int) -> str:
        """Tokens ``first`` to ``last`` (exclusive) as they are written."""
        start, end = self.span(first, last)
        return self.text[start:end]


def tokens(text: str) -> Tokens:
    """The tokens of ``text``; two texts that differ only in their looks have the same keys but for punctuation."""
    return tokens_of(text, *normal_form(text))


def tokens_of(text: str, normal: str, origins: OffsetMap) -> Tokens:
    """The same for a text whose normal form is known."""
    spans = [match.span() for match in _pattern().finditer(normal)]
    keys = [normal[start:end] for start, end in spans]
    if _GROUPED.search(normal):
        keys = [_GROUPED.sub("", key) if "," in key else key for key in keys]
    return Tokens(text, keys, spans, origins)
