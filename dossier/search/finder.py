"""The one search box: what a query finds, grouped and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError, UnreadableError
from dossier.model.passage import Passage
from dossier.search.choosing import choose_index
from dossier.search.grouping import named_groups
from dossier.search.hits import ENTITY, PASSAGE, PASSAGES, THIS_SOURCE, Group, Hit, Results
from dossier.search.index import Index
from dossier.search.labels import passage_label
from dossier.search.memory import MemoryIndex
from dossier.search.passages import TYPING, WHOLE, Bounds, beside
from dossier.search.places import Span
from dossier.search.query import Query, parse_query
from dossier.search.register import Register
from dossier.search.scope import Scope, scope_of
from dossier.search.texts import FoldedTexts

FEWEST_EACH = 3
"""Passages of one source that are shown among those of others."""

PASSAGE_SCORE, RANK_PRICE = 0.95, 0.02
"""The best passage beside a name that is covered in full, and what each place further down among hits of one kind
costs, so that the best of every kind come first."""


class Finder:
    """Searches one dossier; made anew when the dossier changes.

    The index is chosen at the first search unless one is given.
    """

    def __init__(self, dossier: Dossier, index: Index | None = None, texts: FoldedTexts | None = None) -> None:
        self._dossier = dossier
        self._texts = texts or FoldedTexts(dossier)
        self._register = Register(dossier)
        self._index = index

    def renewed(self, dossier: Dossier) -> Finder:
        """One for the dossier as it is now; the texts that have stayed the same are not folded again."""
        return Finder(dossier, texts=self._texts.renewed(dossier))

    def prepare(self) -> Iterator[None]:
        """Make ready what the first search would, a slice of some milliseconds at each step, for idle moments."""
        yield from self._register.prepare()
        if isinstance(self.index, MemoryIndex):
            for source in self._dossier.sources:
                yield
                if not self._texts.holds(source.id) and self._texts.has_room(source.length):
                    yield from self._texts.prepare(source.id)

    def results(self, text: str, current_source: str = "", limit: int = 20, typing: bool = True) -> Results:
        """What ``text`` finds, as fast as a key press needs: at most ``limit`` hits in each group.

        ``current_source`` is the id of the source a person reads; its passages come first.
        """
        return self._results(parse_query(text, typing), current_source, limit, patient=False)

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """At most ``limit`` hits of all kinds, best first, each with the passage to open where there is one."""
        hits: list[Hit] = []
        for group in self._results(parse_query(text), "", limit, patient=True).groups:
            best = group.hits[0].score if group.title == PASSAGES else 1.0
            share = PASSAGE_SCORE / best if group.title == PASSAGES and best else 1.0
            hits += [replace(hit, score=hit.score * share - RANK_PRICE * n) for n, hit in enumerate(group.hits)]
        hits.sort(key=lambda hit: -hit.score)  # stable: equal ones stay in the order of the groups
        return [self.located(hit, parse_query(text)) for hit in hits[:limit]]

    def hits_across(self, text: str, typing: bool = False) -> Iterator[Passage]:
        """Every passage ``text`` finds, source by source in the dossier's order, each searched when it is reached."""
        query = parse_query(text, typing)
        for source in self.matching_sources(query):
            for start, end in self.passages_in(source, query):
                yield Passage(source, start, end)

    def matching_sources(self, query: Query) -> list[str]:
        """The ids of the sources with the words of ``query``, in the dossier's order.

        With an index on disk one may be among them in which the exact words do not stand.
        """
        scope = scope_of(self._dossier, self._register, query)
        found, _ = self._matching(query, scope, len(self._dossier.sources), patient=True)
        return self._in_order(source for source, _ in found)

    def passages_in(self, source: str, query: Query) -> Sequence[Span]:
        """The passages of ``query`` in the source with this id, in order, as many as :data:`WHOLE` allows.

        With ``entity:`` those in paragraphs that mention the entity, if there are any; without words, its mentions.
        """
        return self._passages(source, query, scope_of(self._dossier, self._register, query))

    def located(self, hit: Hit, query: Query | None = None) -> Hit:
        """``hit`` with a passage to open, if it is an entity that is mentioned; otherwise as it is.

        Where ``query`` names sources with ``source:``, the passage stands in one of them.
        """
        if hit.kind != ENTITY or hit.start >= 0:
            return hit
        named = self._dossier.texts.tally().get(hit.id, {})
        scope = scope_of(self._dossier, self._register, query) if query is not None else Scope()
        there = (source for source in named if source in self._dossier.source and scope.has_named(source))
        for source in self._in_order(there):
            for start, end in self._mentions(source, frozenset((hit.id,))):
                return replace(hit, source=source, start=start, end=end)
        return hit

    def _results(self, query: Query, current: str, limit: int, patient: bool) -> Results:
        if not query or limit <= 0:
            return Results(query)
        scope = scope_of(self._dossier, self._register, query)
        bounds = WHOLE if patient else TYPING
        self._texts.current = current if current in self._dossier.source else ""
        here = self._passages(current, query, scope, bounds)
        found, count = self._matching(query, scope, limit + 1, patient)
        others = [(source, score) for source, score in found if source != current][:limit]
        spans = {source: self._passages(source, query, scope, bounds) for source, _ in others}
        spans = {source: passages for source, passages in spans.items() if passages}
        elsewhere = sum(map(len, spans.values()))
        looked_at = len(others) + any(source == current for source, _ in found)
        full = max(map(len, (here, *spans.values())), default=0)
        complete = count is not None and count <= looked_at and full not in (bounds.of(query), WHOLE.single)
        total = len(spans) + bool(here)
        groups = (
            Group(THIS_SOURCE, tuple(self._passage_hits(current, query, here[:limit], 1.0)), len(here)),
            *named_groups(self._dossier, self._register, query, scope, current, limit),
            Group(PASSAGES, tuple(self._spread(query, others, spans, limit)), elsewhere),
        )
        shown = tuple(sorted((group for group in groups if group.hits), key=lambda group: group.guessed))
        sources = total if complete else max(total, count or 0)
        return Results(query, shown, len(here) + elsewhere, sources, complete)

    def _matching(
        self, query: Query, scope: Scope, limit: int, patient: bool
    ) -> tuple[list[tuple[str, float]], int | None]:
        """At most ``limit`` sources that may have passages, best first, and how many there are if that is known."""
        if not query.terms:
            tally = self._dossier.texts.tally()
            among = self._in_order(scope.sources or ()) if scope.entities else []
            named = [(s, float(sum(tally.get(id, {}).get(s, 0) for g in scope.entities for id in g))) for s in among]
            return sorted(named, key=lambda pair: -pair[1])[:limit], len(named)
        try:
            found = self.index.candidates(query, limit, scope.sources, patient)
            return found, self.index.count(query, scope.sources, patient)
        except DossierError:  # the index on disk is damaged: the texts themselves are not
            self._index = MemoryIndex(self._dossier, self._texts)
            return self._matching(query, scope, limit, patient)

    @property
    def index(self) -> Index:
        """What finds the sources."""
        if self._index is None:
            self._index = choose_index(self._dossier, self._texts)
        return self._index

    def _passages(self, source: str, query: Query, scope: Scope, bounds: Bounds = WHOLE) -> Sequence[Span]:
        if source not in self._dossier.source or not scope.has_source(source):
            return []
        mentions = [self._mentions(source, group) for group in scope.entities]
        if not query.terms:
            return sorted({span for spans in mentions for span in spans})[: WHOLE.single]
        found: Sequence[Span] = self._texts.passages(source, query, bounds)
        for spans in mentions:
            found = beside(self._texts.get(source).folded, found, spans) or found
        return found

    def _mentions(self, source: str, entities: frozenset[str]) -> list[Span]:
        try:
            mentions = self._dossier.mentions(source)
        except UnreadableError:
            return []  # listed among the dossier's problems
        return [(mention.start, mention.end) for mention in mentions if mention.entity in entities]

    def _spread(
        self, query: Query, ranked: Sequence[tuple[str, float]], spans: dict[str, Sequence[Span]], limit: int
    ) -> Iterator[Hit]:
        """At most ``limit`` passages of several sources, best source first, some of each."""
        share = max(FEWEST_EACH, limit // max(1, len(spans)))
        for source, score in ranked:
            shown = spans.get(source, [])[: min(share, limit)]
            limit -= len(shown)
            yield from self._passage_hits(source, query, shown, score)

    def _passage_hits(self, source: str, query: Query, spans: Sequence[Span], score: float) -> Iterator[Hit]:
        for start, end in spans:
            label, marked = passage_label(self._texts.get(source), query, (start, end))
            yield Hit(PASSAGE, source, source, start, end, label, marked, score)

    def _in_order(self, sources: Iterable[str]) -> list[str]:
        return sorted(sources, key=self._dossier.number.__getitem__)
