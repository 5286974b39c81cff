"""The last search and its hits, source by source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.model.passage import Passage

if TYPE_CHECKING:
    from dossier.search.finder import Finder
    from dossier.session.session import Session

Span = tuple[int, int]
"""Code points of the reading text, end exclusive."""


class Hits:
    """Where the words of ``text`` stand: found when a source is shown or stepped into, not before."""

    def __init__(self, finder: Finder, text: str) -> None:
        from dossier.search.query import parse_query

        self.text = text
        self.query = parse_query(text, typing=True)
        self._finder = finder
        self._spans: dict[str, Sequence[Span]] = {}
        self._sources: list[str] | None = None

    def spans(self, source: str) -> Sequence[Span]:
        """The (start, end) code points of the hits in one source, in order."""
        found = self._spans.get(source)
        if found is None:
            found = self._spans[source] = self._finder.passages_in(source, self.query)
        return found

    def place(self, source: str, start: int) -> str:
        """Which of the hits in its source the one at code point ``start`` is, in words; empty for none."""
        spans = self.spans(source)
        at = bisect_left(spans, start, key=lambda span: span[0])
        return f"Hit {at + 1:,} of {len(spans):,} here" if at < len(spans) and spans[at][0] == start else ""

    @property
    def sources(self) -> list[str]:
        """The ids of the sources with hits, in the dossier's order."""
        if self._sources is None:
            self._sources = self._finder.matching_sources(self.query)
        return self._sources


def next_hit(session: Session, step: int) -> None:
    """Land on the next (1) or previous (-1) hit, on through the other sources, round the ends."""
    hits = session.hits
    if hits is None:
        session.notice = "No search yet: press / to search"
        return
    tab = session.tab
    spans = hits.spans(tab.source)
    here = tab.spot.start if tab.spot else tab.offset
    if step > 0:
        at = (bisect_right if tab.spot else bisect_left)(spans, here, key=lambda span: span[0])
    else:
        at = bisect_left(spans, here, key=lambda span: span[0]) - 1
    if 0 <= at < len(spans):
        session.visit(Passage(tab.source, *spans[at]))
        session.notice = f"Hit {at + 1:,} of {len(spans):,} here, in {len(hits.sources):,} sources"
        return
    _on_to_next_source(session, hits, step)


def _on_to_next_source(session: Session, hits: Hits, step: int) -> None:
    dossier, order = session.dossier, hits.sources
    if not order and session.entity:
        from dossier.session.jumps import next_mention

        next_mention(session, step)
        return
    if not order:
        session.notice = f"No hits for {hits.text}"
        return
    numbers = [dossier.number[source] for source in order]
    here = dossier.number[session.tab.source]
    at = bisect_right(numbers, here) if step > 0 else bisect_left(numbers, here) - 1
    for n in range(len(order)):
        source = order[(at + n * step) % len(order)]
        spans = hits.spans(source)
        if spans:
            session.visit(Passage(source, *spans[0 if step > 0 else -1]))
            session.notice = f"Hit {1 if step > 0 else len(spans):,} of {len(spans):,} here, in {len(order):,} sources"
            return
    session.notice = f"No hits for {hits.text}"
