"""The names a dossier is searched for: entities, sources and claims."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dossier.model.dossier import Dossier
from dossier.model.entity import Entity
from dossier.search.folding import fold
from dossier.search.names import NameIndex
from dossier.search.query import Query, Term
from dossier.search.vocabulary import Vocabulary

SURE = 0.94
"""Score from which on a name has the words themselves, not only something spelt like them."""

MOST_NAMED = 100
"""Things one ``source:`` or ``entity:`` may stand for when it is no whole name."""


class Register:
    """The names of a dossier, each kind made ready when it is first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._entities: NameIndex | None = None

    def prepare(self) -> Iterator[None]:
        """Make everything ready, a slice of some milliseconds at each step."""
        Vocabulary.load()
        yield
        yield from self._prepare_entities()
        for index in (self.sources, self.claims, self.entities):
            yield
            yield from index.prepare()

    @property
    def entities(self) -> NameIndex:
        """Names and aliases of the entities, the most mentioned weighing most."""
        while self._entities is None:
            for _ in self._prepare_entities():
                pass
        return self._entities

    def _prepare_entities(self) -> Iterator[None]:
        if self._entities is not None:
            return
        tally = self._dossier.texts.tally()
        entities = self._dossier.entities
        counts = [sum(counts.values()) if (counts := tally.get(entity.id)) else 0 for entity in entities]
        yield
        order = sorted(range(len(entities)), key=counts.__getitem__, reverse=True)
        names = [_names(entities[n]) for n in order]
        yield
        ids = [entities[n].id for n, known in zip(order, names, strict=True) for _ in known]
        mentions = [counts[n] for n, known in zip(order, names, strict=True) for _ in known]
        yield
        self._entities = NameIndex(ids, [name for known in names for name in known], mentions)

    @cached_property
    def sources(self) -> NameIndex:
        """Titles and publishers of the sources, and the names of their files."""
        pairs = []
        for source in self._dossier.sources:
            stem = source.file.rpartition("/")[2].rpartition(".")[0] or source.file
            known = (source.name, source.metadata.publisher, stem)
            pairs += [(source.id, name) for name in dict.fromkeys(known) if name]
        return NameIndex([id for id, _ in pairs], [name for _, name in pairs], [0] * len(pairs))

    @cached_property
    def claims(self) -> NameIndex:
        """The claims' own words, the ones with most evidence weighing most."""
        claims = sorted(self._dossier.claims, key=lambda claim: -len(claim.evidence))
        return NameIndex(
            [claim.id for claim in claims],
            [claim.text for claim in claims],
            [len(claim.evidence) for claim in claims],
        )

    def sources_named(self, value: str) -> frozenset[str]:
        """The ids of the sources ``value`` (folded) stands for: an id, a number on the screen, or a name."""
        if value in self._dossier.source:
            return frozenset((value,))
        if value.isdecimal() and 0 < int(value) <= len(self._dossier.sources):
            return frozenset((self._dossier.sources[int(value) - 1].id,))
        return _named(self.sources, value)

    def entities_named(self, value: str) -> frozenset[str]:
        """The ids of the entities ``value`` (folded) stands for: an id, a name, an alias, or words of them."""
        if value in self._dossier.entity:
            return frozenset((self._dossier.entity[value].id,))
        return _named(self.entities, value)


def _names(entity: Entity) -> tuple[str, ...]:
    """The names of ``entity``, without the price of comparing them where none is refused."""
    return entity.names if entity.refused else (entity.name, *entity.aliases)


def _named(index: NameIndex, value: str) -> frozenset[str]:
    """Things with exactly this name, else with these words in a name, else the one spelt most like it."""
    query = Query(value, tuple(Term(word, prefix=True) for word in value.split()))
    if not any(map(str.isalnum, value)):
        return frozenset()
    found, _ = index.search(query, MOST_NAMED)
    whole = frozenset(name.id for name in found if fold(name.name) == value)
    sure = frozenset(name.id for name in found if name.score >= SURE)
    return whole or sure or frozenset(name.id for name in found[:1])
