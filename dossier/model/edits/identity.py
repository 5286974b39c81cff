"""By what an entry of a list is known again in another version of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from dossier.model.edits.values import Value


def identities(entries: Sequence[Value]) -> list[Hashable]:
    """One identity for each entry, all different.

    Evidence is known by source and quote, where they stand twice by ``start`` too; other mappings by ``id``, else by
    all they hold; texts by themselves. What still stands twice is numbered in its order.
    """
    short = [_identity(entry) for entry in entries]
    twice = {one for one, times in Counter(short).items() if times > 1}
    found: list[Hashable] = []
    seen: dict[Hashable, int] = {}
    for entry, identity in zip(entries, short, strict=True):
        if identity in twice and isinstance(entry, Mapping):
            identity = (identity, str(entry.get("start", "")))
        number = seen[identity] = seen.get(identity, -1) + 1
        found.append((identity, number) if number else identity)
    return found


def _identity(entry: Value) -> Hashable:
    if isinstance(entry, Mapping):
        if "quote" in entry:
            return ("quote", _folded(entry.get("source", "")), _folded(entry["quote"]))
        if "id" in entry:
            return ("id", _folded(entry["id"]))
    return _folded(entry)


def _folded(value: Value) -> Hashable:
    if isinstance(value, Mapping):
        return tuple(sorted((key, _folded(one)) for key, one in value.items()))
    if isinstance(value, tuple):
        return tuple(_folded(one) for one in value)
    return str(value)
