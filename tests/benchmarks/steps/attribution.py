"""Attribution against gold/attribution: content overlap of at least a half, one to one, greedily by overlap.

Each half of the articles (every other one) is judged with coefficients fitted on the other half, so that nothing is
judged by what it was learnt from; the coefficients that are shipped are fitted on both.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dossier.analysis.attribution.attribution import THRESHOLD, Attribution, find_with, kind_of
from dossier.analysis.attribution.judgement import Weights, weights, weights_from
from dossier.analysis.attribution.readings import overlap
from dossier.analysis.attribution.sources import SourceWeights, source_weights, source_weights_from
from dossier.analysis.sentences.quoting import quoted_spans
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps.attribution_fit import fitted
from tests.benchmarks.steps.polnear import Article, Said, articles
from tests.benchmarks.steps.source_fit import fitted_sources

ASKED = {"direct": 0.90, "mixed": 0.72, "indirect": 0.55, "content and source": 0.58}
HALF = 0.5


def counted(some: Iterable[Article], coefficients: Weights, sources: SourceWeights) -> Counter[str]:
    """What was found, what was marked and what agrees, by kind."""
    counts: Counter[str] = Counter()
    for article in some:
        ours = find_with(article.text, article.blocks, coefficients, sources, THRESHOLD)
        quotations = [span for block in article.blocks for span in quoted_spans(article.text, *block)]
        kinds = [kind_of(said.content, quotations) for said in article.said]
        for one in ours:
            counts[f"{one.kind} found"] += 1
        for kind in kinds:
            counts[f"{kind} marked"] += 1
        counts["found"] += len(ours)
        counts["marked"] += len(kinds)
        for one, said, kind in _matched(ours, article.said, kinds):
            counts["right"] += 1
            counts[f"{one.kind} right"] += 1
            counts[f"{kind} seen"] += 1
            counts["source right"] += _same_source(one, said)
    return counts


def _matched(
    ours: Sequence[Attribution], theirs: Sequence[Said], kinds: Sequence[str]
) -> Iterator[tuple[Attribution, Said, str]]:
    pairs = sorted(
        (-overlap(one.content, said.content), a, b) for a, one in enumerate(ours) for b, said in enumerate(theirs)
    )
    used: set[int] = set()
    seen: set[int] = set()
    for share, a, b in pairs:
        if -share >= HALF and a not in used and b not in seen:
            used.add(a)
            seen.add(b)
            yield ours[a], theirs[b], kinds[b]


def _same_source(one: Attribution, said: Said) -> bool:
    if one.speaker is None or not said.source:
        return one.speaker is None and not said.source
    return overlap((one.speaker,), said.source) >= HALF


def scores(counts: Counter[str]) -> dict[str, float]:
    """F1 by kind, of contents, and of contents with their sources."""
    found = {
        kind: _f1(
            counts[f"{kind} right"] / (counts[f"{kind} found"] or 1),
            counts[f"{kind} seen"] / (counts[f"{kind} marked"] or 1),
        )
        for kind in ("direct", "mixed", "indirect")
    }
    both = counts["found"] + counts["marked"] or 1
    found["content"] = 2 * counts["right"] / both
    found["content and source"] = 2 * counts["source right"] / both
    return found


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures() -> Iterator[Figure]:
    """The scores of both halves, each by the coefficients of the other, and the price."""
    every = articles()
    if not every:
        print("gold/attribution is missing: attribution is not measured")
        return
    halves = every[::2], every[1::2]
    counts = [
        counted(half, weights_from(fitted(other)), source_weights_from(fitted_sources(other)))
        for half, other in (halves, halves[::-1])
    ]
    one, two, both = (scores(some) for some in (*counts, counts[0] + counts[1]))
    for name, score in both.items():
        note = f"first half {one[name]:.3f}, second half {two[name]:.3f}"
        yield Figure(f"attribution: {name}", score, ASKED.get(name), note, least=True)
    yield Figure("attribution: ms a 5 kB", price(every), 5, "processor time")


def price(some: Sequence[Article]) -> float:
    """Milliseconds of processor time for 5,000 characters: the best of three rounds."""
    coefficients, sources = weights(), source_weights()
    rounds = []
    for _ in range(3):
        begun = time.process_time()
        for article in some:
            find_with(article.text, article.blocks, coefficients, sources, THRESHOLD)
        rounds.append(time.process_time() - begun)
    return min(rounds) * 5e6 / sum(len(article.text) for article in some)


if __name__ == "__main__":
    print(table(list(figures())))
