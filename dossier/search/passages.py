"""Where exactly a query stands in one text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from dossier.search.occurrences import has, pattern, places_of, spans_of
from dossier.search.places import Places, Span
from dossier.search.query import Query, Term
from dossier.search.together import PARTING, paragraph_borders, passages_together


class Bounds(NamedTuple):
    """How many passages are looked for in one text: of one word, and of several words, which take longer."""

    single: int
    together: int

    def of(self, query: Query) -> int:
        """The one that holds for ``query``."""
        return self.single if len(query.terms) < 2 else self.together


WHOLE = Bounds(10_000, 2_500)
"""Nobody steps through more."""
TYPING = Bounds(5_000, 500)
"""For one key press in the box, which shows the first and says that there are more."""


def find_passages(folded: str, query: Query, bounds: Bounds = WHOLE, borders: Sequence[int] | None = None) -> Places:
    """The passages of ``query`` in ``folded``, in order of start, none overlapping, as many as ``bounds`` allow.

    ``borders`` are those of :func:`paragraph_borders`, where they are known already.

    With several terms they are looked for in paragraphs that hold all of them; where there is no such paragraph
    but the text holds them all, each term by itself is a passage. Neighbouring words make one passage.
    """
    if not query.terms or any(has(folded, term) for term in query.refused):
        return Places.of(())
    if len(query.terms) == 1:
        return places_of(folded, query.terms[0], bounds.single)
    if borders is None:
        borders = paragraph_borders(folded)
    together = passages_together(folded, query.terms, borders, bounds.together)
    if together or not all(has(folded, term) for term in query.terms):
        return Places.of(together)
    return Places.of(_apart(folded, query.terms, bounds.together))


def marks(folded: str, query: Query, start: int, end: int) -> tuple[Span, ...]:
    """The spans of single terms of ``query`` between ``start`` and ``end`` of ``folded``, none overlapping."""
    found = [found.span() for term in query.terms for found in pattern(term).finditer(folded, start, end)]
    return tuple(_disjoint(sorted(found)))


def beside(folded: str, spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """Those of ``spans`` that share a paragraph with one of ``others``; both are in order of start."""
    found: list[Span] = []
    starts = [start for start, _ in others]
    done, shared = 0, False
    for start, end in spans:
        if start >= done:
            begin, done = _paragraph(folded, done, start)
            shared = bisect_left(starts, done) > bisect_left(starts, begin)
        if shared:
            found.append((start, end))
    return found


def _paragraph(folded: str, after: int, at: int) -> Span:
    """The paragraph around ``at`` with what parts it from the next, looked for from ``after`` on."""
    start = folded.rfind(PARTING, after, at)
    end = folded.find(PARTING, at)
    return (after if start < 0 else start + len(PARTING)), (len(folded) if end < 0 else end + len(PARTING))


def _apart(folded: str, terms: Sequence[Term], limit: int) -> list[Span]:
    found = sorted(span for term in terms for span in islice(spans_of(folded, term), limit))
    return list(islice(_disjoint(found), limit))


def _disjoint(spans: list[Span]) -> Iterator[Span]:
    """``spans`` in order, overlapping ones made one."""
    held: Span | None = None
    for start, end in spans:
        if held is None or start >= held[1]:
            if held is not None:
                yield held
            held = start, end
        else:
            held = held[0], max(held[1], end)
    if held is not None:
        yield held
