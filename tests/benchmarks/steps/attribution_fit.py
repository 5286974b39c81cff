"""``python -m tests.benchmarks.steps.attribution_fit``: obtains ``attribution_weights.txt`` from gold/attribution.

A conditional logit over the readings of each cue: those whose content overlaps most with what people marked for that
cue, by at least half, are right; where none is, "no cue" is. L2 penalties, AdaGrad in the order of the articles.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import dossier
from dossier.analysis.attribution.attribution import Reading, cue_places, overlap
from dossier.analysis.attribution.contents import candidates
from dossier.analysis.attribution.judgement import CONTENT_TRAITS, CUE_TRAITS, content_traits, cue_traits
from dossier.analysis.attribution.lexemes import runs
from dossier.analysis.attribution.speakers import noun_phrases
from tests.benchmarks.steps.polnear import Article, articles

OWN, SHARED = 7.0, 2.5
"""L2 penalties of the coefficients of one shape and of those all shapes share; halves judged each other."""

SEEN = 4
"""A trait has a coefficient when so many readings have it."""

ROUNDS = 25
AVERAGED = 5
RATE = 0.1
RIGHT = 0.5
SMALL = 0.05
"""Coefficients nearer to zero are left out."""

HEADER = """# Coefficients of the log-linear score of a reading: shape, trait=value and number, with tabs between them.
# "*" is for all shapes; the traits are those of judgement.py. Origin: fitted on PolNeAR (126 articles of political
# news) by tests/benchmarks/steps/attribution_fit.py: numbers only, and words that are cues, no text.
"""


class Choice(NamedTuple):
    """The readings of one cue as numbers of traits, and which are right; none is when it is no cue."""

    readings: list[list[int]]
    right: list[bool]


class Problem:
    """Choices with the traits numbered in the order they come."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str], int] = {}
        self.seen: Counter[int] = Counter()
        self.choices: list[Choice] = []

    def read(self, article: Article) -> None:
        for block, (start, end) in enumerate(article.blocks):
            for run in runs(article.text, start, end, block):
                phrases = noun_phrases(run)
                for sentence in run.sentences:
                    for cue in cue_places(run, sentence):
                        found = candidates(run, phrases, cue, sentence)
                        readings = [Reading(run, phrases, cue, sentence, one, 0.0) for one in found]
                        if readings:
                            self._add(readings, article)

    def _add(self, readings: Sequence[Reading], article: Article) -> None:
        run, cue = readings[0].run, readings[0].cue
        low, high = run.starts[cue], run.ends[cue]
        marked = [said.content for said in article.said if any(a < high and low < b for a, b in said.cue)]
        overlaps = [max((overlap(one.spans, content) for content in marked), default=0.0) for one in readings]
        most = max(overlaps)
        base = list(zip(CUE_TRAITS, cue_traits(run, cue, readings[0].sentence), strict=True))
        rows = []
        for one in readings:
            shape = one.candidate.shape
            border = zip(CONTENT_TRAITS, content_traits(run, cue, one.candidate), strict=True)
            row = [self._number("*", *trait) for trait in base]
            row += [self._number(shape, *trait) for trait in (*base, *border)]
            self.seen.update(row)
            rows.append(row)
        self.choices.append(Choice(rows, [most >= RIGHT and share >= 0.97 * most for share in overlaps]))

    def _number(self, shape: str, trait: str, value: str) -> int:
        return self.numbers.setdefault((shape, f"{trait}={value}"), len(self.numbers))

    def fit(self) -> list[float]:
        """The coefficients by number."""
        kept = [self.seen[number] >= SEEN for number in range(len(self.numbers))]
        l2 = [0.0] * len(self.numbers)
        for (shape, _), number in self.numbers.items():
            l2[number] = SHARED if shape == "*" else OWN
        learner = Learner(len(self.numbers), l2, self.seen)
        choices = [Choice([[n for n in row if kept[n]] for row in one.readings], one.right) for one in self.choices]
        mean = [0.0] * len(self.numbers)
        for number in range(ROUNDS):
            learner.round(choices)
            if number >= ROUNDS - AVERAGED:
                mean = [a + b / AVERAGED for a, b in zip(mean, learner.weights, strict=True)]
        return mean

    def lines(self, weights: Sequence[float]) -> Iterable[str]:
        """The coefficients as the lines of the data file."""
        for (shape, trait), number in sorted(self.numbers.items()):
            if abs(weights[number]) >= SMALL:
                yield f"{shape}\t{trait}\t{weights[number]:.2f}"


class Learner:
    """AdaGrad (Duchi and others 2011); a penalty is paid in parts, each time a coefficient is touched."""

    def __init__(self, size: int, l2: Sequence[float], seen: Counter[int]) -> None:
        self.weights = [0.0] * size
        self._steps = [1.0] * size
        self._l2 = l2
        self._touched = [seen[number] for number in range(size)]

    def round(self, choices: Iterable[Choice]) -> None:
        """Once over all choices."""
        penalty = [a / max(1, b) for a, b in zip(self._l2, self._touched, strict=True)]
        self._touched = [0] * len(penalty)
        for one in choices:
            self._learn(one, penalty)

    def _learn(self, choice: Choice, penalty: Sequence[float]) -> None:
        weights, steps, touched = self.weights, self._steps, self._touched
        odds = [exp(min(30.0, sum([weights[number] for number in row]))) for row in choice.readings]
        total = 1.0 + sum(odds)
        right = sum([one for one, is_right in zip(odds, choice.right, strict=True) if is_right])
        slopes: dict[int, float] = {}
        for row, one, is_right in zip(choice.readings, odds, choice.right, strict=True):
            slope = one / total - (one / right if is_right else 0.0)
            if abs(slope) > 1e-3:
                for number in row:
                    slopes[number] = slopes.get(number, 0.0) + slope
        for number, slope in slopes.items():
            slope += penalty[number] * weights[number]
            steps[number] += slope * slope
            weights[number] -= RATE * slope / sqrt(steps[number])
            touched[number] += 1


def fitted(some: Iterable[Article]) -> list[str]:
    """The lines of the data file for some articles."""
    problem = Problem()
    for article in some:
        problem.read(article)
    return list(problem.lines(problem.fit()))


if __name__ == "__main__":
    found = articles()
    if not found:
        sys.exit("gold/attribution is missing")
    target = Path(dossier.__file__).parent / "analysis" / "data" / "en" / "attribution_weights.txt"
    target.write_text(HEADER + "\n".join(fitted(found)) + "\n", "utf-8")
