"""What new sources say, added to what was derived from the others before.

Cross-source steps weigh words by all sources, so that one new source changes every weight a little, and all has to be
derived anew for the same folder to give the same result. That takes seconds where there are very many; until then the
new sources are shown with what they share with those that are nearest to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from dossier.analysis.agreement.agreement import judged
from dossier.analysis.findings import Findings
from dossier.analysis.origins.copies import Copy
from dossier.analysis.origins.origins import joined_sources
from dossier.model.claim import Claim, Evidence
from dossier.model.derived import Derived
from dossier.model.entity import Entity
from dossier.store.curating.draft import free_id
from dossier.store.same_words import SameWords

NEAREST = 40
"""Sources that new ones are compared with: deriving what so many say takes a fraction of a second."""


def nearest(new: Collection[str], found: Mapping[str, Findings], most: int) -> list[str]:
    """The ids of the sources that share most rare names and figures with new ones, the nearest first."""
    marks = {source: _marks(findings) for source, findings in found.items()}
    shared_by = Counter(mark for those in marks.values() for mark in those)
    asked = frozenset[object]().union(*(marks[source] for source in new if source in marks))
    weights = {mark: log(len(marks) / shared_by[mark]) for mark in asked}
    near = {
        source: sum(weights[mark] for mark in those & asked) for source, those in marks.items() if source not in new
    }
    return sorted((source for source in near if near[source] > 0), key=lambda source: (-near[source], source))[:most]


def _marks(findings: Findings) -> frozenset[object]:
    """The names and figures of a source."""
    figures = ((one.value, one.unit) for stated in findings.stated for one in stated.quantities)
    return frozenset([*(named.name.casefold() for named in findings.names), *figures])


def extended(held: Derived, near: Derived, new: frozenset[str]) -> Derived:
    """What held of the other sources, with the ``new`` ones as they were derived together with those near to them."""
    ids = _ids(held.entities, near.entities)
    mentions = {
        source: tuple(mention._replace(entity=ids[mention.entity]) for mention in near.mentions.get(source, ()))
        for source in new
    }
    speech = {
        source: tuple(one._replace(speaker=ids.get(one.speaker, one.speaker)) for one in near.speech.get(source, ()))
        for source in new
    }
    copies = (*held.copies, *(copy for copy in near.copies if copy.source in new or copy.of in new))
    wires = {**held.wires, **{source: wire for source, wire in near.wires.items() if source in new}}
    joined = joined_sources([Copy(*copied) for copied in copies], wires)
    return replace(
        held,
        entities=tuple(_entities(held.entities, near.entities, ids)),
        mentions={**held.mentions, **mentions},
        claims=_Claims(held, ids, new, joined).with_those(near.claims),
        speech={**held.speech, **speech},
        copies=copies,
        foreign=held.foreign | near.foreign.intersection(new),
        wires=wires,
        joined=joined,
        studied={**held.studied, **near.studied},
        partial=True,
    )


def _ids(held: Sequence[Entity], near: Sequence[Entity]) -> dict[str, str]:
    """The id each entity near has among all: that of the one with a name of its own, or its own, made distinct."""
    by_name = {name.casefold(): entity.id for entity in reversed(held) for name in entity.names}
    taken = {entity.id for entity in held}
    ids: dict[str, str] = {}
    for entity in near:
        known = next((by_name[name.casefold()] for name in entity.names if name.casefold() in by_name), "")
        ids[entity.id] = known or free_id(entity.id, taken)
        taken.add(ids[entity.id])
    return ids


def _entities(held: Sequence[Entity], near: Sequence[Entity], ids: Mapping[str, str]) -> Iterator[Entity]:
    """Those that held, with the names they have near, and the others."""
    further: dict[str, list[Entity]] = {}
    for entity in near:
        further.setdefault(ids[entity.id], []).append(entity)
    for entity in held:
        names = dict.fromkeys(name for one in (entity, *further.pop(entity.id, ())) for name in one.names)
        yield entity._replace(aliases=tuple(name for name in names if name != entity.name))
    for id, (entity, *_) in further.items():
        yield entity._replace(id=id)


class _Claims:
    """The claims that held, to which those of new sources are added."""

    def __init__(self, held: Derived, ids: Mapping[str, str], new: frozenset[str], joined: Mapping[str, str]) -> None:
        self._claims = {claim.id: claim for claim in held.claims}
        self._stating = SameWords((claim, piece) for claim in held.claims for piece in claim.evidence if piece.counts)
        self._ids, self._new, self._joined = ids, new, joined

    def with_those(self, near: Sequence[Claim]) -> tuple[Claim, ...]:
        """All of them with these; what is known of the words of other sources stays as it was."""
        for claim in near:
            owner = next((id for piece in claim.counted for id in self._stating.claims(piece)), "")
            if not owner:
                about = tuple(dict.fromkeys(self._ids[id] for id in claim.about))
                pieces = tuple(map(self._renamed, claim.evidence))
                self._claims.setdefault(claim.id, claim._replace(about=about, evidence=pieces))
            elif not self._new.isdisjoint(claim.sources):
                self._join(owner, claim)
        return tuple(self._claims.values())

    def _join(self, owner: str, claim: Claim) -> None:
        """Adds the passages of new sources to a claim that has the words of another passage."""
        known = self._claims[owner]
        has = {piece.source for piece in known.evidence}
        further = [piece for piece in claim.evidence if piece.source in self._new and piece.source not in has]
        evidence = (*known.evidence, *map(self._renamed, further))
        strength = max(known.strength, claim.strength)
        self._claims[owner] = judged(known._replace(evidence=evidence, strength=strength), evidence, self._joined)

    def _renamed(self, piece: Evidence) -> Evidence:
        return piece._replace(speaker=self._ids.get(piece.speaker, piece.speaker))
