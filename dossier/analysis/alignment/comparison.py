"""Comparing two statements: the parts of the score, and the reasons that are shown for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from math import fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

from dossier.analysis.agreement.figures import common, narrow, overlap, same_figure, same_name, same_thing, shown
from dossier.analysis.agreement.sums import consistent
from dossier.analysis.alignment.index import Weights
from dossier.analysis.language.stems import pieces, terms
from dossier.model.quantity import Quantity

if TYPE_CHECKING:
    from dossier.analysis.alignment.alignment import Statement

_FIGURE, _DATE, _ENTITY = 0.3, 0.1, 0.1
"""What the same figure, the same date and the same rare entity add to the likeness of the words."""

_ALONE, _FAR = 0.1, 0.05
"""Likeness of words that share nothing, and of surroundings that share nothing: neither part rules the other out."""

_AKIN = 0.17
"""Likeness of surroundings below which texts are about other things: then what their words share counts for less."""

_MOST_SAID = 1.01 + _FIGURE + _DATE + _ENTITY + _ALONE
"""More than what two statements say can ever be alike."""

_MOST = (1 + _FIGURE + _ALONE) * (1 + _FAR)
"""The product for one sentence in one article: full likeness, a figure shared."""

_LONE = 0.5
"""What the likeness of words counts where they share a single one, and no figure, date or entity: "maybe I can help" is
not "maybe he saw it", however rare the word is."""

_RARE = 0.1
"""Share of the statements in which an entity is still rare; one that every article names tells nothing."""

_TELLING = 10
"""Smaller counts without a unit ("two sides") are shared by chance."""

_MOST_FIGURES = 20
"""Of one statement: a table is not compared cell by cell."""

_MOST_REASONS = 12

_TELLING_SHARE = 0.2
"""Weight, as a share of that of the rarest words, from which a word of an article is compared with those of others."""

_MOST_PAIRS = 20_000
"""Likenesses of two articles that are kept at a time."""

Reason = tuple[str, str, float]
"""Kind, what is shared, and its part of the score."""
Reasons = tuple[Reason, ...]


class Profile(NamedTuple):
    """What of a statement is compared: its terms and their pieces, its neighbours' and its article's terms.

    Each once, in any order: there are very many, and a set takes six times the memory of a tuple.
    """

    terms: tuple[str, ...]
    pieces: tuple[str, ...]
    near: tuple[str, ...]
    article: frozenset[str]
    figures: tuple[Quantity, ...]
    dates: frozenset[str]
    entities: frozenset[str]


def profiles(group: Sequence[Statement], language: str = "en") -> list[Profile]:
    """The profiles of one source's statements, in reading order."""
    own = [terms(statement.text, language) for statement in group]
    article = frozenset().union(*own)
    return [
        Profile(
            tuple(own[at]),
            tuple(pieces(own[at])),
            tuple(frozenset().union(*own[max(at - 1, 0) : at + 2])),
            article,
            statement.figures,
            frozenset([date.value for date in statement.dates if date.value]),
            frozenset(statement.entities),
        )
        for at, statement in enumerate(group)
    ]


class _Compared(NamedTuple):
    """A statement that others are compared with: its profile as sets, and the lengths of its vectors."""

    terms: frozenset[str]
    pieces: frozenset[str]
    near: frozenset[str]
    article: frozenset[str]
    figures: tuple[Quantity, ...]
    dates: frozenset[str]
    entities: frozenset[str]
    length: float
    pieces_length: float

    @property
    def tells(self) -> bool:
        """Whether it holds anything but words."""
        return bool(self.figures or self.dates or self.entities)


class _Lengths(dict[int, float]):
    """The lengths of the vectors of statements, each worked out once; known ones are found without a call of ours.

    One for an empty vector, which has nothing in common with any.
    """

    def __init__(self, vector: Callable[[int], Collection[str]], weights: Weights) -> None:
        super().__init__()
        self._vector, self._weights = vector, weights

    def fill(self, numbers: Iterable[int]) -> None:
        """Works out those of many statements."""
        vector, weights = self._vector, self._weights
        self.update({number: _length(vector(number), weights) for number in numbers})

    def __missing__(self, number: int) -> float:
        self[number] = found = _length(self._vector(number), self._weights)
        return found


def _length(terms: Collection[str], weights: Weights) -> float:
    return sqrt(sum(map(weights.of, terms))) or 1.0


