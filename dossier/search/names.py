"""Fuzzy search in many short texts: names of entities, titles of sources, texts of claims."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from math import log1p

from dossier.search.folding import fold
from dossier.search.likeness import Likeness
from dossier.search.query import Query, Term
from dossier.search.vocabulary import LEAST_SCORE, Vocabulary

MOST_RATED = 100
"""Names with the words of the query that are rated in full for one key press, the weightiest first."""

MOST_PASSED = 2_000
"""Names with one word of the query that are tried for its other words."""

SLICE = 4_000
"""Names whose words are taken in at once: some milliseconds."""

LONGEST_NAME = 500
"""Code points of a name that are compared."""

ADJACENCY, BREVITY, WEIGHT = 0.04, 0.03, 0.03
"""What neighbouring words, little else in the name and many mentions add to the share of words covered."""

_WORDS = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"(?: ?(?:[^\w\n ]|_))+ *| {2,}")
_LINE = re.compile(r"[^\n]*+\n|[^\n]+")

_NO_WORD = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"}

Keep = Callable[[str], bool]
"""Says of an id whether it counts."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing found by ``name``: ``marks`` are the spans of it (code points) that match.

    ``guessed`` says that a word was taken for a near one, because no name has it.
    """

    id: str
    name: str
    marks: tuple[tuple[int, int], ...]
    score: float
    guessed: bool = False


class NameIndex:
    """Many short texts, searched for words in any order, beginnings of words and misspelt words.

    ``ids``, ``names`` and ``mentions`` run in step: what a name stands for, the name as written, and how often the
    thing is mentioned, falling. All names are kept as lines of one string, in which a word is found faster than in
    fifty thousand strings.
    """

    def __init__(self, ids: Sequence[str], names: Sequence[str], mentions: Sequence[int]) -> None:
        self._ids, self._names, self._mentions = ids, names, mentions
        self._heaviest = log1p(mentions[0]) if mentions else 0.0
        joined = "\n".join([name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] for name in names])
        if joined.count("\n") >= len(names):
            joined = "\n".join([name[:LONGEST_NAME].replace("\n", " ") for name in names])
        # each line begins and ends with a space: " word " is a word and " word" the beginning of one, anywhere
        self._joined = _spaced(f" {joined} \n".replace("\n", " \n ")[:-1]) if names else ""
        self._starts = array("Q", accumulate(map(len, _LINE.findall(self._joined)), initial=0))
        self._vocabulary = Vocabulary()
        self._taken_in = 0

    def prepare(self) -> Iterator[None]:
        """Take in the words for the first misspelt one, a slice of some milliseconds at each step."""
        while self._taken_in < len(self._names):
            first = self._taken_in
            self._taken_in = min(first + SLICE, len(self._names))
            self._vocabulary.add(self._joined[self._starts[first] : self._starts[self._taken_in]].split())
            yield

    def search(self, query: Query, limit: int, keep: Keep | None = None) -> tuple[list[Found], int]:
        """At most ``limit`` things whose names have the words of ``query``, best first, and how many there are.

        ``keep`` says which ids count. A thing with several names is found by the best of them. The number of
        things is a lower bound when there are more than :data:`MOST_RATED`.
        """
        likeness = self._likenesses(query)
        refused = [_needle(term) for term in query.refused]
        phrases = [_needle(term) for term in query.terms if term.phrase]
        best: dict[str, tuple[float, int]] = {}
        for line in self._lines_with(likeness, keep):
            text = self._joined[self._starts[line] : self._starts[line + 1]]
            if any(words in text for words in refused) or not all(words in text for words in phrases):
                continue
            score, id = self._score(line, text, likeness), self._ids[line]
            if score > best.get(id, (0.0, 0))[0]:
                best[id] = score, line
            if not likeness and len(best) >= limit:
                break
        ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1]))[:limit]
        return [self._found(line, score, likeness) for score, line in ranked], len(best)

    def _likenesses(self, query: Query) -> list[Likeness]:
        split = [(term, _WORDS.findall(term.text)) for term in query.terms]
        return [
            self._likeness(word, term.prefix and n == len(words), term.phrase)
            for term, words in split
            for n, word in enumerate(words, 1)
        ]

    def _likeness(self, word: str, prefix: bool, exact: bool) -> Likeness:
        """What scores as ``word``; misspellings only where it neither is a word nor begins one."""
        if exact or f" {word}" in self._joined:
            return Likeness(word, prefix)
        for _ in self.prepare():
            pass
        meant = self._vocabulary.meant(word)
        if prefix and not meant:
            meant = self._vocabulary.begun(word)
        return Likeness(word, prefix, meant)

    def _lines_with(self, likeness: Sequence[Likeness], keep: Keep | None) -> Iterable[int]:
        """Lines worth rating: with every word if there are any, otherwise with any of three or more."""
        if not likeness:
            return (line for line, id in enumerate(self._ids) if keep is None or keep(id))
        every = self._with_all(likeness, keep)
        if every or len(likeness) < 3:
            return every
        return dict.fromkeys(chain.from_iterable(self._with_all([like], keep) for like in likeness))

    def _with_all(self, likeness: Sequence[Likeness], keep: Keep | None) -> list[int]:
        """Lines with every word; those with the rarest are gone through, whole words too if there are many."""
        leading = self._rarest(likeness)
        others = [like for like in likeness if like is not leading]
        needles = [[f" {word} " for word in like.meant] or [f" {like.word}"] for like in others]
        found: dict[int, None] = {}
        for lines in (self._lines_of(leading), self._lines_of(leading, " ")):
            most = len(found) + MOST_RATED
            for line in islice(lines, MOST_PASSED):
                start, end = self._starts[line], self._starts[line + 1]
                every = all(any(self._joined.find(needle, start, end) >= 0 for needle in group) for group in needles)
                if every and (keep is None or keep(self._ids[line])):
                    found[line] = None
                    if len(found) >= most:
                        break
            if len(found) < MOST_RATED:
                break
        return list(found)

    def _rarest(self, likeness: Sequence[Likeness]) -> Likeness:
        """The word that is in fewest lines, as far as a short look tells."""
        if len(likeness) == 1:
            return likeness[0]
        counts = [sum(1 for _ in islice(self._lines_of(like), MOST_RATED)) for like in likeness]
        return min(zip(counts, likeness, strict=True), key=lambda pair: (pair[0], -len(pair[1].word)))[1]

    def _lines_of(self, like: Likeness, after: str = "") -> Iterator[int]:
        """The lines with words that begin with what was typed and ``after``, or with what was meant."""
        for needle in [f" {word} " for word in like.meant] or [f" {like.word}{after}"]:
            yield from self._lines_holding(needle)

    def _lines_holding(self, needle: str) -> Iterator[int]:
        at = self._joined.find(needle)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            yield line
            at = self._joined.find(needle, self._starts[line + 1])

    def _score(self, line: int, text: str, likeness: Sequence[Likeness]) -> float:
        """Coverage of the words typed, a little for neighbours, for little else in the name, for many mentions.

        0 when too little is covered.
        """
        heavy = WEIGHT * log1p(self._mentions[line]) / self._heaviest if self._heaviest else 0.0
        if not likeness:
            return LEAST_SCORE + heavy
        words = text.split()
        covered = [like.best(words) for like in likeness]
        coverage = sum([score for score, _ in covered]) / len(covered)
        if coverage < LEAST_SCORE:
            return 0.0
        adjacency = 0.0
        if len(covered) > 1:
            adjacency = sum(b == a + 1 for (_, a), (_, b) in pairwise(covered)) / (len(covered) - 1)
        brevity = min(1.0, sum([len(like.word) + 1 for like in likeness]) / (len(text) - 2))
        return coverage + ADJACENCY * adjacency + BREVITY * brevity + heavy

    def _found(self, line: int, score: float, likeness: Sequence[Likeness]) -> Found:
        name = self._names[line]
        marks = []
        for found in _WORDS.finditer(fold(name[:LONGEST_NAME])):
            if matched := max((like.matched(found[0]) for like in likeness), default=0):
                marks.append((found.start(), found.start() + matched))
        return Found(self._ids[line], name, tuple(marks), score, any(like.meant for like in likeness))


def _spaced(lines: str) -> str:
    """``lines`` folded, with one space wherever there is anything but letters, figures and line ends."""
    folded = fold(lines)
    if not folded.isascii():
        return _BETWEEN.sub(" ", folded)
    spaced = folded.translate(_NO_WORD)  # twenty times as quick, but for this kind of string only
    while "  " in spaced:
        spaced = spaced.replace("  ", " ")
    return spaced


def _needle(term: Term) -> str:
    """What stands in a line that has the words of ``term`` one after the other."""
    return f" {' '.join(_WORDS.findall(term.text))}" + ("" if term.prefix else " ")
