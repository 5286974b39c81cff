"""Joining two changes of one item. What was changed both ways is shown, never decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dossier.model.choice import Choice
from dossier.model.edits.alignment import Strand, braided
from dossier.model.edits.identity import other_words
from dossier.model.edits.values import EMPTY, Plain, Value, same


class Side(Choice):
    """Whose change a person takes where two stand against each other."""

    OURS = "ours"
    THEIRS = "theirs"


Path = tuple[str, ...]
"""From the item to what differs: keys, and entries of lists told by their words; empty for the item as a whole."""


WHATEVER_THE_WORDS: Final = frozenset({"stance", "note", "tags"})
"""What can be said of a passage and stays true when other words of it are quoted; the rest is said of the words."""

SELECTING: Final = frozenset({"source", "quote", "prefix", "suffix", "end", "version"})
"""What only leads to the words of a passage, and the words themselves."""


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
            old = base if isinstance(base, Mapping) else EMPTY
            torn = _torn(old, theirs, ours)
            return self.clash(base, theirs, ours, path) if torn else self.mapping(old, theirs, ours, path)
        their, our = (() if side is None and isinstance(base, tuple) else side for side in (theirs, ours))
        if isinstance(their, tuple) and isinstance(our, tuple):
            return self.listing(base if isinstance(base, tuple) else (), their, our, path)
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
    ) -> tuple[Value, ...] | None:
        """Entry by entry; a list of which nothing is left is not there."""
        strands = braided(base, theirs, ours)
        joint = [self.value(*strand, (*path, name)) for strand, name in zip(strands, _named(strands), strict=True)]
        return tuple(value for value in joint if value is not None) or None


def _torn(base: Plain, theirs: Plain, ours: Plain) -> bool:
    """Whether they quote different words, and what is said of the words of one side would be said of the other's."""
    if not other_words(theirs, ours):
        return False
    kept = next((side for side in (theirs, ours) if not other_words(base, side)), EMPTY)
    said = (base.keys() | kept.keys()) - WHATEVER_THE_WORDS
    return not kept or any(not same(base.get(key), kept.get(key)) for key in said)


def _named(strands: Sequence[Strand]) -> list[str]:
    """What each entry is called in a path: its words, and where they start when they stand twice."""
    entries = [next(value for value in strand if value is not None) for strand in strands]
    words = [_quoted(entry) if isinstance(entry, Mapping) and "quote" in entry else told(entry) for entry in entries]
    starts = [entry.get("start") if isinstance(entry, Mapping) else None for entry in entries]
    return [
        said if start is None or words.count(said) == 1 else f"{said} at {told(start)}"
        for said, start in zip(words, starts, strict=True)
    ]


def told(entry: Value | None) -> str:
    """A value or an entry of a list in words: source and quote of evidence and what is said of it, a text itself.

    None is "nothing".
    """
    if entry is None or entry == ():
        return "nothing"
    if isinstance(entry, Mapping):
        if "quote" in entry:
            said = _pairs({key: value for key, value in entry.items() if key not in SELECTING})
            return f"{_quoted(entry)} ({said})" if said else _quoted(entry)
        return _pairs(entry)
    if isinstance(entry, tuple):
        return ", ".join(map(told, entry))
    return str(entry)


def _quoted(evidence: Plain) -> str:
    return f"{evidence.get('source', '')}: “{evidence['quote']}”"


def _pairs(item: Plain) -> str:
    return ", ".join(f"{key}: {told(value)}" for key, value in item.items())
