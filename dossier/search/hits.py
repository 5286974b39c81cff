"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.passage import Passage
from dossier.search.query import Query

PASSAGE, SOURCE, ENTITY, CLAIM = "passage", "source", "entity", "claim"

THIS_SOURCE, SOURCES, ENTITIES, CLAIMS, PASSAGES = "This source", "Sources", "Entities", "Claims", "Passages"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found.

    ``kind`` is ``passage``, ``source``, ``entity`` or ``claim``; ``id`` the id of what was found, for a passage
    its source's. ``source``, ``start`` and ``end`` (code points) are the passage to open, ``start`` -1 where none
    is known yet. ``label`` is what to show, plain text in one line, ``marks`` the spans of it that match.
    ``score`` compares hits of one search, higher is better. ``guessed`` says that a word was taken for a near one.
    """

    kind: str
    id: str
    source: str
    start: int
    end: int
    label: str
    marks: tuple[tuple[int, int], ...]
    score: float
    guessed: bool = False

    @property
    def passage(self) -> Passage | None:
        """The passage to open, if it is known."""
        return Passage(self.source, self.start, self.end) if self.source and self.start >= 0 else None


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one sort under a heading. ``total`` counts what was found, ``hits`` may be fewer."""

    title: str
    hits: tuple[Hit, ...]
    total: int

    @property
    def guessed(self) -> bool:
        """Whether its hits have other words than those asked for."""
        return any(hit.guessed for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Results:
    """What one query finds: groups that are not empty, in the order they are shown.

    ``total_hits`` counts passages and ``total_sources`` the sources they are in; while ``complete`` is false,
    there may be more of both.
    """

    query: Query
    groups: tuple[Group, ...] = ()
    total_hits: int = 0
    total_sources: int = 0
    complete: bool = True