class Likeness:
    """How alike statements are, by number, with the weights of words, pieces and entities at one moment.

    ``profiles`` may grow meanwhile; one that is removed is to be forgotten.
    """

    def __init__(self, profiles: Mapping[int, Profile], words: Weights, grams: Weights, entities: Weights) -> None:
        self._profiles = profiles
        self.total = len(profiles)
        """Statements that there were at that moment."""
        self.words, self._grams, self.entities = words, grams, entities
        self.lengths = _Lengths(lambda number: profiles[number].terms, words)
        """Of the vectors of words, by number."""
        self._pieces = _Lengths(lambda number: profiles[number].pieces, grams)
        self._near = _Lengths(lambda number: profiles[number].near, words)
        for lengths in (self.lengths, self._pieces, self._near):
            lengths.fill(profiles)  # every look-up asks for many of them
        self._articles: dict[frozenset[str], tuple[frozenset[str], float]] = {}
        self._alike: dict[tuple[frozenset[str], frozenset[str]], float] = {}

    def forget(self, number: int) -> None:
        """Lets go what is known of a statement."""
        for lengths in (self.lengths, self._pieces, self._near):
            lengths.pop(number, None)

    def score(self, a: int, b: int) -> float:
        """How alike two statements are, from 0 to 1."""
        return self.scores(a, (b,))[0]

    def scores(self, a: int, others: Iterable[int], least: float = 0.0) -> list[float]:
        """How alike a statement is to each of several, from 0 to 1; 0 for some of those below ``least``.

        The geometric mean of how alike their words are (with what figures, dates and entities add) and how alike their
        neighbours and their articles are.
        """
        own = self._compared(a)
        word, alike, near_length = self.words.of, self._alike.get, self._near[a]
        found: list[float] = []
        for b in others:
            other = self._profiles[b]
            near = sum(map(word, own.near.intersection(other.near))) / (near_length * self._near[b])
            article = alike((own.article, other.article))
            if article is None:
                article = self._articles_alike(own.article, other.article)
            around = (near + article) / 2
            most = min(sqrt(_MOST_SAID * (_FAR + around) / _MOST), 1.0) * min(around / _AKIN, 1.0)
            if most < least:
                found.append(0.0)
                continue
            said, _ = self._said(own, b)
            found.append(min(sqrt(said * (_FAR + around) / _MOST), 1.0) * min(around / _AKIN, 1.0))
        return found

    def reasons(self, a: int, b: int, score: float) -> Reasons:
        """Why their score is what it is: the strongest reason first, each with its part of it."""
        own = self._compared(a)
        said, extra = self._said(own, b)
        size = own.length * self.lengths[b]
        weight = self.words.of
        shared = own.terms.intersection(self._profiles[b].terms)
        found = [*extra, *(("word", word, weight(word) / size) for word in shared)]
        found.sort(key=lambda reason: (-reason[2], reason))
        part = score / said
        return tuple([(kind, what, round(weight * part, 4)) for kind, what, weight in found[:_MOST_REASONS]])

    def _said(self, own: _Compared, b: int) -> tuple[float, Sequence[Reason]]:
        """How alike the statements themselves are, and what figures, dates and entities add to that."""
        other = self._profiles[b]
        words = own.terms.intersection(other.terms)
        terms = sum(map(self.words.of, words)) / (own.length * self.lengths[b])
        pieces = own.pieces.intersection(other.pieces)
        parts = sum(map(self._grams.of, pieces)) / (own.pieces_length * self._pieces[b])
        extra = _extra(own, other, self.entities) if own.tells else ()
        if len(words) < 2 and not extra:
            terms, parts = _LONE * terms, _LONE * parts
        return (terms + parts) / 2 + fsum([weight for _, _, weight in extra]) + _ALONE, extra

    def _compared(self, number: int) -> _Compared:
        one = self._profiles[number]
        terms, pieces, near = frozenset(one.terms), frozenset(one.pieces), frozenset(one.near)
        return _Compared(terms, pieces, near, *one[3:], self.lengths[number], self._pieces[number])

    def _articles_alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How alike two articles are, of which many statements are compared."""
        if len(self._alike) >= _MOST_PAIRS:
            self._alike.clear()
        (here, length_here), (there, length_there) = self._telling(one), self._telling(other)
        alike = self._alike[one, other] = sum(map(self.words.of, here & there)) / (length_here * length_there)
        return alike

    def _telling(self, article: frozenset[str]) -> tuple[frozenset[str], float]:
        """The most telling words of an article, and the length of their vector."""
        found = self._articles.get(article)
        if found is None:
            word = self.words.of
            least = _TELLING_SHARE * self.words.most
            telling = frozenset([term for term in article if word(term) >= least])
            found = self._articles[article] = telling, _length(telling, self.words)
        return found


def _extra(one: _Compared, other: Profile, entities: Weights) -> list[Reason]:
    """The strongest shared figure, date and rare entity."""
    found: list[Reason] = []
    if one.figures and other.figures:
        figures = [*_figures(one, other), *_worked_out(one, other)]
        if figures:
            found.append(max(figures, key=lambda reason: (reason[2], reason)))
    dates = one.dates & other.dates
    if dates:
        found.append(("date", max(dates), _DATE))
    # Rare ones only: where every article has the same actors, sharing them tells nothing.
    named = [entity for entity in one.entities & other.entities if entities.rare(entity, _RARE)]
    if named:
        found.append(("entity", max(named), _ENTITY))
    return found


def _figures(one: _Compared, other: Profile) -> Iterator[tuple[str, str, float]]:
    """The same figure counts in full, and so does one of the same named thing that rounds to it; others by half."""
    for a in one.figures[:_MOST_FIGURES]:
        for b in other.figures[:_MOST_FIGURES]:
            if not same_thing(a.thing, b.thing):
                continue
            telling = a.unit or a.value >= _TELLING
            named = same_name(a.thing, b.thing) and bool(a.thing)
            if same_figure(a, b):
                tells = telling and (named or not common(a))
                yield "figure", shown(a), _FIGURE if tells else _FIGURE / 3
            elif telling and overlap(a, b):
                both_narrow = narrow(a) and narrow(b)
                if named or both_narrow:
                    part = 1 if named and both_narrow else 2
                    yield "figure", f"{shown(a)} ~ {shown(b)}", _FIGURE / part


def _worked_out(one: _Compared, other: Profile) -> Iterator[tuple[str, str, float]]:
    """A figure of one that follows from figures of the other."""
    for found in consistent(one.figures[:_MOST_FIGURES], other.figures[:_MOST_FIGURES]):
        if found.agrees:
            yield "figure", found.words, _FIGURE
