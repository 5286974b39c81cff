"""The same claim across sources: which statements of two sources say the same, and why the program thinks so.

Two statements are compared by the rare words they share, by the pieces of those words, by figures, dates and rare
entities, and by what stands around them: sentences that share little say the same more often where their neighbours
and their articles do. Measured on ECB+ the surroundings lift average precision from .50 to .54, and the best F1 over
sentence pairs from .69 to .81.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar

from dossier.analysis.alignment.comparison import Likeness, Profile, Reasons, profiles
from dossier.analysis.alignment.frequencies import Frequencies, Size, frequencies
from dossier.analysis.alignment.index import Index, Weights
from dossier.analysis.each import Each, one_by_one
from dossier.model.dated import Dated
from dossier.model.quantity import Quantity

_CLOSEST = 8
"""Candidates that are compared in full, the ones that share most first."""

_Some = TypeVar("_Some")

_STALE = 1.1
"""Growth after which weights are taken anew while a person works; until then the price of an article is its own."""


Pair = tuple[int, int]
"""The numbers of two statements."""


class Statement(NamedTuple):
    """A sentence or clause that states something: code points ``start`` to ``end`` of ``source``, and its ``text``.

    ``figures`` and ``dates`` are what it holds, ``entities`` the ids of whom it names.
    """

    source: str
    start: int
    end: int
    text: str
    figures: tuple[Quantity, ...] = ()
    dates: tuple[Dated, ...] = ()
    entities: tuple[str, ...] = ()


class Match(NamedTuple):
    """Two statements that may say the same: their numbers, how alike they are (0 to 1), and why.

    A reason is its kind (``word``, ``figure``, ``date`` or ``entity``), what is shared, and its part of the score;
    the strongest stand first.
    """

    a: int
    b: int
    score: float
    reasons: Reasons = ()


class Aligner:
    """Statements of many sources, and what matches among them.

    Results depend on what has been added, never on the order: ``likely`` takes the weights of words anew, ``matches``
    may use ones that are up to a tenth old. Where frequencies are ``known``, as those of many more statements, they are
    what these are weighed by.
    """

    def __init__(self, known: Frequencies | None = None, language: str = "en") -> None:
        self._known = known
        self._language = language
        self._statements: dict[int, Statement] = {}
        self._profiles: dict[int, Profile] = {}
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._index = Index(known.words if known is not None else None)
        self.frequencies: Frequencies
        """How often what statements share stood in all of them, when the weights were last taken."""
        self._next = 0
        self._take_weights()

    def add(self, statements: Iterable[Statement]) -> tuple[int, ...]:
        """Takes in all statements of one or more sources, in place of what they had; returns their numbers."""
        by_source: dict[str, list[Statement]] = {}
        for statement in statements:
            by_source.setdefault(statement.source, []).append(statement)
        return tuple(number for source, group in by_source.items() for number in self._add(source, group))

    def remove(self, source: str) -> None:
        """Forgets the statements of a source; one that is not there is no error."""
        for number in self._numbers.pop(source, ()):
            profile = self._profiles.pop(number)
            self._likeness.forget(number)
            del self._statements[number]
            self._index.remove(number, profile.terms)
            self._exact = False

    def name(self, number: int, entities: tuple[str, ...]) -> None:
        """Says which entities a statement names, where that is found out after it was added."""
        self._statements[number] = Statement(*self._statements[number][:-1], entities)
        self._profiles[number] = Profile(*self._profiles[number][:-1], frozenset(entities))
        self._named = False

    def statement(self, number: int) -> Statement:
        """The statement of that number."""
        return self._statements[number]

    def numbers(self, source: str) -> tuple[int, ...]:
        """The numbers of a source's statements, in reading order."""
        return self._numbers.get(source, ())

    def score(self, a: int, b: int) -> Match:
        """How alike two statements are, whether or not they share a rare word."""
        self._refresh()
        one, other = sorted((a, b), key=self._statements.__getitem__)
        return self._match(one, other)

    def likeness(self, a: int, b: int) -> float:
        """How alike two statements are by the weights as they are, ``a`` of the source whose id sorts first."""
        return self._likeness.score(a, b)

    def matches(self, number: int, threshold: float = 0.0, limit: int = _CLOSEST) -> list[Match]:
        """What statements of other sources say the same, best first; ``a`` is the one asked for."""
        self._refresh()
        found = [self._match(number, other) for other in self._candidates(number)]
        found = [match for match in found if match.score >= threshold]
        return sorted(found, key=lambda match: (-match.score, self._statements[match.b]))[:limit]

    def reasons(self, match: Match) -> Reasons:
        """Why the statements of a match are alike, for one that comes without."""
        return match.reasons or self._likeness.reasons(*match[:3])

    def pairs(self, threshold: float = 0.0, source: str | None = None) -> list[Match]:
        """All matches, or those of one ``source``, best first; ``a`` stands in the source whose id sorts first.

        Without reasons, which cost as much again: see :meth:`reasons`.
        """
        place = self._statements
        if source is None:
            found = self.scores(self.likely(), threshold)
        else:
            self._refresh()
            near = self.scores(self._likely(self.numbers(source)), threshold)
            found = {self._placed(*pair): score for pair, score in near.items()}
        matches = [Match(a, b, score) for (a, b), score in found.items()]
        return sorted(matches, key=lambda match: (-match.score, place[match.a], place[match.b]))

    def likely(self, each: Each = one_by_one) -> list[Pair]:
        """All pairs that share words which are rare enough to compare them in full, each in the order of its sources.

        Sorted, so that one statement is compared with all that are like it, one after the other. Takes the weights of
        words anew; whom statements name need not be known yet. ``each`` shares the work out.
        """
        if not self._exact:
            self._take_weights()
        return [*dict.fromkeys(sorted(chain.from_iterable(each(self._placed_likely, _halves([*self._statements])))))]

    def scores(self, pairs: Sequence[Pair], threshold: float = 0.0, each: Each = one_by_one) -> dict[Pair, float]:
        """The scores of those of the ``pairs`` that match."""
        self._refresh()
        scores = chain.from_iterable(each(partial(self._scores, least=threshold), _halves(pairs)))
        return {pair: score for pair, score in zip(pairs, scores, strict=True) if score >= threshold}

    def _match(self, a: int, b: int) -> Match:
        score = self._likeness.score(a, b)
        return Match(a, b, score, self._likeness.reasons(a, b, score))

    def _likely(self, asked: Iterable[int]) -> list[Pair]:
        """Some statements, each with its candidates, sorted."""
        return sorted((number, other) for number in asked for other in self._candidates(number))

    def _placed_likely(self, asked: Iterable[int]) -> list[Pair]:
        """The same where all are asked for: a pair that is found from both sides may be in it twice."""
        return sorted(self._placed(number, other) for number in asked for other in self._candidates(number))

    def _placed(self, one: int, other: int) -> Pair:
        return (one, other) if self._statements[one] < self._statements[other] else (other, one)

    def _scores(self, pairs: Iterable[Pair], least: float) -> list[float]:
        together = groupby(pairs, key=itemgetter(0))
        return [score for a, those in together for score in self._likeness.scores(a, [b for _, b in those], least)]

    def _add(self, source: str, group: Sequence[Statement]) -> Iterator[int]:
        self.remove(source)
        group = sorted(group)
        numbers = tuple(range(self._next, self._next + len(group)))
        self._next += len(group)
        self._numbers[source] = numbers
        for number, statement, profile in zip(numbers, group, profiles(group, self._language), strict=True):
            self._statements[number] = statement
            self._profiles[number] = profile
            self._index.add(number, profile.terms)
        self._exact = False
        return iter(numbers)

    def _refresh(self) -> None:
        total, weighed = len(self._statements), self._likeness.total
        if not weighed / _STALE <= total <= weighed * _STALE:
            self._take_weights()
        if not self._named:
            self.frequencies = self.frequencies.with_entities(self._profiles.values(), self._known)
            self._likeness.entities = Weights(self.frequencies.entities, self.frequencies.total)
            self._named = True

    def holders(self, size: Size) -> int:
        """How many statements, of those whose frequencies were known, have a figure of this size."""
        return self._known.figures.get(size, 0) if self._known is not None else 0

    def _take_weights(self) -> None:
        """Counts anew how many statements have each word and name each entity, and weighs likeness by that."""
        own = frequencies(self._profiles.values(), self._index.frequencies())
        used = self.frequencies = own if self._known is None else self._known.with_those(own)
        words, pieces, entities = (Weights(part, used.total) for part in (used.words, used.pieces, used.entities))
        self._likeness = Likeness(self._profiles, words, pieces, entities)
        self._exact = self._named = True

    def _candidates(self, number: int) -> list[int]:
        """The statements that share most with one, by weight and then as a share of their own weight, in any order."""
        own, source = self._profiles[number], self._statements[number].source
        shared = self._index.candidates(own.terms, self._likeness.words)
        for known in shared.keys() & self._numbers[source]:
            del shared[known]
        # All that tie with the last are kept, or the order of adding would choose among them.
        least = max([*sorted(shared.values())[-3 * _CLOSEST :][:1], 1])
        near = [other for other, weight in shared.items() if weight >= least]
        if len(near) <= _CLOSEST:
            return near
        lengths, place = self._likeness.lengths, self._statements
        shares = {other: shared[other] / lengths[other] for other in near}
        lowest = sorted(shares.values())[-_CLOSEST]
        closest = [other for other, share in shares.items() if share >= lowest]
        if len(closest) > _CLOSEST:
            closest.sort(key=lambda other: (-shares[other], place[other]))
        return closest[:_CLOSEST]


def _halves(some: Sequence[_Some]) -> tuple[Sequence[_Some], Sequence[_Some]]:
    """As two parts of one piece of work."""
    middle = len(some) // 2
    return some[:middle], some[middle:]
