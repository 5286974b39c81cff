"""Changes beside a quote that turn what it says: a "not" before it, another speaker after it.

The words of the quote are the same then. Only its own sentence is looked at, as far as prefix and suffix tell of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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
    noted = _tail(tokens(before)), _head(tokens(after))
    there = (
        _tail(tokens(_from_space(text, start - len(before) - _MORE, start))),
        _head(tokens(_to_space(text, end, end + len(after) + _MORE))),
    )
    found = [*_turning(noted[0], there[0], outer_first=True), *_turning(noted[1], there[1], outer_first=False)]
    return tuple(found)


def _turning(noted: Tokens, there: Tokens, *, outer_first: bool) -> Iterator[Change]:
    """The changes between two stretches that share a word, but for the outer end: what was noted was cut there."""
    noted, there = words_only(noted), words_only(there)
    shared = set(noted.keys) & set(there.keys)
    for region, change in differing(noted, there) if shared else ():
        outer = region.i == 0 if outer_first else region.j == len(noted.keys)
        if not outer and change.kind in _TURNING:
            yield change


def _tail(side: Tokens) -> Tokens:
    """What belongs to the sentence that goes on after it."""
    ends = [at for at, key in enumerate(side.keys) if key in ENDS or _parts(side, at)]
    return _part(side, ends[-1] + 1 if ends else 0, len(side.keys))


def _head(side: Tokens) -> Tokens:
    """What belongs to the sentence that began before it."""
    ends = [at for at, key in enumerate(side.keys) if key in ENDS or _parts(side, at)]
    return _part(side, 0, ends[0] if ends else len(side.keys))


def _parts(side: Tokens, at: int) -> bool:
    """Whether a paragraph ends before token ``at`` or after it."""
    start, end = side.span(at, at + 1)
    return "\n\n" in side.text[max(start - 2, 0) : start] or "\n\n" in side.text[end : end + 2]


def _part(side: Tokens, first: int, last: int) -> Tokens:
    return side._replace(keys=side.keys[first:last], spans=side.spans[first:last])


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
