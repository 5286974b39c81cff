"""Whether quotes are found again in texts that were changed on purpose, and how long it takes.

The texts are those of gold/attribution and the five real articles, where they are there, and the demonstration's
otherwise. The rules were written on every other text, beginning with the first; ``other texts`` are the rest.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from dossier.model.passage import Anchor, Anchoring, Selector
from dossier.store.anchors.finding import QuoteFinder, anchor
from tests.benchmarks.bench import SEEDS, Bench
from tests.benchmarks.figures import Figure
from tests.benchmarks.mutations import EVERY, Made, made
from tests.benchmarks.mutations.case import reading
from tests.benchmarks.mutations.passages import passages, reading_text
from tests.benchmarks.steps import GOLD, REAL

SEED = 2026
MOST = 100
"""Cases of each mutation, in either half of the texts."""
RIGHT = 0.995
"""Share of statuses that must be right."""
ANCHORS, WORDS, EDITED = 200, 20_000, 10
"""Quotes of a source, its words, and how many of the quotes an edit touches."""
SOON = 50
"""Milliseconds of processor time."""
HARMLESS = (Anchor.FOUND, Anchor.MOVED, Anchor.CHANGED)


class Outcome(NamedTuple):
    """A case and what was made of it."""

    made: Made
    found: Anchoring

    @property
    def right(self) -> bool:
        return self.found.anchor is self.made.case.anchor

    @property
    def slipped(self) -> bool:
        return self.made.case.anchor is Anchor.ALTERED and self.found.anchor in HARMLESS


def anchoring(bench: Bench) -> Iterator[Figure]:
    """Quotes in texts that were changed on purpose: statuses, and the time for two hundred of them."""
    texts = every_text()
    for half, name in enumerate(("own texts", "other texts")):
        outcomes = run(texts[half::2], MOST)
        bench.say(f"{len(outcomes):,} cases from {len(texts[half::2])} {name}")
        yield from _figures(outcomes, name)
    yield from _speed(texts)


def every_text() -> list[str]:
    """The reading texts, in the order of their files."""
    files = sorted((GOLD / "attribution").glob("*.txt")) + sorted(REAL.glob("*.txt"))
    return [reading_text(Path(file).read_bytes()) for file in files or sorted(SEEDS.glob("*.txt"))]


def run(texts: Sequence[str], most: int) -> list[Outcome]:
    """Every case that can be made of the texts, and what became of it."""
    return [Outcome(one, anchor(one.case.selector, reading(one.case.text))) for one in made(texts, most, SEED)]


def _figures(outcomes: Sequence[Outcome], name: str) -> Iterator[Figure]:
    for mutation in EVERY:
        rows = [one for one in outcomes if one.made.mutation == mutation]
        if rows:
            found = Counter(one.found.anchor.value for one in rows)
            note = f"{len(rows)} cases: " + ", ".join(f"{count} {anchor}" for anchor, count in found.most_common())
            yield Figure(f"{name}: {mutation}", sum(one.right for one in rows) / len(rows), note=note)
    placed = [one for one in outcomes if one.right and one.made.case.start >= 0]
    exactly = sum(one.found[1:3] == one.made.case[3:5] for one in placed) / len(placed)
    kinds = [one for one in outcomes if one.right and one.made.case.kinds]
    named = sum({change.kind for change in one.found.changes} <= one.made.case.kinds for one in kinds) / len(kinds)
    note = f"{len(outcomes):,} cases; the very place {exactly:.4f}, the kind of the change {named:.4f}"
    yield Figure(f"{name}: statuses right", sum(one.right for one in outcomes) / len(outcomes), RIGHT, note, least=True)
    yield Figure(f"{name}: material changes that slipped", sum(one.slipped for one in outcomes), 0)


def _speed(texts: Sequence[str]) -> Iterator[Figure]:
    text = _long(texts)
    every = passages(text, texts[0], Random(SEED), 4 * ANCHORS)[:ANCHORS]
    selectors = [passage.selector for passage in every]
    note = f"processor time; {len(selectors)} quotes, {len(text.split()):,} words"
    edited = _edited(text, selectors[:: len(selectors) // EDITED])
    yield Figure("ms after an edit before all of them", _price(f"One more paragraph.\n\n{text}", selectors), SOON, note)
    yield Figure(f"ms after an edit that touches {EDITED} of them too", _price(edited, selectors), SOON, note)
    yield Figure("ms after an edit that touches all", _price(_edited(text, selectors), selectors), note=note)
    yield Figure("ms after every space became another", _price(text.replace(" ", "\u00a0"), selectors), note=note)
    yield Figure("texts read where no source changed", _read_again(selectors), 0, "what became of a quote is kept")


def _long(texts: Sequence[str]) -> str:
    parts: list[str] = []
    words = 0
    while words < WORDS:
        part = texts[len(parts) % len(texts)]
        parts.append(part if len(parts) < len(texts) else part.replace("e", chr(0xE8 + len(parts) // len(texts))))
        words += len(part.split())
    return "\n\n".join(parts)


def _edited(text: str, selectors: Sequence[Selector]) -> str:
    """The text with "not" in the middle of each of these quotes, and a paragraph before all."""
    for selector in sorted(selectors, key=lambda one: -(one.start or 0)):
        words = selector.exact.split(" ")
        words.insert(len(words) // 2, "not")
        text = f"{text[: selector.start]}{' '.join(words)}{text[selector.end :]}"
    return f"One more paragraph.\n\n{text}"


def _price(text: str, selectors: Sequence[Selector]) -> float:
    read, prices = reading(text), []
    for _ in range(9):
        began = time.process_time()
        QuoteFinder(read).find_all(selectors)
        prices.append((time.process_time() - began) * 1e3)
    return median(prices)


def _read_again(selectors: Sequence[Selector]) -> float:
    """How many texts are read when the same quotes are asked for again in a source with the same hash."""
    from tests.benchmarks.kept_anchors import readings_asked

    return readings_asked(selectors)
