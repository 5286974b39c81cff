"""Claims across sources: statements that say the same, put together, one of a source. Precision comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product

from dossier.analysis.agreement.days import of_other_days
from dossier.analysis.agreement.figures import overlap, same_name, same_thing
from dossier.analysis.agreement.named_places import of_other_places
from dossier.analysis.agreement.polarity import denies, opposed
from dossier.analysis.agreement.scope import Scope, comparable, scope
from dossier.analysis.agreement.sums import consistent
from dossier.analysis.agreement.written import written
from dossier.analysis.alignment.alignment import Match, Pair, Statement
from dossier.analysis.entities.groups import Groups
from dossier.analysis.language.lexicon import is_role
from dossier.analysis.language.lists import words
from dossier.analysis.language.stems import terms
from dossier.model.quantity import Quantity

_LEAST = 0.27
"""Score from which two statements that are each other's best in the other's source are one claim."""

_LINK = 0.7
"""Share of that which half of the pairs between two groups must reach, so that groups do not run away in chains."""

_CERTAIN = 0.45
"""Score from which figures apart that name no thing are two figures of one claim rather than of two."""

_LONE = 0.34
"""Score from which a pair counts that is the only one of its two sources."""

_PLAIN = 0.45
"""Score below which a word that is no name or number must be shared: many things are said of one man."""

_MOST_FIGURES = 12
"""Of one statement: the rest of a table is not looked at."""

_TELLING = 3
"""Smaller counts without a unit ("two countries") keep nothing apart."""

_KEPT = 1 << 15
"""Statements whose figures are kept with what they are of: each is held beside many others."""

Statements = Mapping[int, Statement] | Sequence[Statement]


Compare = Callable[[int, int], float]
"""The score of two statements, by number, the one whose source sorts first before the other."""


def groups(statements: Statements, matches: Iterable[Match], least: float = _LEAST) -> list[tuple[int, ...]]:
    """Groups of two or more statements, by number, each the same claim; a statement is in one group at most.

    What is in no match is not alike.
    """
    scores = {(match.a, match.b): match.score for match in matches}
    grouping = Grouping(statements, scores, lambda a, b: 0.0, least)
    return grouping.groups(grouping.leading)


class Grouping:
    """Puts statements together that say the same.

    ``leading`` are mutual best matches, the strongest first. They join groups that share no source, half of whose pairs
    score high enough, and no two of whose statements tell of other things or other places. ``compare`` scores two
    statements that nobody has compared so far; ``scores`` then has them too.
    """

    def __init__(
        self, statements: Statements, scores: dict[Pair, float], compare: Compare, least: float = _LEAST
    ) -> None:
        self._statements, self._scores, self._compare, self._least = statements, scores, compare, least
        self.leading: Sequence[Pair] = _backed(statements, scores, _mutual(statements, scores, least))

    def parts(self, count: int) -> list[list[Pair]]:
        """The leading pairs in so many parts of about one size, whose groups have nothing to do with each other."""
        families: Groups[int] = Groups()
        for pair in self.leading:
            families.join(*pair, "leading")
        family_of = {number: families.root(number) for number in {a for a, _ in self.leading}}
        sizes = Counter(family_of[a] for a, _ in self.leading)
        parts: list[list[Pair]] = [[] for _ in range(count)]
        part_of: dict[int, list[Pair]] = {}
        taken = [0] * count
        for family, size in sizes.most_common():
            smallest = taken.index(min(taken))
            taken[smallest] += size
            part_of[family] = parts[smallest]
        for pair in self.leading:
            part_of[family_of[pair[0]]].append(pair)
        return parts

    def groups(self, leading: Iterable[Pair]) -> list[tuple[int, ...]]:
        """The groups that these pairs make, in the order of their first statements."""
        statements = self._statements
        group_of: dict[int, tuple[int, ...]] = {}
        for a, b in leading:
            if self._scores[a, b] < _PLAIN and not _share_words(statements[a].text, statements[b].text):
                continue
            one, other = group_of.get(a, (a,)), group_of.get(b, (b,))
            if one is not other and self._fit(one, other):
                joined = tuple(sorted(one + other, key=lambda number: _place(statements[number])))
                group_of.update(dict.fromkeys(joined, joined))
        return sorted(set(group_of.values()), key=lambda group: _place(statements[group[0]]))

    def _fit(self, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        statements = self._statements
        if {statements[number].source for number in one} & {statements[number].source for number in other}:
            return False
        low = _LINK * self._least
        links = [self._link(a, b) for a, b in product(one, other)]
        if 2 * sum(link >= low for link in links) < len(links):
            return False
        pairs = zip(product(map(statements.__getitem__, one), map(statements.__getitem__, other)), links, strict=True)
        return not any(
            (a.figures and b.figures and apart(a, b, link)) or _against(a, b) or _of_other_things(a, b)
            for (a, b), link in pairs
        )

    def _link(self, a: int, b: int) -> float:
        """The score of two statements, which may be none of each other's likest."""
        pair = (a, b) if self._statements[a].source < self._statements[b].source else (b, a)
        found = self._scores.get(pair)
        if found is None:
            found = self._scores[pair] = self._compare(*pair)
        return found


