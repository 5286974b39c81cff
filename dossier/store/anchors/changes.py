"""What changed between the words of a quote and the words that stand at its place now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Final, NamedTuple

from dossier.model.passage import Change, ChangeKind
from dossier.store.anchors.kinds import ENDS, PUNCTUATION, is_common, is_month, is_speech, kind_of, leads_to_name
from dossier.store.anchors.tokens import Tokens, tokens

SAME_KIND: Final = 0.6
"""What is left of a word in whose place another of its kind stands: a figure, a name, a date. Our own choice, such that
one figure changed in three short words still leaves the three quarters that DESIGN section 7 asks for."""

_LIKE: Final = 0.6
"""Share of its letters in common from which a word counts as the other one misspelt or inflected."""

_PUT_IN: Final = 0.5
"""What a letter that was put in counts against one that was there: the quote is all there, only not by itself."""

_NEAR: Final = 4
"""Words of a name that may stand between the one that changed and a word of speech."""

_BREAK: Final = re.compile("[-\u2010\u00ad][^\\S\\n]*\\r?\\n|\u00ad")
"""A hyphen at the end of a line."""

_ORDER: Final = (
    ChangeKind.CURRENCY,
    ChangeKind.NEGATION,
    ChangeKind.DATE,
    ChangeKind.UNIT,
    ChangeKind.NUMBER,
    ChangeKind.MODAL,
    ChangeKind.NAME,
)
"""Which kind a change has that touches several: the one a reader would miss most easily."""


class Comparison(NamedTuple):
    """``share`` is how much of the words is left, 0 to 1, by letters; ``changes`` are in order of the text."""

    share: float
    changes: tuple[Change, ...]

    @property
    def material(self) -> bool:
        """Whether anything changed but looks."""
        return any(change.kind.material for change in self.changes)


class Region(NamedTuple):
    """Tokens ``i`` to ``j`` of the old words, in whose place tokens ``k`` to ``m`` of the new stand."""

    i: int
    j: int
    k: int
    m: int


def compare(old: str, new: str) -> Comparison:
    """What differs between ``old`` and ``new``, word by word; nothing but looks when no change is material."""
    return compare_tokens(tokens(old), tokens(new))


def compare_tokens(old: Tokens, new: Tokens) -> Comparison:
    """The same for texts that are tokens already."""
    if old.text == new.text:
        return Comparison(1.0, ())
    old, new = words_only(old), words_only(new)
    noted = sum(map(len, old.keys))
    lost = more = 0.0
    changes: list[Change] = []
    for region in _regions(old.keys, new.keys):
        gone, come = _lost(old, new, region)
        lost, more = lost + gone, more + come
        changes.append(_change(old, new, region))
    if not changes:
        changes.append(Change(ChangeKind.LOOKS, _line(old.text), _line(new.text)))
    there = noted + max(more - lost, 0.0) * _PUT_IN
    return Comparison((noted - lost) / there if there else 1.0, tuple(changes))


def words_only(side: Tokens) -> Tokens:
    """The same without punctuation, which is looks: two rows of words are compared, and not the signs between them."""
    kept = [at for at, key in enumerate(side.keys) if key not in PUNCTUATION]
    return side._replace(keys=[side.keys[at] for at in kept], spans=[side.spans[at] for at in kept])


def differing(old: Tokens, new: Tokens) -> Iterator[tuple[Region, Change]]:
    """Every place at which two rows of words differ, and what changed there."""
    for region in _regions(old.keys, new.keys):
        yield region, _change(old, new, region)


def _regions(old: Sequence[str], new: Sequence[str]) -> Iterator[Region]:
    """The places that differ, as few as possible (Levenshtein distance of the words)."""
    from rapidfuzz.distance import Levenshtein

    open_: Region | None = None
    for operation in Levenshtein.opcodes(old, new):
        i, j, k, m = operation.src_start, operation.src_end, operation.dest_start, operation.dest_end
        if operation.tag == "equal":
            if open_ is not None:
                yield open_
            open_ = None
        else:
            open_ = Region(i, j, k, m) if open_ is None else Region(open_.i, j, open_.k, m)
    if open_ is not None:
        yield open_


def _lost(old: Tokens, new: Tokens, region: Region) -> tuple[float, float]:
    """How many letters of a place that differs are gone, and how many have come, words of one kind for each other."""
    if _only_broken(old, new, region):
        return 0.0, 0.0
    lost = more = 0.0
    before, after = _told(old, region.i, region.j), _told(new, region.k, region.m)
    for (key, kind), (other, its) in zip_longest(before, after, fillvalue=("", None)):
        same = kind is not None and kind is its
        left = max(SAME_KIND if same else 0.0, _alike(key, other)) if key and other else 0.0
        lost += (1 - left) * len(key)
        more += (1 - left) * (len(key) if same else len(other))
    return lost, more


def _told(side: Tokens, first: int, last: int) -> list[tuple[str, ChangeKind | None]]:
    """The words of a place, each with its kind."""
    found = []
    for at in range(first, last):
        kind = kind_of(side.keys[at], side.raw(at, at + 1))
        found.append((side.keys[at], kind or (ChangeKind.NAME if _is_name(side, at) else None)))
    return found


def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(one, other, score_cutoff=_LIKE))


def _change(old: Tokens, new: Tokens, region: Region) -> Change:
    i, j, k, m = region
    words = _line(old.raw(i, j)), _line(new.raw(k, m))
    if _only_broken(old, new, region):
        return Change(ChangeKind.LOOKS, *words)
    kind = _kind(_told(old, i, j), _told(new, k, m))
    if kind is ChangeKind.NUMBER and _beside_month(old, i, j) and _beside_month(new, k, m):
        kind = ChangeKind.DATE
    if kind is ChangeKind.NAME and (_beside_speech(old, i, j) or _beside_speech(new, k, m)):
        kind = ChangeKind.SPEAKER
    return Change(kind, *words)


def _kind(
    before: Sequence[tuple[str, ChangeKind | None]], after: Sequence[tuple[str, ChangeKind | None]]
) -> ChangeKind:
    """The kind of what is only on one side."""
    kinds = {kind for _, kind in set(before) ^ set(after)}
    return next((kind for kind in _ORDER if kind in kinds), ChangeKind.WORDING)


def _only_broken(old: Tokens, new: Tokens, region: Region) -> bool:
    """Whether a word that has a hyphen anyway was broken there at the end of a line, or is no longer."""
    before, after = ("".join(side.keys[a:b]) for side, a, b in _sides(old, new, region))
    if before != after or not before:
        return False
    return any(_BREAK.search(side.raw(a, b)) for side, a, b in _sides(old, new, region))


def _sides(old: Tokens, new: Tokens, region: Region) -> tuple[tuple[Tokens, int, int], tuple[Tokens, int, int]]:
    return (old, region.i, region.j), (new, region.k, region.m)


def _is_name(side: Tokens, at: int) -> bool:
    """Whether a word has a capital that neither a sentence's beginning nor a common word explains."""
    raw = side.raw(at, at + 1)
    if not raw[:1].isupper():
        return False
    begins = side.text[: side.span(at, at + 1)[0]].rstrip()[-1:] in ("", *ENDS)
    return not (begins and is_common(side.keys[at]))


def _beside_month(side: Tokens, first: int, last: int) -> bool:
    return any(is_month(key) for key in side.keys[max(first - 3, 0) : last + 3])


def _beside_speech(side: Tokens, first: int, last: int) -> bool:
    """Whether a word of speech stands beside the place, or beside the rest of the name, or "according to" before it."""
    for rest in (range(first - 1, max(first - 1 - _NEAR, -1), -1), range(last, min(last + _NEAR, len(side.keys)))):
        for at in rest:
            if is_speech(side.keys[at]):
                return True
            if not side.raw(at, at + 1)[:1].isupper() and not leads_to_name(side.keys[at]):
                break
    return False


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"\s+")


def _line(words: str) -> str:
    """Words as one line, as they are told."""
    return _spaces().sub(" ", words).strip()
