"""Making a selector for words that somebody picks out of a text (W3C Web Annotation, section 4.2.4 and 4.2.5)."""

from __future__ import annotations

from typing import Final

from dossier.model.passage import Selector
from dossier.store.anchors.context import LONGEST_CONTEXT

_LEAST: Final = 32
"""Code points of prefix and suffix that are kept where the words themselves are unique: a text may change around them.
As many as Hypothesis keeps."""


def selector_for(text: str, start: int, end: int, version: str = "") -> Selector:
    """A selector for [start, end) of ``text``, in code points; ``version`` is the SHA-256 of the text.

    Prefix and suffix are whole words, and as many as it takes to tell the passage from every other one, up to 200 code
    points each: where even they stand twice, only the offset and the version do. Raises :class:`ValueError` for a
    span that is empty or not in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage: {start} to {end} of {len(text)}")
    first, last = _word_start(text, start - _LEAST, start), _word_end(text, end + _LEAST, end)
    while not _unique(text, first, last):
        wider = _wider(text, first, last, start, end)
        if wider == (first, last):
            break
        first, last = wider
    return Selector(text[start:end], text[first:start], text[end:last], start, version)


def _unique(text: str, first: int, last: int) -> bool:
    words = text[first:last]
    at = text.find(words)
    return at == first and text.find(words, at + 1) < 0


def _wider(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """One word more on each side, as far as there are words and room for them."""
    before = _word_start(text, first - 1, start)
    after = _word_end(text, last + 1, end)
    return (
        before if start - before <= LONGEST_CONTEXT else first,
        after if after - end <= LONGEST_CONTEXT else last,
    )


def _word_start(text: str, at: int, start: int) -> int:
    """The start of the word that ``at`` is in, but not further from ``start`` than is ever compared."""
    at = max(at, 0)
    while at > 0 and start - at < LONGEST_CONTEXT and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, end: int) -> int:
    """The end of the word that ``at`` is in, within the same bounds."""
    at = min(at, len(text))
    while at < len(text) and at - end < LONGEST_CONTEXT and not text[at].isspace():
        at += 1
    return at
