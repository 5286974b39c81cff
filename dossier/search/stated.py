"""Which passage of a claim was meant by a search that found the claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.model.claim import Claim, Evidence
from dossier.search.query import Term


def passage_for(claim: Claim, asked: Sequence[Term]) -> Evidence | None:
    """The first of the passages that hold most of the words and phrases that were asked for."""
    wanted = [re.compile(rf"(?<!\w){re.escape(term.text)}" + ("" if term.prefix else r"(?!\w)")) for term in asked]

    def held(piece: Evidence) -> int:
        words = " ".join(piece.selector.exact.casefold().split())
        return sum(one.search(words) is not None for one in wanted)

    return max((piece for piece in claim.evidence if piece.passage), key=held, default=None)
