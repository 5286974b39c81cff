"""One claim, side by side: the words of every source and what differs between them."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.claim import Claim, Evidence
from dossier.model.dossier import Dossier
from dossier.model.errors import UnreadableError


class Row(NamedTuple):
    """One piece of evidence: its words as they stand in the source, and the spans of them that others say differently.

    Spans are (start, end) code points of ``words``.
    """

    evidence: Evidence
    words: str
    differs: tuple[tuple[int, int], ...]


def compare(dossier: Dossier, claim: Claim) -> tuple[Row, ...]:
    """The rows of a claim, in the order of its evidence."""
    from dossier.analysis.agreement.differences import differing_words

    words = [_words(dossier, evidence) for evidence in claim.evidence]
    differing = differing_words(words) if len(words) > 1 else [[] for _ in words]
    return tuple(
        Row(evidence, said, tuple(spans))
        for evidence, said, spans in zip(claim.evidence, words, differing, strict=True)
    )


def _words(dossier: Dossier, evidence: Evidence) -> str:
    """The words at the passage; those a person noted down when the passage was not found."""
    if evidence.cited or evidence.start < 0 or evidence.source not in dossier.source:
        return evidence.selector.exact
    try:
        return dossier.reading(evidence.source).text[evidence.start : evidence.end]
    except UnreadableError:
        return evidence.selector.exact
