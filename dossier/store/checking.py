"""Verifying that every quote still stands in its source."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from dossier.model.claim import Claim, Evidence
from dossier.model.dossier import Dossier
from dossier.model.errors import UnreadableError
from dossier.model.passage import Anchor, Anchoring, Change
from dossier.model.problem import Problem, Severity
from dossier.store.anchors.finding import anchor
from dossier.store.claims_yaml import CLAIMS_YAML


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """One piece of evidence and what became of its words; ``start`` and ``end`` are -1 for an orphan."""

    claim: Claim
    evidence: Evidence
    anchor: Anchor
    start: int
    end: int
    changes: tuple[Change, ...] = ()

    @property
    def material(self) -> bool:
        """Whether other words stand there now."""
        return any(change.kind.material for change in self.changes)

    @property
    def holds(self) -> bool:
        """Whether its words are in the source, or in the version they are cited from; looks are no failure."""
        return self.evidence.cited or (self.anchor is not Anchor.ORPHAN and not self.material)


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome: every quote in the order of claims.yaml, and the evidence there that could not even be read."""

    quotes: tuple[CheckedQuote, ...]
    unusable: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        """Whether every quote that a person wrote down is in its source."""
        return not self.unusable and all(quote.holds for quote in self.quotes)


def check(dossier: Dossier) -> Check:
    """Verifies all evidence of ``dossier``, in files that are not indexed yet too."""
    quotes = tuple(_checked(dossier, claim, piece) for claim in dossier.claims for piece in claim.evidence)
    unusable = tuple(
        problem
        for problem in dossier.problems
        if problem.file == CLAIMS_YAML and problem.severity is Severity.ERROR and not problem.claim
    )
    return Check(quotes, unusable)


def _checked(dossier: Dossier, claim: Claim, piece: Evidence) -> CheckedQuote:
    found = Anchoring(piece.anchor, piece.start, piece.end, changes=piece.changes)
    if piece.start < 0 and not dossier.source[piece.source].digest:
        with suppress(UnreadableError):  # already an orphan, and in the dossier's problems
            found = anchor(piece.selector, dossier.reading(piece.source))
    return CheckedQuote(claim, piece, found.anchor, found.start, found.end, found.changes)
