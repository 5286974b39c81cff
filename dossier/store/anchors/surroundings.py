"""Changes beside a quote that turn what it says: a "not" before it, another speaker after it.

The words of the quote are the same then. Only its own sentence is looked at, as far as prefix and suffix tell of it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from dossier.model.passage import Change, ChangeKind, Selector
from dossier.store.anchors.changes import differing, words_only
from dossier.store.anchors.context import LONGEST_CONTEXT
from dossier.store.anchors.kinds import ENDS
from dossier.store.anchors.tokens import Tokens, tokens

_TURNING: Final = frozenset({ChangeKind.NEGATION, ChangeKind.MODAL, ChangeKind.SPEAKER})

_MOST_WORDS: Final = 3
"""Words of a change that turns a quote; where more have come or gone, it is another sentence."""

_MORE: Final = 16
"""Code points more than were noted that are read: a few words may have been put in."""


def turning_changes(text: str, start: int, end: int, selector: Selector) -> tuple[Change, ...]:
    """What changed beside the words at [start, end) of ``text`` that makes them say something else."""
    before, after = selector.prefix[-LONGEST_CONTEXT:], selector.suffix[:LONGEST_CONTEXT]
    left = _before(tokens(before)), _before(tokens(_from_space(text, start - len(before) - _MORE, start)))
    right = _after(tokens(after)), _after(tokens(_to_space(text, end, end + len(after) + _MORE)))
    return (*_turning(*left, outer_first=True), *_turning(*right, outer_first=False))


class Side(NamedTuple):
    """The words of the quote's sentence on one side of it, and whether there may be more of them further out."""

    words: Tokens
    cut: bool


def _turning(noted: Side, there: Side, *, outer_first: bool) -> list[Change]:
    """The changes that turn the quote, where all else that was noted on this side is there: it is the same sentence."""
    regions = list(differing(noted.words, there.words))
    turning = [
        (region, change)
        for region, change in regions
        if change.kind in _TURNING and max(region.j - region.i, region.m - region.k) <= _MOST_WORDS
    ]
    if noted.cut or there.cut:  # nobody knows what stood at the outer end
        count = len(noted.words.keys)
        turning = [pair for pair in turning if (pair[0].i > 0 if outer_first else pair[0].j < count)]
    gone = sum(region.j - region.i for region, _ in turning)
    if sum(region.j - region.i for region, _ in regions) > gone or gone == len(noted.words.keys):
        return []
    return [change for _, change in turning]


def _before(side: Tokens) -> Side:
    """What belongs to the sentence that goes on after it."""
    bounds = _bounds(side)
    return Side(_part(side, bounds[-1] if bounds else 0, len(side.keys)), not bounds)


def _after(side: Tokens) -> Side:
    """What belongs to the sentence that began before it."""
    bounds = _bounds(side)
    return Side(_part(side, 0, bounds[0] if bounds else len(side.keys)), not bounds)


def _bounds(side: Tokens) -> list[int]:
    """The tokens before which a sentence or a paragraph ends; the number of all where it ends after the last."""
    bounds: list[int] = []
    done = 0
    for at, key in enumerate(side.keys):
        start, end = side.span(at, at + 1)
        if "\n\n" in side.text[done:start]:
            bounds.append(at)
        if key in ENDS:
            bounds.append(at + 1)
        done = end
    return [*bounds, len(side.keys)] if "\n\n" in side.text[done:] else bounds


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
