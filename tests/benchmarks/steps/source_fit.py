"""``python -m tests.benchmarks.steps.source_fit``: obtains ``source_weights.txt`` from gold/attribution.

A conditional logit over the sources of each reading whose content is what people marked: the phrases that overlap with
the marked source by at least half are right, or "none" where no source is marked.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from dossier.analysis.attribution.readings import Reading, overlap
from dossier.analysis.attribution.sources import (
    PHRASE_TRAITS,
    SILENT_TRAITS,
    Clause,
    clause_of,
    is_certain,
    options,
    phrase_traits,
    silent_traits,
)
from tests.benchmarks.steps.attribution_fit import FOLDER, RIGHT, Case, cases, lines
from tests.benchmarks.steps.logit import Logit
from tests.benchmarks.steps.polnear import Article, Said, articles

PENALTY = 3.0
"""L2 penalty; halves judged each other."""

HEADER = """# Coefficients of the log-linear choice of a source: "none" or "phrase", trait=value and number, with tabs
# between them. The traits are those of sources.py. Origin: fitted on PolNeAR (126 articles of political news) by
# tests/benchmarks/steps/source_fit.py: numbers only, and words that are not names, no text.
"""


def fitted_sources(some: Iterable[Article]) -> list[str]:
    """The lines of the data file for some articles."""
    logit = Logit(0.0, lambda _: PENALTY)
    for article in some:
        for case in cases(article):
            if max(case.overlaps) >= RIGHT:
                _add(logit, case)
    return lines(logit)


def _add(logit: Logit, case: Case) -> None:
    most = max(case.overlaps)
    one = case.readings[case.overlaps.index(most)]
    said = next(said for said in case.marked if overlap(one.spans, said.content) == most)
    clause = clause_of(one.run, one.phrases, one.cue, one.sentence, one.candidate)
    shares = list(_shares(one, said, clause))
    best = max(shares)
    if not is_certain(one.candidate) and best >= RIGHT:
        logit.add(_rows(clause), [share >= RIGHT and share >= 0.9 * best for share in shares])


def _shares(one: Reading, said: Said, clause: Clause) -> Iterator[float]:
    """How much no source, then each option, is what is marked."""
    yield 0.0 if said.source else 1.0
    for start, end in options(clause):
        yield overlap(((one.run.starts[start], one.run.ends[end - 1]),), said.source)


def _rows(clause: Clause) -> Iterator[list[str]]:
    yield [f"none\t{name}={value}" for name, value in zip(SILENT_TRAITS, silent_traits(clause), strict=True)]
    for span, how in options(clause).items():
        values = zip(PHRASE_TRAITS, phrase_traits(clause, span, how), strict=True)
        yield [f"phrase\t{name}={value}" for name, value in values]


if __name__ == "__main__":
    found = articles()
    if not found:
        sys.exit("gold/attribution is missing")
    (FOLDER / "source_weights.txt").write_text(HEADER + "\n".join(fitted_sources(found)) + "\n", "utf-8")
