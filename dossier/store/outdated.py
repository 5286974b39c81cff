"""What still holds of what was derived, when some of the sources are others by now.

It is shown until all is derived anew: nothing disappears from the screen because one file of many has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dossier.analysis.agreement.agreement import judged
from dossier.analysis.claims.ids import claim_id
from dossier.model.claim import Claim
from dossier.model.derived import Derived


def still_holding(derived: Derived, now: Mapping[str, str]) -> Derived | None:
    """What was derived from the sources that are the same ``now``: by their ids, what they were studied as.

    Partial, as what is new has yet to be studied; None where no source is the same.
    """
    same = {id for id, key in derived.studied.items() if now.get(id) == key}
    if not same:
        return None
    mentions = {source: found for source, found in derived.mentions.items() if source in same}
    named = {mention.entity for found in mentions.values() for mention in found}
    claims = (_held(claim, same, derived.joined) for claim in derived.claims)
    return replace(
        derived,
        entities=tuple(entity for entity in derived.entities if entity.id in named),
        mentions=mentions,
        claims=tuple(claim for claim in claims if claim is not None),
        speech={source: said for source, said in derived.speech.items() if source in same},
        copies=tuple(copy for copy in derived.copies if copy.source in same and copy.of in same),
        foreign=derived.foreign & same,
        wires={source: wire for source, wire in derived.wires.items() if source in same},
        joined={source: first for source, first in derived.joined.items() if source in same},
        studied={source: key for source, key in derived.studied.items() if source in same},
        partial=True,
    )


def _held(claim: Claim, same: set[str], joined: Mapping[str, str]) -> Claim | None:
    """A claim with the passages of these sources only; None where the one is gone whose words it has.

    Why passages are in it is left out, since that was told of what is gone too.
    """
    pieces = tuple(piece._replace(reasons=()) for piece in claim.evidence if piece.source in same)
    if len(pieces) == len(claim.evidence):
        return claim
    if all(piece.beside or claim_id(piece.selector.exact) != claim.id for piece in pieces):
        return None
    return judged(claim._replace(evidence=pieces, reasons=()), pieces, joined)
