"""The line that shows a passage: its words and what stands around them."""

from __future__ import annotations

import re

from dossier.search.passages import marks
from dossier.search.places import Span
from dossier.search.query import Query
from dossier.search.texts import FoldedText

BEFORE, AFTER = 40, 100
"""Code points of the paragraph that are shown before and after the beginning of a passage."""

_SPACE = re.compile(r"\s")


def passage_label(text: FoldedText, query: Query, span: Span) -> tuple[str, tuple[Span, ...]]:
    """The words at ``span`` with a little of their paragraph, and where in that the terms of ``query`` are.

    Without terms the whole span is marked. White space is shown as spaces, what is cut off as an ellipsis.
    """
    start, end = _around(text.text, span)
    inside = marks(text.folded, query, start, end) or ((max(start, span[0]), min(end, span[1])),)
    lead = "…" if start and text.text[start - 1] != "\n" else ""
    tail = "…" if end < len(text.text) and text.text[end] != "\n" else ""
    label = f"{lead}{_SPACE.sub(' ', text.text[start:end])}{tail}"
    shift = len(lead) - start
    return label, tuple((at + shift, to + shift) for at, to in inside)


def _around(text: str, span: Span) -> Span:
    """A part of the paragraph around ``span`` that neither begins nor ends within a word, if it need not."""
    first, last = max(0, span[0] - BEFORE), min(len(text), max(span[0] + AFTER, min(span[1], span[0] + 2 * AFTER)))
    start = text.rfind("\n", first, span[0]) + 1
    if not start:
        start = first if first == 0 or text[first - 1].isspace() else text.find(" ", first, span[0]) + 1 or first
    end = text.find("\n", span[1], last)
    if end < 0:
        end = last if last == len(text) or text[last].isspace() else text.rfind(" ", span[1], last)
    if end < 0:
        end = last
    while start < span[0] and text[start].isspace():
        start += 1
    while end > span[1] and text[end - 1].isspace():
        end -= 1
    return start, end
