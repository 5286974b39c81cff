"""Where words stand in a text letter by letter: what is looked for first, and costs least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

_MOST_PLACES = 1000
"""Places of one quote that are weighed against each other; whoever quotes something commoner has to say which."""

_MOST_LOOKS = 100_000
"""Occurrences that are looked at before those that may count are that many: a hostile text is one long figure."""


def occurrences(text: str, words: str, starts: Iterable[int] | None = None) -> list[int]:
    """Where ``words`` stand in ``text`` (code points), as whole words if they do so anywhere.

    Occurrences that cut a figure in two are no occurrences: the text that says 18,000 does not say 8,000. ``starts``
    are all places where they stand letter by letter, in order, where that is known.
    """
    whole: list[int] = []
    within: list[int] = []
    for at in islice(_every(text, words) if starts is None else starts, _MOST_LOOKS):
        if len(whole) + len(within) >= _MOST_PLACES:
            break
        end = at + len(words)
        if not _cuts_figure(text, at, end):
            inside = joins(text, at) or joins(text, end)
            (within if inside else whole).append(at)
    return whole or within


def _every(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def joins(text: str, at: int) -> bool:
    """Whether offset ``at`` is inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def cuts_word(text: str, at: int) -> bool:
    """Whether offset ``at`` is inside a word of a script that parts its words, as those with capitals do."""
    return joins(text, at) and all(c.isdigit() or c.lower() != c.upper() for c in (text[at - 1], text[at]))


def _cuts_figure(text: str, start: int, end: int) -> bool:
    """Whether a number goes on beyond either end: 8,000 in 18,000, or $1.2 in $1.25."""
    return _within_number(text, start) or _within_number(text, end)


def _within_number(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isdigit() and after.isdigit():
        return True
    if before in ".," and after.isdigit():
        return at > 1 and text[at - 2].isdigit()
    return before.isdigit() and after in ".," and at + 1 < len(text) and text[at + 1].isdigit()
