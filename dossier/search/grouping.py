"""Hits among names: sources by title, entities by name and alias, claims by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model.claim import Claim
from dossier.model.dossier import Dossier
from dossier.search.hits import CLAIM, CLAIMS, ENTITIES, ENTITY, SOURCE, SOURCES, Group, Hit
from dossier.search.names import LONGEST_NAME, Found, Keep
from dossier.search.query import Query
from dossier.search.register import Register
from dossier.search.scope import Scope

_SPACE = re.compile(r"\s")


def named_groups(
    dossier: Dossier, register: Register, query: Query, scope: Scope, current: str, limit: int
) -> Iterator[Group]:
    """The groups of sources, entities and claims, at most ``limit`` hits in each; empty ones too."""
    restricted = bool(query.fields)
    found, total = register.sources.search(query, limit, scope.has_source if restricted else None)
    sources = (_hit(SOURCE, name, dossier.source[name.id].name, name.id, 0, 0) for name in found)
    yield Group(SOURCES, tuple(sources), total)
    found, total = register.entities.search(query, limit, _kept_entities(dossier, scope) if restricted else None)
    entities = (_hit(ENTITY, name, dossier.entity[name.id].name, "", -1, -1) for name in found)
    yield Group(ENTITIES, tuple(entities), total)
    claims = dossier.claim
    keep = (lambda id: scope.has_claim(claims[id])) if restricted else None
    found, total = register.claims.search(query, limit, keep)
    yield Group(CLAIMS, tuple(_claim_hit(name, claims[name.id], current, scope) for name in found), total)


def _kept_entities(dossier: Dossier, scope: Scope) -> Keep:
    tally = dossier.texts.tally()

    def kept(entity: str) -> bool:
        if scope.entities and not any(entity in group for group in scope.entities):
            return False
        return scope.named is None or not scope.named.isdisjoint(tally.get(entity, ()))

    return kept


def _claim_hit(found: Found, claim: Claim, current: str, scope: Scope) -> Hit:
    """A claim with its first passage in a source that counts, preferably in the one with the id ``current``."""
    anchored = [evidence for evidence in claim.evidence if evidence.start >= 0 and scope.has_named(evidence.source)]
    here = next((evidence for evidence in anchored if evidence.source == current), None)
    place = here or (anchored[0] if anchored else None)
    if place is None:
        return _hit(CLAIM, found, claim.text, "", -1, -1)
    return _hit(CLAIM, found, claim.text, place.source, place.start, place.end)


def _hit(kind: str, found: Found, name: str, source: str, start: int, end: int) -> Hit:
    """The hit of what goes by ``name``; where another of its names was found, that one stands in brackets."""
    label, marks = found.name, found.marks
    if found.name != name:
        shift = len(name) + 2
        label = f"{name} ({found.name})"
        marks = tuple((at + shift, to + shift) for at, to in marks)
    label = _SPACE.sub(" ", label[:LONGEST_NAME])
    marks = tuple(mark for mark in marks if mark[1] <= len(label))
    return Hit(kind, found.id, source, start, end, label, marks, found.score, found.guessed)
