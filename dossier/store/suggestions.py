"""Suggestions beside decisions: what the program derived is added where a person has not decided otherwise."""

from __future__ import annotations

import contextlib
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import merge

from dossier.analysis.agreement.agreement import judged
from dossier.analysis.claims.ids import claim_id
from dossier.model.claim import Claim, Evidence
from dossier.model.derived import Derived
from dossier.model.dossier import Dossier, Texts
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.errors import UnreadableError
from dossier.model.mentions import Mentions
from dossier.model.source import Reading, Source
from dossier.store.same_words import SameWords


def with_suggestions(decided: Dossier, derived: Derived, least: float = 0.0) -> Dossier:
    """The dossier with everything that was suggested, claims from strength ``least`` (0 to 1) on.

    A suggested entity with a name of a decided one is that one; a name somebody refused for it is not, and an entity
    that was turned down is left out. A suggested claim whose words a decided claim has as evidence is that claim: its
    other passages are added as suggestions, but those refused for it are a claim of their own. Words of a claim that
    was turned down are left out.
    """
    ids = _ids(decided, derived.entities)
    known = {**{entity.id: entity.name for entity in derived.entities}, **ids}
    entities = [e._replace(id=ids[e.id]) for e in derived.entities if e.id in ids and ids[e.id] not in decided.entity]
    claims = _Claims(decided, ids, derived.joined)
    for claim in derived.claims:
        claims.add(claim, least)
    speech = {
        source: tuple(one._replace(speaker=known.get(one.speaker, one.speaker)) for one in said)
        for source, said in derived.speech.items()
    }
    return replace(
        decided,
        entities=(*decided.entities, *entities),
        claims=claims.result(),
        texts=SuggestedTexts(decided.texts, _mentions(decided, derived, ids), decided.sources, _people(derived, ids)),
        derived=replace(derived, speech=speech),
    )


def _ids(decided: Dossier, suggested: Iterable[Entity]) -> dict[str, str]:
    """The id each suggested entity has in the dossier: that of the decided one it is, or its own, made distinct.

    Those that were turned down have none.
    """
    by_name = {name.casefold(): entity for entity in decided.entities for name in entity.names}
    rejected = {name.casefold() for entity in decided.refusals.entities for name in entity.names}
    taken = set(decided.entity)
    ids: dict[str, str] = {}
    for entity in suggested:
        same = next((by_name[n.casefold()] for n in entity.names if n.casefold() in by_name), None)
        if same is not None and entity.name not in same.refused:
            ids[entity.id] = same.id
            continue
        if entity.name.casefold() in rejected:
            continue
        id, number = entity.id, 2
        while id in taken:
            id, number = f"{entity.id}-{number}", number + 1
        taken.add(id)
        ids[entity.id] = id
    return ids


def _people(derived: Derived, ids: Mapping[str, str]) -> frozenset[str]:
    return frozenset(ids[one.id] for one in derived.entities if one.kind is EntityKind.PERSON and one.id in ids)


def _mentions(decided: Dossier, derived: Derived, ids: Mapping[str, str]) -> dict[str, list[Mention]]:
    """The suggested mentions by source, without names that were refused for the entity."""
    refusing = {entity.id: frozenset(map(str.casefold, entity.refused)) for entity in decided.entities}
    found: dict[str, list[Mention]] = {}
    for source, suggested in derived.mentions.items():
        if source not in decided.source:
            continue
        mentions = [mention._replace(entity=ids[mention.entity]) for mention in suggested if mention.entity in ids]
        if any(refusing.get(mention.entity) for mention in mentions):
            with contextlib.suppress(UnreadableError):
                text = decided.reading(source).text
                mentions = [m for m in mentions if text[m.start : m.end].casefold() not in refusing.get(m.entity, ())]
        found[source] = mentions
    return found


