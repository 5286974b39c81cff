"""Full-text search without an index: in texts kept in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from math import log

from dossier.model.dossier import Dossier
from dossier.model.source import Source
from dossier.search.folding import fold
from dossier.search.occurrences import LONG, pattern, test_of
from dossier.search.passages import TYPING, WHOLE
from dossier.search.query import Query, Term
from dossier.search.texts import FoldedTexts

PER_KEY = 8_000_000
"""Code points of kept text that are looked through for a key press: some milliseconds."""

READING_PRICE = 8
"""How many times as much as looking through a text it costs to read and fold it first."""

LEAD = 300
"""Code points at the beginning of a text that weigh more: a headline and the first paragraph."""

SAMPLE = 4_000
"""Code points of a text in which words are counted for its rank."""

TITLE_WEIGHT, LEAD_WEIGHT, BEGUN_WEIGHT = 5.0, 2.0, 0.5
SATURATION, LENGTH_SHARE = 1.2, 0.75
"""k1 and b of BM25, as usual (Robertson and Zaragoza 2009)."""


@dataclass(frozen=True, slots=True)
class _Match:
    source: str
    place: int
    frequencies: list[float]
    length: int


class MemoryIndex:
    """Looks through the texts themselves; as good as an index while a dossier is small.

    Texts beyond what ``texts`` keeps are read when there is patience, and left out when there is none.
    """

    def __init__(self, dossier: Dossier, texts: FoldedTexts | None = None) -> None:
        self._dossier = dossier
        self._texts = texts or FoldedTexts(dossier)
        self._titles: dict[str, str] = {}
        self._key: tuple[object, ...] = ()
        self._ranked: list[tuple[str, float]] = []
        self._complete = True

    def candidates(
        self, query: Query, limit: int, within: Collection[str] | None = None, patient: bool = True
    ) -> list[tuple[str, float]]:
        """At most ``limit`` sources whose text has the terms of ``query``, with a score, best first."""
        self._search(query, within, patient)
        return self._ranked[: max(0, limit)]

    def count(self, query: Query, within: Collection[str] | None = None, patient: bool = True) -> int | None:
        """How many sources have the terms of ``query``; ``None`` when not all could be looked at."""
        self._search(query, within, patient)
        return len(self._ranked) if self._complete else None

    def _search(self, query: Query, within: Collection[str] | None, patient: bool) -> None:
        key = (query.terms, query.refused, None if within is None else frozenset(within))
        if key == self._key and (self._complete or not patient):
            return
        self._complete = True
        wanted = [test_of(term) for term in query.terms]
        refused = [test_of(term) for term in query.refused]
        weights = [_Weight(term) for term in query.terms]
        found: list[_Match] = []
        bounds = WHOLE if patient else TYPING
        for source, place, folded in self._within_reach(within, patient) if wanted else ():
            if len(folded) > LONG:
                there = bool(self._texts.passages(source.id, query, bounds))
            else:
                there = all(test(folded) for test in wanted) and not any(test(folded) for test in refused)
            if there:
                frequencies = [weight.of(folded, self._title(source)) for weight in weights]
                found.append(_Match(source.id, place, frequencies, min(len(folded), SAMPLE)))
        self._key, self._ranked = key, _rank(found, len(self._dossier.sources))

    def _within_reach(self, within: Collection[str] | None, patient: bool) -> Iterator[tuple[Source, int, str]]:
        """The sources to look at with their folded text, the current one first."""
        if not self._dossier.sources:
            return
        spent = 0
        first = self._texts.current
        ahead = self._dossier.number.get(first, 1) - 1
        for place in chain((ahead,), range(ahead), range(ahead + 1, len(self._dossier.sources))):
            source = self._dossier.sources[place]
            if within is not None and source.id not in within:
                continue
            held = self._texts.holds(source.id)
            if not patient and source.id != first:
                if spent > PER_KEY or not (held or self._texts.has_room(source.length)):
                    self._complete = False
                    continue
                spent += source.length * (1 if held else READING_PRICE)
            yield source, place, self._texts.get(source.id).folded

    def _title(self, source: Source) -> str:
        title = self._titles.get(source.id)
        if title is None:
            title = self._titles[source.id] = fold(source.name)
        return title


class _Weight:
    """How much a text is about one term."""

    def __init__(self, term: Term) -> None:
        self._text = term.text
        self._test = test_of(term)
        self._whole = pattern(Term(term.text)) if term.prefix else None

    def of(self, folded: str, title: str) -> float:
        """How often the term stands in a text, more in its title and beginning, less if only as a beginning."""
        frequency = float(max(1, folded.count(self._text, 0, SAMPLE)))
        if self._test(title):
            frequency += TITLE_WEIGHT
        if self._test(folded[:LEAD]):
            frequency += LEAD_WEIGHT
        if self._whole is not None and not self._whole.search(folded, 0, SAMPLE):
            frequency *= BEGUN_WEIGHT
        return frequency


def _rank(found: list[_Match], sources: int) -> list[tuple[str, float]]:
    """BM25 of the matches, best first, in the dossier's order where they are equal."""
    if not found:
        return []
    mean = sum(match.length for match in found) / len(found) or 1.0
    rarity = log(1 + (sources - len(found) + 0.5) / (len(found) + 0.5))
    scored = []
    for match in found:
        damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * match.length / mean)
        score = rarity * sum(f * (SATURATION + 1) / (f + damping) for f in match.frequencies)
        scored.append((-score, match.place, match.source))
    return [(source, -score) for score, _, source in sorted(scored)]
