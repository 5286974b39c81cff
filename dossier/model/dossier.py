"""The dossier: the one object the upper floors hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dossier.model.claim import Claim, Evidence
from dossier.model.derived import Derived
from dossier.model.entity import Entity, Mention
from dossier.model.passage import Passage
from dossier.model.problem import Problem
from dossier.model.source import Reading, Source
from dossier.model.sources import SourcesById, numbers_of

if TYPE_CHECKING:
    from dossier.model.note import Note


class Refusals(NamedTuple):
    """Claims and entities that a person turned down; the claims with the places of their words."""

    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()


NOTHING_REFUSED = Refusals()


class Texts(Protocol):
    """Where the reading texts are: in memory, or in the cache until one is asked for."""

    def reading(self, source: Source) -> Reading:
        """The text of ``source``; raises :class:`dossier.model.errors.UnreadableError` when it is gone."""

    def mentions(self, source: Source) -> Sequence[Mention]:
        """Where ``source`` names entities, in order of their start, none overlapping."""

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        """How often each entity is named: entity id to source id to a count, as far as it is known by now."""

    def unsearched(self) -> int:
        """How many sources have not been searched for names yet, so that tallies and totals lack them."""

    def totals(self) -> Mapping[str, tuple[int, int]]:
        """How often, and in how many sources, each entity is named, as far as it is known by now."""


@dataclass(frozen=True)
class Dossier:
    """Sources, entities, claims and problems of one folder, decisions and suggestions merged.

    ``name`` is the title from dossier.yaml or the folder's name. ``sources`` are in the order of their numbers
    on the screen: by file name. ``pending`` counts files that are known but not read yet.
    ``file`` is the name of the one file that was opened instead of a folder. ``stamp`` tells this state of the files
    from any other. ``derived`` is what was suggested, as far as it is part of this; see
    :mod:`dossier.store.suggestions`. ``refusals`` is what a person turned down, ``notes`` those of notes.yaml, not
    anchored. ``decisions`` has the bytes of each YAML file as it was read.
    """

    folder: Path
    name: str
    description: str
    sources: Sequence[Source]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    texts: Texts
    pending: int = 0
    file: str = ""
    stamp: str = ""
    derived: Derived | None = None
    refusals: Refusals = NOTHING_REFUSED
    notes: tuple[Note, ...] = ()
    decisions: Mapping[str, bytes] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: not what is made anew more quickly than it is sent."""
        return {name: value for name, value in self.__dict__.items() if name not in ("source", "number")}

    @property
    def path(self) -> Path:
        """What was opened: the folder, or the one file."""
        return self.folder / self.file if self.file else self.folder

    def reading(self, source: str) -> Reading:
        """The reading text of the source with this id."""
        return self.texts.reading(self.source[source])

    def mentions(self, source: str) -> Sequence[Mention]:
        """The mentions in the source with this id, in order."""
        return self.texts.mentions(self.source[source])

    def evidence(self, source: str) -> Sequence[tuple[Claim, Evidence]]:
        """The anchored evidence in the source with this id, with its claim, in order of start.

        Without what is only shown beside a claim, see :attr:`dossier.model.claim.Evidence.beside`.
        """
        return self._evidence.get(source, ())

    def holds(self, passage: Passage) -> bool:
        """Whether its source is there and, as far as that is known yet, long enough."""
        source = self.source.get(passage.source)
        if source is None or not 0 <= passage.start <= passage.end:
            return False
        return passage.end <= source.length or not source.digest

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return SourcesById(self.sources, self.number)

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each source on the screen, from 1, by id."""
        return numbers_of(self.sources)

    @cached_property
    def entity(self) -> dict[str, Entity]:
        """Entities by id, merged ids included."""
        found = {merged: entity for entity in self.entities for merged in entity.merged}
        return found | {entity.id: entity for entity in self.entities}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _evidence(self) -> dict[str, list[tuple[Claim, Evidence]]]:
        found: dict[str, list[tuple[Claim, Evidence]]] = {}
        for claim in self.claims:
            for evidence in claim.evidence:
                if evidence.start >= 0 and not evidence.beside:
                    found.setdefault(evidence.source, []).append((claim, evidence))
        for pairs in found.values():
            pairs.sort(key=lambda pair: (pair[1].start, pair[1].end))
        return found
