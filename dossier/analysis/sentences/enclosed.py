"""Quotations and brackets in which a stop does not end the sentence they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

Span = tuple[int, int]

_SPOKEN = 500
"""Code points up to which a quotation of several sentences stays one with the words that introduce it."""
_NAMED = 60
"""Code points up to which a quotation in the middle of a sentence is a title or a catchword."""
_BRACKETED = 300
"""Code points up to which a bracket is an aside; what is longer is a text of its own."""
_PAIRS = {")": "(", "]": "["}


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"[(\[)\]]")


class Enclosed:
    """The ``quotations`` and the brackets of ``text[start:end]``."""

    def __init__(self, text: str, start: int, end: int, quotations: Sequence[Span]) -> None:
        brackets = _outermost(_bracket_pairs(text, start, end))
        whole = [span for span in quotations if _is_whole(text, start, end, *span)]
        self._whole = [(spans, [span[0] for span in spans]) for spans in (whole, brackets) if spans]
        self._all = [(spans, [span[0] for span in spans]) for spans in (quotations, brackets) if spans]

    def keeps(self, begin: int, stop: int, after: int) -> bool:
        """Whether a stop, with what closes up to ``after``, is in what a sentence from ``begin`` encloses."""
        return any(begin < first and after < last for first, last in self._around(self._whole, stop))

    def holds(self, at: int) -> bool:
        """Whether ``at`` is in any quotation or bracket."""
        return any(True for _ in self._around(self._all, at))

    def _around(self, lists: Sequence[tuple[Sequence[Span], list[int]]], at: int) -> Iterator[Span]:
        for spans, starts in lists:
            before = bisect_right(starts, at) - 1
            if before >= 0 and at < spans[before][1]:
                yield spans[before]


def _is_whole(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether a quotation is closed, and introduced by a comma or colon or no longer than a title in a sentence."""
    if last - first > _SPOKEN or text[last - 1] not in "\"”»'’“":
        return False
    introduced = text[max(start, first - 2) : first].rstrip()[-1:] in (",", ":")
    return introduced or (last - first <= _NAMED and text[last : min(last + 2, end)].lstrip()[:1].islower())


def _bracket_pairs(text: str, start: int, end: int) -> Iterator[Span]:
    waiting: list[int] = []
    for found in _brackets().finditer(text, start, end):
        opener = _PAIRS.get(found[0])
        if opener is None:
            waiting.append(found.start())
        elif waiting and text[waiting[-1]] == opener:
            first = waiting.pop()
            if found.end() - first <= _BRACKETED:
                yield first, found.end()


def _outermost(spans: Iterator[Span]) -> list[Span]:
    outer: list[Span] = []
    for span in sorted(spans):
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
    return outer
