"""By what an entry of a list is known again in another version of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence

from dossier.model.edits.values import Value


def identities(*versions: Sequence[Value]) -> list[list[Hashable]]:
    """One identity for each entry of each version of a list, all of one version different; the oldest comes first.

    Evidence is known by source and quote; other mappings by ``id``, else by all they hold; texts by themselves. What
    stands twice in any version is known in all of them by ``start`` too, and what is still twice by all it holds; then
    it is numbered in its order. What is new at two places is known by ``start`` too.
    """
    names: list[list[Hashable]] = [[_identity(entry) for entry in entries] for entries in versions]
    starts: list[list[Hashable]] = [[_start(entry) for entry in entries] for entries in versions]
    names = _longer(names, starts, _twice(names) | _apart(names, starts))
    names = _longer(names, [[_folded(entry) for entry in entries] for entries in versions], _twice(names))
    return [_numbered(version) for version in names]


def words_of(entry: Value) -> tuple[Hashable, Hashable]:
    """The source of a piece of evidence, and what is quoted from it; empty texts where there is none."""
    if not isinstance(entry, Mapping):
        return "", ""
    return _folded(entry.get("source", "")), _folded(entry.get("quote", ""))


def other_words(one: Value, other: Value) -> bool:
    """Whether two pieces of evidence quote different words, or the same at different places."""
    return words_of(one) != words_of(other) or len({_start(one), _start(other)} - {""}) > 1


def _longer(
    names: list[list[Hashable]], more: list[list[Hashable]], which: Collection[Hashable]
) -> list[list[Hashable]]:
    """The names, and to those in ``which`` what is said ``more`` of each entry."""
    return [
        [(name, further) if name in which else name for name, further in zip(version, said, strict=True)]
        for version, said in zip(names, more, strict=True)
    ]


def _twice(names: list[list[Hashable]]) -> set[Hashable]:
    return {name for version in names for name, times in Counter(version).items() if times > 1}


def _apart(names: list[list[Hashable]], starts: list[list[Hashable]]) -> set[Hashable]:
    """What is not in the oldest version and starts at different places in later ones."""
    found: dict[Hashable, set[Hashable]] = {}
    for version, places in zip(names[1:], starts[1:], strict=True):
        for name, start in zip(version, places, strict=True):
            found.setdefault(name, set()).update([start] if start else [])
    return {name for name, places in found.items() if len(places) > 1 and name not in names[0]}


def _numbered(names: list[Hashable]) -> list[Hashable]:
    seen: Counter[Hashable] = Counter()
    found: list[Hashable] = []
    for name in names:
        found.append((name, seen[name]) if seen[name] else name)
        seen[name] += 1
    return found


def _identity(entry: Value) -> Hashable:
    if isinstance(entry, Mapping):
        if "quote" in entry:
            return ("quote", *words_of(entry))
        if "id" in entry:
            return ("id", _folded(entry["id"]))
    return _folded(entry)


def _start(entry: Value) -> Hashable:
    return _folded(entry.get("start", "")) if isinstance(entry, Mapping) else ""


def _folded(value: Value) -> Hashable:
    if isinstance(value, Mapping):
        return tuple(sorted((key, _folded(one)) for key, one in value.items()))
    if isinstance(value, tuple):
        return tuple(_folded(one) for one in value)
    return str(value)
