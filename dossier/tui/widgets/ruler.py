"""The ruler at the right of an article: which of its rows stand for what is on the screen."""

from __future__ import annotations

from dossier.session.hits import Span


def thumb(seen: Span, size: int, rows: int) -> Span:
    """The rows, of so many, for the code points ``seen`` of ``size``; none when all of it is seen."""
    first, last = seen
    if not rows or (first <= 0 and last >= size):
        return 0, 0
    height = max(1, rows * (last - first) // max(1, size))
    start = min(rows - height, rows * first // max(1, size) if last < size else rows - height)
    return start, start + height
