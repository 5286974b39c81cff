"""Conditional logits (McFadden 1974) fitted by hand, so that the benchmark needs nothing the project does not.

L2 penalties, AdaGrad (Duchi, Hazan and Singer 2011) in the order of the choices; the last rounds are averaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import exp, sqrt
from typing import NamedTuple

SEEN = 4
"""A trait has a coefficient when so many options have it."""

ROUNDS = 25
AVERAGED = 5
RATE = 0.1


class Choice(NamedTuple):
    """The options of one choice as numbers of traits, and which are right."""

    options: list[list[int]]
    right: list[bool]


class Logit:
    """Choices with the traits numbered in the order they come.

    ``refusal`` is the weight of choosing none of the options: 1 where that is possible, 0 where it is not.
    """

    def __init__(self, refusal: float, penalty: Callable[[str], float]) -> None:
        self.numbers: dict[str, int] = {}
        self.seen: Counter[int] = Counter()
        self.choices: list[Choice] = []
        self._refusal = refusal
        self._penalty = penalty

    def add(self, options: Iterable[Iterable[str]], right: list[bool]) -> None:
        """One choice: the traits of each option, and which options are right."""
        rows = [[self.numbers.setdefault(trait, len(self.numbers)) for trait in option] for option in options]
        for row in rows:
            self.seen.update(row)
        self.choices.append(Choice(rows, right))

    def fit(self) -> dict[str, float]:
        """The coefficients by trait."""
        kept = [self.seen[number] >= SEEN for number in range(len(self.numbers))]
        learner = Learner([self._penalty(trait) for trait in self.numbers], self.seen, self._refusal)
        choices = [Choice([[n for n in row if kept[n]] for row in one.options], one.right) for one in self.choices]
        mean = [0.0] * len(self.numbers)
        for number in range(ROUNDS):
            learner.round(choices)
            if number >= ROUNDS - AVERAGED:
                mean = [a + b / AVERAGED for a, b in zip(mean, learner.weights, strict=True)]
        return dict(zip(self.numbers, mean, strict=True))


class Learner:
    """The coefficients while they are learnt; a penalty is paid in parts, each time a coefficient is touched."""

    def __init__(self, l2: Sequence[float], seen: Counter[int], refusal: float) -> None:
        self.weights = [0.0] * len(l2)
        self._steps = [1.0] * len(l2)
        self._l2 = l2
        self._touched = [seen[number] for number in range(len(l2))]
        self._refusal = refusal

    def round(self, choices: Iterable[Choice]) -> None:
        """Once over all choices."""
        penalty = [a / max(1, b) for a, b in zip(self._l2, self._touched, strict=True)]
        self._touched = [0] * len(penalty)
        for one in choices:
            self._learn(one, penalty)

    def _learn(self, choice: Choice, penalty: Sequence[float]) -> None:
        weights, steps, touched = self.weights, self._steps, self._touched
        odds = [exp(min(30.0, sum([weights[number] for number in row]))) for row in choice.options]
        total = self._refusal + sum(odds)
        right = sum([one for one, is_right in zip(odds, choice.right, strict=True) if is_right])
        slopes: dict[int, float] = {}
        for row, one, is_right in zip(choice.options, odds, choice.right, strict=True):
            slope = one / total - (one / right if is_right else 0.0)
            if abs(slope) > 1e-3:
                for number in row:
                    slopes[number] = slopes.get(number, 0.0) + slope
        for number, slope in slopes.items():
            slope += penalty[number] * weights[number]
            steps[number] += slope * slope
            weights[number] -= RATE * slope / sqrt(steps[number])
            touched[number] += 1