class _Claims:
    """Adds suggested claims to the decided ones."""

    def __init__(self, decided: Dossier, ids: Mapping[str, str], joined: Mapping[str, str]) -> None:
        self._ids, self._joined = ids, joined
        self._decided = {claim.id: self._of_origins(claim) for claim in decided.claims}
        self._added: list[Claim] = []
        self._further: dict[str, list[Evidence]] = {}
        self._known = {s.id for s in decided.sources}
        rejected = decided.refusals.claims
        self._stating = SameWords((claim, piece) for claim in decided.claims for piece in claim.evidence)
        self._refused = SameWords((claim, piece) for claim in decided.claims for piece in claim.refused)
        self._rejected = SameWords((claim, piece) for claim in rejected for piece in claim.evidence)

    def add(self, claim: Claim, least: float) -> None:
        """Take in one suggestion."""
        pieces = [self._renamed(piece) for piece in claim.evidence if piece.source in self._known]
        pieces = [piece for piece in pieces if not self._rejected.claims(piece)]
        stating = [piece for piece in pieces if not piece.beside]
        same = [next(iter(self._stating.claims(piece)), "") for piece in stating]
        owner = next((id for id in same if id), "")
        if not owner:
            self._suggest(claim, pieces, least)
            return
        has = {piece.source for piece in self._decided[owner].evidence}
        free = [piece for piece, id in zip(stating, same, strict=True) if not id]
        apart = [piece for piece in free if owner in self._refused.claims(piece)]
        fitting = [piece for piece in free if piece not in apart and piece.source not in has]
        beside = (piece for piece in pieces if piece.beside and owner not in self._stating.claims(piece))
        known = self._further.setdefault(owner, [])
        for piece in (*fitting, *beside):
            if all(one.passage != piece.passage for one in known):
                known.append(piece)
        if apart:
            words = apart[0].selector.exact
            self._suggest(claim._replace(id=claim_id(words), text=" ".join(words.split())), apart, least)

    def _suggest(self, claim: Claim, pieces: Sequence[Evidence], least: float) -> None:
        """A claim of its own, if its words are not all shown beside it, and it is strong enough."""
        if any(not piece.beside for piece in pieces) and claim.strength >= least and claim.id not in self._decided:
            about = tuple(dict.fromkeys(self._ids[id] for id in claim.about if id in self._ids))
            told = claim if len(pieces) == len(claim.evidence) else judged(claim, pieces, self._joined)
            self._added.append(told._replace(evidence=tuple(pieces), about=about))

    def _of_origins(self, claim: Claim) -> Claim:
        """A decided claim, judged again where sources of it turned out to be one origin."""
        sources = claim.sources
        if len({self._joined.get(source, source) for source in sources}) == len(sources):
            return claim
        return judged(claim, claim.counted, self._joined)

    def _renamed(self, piece: Evidence) -> Evidence:
        speaker = self._ids.get(piece.speaker, piece.speaker)
        return piece if speaker == piece.speaker else piece._replace(speaker=speaker)

    def result(self) -> tuple[Claim, ...]:
        """Decided claims first."""
        decided = [
            claim._replace(evidence=(*claim.evidence, *self._further[claim.id])) if claim.id in self._further else claim
            for claim in self._decided.values()
        ]
        return (*decided, *self._added)


COUNTED = 40
"""Sources up to which every mention is counted as it stands in the text; of more, what the index knows is told."""


class SuggestedTexts:
    """The texts of a dossier with the mentions that were suggested, where no decided one stands.

    A decided name that begins a longer suggested one is a part of that: the US in US Strategic Metals. It is not where
    it ends it or that is a person: Munir stays Munir in Asim Munir.
    """

    def __init__(
        self,
        texts: Texts,
        mentions: Mapping[str, Sequence[Mention]],
        sources: Sequence[Source],
        people: frozenset[str],
    ) -> None:
        self._texts, self._suggested, self._sources, self._people = texts, mentions, sources, people
        self._mentions: dict[str, Sequence[Mention]] = {}
        self._tally: dict[str, dict[str, int]] | None = None

    def reading(self, source: Source) -> Reading:
        """The text of ``source``."""
        return self._texts.reading(source)

    def mentions(self, source: Source) -> Sequence[Mention]:
        """Decided and suggested mentions, in order."""
        found = self._mentions.get(source.id)
        if found is None:
            decided, suggested = self._texts.mentions(source), self._suggested.get(source.id, ())
            whole = [mention for mention in suggested if mention.entity not in self._people]
            starts = array("I", (mention.start for mention in whole))
            if any(_is_part(mention, whole, starts) for mention in decided):
                decided = [mention for mention in decided if not _is_part(mention, whole, starts)]
            ends = array("I", (mention.end for mention in decided))
            free = [m for m in suggested if not _taken(decided, ends, m)]
            found = Mentions.of(source.id, merge(decided, free, key=_place)) if free else decided
            self._mentions[source.id] = found
        return found

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        """How often each entity is named, by source; in very many by the greater count, where both were looked for."""
        if self._tally is None and len(self._sources) <= COUNTED:
            self._tally = {}
            for one in self._sources:
                for entity, count in Counter(mention.entity for mention in self.mentions(one)).items():
                    self._tally.setdefault(entity, {})[one.id] = count
        if self._tally is None:
            tally = {entity: dict(counts) for entity, counts in self._texts.tally().items()}
            for source, mentions in self._suggested.items():
                for entity, count in Counter(mention.entity for mention in mentions).items():
                    counts = tally.setdefault(entity, {})
                    counts[source] = max(count, counts.get(source, 0))
            self._tally = tally
        return self._tally

    def unsearched(self) -> int:
        """As of the texts."""
        return self._texts.unsearched()

    def totals(self) -> Mapping[str, tuple[int, int]]:
        """Mentions and sources of each entity."""
        return {entity: (sum(counts.values()), len(counts)) for entity, counts in self.tally().items()}


def _is_part(mention: Mention, suggested: Sequence[Mention], starts: Sequence[int]) -> bool:
    """Whether a mention is a part, and not the end, of a longer one that was suggested for another entity."""
    at = bisect_right(starts, mention.start) - 1
    return at >= 0 and mention.end < suggested[at].end and suggested[at].entity != mention.entity


def _taken(decided: Sequence[Mention], ends: Sequence[int], mention: Mention) -> bool:
    """Whether a decided mention, which ends at its one of ``ends``, stands in the way."""
    at = bisect_right(ends, mention.start)
    return at < len(ends) and decided[at].start < mention.end


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
