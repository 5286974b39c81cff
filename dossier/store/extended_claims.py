"""The claims that held of sources, with those of new ones, as they were put together with what is near to them.

What new sources say goes by how it was grouped with the sources near to them. A claim that held is extended where most
of it, as far as those sources have it, is in such a group; else the group takes its passages away. Every passage stays
in one claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dossier.analysis.agreement.agreement import judged
from dossier.analysis.claims.ids import claim_id
from dossier.model.claim import Claim, Evidence
from dossier.model.derived import Derived
from dossier.store.curating.draft import free_id

_Place = tuple[str, int]
"""The source of a passage, and where it begins: the same for the same words, as both were studied alike."""


class ExtendedClaims:
    """Claims by id; ``ids`` are those that the entities of ``near`` have, ``joined`` the sources of one origin."""

    def __init__(
        self,
        held: Derived,
        near: Derived,
        new: Collection[str],
        ids: Mapping[str, str],
        joined: Mapping[str, str],
    ) -> None:
        self._claims = {claim.id: claim for claim in held.claims}
        self._owner = {place: claim.id for claim in held.claims for place in _places(claim.counted)}
        self._new, self._near, self._ids, self._joined = new, near.studied.keys(), ids, joined
        for claim in near.claims:
            self._enter(claim)

    def result(self) -> tuple[Claim, ...]:
        """All of them: those that held in their order, and the others."""
        return tuple(self._claims.values())

    def _enter(self, group: Claim) -> None:
        """Takes in a group of passages near; what it says of other sources alone is known better."""
        shared = Counter(self._owner[place] for place in _places(group.counted) if place in self._owner)
        if any(piece.source in self._new for piece in group.counted):
            self._extend(self._renamed(group), [id for id, _ in shared.most_common()])
        elif not shared:
            self._put(self._renamed(group))

    def _extend(self, group: Claim, shared: Sequence[str]) -> None:
        """Puts a group in place of its passages in these claims; it takes the name of the first that it goes on."""
        taken = frozenset(_places(group.counted))
        pieces, left, named = list(group.evidence), [], group
        for known in map(self._claims.__getitem__, shared):
            rest = [piece for piece in known.evidence if _place(piece) not in taken]
            near = [piece for piece in rest if piece.source in self._near and piece.counts]
            if len(known.counted) - sum(piece.counts for piece in rest) >= len(near):
                has = {piece.source for piece in pieces}
                further = [piece for piece in rest if piece not in near and piece.source not in has]
                pieces += further
                rest = [piece for piece in rest if piece not in further]
            named = known if named is group and _begins(known, pieces) else named
            left.append((known, rest))
        for id in shared:
            if id != named.id:
                del self._claims[id]
        pieces.sort(key=lambda piece: (piece.beside, piece.source, piece.start))
        whole = group._replace(id=named.id, text=named.text, evidence=tuple(pieces))
        self._put(whole, over=named.id if named is not group else "")
        for known, rest in left:
            self._keep(known, rest)

    def _keep(self, known: Claim, rest: Sequence[Evidence]) -> None:
        """What is left of a claim, if a passage of it counts."""
        stating = [piece for piece in rest if piece.counts]
        if not stating:
            return
        if not _begins(known, stating) or known.id in self._claims:
            words = stating[0].selector.exact
            known = known._replace(id=claim_id(words), text=" ".join(words.split()))
        self._put(known._replace(evidence=tuple(rest)))

    def _put(self, claim: Claim, over: str = "") -> None:
        """Enters a claim in place of the one with the id ``over``, or with an id that no other has."""
        id = over or free_id(claim.id, self._claims.keys())
        self._claims[id] = judged(claim._replace(id=id), claim.counted, self._joined)
        self._owner.update(dict.fromkeys(_places(claim.counted), id))

    def _renamed(self, claim: Claim) -> Claim:
        about = tuple(dict.fromkeys(self._ids[id] for id in claim.about))
        pieces = (piece._replace(speaker=self._ids.get(piece.speaker, piece.speaker)) for piece in claim.evidence)
        return claim._replace(about=about, evidence=tuple(pieces))


def _place(piece: Evidence) -> _Place:
    return piece.source, piece.start


def _places(pieces: Iterable[Evidence]) -> Iterator[_Place]:
    return map(_place, pieces)


def _begins(claim: Claim, pieces: Iterable[Evidence]) -> bool:
    """Whether the passage is among these whose words the claim has its id from."""
    return any(claim_id(piece.selector.exact) == claim.id for piece in pieces)
