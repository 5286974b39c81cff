"""What ``source:`` and ``entity:`` restrict a search to."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.claim import Claim
from dossier.model.dossier import Dossier
from dossier.search.query import Query
from dossier.search.register import Register


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids a query is restricted to.

    ``sources`` is ``None`` when all count. ``named`` are the sources that ``source:`` alone leaves. ``entities``
    holds what each ``entity:`` stands for: passages are near one of each.
    """

    sources: frozenset[str] | None = None
    named: frozenset[str] | None = None
    entities: tuple[frozenset[str], ...] = ()

    def has_source(self, source: str) -> bool:
        """Whether the source with this id counts."""
        return self.sources is None or source in self.sources

    def has_named(self, source: str) -> bool:
        """Whether ``source:`` leaves the source with this id."""
        return self.named is None or source in self.named

    def has_claim(self, claim: Claim) -> bool:
        """Whether ``claim`` is about each of the entities and stated or mentioned by one of the sources."""
        if self.named is not None and self.named.isdisjoint(piece.source for piece in claim.evidence):
            return False
        return all(not group.isdisjoint(claim.about) for group in self.entities)


def scope_of(dossier: Dossier, register: Register, query: Query) -> Scope:
    """What the fields of ``query`` stand for; several sources add up, several entities narrow down."""
    if not query.fields:
        return Scope()
    wanted: set[str] = set()
    refused: set[str] = set()
    entities: list[frozenset[str]] = []
    for field in query.fields:
        if field.name == "source":
            (refused if field.refused else wanted).update(register.sources_named(field.value))
        elif field.refused:
            refused |= _mentioning(dossier, register.entities_named(field.value))
        else:
            entities.append(register.entities_named(field.value))
    asked = any(field.name == "source" and not field.refused for field in query.fields)
    named = (wanted if asked else set(dossier.source)) - refused
    narrowed = named.intersection(*(_mentioning(dossier, group) for group in entities))
    return Scope(frozenset(narrowed), frozenset(named) if asked or refused else None, tuple(entities))


def _mentioning(dossier: Dossier, entities: frozenset[str]) -> set[str]:
    tally = dossier.texts.tally()
    return {source for entity in entities for source in tally.get(entity, ())}
