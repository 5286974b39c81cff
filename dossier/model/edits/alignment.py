"""Which entries of a list became which entries of another version of it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from dossier.model.edits.identity import identities, words_of
from dossier.model.edits.values import Value, same


class Strand(NamedTuple):
    """One entry in three versions of a list; ``None`` where it is not there."""

    base: Value | None
    theirs: Value | None
    ours: Value | None


def aligned(old: Sequence[Value], new: Sequence[Value]) -> list[tuple[range, range]]:
    """Ranges of indices into both lists, in order: pairs of one and one, and on either side what has no partner.

    Entries of one identity are pairs; what stands between them is a pair where it is of one kind: two texts, or two
    mappings that say something alike. What is only new has an empty range of the old list, at its place there.
    """
    pieces: list[tuple[range, range]] = []
    known, found = identities(old, new)
    for _, i1, i2, j1, j2 in SequenceMatcher(None, known, found, autojunk=False).get_opcodes():
        while i1 < i2 and j1 < j2 and _akin(old[i1], new[j1]):
            pieces.append((range(i1, i1 + 1), range(j1, j1 + 1)))
            i1, j1 = i1 + 1, j1 + 1
        if i1 < i2:
            pieces.append((range(i1, i2), range(0)))
        if j1 < j2:
            pieces.append((range(i2, i2), range(j1, j2)))
    return pieces


def braided(base: Sequence[Value], theirs: Sequence[Value], ours: Sequence[Value]) -> list[Strand]:
    """Each entry that ``theirs`` or ``ours`` has, with what it is in all three.

    They are in our order, or in theirs where they have moved entries; what only the other side has stands after the
    entry that it stands after there.
    """
    known, their, our = identities(base, theirs, ours)
    by_them, by_us = _edited(base, theirs, known, their), _edited(base, ours, known, our)
    their, our = _renamed(their, by_them, our, by_us), _renamed(our, by_us, their, by_them)
    moved = [name for name in known if name in their] != [name for name in their if name in known]
    order = _woven(their, our) if moved else _woven(our, their)
    old, new, mine = (dict(zip(*one, strict=True)) for one in ((known, base), (their, theirs), (our, ours)))
    return [Strand(old.get(name), new.get(name), mine.get(name)) for name in order]


def _edited(
    old: Sequence[Value], new: Sequence[Value], old_names: Sequence[Hashable], new_names: Sequence[Hashable]
) -> dict[Hashable, Hashable]:
    """By the identity of what an entry has become: the identity that it had.

    It is what stands where the entry stood, when there is no doubt: of a source, one piece of evidence for one.
    """
    gone, come = set(old_names) - set(new_names), set(new_names) - set(old_names)
    found: dict[Hashable, Hashable] = {}
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old_names, new_names, autojunk=False).get_opcodes():
        before, after = _by_kind(old_names, old, range(i1, i2), gone), _by_kind(new_names, new, range(j1, j2), come)
        for kind in before.keys() & after.keys():
            if _certain(list(before[kind].values()), list(after[kind].values())):
                found |= zip(after[kind], before[kind], strict=False)
    return found


def _by_kind(
    names: Sequence[Hashable], entries: Sequence[Value], where: range, which: Collection[Hashable]
) -> dict[Hashable, dict[Hashable, Value]]:
    """The entries in ``which`` by their identities: texts, lists, and mappings of each source."""
    found: dict[Hashable, dict[Hashable, Value]] = {}
    for at in where:
        if names[at] in which:
            entry = entries[at]
            kind = words_of(entry)[0] if isinstance(entry, Mapping) else is_text(entry)
            found.setdefault(kind, {})[names[at]] = entry
    return found


def _certain(old: Sequence[Value], new: Sequence[Value]) -> bool:
    """Whether entries of one kind became these in their order: texts, equally many of the same words, one of one."""
    if all(map(is_text, old)):
        return True
    if len(old) != len(new) or not all(map(_akin, old, new)):
        return False
    return len(old) == 1 or [*map(words_of, old)] == [*map(words_of, new)]


def _renamed(
    names: Sequence[Hashable],
    edited: Mapping[Hashable, Hashable],
    others: Sequence[Hashable],
    edited_there: Mapping[Hashable, Hashable],
) -> list[Hashable]:
    """Edited entries by their old identities, but for those that the other side has as something else."""
    return [
        edited[name] if name in edited and (name not in others or edited_there.get(name) == edited[name]) else name
        for name in names
    ]


def _woven(names: Sequence[Hashable], others: Sequence[Hashable]) -> list[Hashable]:
    order = list(names)
    for before, name in zip((None, *others), others, strict=False):
        if name not in names:
            order.insert(order.index(before) + 1 if before is not None else 0, name)
    return order


def _akin(one: Value, other: Value) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return any(key in other and same(value, other[key]) for key, value in one.items())
    return is_text(one) and is_text(other)


def is_text(value: Value) -> bool:
    """Whether it is neither a list nor a mapping."""
    return not isinstance(value, Mapping | tuple)
