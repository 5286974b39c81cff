"""Suggestions beside decisions: what the program derived is added where a person has not decided otherwise."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import merge
from itertools import accumulate

from dossier.model.claim import Claim, Evidence
from dossier.model.derived import Derived
from dossier.model.dossier import Dossier, Texts
from dossier.model.entity import Entity, Mention
from dossier.model.mentions import Mentions
from dossier.model.source import Reading, Source

SAME_WORDS = 0.5
"""Share of the shorter of two passages that must lie in the other for them to be the same statement."""


def with_suggestions(decided: Dossier, derived: Derived, least: float = 0.0) -> Dossier:
    """The dossier with everything that was suggested, claims from strength ``least`` (0 to 1) on.

    A suggested entity with a name of a decided one is that one; a name somebody refused for it is not. A suggested
    claim whose words a decided claim has as evidence is that claim: its other passages are added as suggestions.
    """
    ids = _ids(decided, derived.entities)
    entities = [e._replace(id=ids[e.id]) for e in derived.entities if ids[e.id] not in decided.entity]
    claims = _Claims(decided, ids)
    for claim in derived.claims:
        claims.add(claim, least)
    mentions = {
        source: [mention._replace(entity=ids[mention.entity]) for mention in found]
        for source, found in derived.mentions.items()
        if source in decided.source
    }
    speech = {
        source: tuple(one._replace(speaker=ids.get(one.speaker, one.speaker)) for one in said)
        for source, said in derived.speech.items()
    }
    return replace(
        decided,
        entities=(*decided.entities, *entities),
        claims=claims.result(),
        texts=SuggestedTexts(decided.texts, mentions),
        derived=replace(derived, speech=speech),
    )


def _ids(decided: Dossier, suggested: Iterable[Entity]) -> dict[str, str]:
    """The id each suggested entity has in the dossier: that of the decided one it is, or its own, made distinct."""
    by_name = {name.casefold(): entity for entity in decided.entities for name in entity.names}
    taken = set(decided.entity)
    ids: dict[str, str] = {}
    for entity in suggested:
        same = next((by_name[n.casefold()] for n in entity.names if n.casefold() in by_name), None)
        if same is not None and entity.name not in same.refused:
            ids[entity.id] = same.id
            continue
        id, number = entity.id, 2
        while id in taken:
            id, number = f"{entity.id}-{number}", number + 1
        taken.add(id)
        ids[entity.id] = id
    return ids


class _Places:
    """Where the decided evidence of one source stands."""

    def __init__(self, evidence: Sequence[tuple[Claim, Evidence]]) -> None:
        """``evidence`` comes in order of its start."""
        self._placed = [(piece.start, piece.end, claim.id) for claim, piece in evidence]
        self._reach = list(accumulate((end for _, end, _ in self._placed), max))

    def meeting(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """The (start, end, id of the claim) of all that may share a code point with [start, end)."""
        return self._placed[bisect_right(self._reach, start) : bisect_left(self._placed, (end, 0, ""))]


class _Claims:
    """Adds suggested claims to the decided ones."""

    def __init__(self, decided: Dossier, ids: Mapping[str, str]) -> None:
        self._ids, self._claims = ids, decided
        self._decided = {claim.id: claim for claim in decided.claims}
        self._added: list[Claim] = []
        self._further: dict[str, list[Evidence]] = {}
        self._known = {s.id for s in decided.sources}
        self._places: dict[str, _Places] = {}

    def add(self, claim: Claim, least: float) -> None:
        """Take in one suggestion."""
        pieces = [self._renamed(piece) for piece in claim.evidence if piece.source in self._known]
        same = [self._decided_at(piece) for piece in pieces]
        owner = next((id for id in same if id), "")
        if owner:
            has = {piece.source for piece in self._decided[owner].evidence}
            free = [piece for piece, id in zip(pieces, same, strict=True) if not id and piece.source not in has]
            self._further.setdefault(owner, []).extend(free)
        elif pieces and claim.strength >= least and claim.id not in self._decided:
            about = tuple(dict.fromkeys(self._ids.get(id, id) for id in claim.about))
            self._added.append(claim._replace(evidence=tuple(pieces), about=about))

    def _renamed(self, piece: Evidence) -> Evidence:
        speaker = self._ids.get(piece.speaker, piece.speaker)
        return piece if speaker == piece.speaker else piece._replace(speaker=speaker)

    def _decided_at(self, piece: Evidence) -> str:
        """The decided claim that has these words as evidence."""
        places = self._places.get(piece.source)
        if places is None:
            places = self._places[piece.source] = _Places(self._claims.evidence(piece.source))
        for start, end, id in places.meeting(piece.start, piece.end):
            shared = min(end, piece.end) - max(start, piece.start)
            if shared > 0 and shared >= SAME_WORDS * min(end - start, piece.end - piece.start):
                return id
        return ""

    def result(self) -> tuple[Claim, ...]:
        """Decided claims first."""
        decided = [
            claim._replace(evidence=(*claim.evidence, *self._further[claim.id])) if claim.id in self._further else claim
            for claim in self._decided.values()
        ]
        return (*decided, *self._added)


class SuggestedTexts:
    """The texts of a dossier with the mentions that were suggested, where no decided one stands."""

    def __init__(self, texts: Texts, mentions: Mapping[str, Sequence[Mention]]) -> None:
        self._texts, self._suggested = texts, mentions
        self._mentions: dict[str, Sequence[Mention]] = {}
        self._tally: dict[str, dict[str, int]] | None = None

    def reading(self, source: Source) -> Reading:
        """The text of ``source``."""
        return self._texts.reading(source)

    def mentions(self, source: Source) -> Sequence[Mention]:
        """Decided and suggested mentions, in order."""
        found = self._mentions.get(source.id)
        if found is None:
            decided = self._texts.mentions(source)
            ends = array("I", (mention.end for mention in decided))
            free = [m for m in self._suggested.get(source.id, ()) if not _taken(decided, ends, m)]
            found = Mentions.of(source.id, merge(decided, free, key=_place)) if free else decided
            self._mentions[source.id] = found
        return found

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        """How often each entity is named, by source; where both kinds were looked for, the greater count."""
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


def _taken(decided: Sequence[Mention], ends: Sequence[int], mention: Mention) -> bool:
    """Whether a decided mention, which ends at its one of ``ends``, stands in the way."""
    at = bisect_right(ends, mention.start)
    return at < len(ends) and decided[at].start < mention.end


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
