"""The claims that held of sources, with those of new ones, as they were put together with what is near to them.

What new sources say goes by how it was grouped with the sources near to them. A claim that held is extended where most
of it, as far as those sources have it, is in such a group; else the group takes its passages away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dossier.analysis.agreement.agreement import judged
from dossier.analysis.claims.ids import claim_id
from dossier.model.claim import Claim, Evidence
from dossier.model.derived import Derived
from dossier.store.same_words import SameWords


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
        self._stating = SameWords((claim, piece) for claim in held.claims for piece in claim.counted)
        self._new, self._near, self._ids, self._joined = new, near.studied.keys(), ids, joined
        for claim in near.claims:
            self._enter(claim)

    def result(self) -> tuple[Claim, ...]:
        """All of them: those that held in their order, and the others."""
        return tuple(self._claims.values())

    def _enter(self, claim: Claim) -> None:
        """Takes in a group of passages near; what it says of other sources alone is known better."""
        shared: dict[str, set[str]] = {}
        for piece in claim.counted:
            for id in self._stating.claims(piece):
                shared.setdefault(id, set()).add(piece.source)
        if not shared:
            self._claims.setdefault(claim.id, self._renamed(claim))
        elif any(piece.source in self._new for piece in claim.counted):
            self._extend(self._renamed(claim), shared)

    def _extend(self, group: Claim, shared: Mapping[str, Collection[str]]) -> None:
        """Puts a group in place of the passages of these sources in claims that held."""
        pieces = list(group.evidence)
        named = group
        for id in sorted(shared, key=lambda id: -len(shared[id])):
            known = self._claims.get(id)
            if known is None:  # another group has all of it
                continue
            rest = [piece for piece in known.evidence if piece.source not in shared[id]]
            near = [piece for piece in rest if piece.source in self._near and piece.counts]
            if len(shared[id]) >= len(near):
                has = {piece.source for piece in pieces}
                pieces += [piece for piece in rest if piece not in near and piece.source not in has]
                rest = [piece for piece in rest if piece not in pieces]
            if named is group and _begins(known, pieces):
                named = known
            self._keep(known, rest)
        pieces.sort(key=lambda piece: (piece.beside, piece.source, piece.start))
        whole = group._replace(id=named.id, text=named.text, evidence=tuple(pieces))
        self._claims[whole.id] = judged(whole, whole.counted, self._joined)

    def _keep(self, known: Claim, rest: Sequence[Evidence]) -> None:
        """What is left of a claim: nothing, if no passage of it counts."""
        stating = [piece for piece in rest if piece.counts]
        if not _begins(known, stating):
            self._claims.pop(known.id)
            if not stating:
                return
            words = stating[0].selector.exact
            known = known._replace(id=claim_id(words), text=" ".join(words.split()))
        self._claims[known.id] = judged(known._replace(evidence=tuple(rest)), stating, self._joined)

    def _renamed(self, claim: Claim) -> Claim:
        about = tuple(dict.fromkeys(self._ids[id] for id in claim.about))
        pieces = (piece._replace(speaker=self._ids.get(piece.speaker, piece.speaker)) for piece in claim.evidence)
        return claim._replace(about=about, evidence=tuple(pieces))


def _begins(claim: Claim, pieces: Iterable[Evidence]) -> bool:
    """Whether the passage is among these whose words the claim has its id from."""
    return any(claim_id(piece.selector.exact) == claim.id for piece in pieces)