def _of_other_things(one: Statement, other: Statement) -> bool:
    """Whether they tell of days or houses that cannot be one."""
    other_days = bool(one.dates and other.dates) and of_other_days(one.text, other.text)
    return other_days or of_other_places(one.text, other.text)


def _against(one: Statement, other: Statement) -> bool:
    """Whether one negates what the other says, and not plainly so that they dispute one claim."""
    return opposed(one.text, other.text) and not denies(one.text, other.text)


def _share_words(one: str, other: str) -> bool:
    """Whether they have more in common than names and numbers."""
    return not _plain_terms(one).isdisjoint(_plain_terms(other))


@lru_cache(_KEPT)
def _plain_terms(text: str) -> frozenset[str]:
    """The terms of a text but for names, the offices that stand with them, and numbers."""
    if text.isupper():
        return terms(text)
    plain: list[str] = []
    named = False
    for word in reversed(text.split()):  # an office is one where a name follows, or another part of it
        sign = word.lstrip(_OPENING)[:1]
        named = sign.isupper() or (named and (is_role(word) or word in words("portfolios")))
        if not named and not sign.isdigit():
            plain.append(word)
    return terms(" ".join(plain))


_OPENING = "([{\"'“‘«$€£"
"""Signs that a word or a number may stand behind."""


def apart(one: Statement, other: Statement, score: float = 0.0) -> bool:
    """Whether the figures of two statements are of other things or other places, so that they are two claims."""
    here, there = _scoped(one.text, one.figures), _scoped(other.text, other.figures)
    if not here or not there or any(found.agrees for found in consistent(one.figures, other.figures)):
        return False
    pairs = [(a, b) for a, b in product(here, there) if a[0].unit == b[0].unit]
    if not pairs:
        return True
    return not any(_one_figure(a, b, score) for a, b in pairs)


def _one_figure(a: tuple[Quantity, Scope], b: tuple[Quantity, Scope], score: float) -> bool:
    (one, here), (other, there) = a, b
    if not same_thing(one.thing, other.thing):
        return False
    if overlap(one, other):
        return comparable(here, there)
    named = same_name(one.thing, other.thing) and bool(one.thing)
    return comparable(here, there) and here.places == there.places and (named or score >= _CERTAIN)


def _mutual(statements: Statements, scores: Mapping[Pair, float], least: float) -> list[Pair]:
    """Pairs from ``least`` on that are each other's best in the other's source, strongest first."""
    strong = [(pair, score) for pair, score in scores.items() if score >= least]
    ordered = sorted({number for pair, _ in strong for number in pair}, key=lambda number: _place(statements[number]))
    places = {number: at for at, number in enumerate(ordered)}
    sources = [statements[number].source for number in ordered]
    found: list[Pair] = []
    taken: set[tuple[int, str]] = set()
    for _, one, other in sorted([(-score, places[a], places[b]) for (a, b), score in strong]):
        here, there = (one, sources[other]), (other, sources[one])
        if here not in taken and there not in taken:
            found.append((ordered[one], ordered[other]))
        taken.add(here)
        taken.add(there)
    return found


def _backed(statements: Statements, scores: Mapping[Pair, float], pairs: Sequence[Pair]) -> list[Pair]:
    """These pairs without weak ones that are all that two sources have in common: texts on one story share more."""
    sources = [(statements[a].source, statements[b].source) for a, b in pairs]
    shared = Counter(sources)
    return [pair for pair, those in zip(pairs, sources, strict=True) if shared[those] > 1 or scores[pair] >= _LONE]


def _place(statement: Statement) -> tuple[str, int, int, str]:
    return statement.source, statement.start, statement.end, statement.text


@lru_cache(_KEPT)
def _scoped(text: str, figures: tuple[Quantity, ...]) -> tuple[tuple[Quantity, Scope], ...]:
    """The telling figures of a statement with what they are of."""
    telling = [one for one in figures[:_MOST_FIGURES] if one.unit or one.value >= _TELLING]
    return tuple((one, scope(text, written(text, one))) for one in telling)
