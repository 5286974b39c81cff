"""Changes beside a quote that turn what it says: a "not" before it, another speaker after it.

The words of the quote are the same then. Only its own sentence is looked at, as far as prefix and suffix tell of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dossier.model.passage import Change, ChangeKind, Selector
from dossier.store.anchors.changes import differing, words_only
from dossier.store.anchors.context import LONGEST_CONTEXT
from dossier.store.anchors.kinds import ENDS
from dossier.store.anchors.tokens import Tokens, tokens

_TURNING: Final = frozenset({ChangeKind.NEGATION, ChangeKind.MODAL, ChangeKind.SPEAKER})

_MORE: Final = 16
"""Code points more than were noted that are read: a few words may have been put in."""


def turning_changes(text: str, start: int, end: int, selector: Selector) -> tuple[Change, ...]:
    """What changed beside the words at [start, end) of ``text`` that makes them say something else."""
    before, after = selector.prefix[-LONGEST_CONTEXT:], selector.suffix[:LONGEST_CONTEXT]
    left = _before(tokens(before)), _before(tokens(_from_space(text, start - len(before) - _MORE, start)))
    right = _after(tokens(after)), _after(tokens(_to_space(text, end, end + len(after) + _MORE)))
    return (*_turning(*left), *_turning(*right))


class Side(NamedTuple):
    """The words of the quote's sentence on one side of it. ``cut`` says which of its ends was cut within the sentence:
    0 the first, -1 the last, ``None`` neither, as the sentence begins or ends there."""

    words: Tokens
    cut: int | None


def _turning(noted: Side, there: Side) -> Iterator[Change]:
    """The changes between two stretches that share a word, but for those at an end where what was noted was cut."""
    shared = set(noted.words.keys) & set(there.words.keys)
    for region, change in differing(noted.words, there.words) if shared else ():
        outer = region.i == 0 if noted.cut == 0 else noted.cut is not None and region.j == len(noted.words.keys)
        if not outer and change.kind in _TURNING:
            yield change


def _before(side: Tokens) -> Side:
    """What belongs to the sentence that goes on after it."""
    first = max(_sentence_ends(side), default=-1) + 1
    return Side(_part(side, first, len(side.keys)), None if first else 0)


def _after(side: Tokens) -> Side:
    """What belongs to the sentence that began before it."""
    last = min(_sentence_ends(side), default=-1)
    return Side(_part(side, 0, last if last >= 0 else len(side.keys)), None if last >= 0 else -1)


def _sentence_ends(side: Tokens) -> list[int]:
    """The tokens that end a sentence, or stand beside the end of a paragraph."""
    ends = []
    for at, key in enumerate(side.keys):
        start, end = side.span(at, at + 1)
        if key in ENDS or "\n\n" in side.text[max(start - 2, 0) : start] or "\n\n" in side.text[end : end + 2]:
            ends.append(at)
    return ends


def _part(side: Tokens, first: int, last: int) -> Tokens:
    return words_only(side._replace(keys=side.keys[first:last], spans=side.spans[first:last]))


def _from_space(text: str, start: int, end: int) -> str:
    """Whole words."""
    start = max(start, 0)
    while 0 < start < end and not text[start - 1].isspace():
        start += 1
    return text[start:end]


def _to_space(text: str, start: int, end: int) -> str:
    while start < end < len(text) and not text[end].isspace():
        end -= 1
    return text[start:end]
