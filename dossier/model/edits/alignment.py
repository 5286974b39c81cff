"""Which entries of a list became which entries of another version of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from dossier.model.edits.identity import identities
from dossier.model.edits.values import Value, same


def aligned(old: Sequence[Value], new: Sequence[Value]) -> list[tuple[range, range]]:
    """Ranges of indices into both lists, in order: pairs of one and one, and on either side what has no partner.

    Entries of one identity are pairs; what stands between them is a pair where it is of one kind: two texts, or two
    mappings that say something alike. What is only new has an empty range of the old list, at its place there.
    """
    pieces: list[tuple[range, range]] = []
    matcher = SequenceMatcher(None, identities(old), identities(new), autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        while i1 < i2 and j1 < j2 and _akin(old[i1], new[j1]):
            pieces.append((range(i1, i1 + 1), range(j1, j1 + 1)))
            i1, j1 = i1 + 1, j1 + 1
        if i1 < i2:
            pieces.append((range(i1, i2), range(0)))
        if j1 < j2:
            pieces.append((range(i2, i2), range(j1, j2)))
    return pieces


def partners(old: Sequence[Value], new: Sequence[Value]) -> dict[int, int]:
    """The index in ``new`` of each entry of ``old`` that is still there, by its index in ``old``."""
    return {i: j for before, after in aligned(old, new) for i, j in zip(before, after, strict=False)}


def _akin(one: Value, other: Value) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return any(key in other and same(value, other[key]) for key, value in one.items())
    return is_text(one) and is_text(other)


def is_text(value: Value) -> bool:
    """Whether it is neither a list nor a mapping."""
    return not isinstance(value, Mapping | tuple)
