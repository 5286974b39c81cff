"""Joining two changes of one item. What was changed both ways is shown, never decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from dossier.model.edits.alignment import partners
from dossier.model.edits.identity import identities
from dossier.model.edits.values import EMPTY, Plain, Value, same


class Side(StrEnum):
    """Whose change a person takes where two stand against each other."""

    OURS = "ours"
    THEIRS = "theirs"


Path = tuple[str, ...]
"""From the item to what differs: keys, and entries of lists told by their words; empty for the item as a whole."""


class Clash(NamedTuple):
    """One value changed in two ways; ``None`` where it is not there."""

    path: Path
    base: Value | None
    theirs: Value | None
    ours: Value | None


class Merged(NamedTuple):
    """The joined item, ``None`` when it is gone. With clashes in it, it has their side as it is, undecided."""

    value: Plain | None
    clashes: tuple[Clash, ...]


def merged(
    base: Plain | None, theirs: Plain | None, ours: Plain | None, settled: Mapping[Path, Side] | None = None
) -> Merged:
    """What ``theirs`` and ``ours`` have made of ``base``, key by key and entry by entry.

    ``settled`` says whose side to take at the paths of clashes that were shown before.
    """
    joint = _Joint(settled or {})
    value = joint.value(base, theirs, ours, ())
    return Merged(value if isinstance(value, Mapping) else None, tuple(joint.clashes))


@dataclass
class _Joint:
    settled: Mapping[Path, Side]
    clashes: list[Clash] = field(default_factory=list)

    def value(self, base: Value | None, theirs: Value | None, ours: Value | None, path: Path) -> Value | None:
        if same(base, theirs) or same(theirs, ours):
            return ours
        if same(base, ours):
            return theirs
        if isinstance(theirs, Mapping) and isinstance(ours, Mapping):
            return self.mapping(base if isinstance(base, Mapping) else EMPTY, theirs, ours, path)
        if isinstance(theirs, tuple) and isinstance(ours, tuple):
            return self.listing(base if isinstance(base, tuple) else (), theirs, ours, path)
        return self.clash(base, theirs, ours, path)

    def clash(self, base: Value | None, theirs: Value | None, ours: Value | None, path: Path) -> Value | None:
        side = self.settled.get(path)
        if side is None:
            self.clashes.append(Clash(path, base, theirs, ours))
        return ours if side is Side.OURS else theirs

    def mapping(self, base: Plain, theirs: Plain, ours: Plain, path: Path) -> Plain:
        joint: dict[str, Value] = {}
        for key in dict.fromkeys((*theirs, *ours)):
            value = self.value(base.get(key), theirs.get(key), ours.get(key), (*path, key))
            if value is not None:
                joint[key] = value
        return joint

    def listing(
        self, base: tuple[Value, ...], theirs: tuple[Value, ...], ours: tuple[Value, ...], path: Path
    ) -> tuple[Value, ...]:
        """In their order, with what is ours alone after the entry it stands after with us."""
        theirs_of, ours_of = partners(base, theirs), partners(base, ours)
        base_of = {at: number for number, at in theirs_of.items()}
        new_ours = self._new(ours, set(ours_of.values()))
        rows: list[tuple[int | None, Value]] = []
        for at, entry in enumerate(theirs):
            number = base_of.get(at)
            if number is None:
                partner = new_ours.get(identities([entry])[0])
                taken = entry if partner is None else self.value(None, entry, ours[partner], (*path, told(entry)))
            else:
                partner = ours_of.get(number)
                mine = None if partner is None else ours[partner]
                taken = self.value(base[number], entry, mine, (*path, told(base[number])))
            rows += [(partner, taken)] if taken is not None else []
        for number, entry in enumerate(base):
            if number not in theirs_of and number in ours_of:
                taken = self.value(entry, None, ours[ours_of[number]], (*path, told(entry)))
                rows += [(ours_of[number], taken)] if taken is not None else []
        return self._with_ours(rows, ours, sorted(new_ours.values()))

    def _new(self, ours: tuple[Value, ...], known: set[int]) -> dict[object, int]:
        return {one: at for at, one in enumerate(identities(ours)) if at not in known}

    def _with_ours(
        self, rows: list[tuple[int | None, Value]], ours: tuple[Value, ...], new: list[int]
    ) -> tuple[Value, ...]:
        for at in new:
            places = [partner for partner, _ in rows]
            if at in places:
                continue
            before = next((place for place in range(at - 1, -1, -1) if place in places), None)
            rows.insert(0 if before is None and at == 0 else _after(places, before), (at, ours[at]))
        return tuple(value for _, value in rows)


def _after(places: list[int | None], before: int | None) -> int:
    return len(places) if before is None else places.index(before) + 1


def told(entry: Value | None) -> str:
    """A value or an entry of a list in words: the source and quote of evidence, a text itself, "nothing" for none."""
    if entry is None or entry == ():
        return "nothing"
    if isinstance(entry, Mapping):
        if "quote" in entry:
            return f"{entry.get('source', '')}: “{entry['quote']}”"
        return ", ".join(f"{key}: {told(value)}" for key, value in entry.items())
    if isinstance(entry, tuple):
        return ", ".join(map(told, entry))
    return str(entry)
