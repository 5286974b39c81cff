"""What is shown of a new source before all is derived anew, beside what there is then: pairs of passages of one claim.

The articles of all topics of gold/alignment and those of gold/attribution, one of the former taken for new at a time.
The price is that of the steps across sources, in processor time, beside deriving all.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from statistics import median

from dossier.analysis.alignment.frequencies import Frequencies
from dossier.analysis.deriving import derive_weighed
from dossier.analysis.statements import Studied
from dossier.analysis.study import study
from dossier.ingest.reading import read_bytes
from dossier.model.derived import Derived
from dossier.store.extension import extended, nearest
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps import GOLD

TRIES = 12
_SPACED = re.compile(r" (?=[.,;:!?)’'])|(?<=[(‘]) ")
"""Spaces that the data has between words and signs."""
Pair = frozenset[tuple[str, int]]


def figures() -> Iterator[Figure]:
    """How much of what is shown is right, how much of what is right is shown, and what it costs."""
    if not (GOLD / "alignment").exists():
        print("extension: left out, no articles at", GOLD)
        return
    every = {one.source: one for one in map(_studied, *zip(*_texts(), strict=True))}
    findings = {source: one.findings for source, one in every.items()}
    chance = random.Random(7)
    shown = right = both = 0
    prices: list[float] = []
    whole, _, _ = _derived(every)
    for new in chance.sample(sorted(source for source in every if "/" in source), TRIES):
        held, known, dear = _derived({source: one for source, one in every.items() if source != new})
        began = time.process_time()
        near = [new, *nearest({new}, findings)]
        soon = extended(held, _derived({source: every[source] for source in near}, known)[0], frozenset({new}))
        prices.append((time.process_time() - began) / dear)
        here, there = _pairs(soon, new), _pairs(whole, new)
        shown, right, both = shown + len(here), right + len(there), both + len(here & there)
    note = f"{TRIES} new sources, each among {len(every) - 1}"
    yield Figure("new source, pairs shown at once that are right", both / shown, 0.9, note, least=True)
    yield Figure("new source, right pairs that are shown at once", both / right, 0.9, note, least=True)
    yield Figure("new source, price across sources / deriving all", median(prices), 0.2, note)


def _texts() -> Iterator[tuple[str, str]]:
    """The names of all articles and their texts; those of a topic have a slash in their names."""
    for path in sorted((GOLD / "alignment").glob("topic*.json")):
        for name, article in json.loads(path.read_text("utf-8")).items():
            yield f"{path.stem}/{name}", "\n\n".join(_SPACED.sub("", row) for row in article["sentences"])
    for path in sorted((GOLD / "attribution").glob("*.txt")):
        yield path.stem, path.read_text("utf-8")


def _studied(name: str, text: str) -> Studied:
    source, reading = read_bytes(text.encode(), f"{name}.txt", name)
    return Studied(name, reading.text, study(reading.text, reading.blocks, source.metadata.published))


def _derived(some: dict[str, Studied], known: Frequencies | None = None) -> tuple[Derived, Frequencies, float]:
    """What some sources say, how often words are in it, and the seconds it took."""
    began = time.process_time()
    derived, used = derive_weighed([*some.values()], known=known)
    return replace(derived, studied=dict.fromkeys(some, "now")), used, time.process_time() - began


def _pairs(derived: Derived, source: str) -> set[Pair]:
    """Passages of one claim, of which one is of that source."""
    found: set[Pair] = set()
    for claim in derived.claims:
        if source in claim.sources:
            places = [(piece.source, piece.start) for piece in claim.counted]
            found.update(frozenset(pair) for pair in combinations(places, 2) if any(s == source for s, _ in pair))
    return found


if __name__ == "__main__":
    print(table(list(figures())))
