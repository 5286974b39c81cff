"""Changes made to real texts on purpose, so that what became of a quote in them is known by construction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from tests.benchmarks.mutations.case import Case, Mutation, Passage
from tests.benchmarks.mutations.elsewhere import ELSEWHERE
from tests.benchmarks.mutations.looks import LOOKS
from tests.benchmarks.mutations.material import MATERIAL
from tests.benchmarks.mutations.passages import passages

EVERY: dict[str, Mutation] = {**MATERIAL, **LOOKS, **ELSEWHERE}
"""By the name it has in the table."""


class Made(NamedTuple):
    """A case and the mutation it was made by."""

    mutation: str
    case: Case


def made(texts: Sequence[str], most: int, seed: int, for_each: int = 12) -> Iterator[Made]:
    """At most ``most`` cases of each mutation, from ``for_each`` passages of each text; the same for the same seed."""
    every: list[Passage] = []
    for number, text in enumerate(texts):
        every += passages(text, texts[number - 1], Random(f"{seed} {number}"), for_each)
    for name, mutation in EVERY.items():
        random = Random(f"{seed} {name}")
        found = 0
        for passage in random.sample(every, len(every)):
            if found == most:
                break
            case = mutation(passage, random)
            if case is not None:
                found += 1
                yield Made(name, case)
