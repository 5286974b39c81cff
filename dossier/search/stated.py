"""Which passage of a claim was meant by a search that found the claim."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model.claim import Claim, Evidence
from dossier.search.folding import fold
from dossier.search.occurrences import test_of
from dossier.search.query import Term


def passage_for(claim: Claim, asked: Sequence[Term]) -> Evidence | None:
    """The first of the passages that hold most of the words and phrases that were asked for."""
    tests = [test_of(term) for term in asked]

    def held(piece: Evidence) -> int:
        words = fold(piece.selector.exact)
        return sum(test(words) for test in tests)

    return max((piece for piece in claim.evidence if piece.passage), key=held, default=None)
