"""What happened when: the dated passages of a dossier, in order of their dates."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.claim import Claim, Evidence
from dossier.model.dated import Dated, dated
from dossier.model.dossier import Dossier


class Moment(NamedTuple):
    """A date with the claim and the passage that tell it."""

    date: Dated
    claim: Claim
    evidence: Evidence


def timeline(dossier: Dossier) -> list[Moment]:
    """Every dated passage, by its first day, then its last; what has no date that could be resolved comes last."""
    found: list[Moment] = []
    for claim in dossier.claims:
        for piece in claim.evidence:
            if piece.beside:
                continue  # it is told where its source states it
            own = dated(piece.date) if piece.decided and piece.date else None
            for date in (own,) if own is not None else piece.dates:
                found.append(Moment(date, claim, piece))
    number = dossier.number
    return sorted(
        found,
        key=lambda moment: (
            not moment.date.low,
            moment.date.low,
            moment.date.high,
            number.get(moment.evidence.source, 0),
            moment.evidence.start,
        ),
    )
