"""``python -m tests.benchmarks.steps.attribution_fit``: obtains ``attribution_weights.txt`` from gold/attribution.

A conditional logit over the readings of each cue: those whose content overlaps most with what people marked for that
cue, by at least half, are right; where none is, "no cue" is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import dossier
from dossier.analysis.attribution.contents import candidates
from dossier.analysis.attribution.judgement import (
    CUE_TRAITS,
    END_TRAITS,
    OWN_TRAITS,
    START_TRAITS,
    cue_traits,
    end_traits,
    own_traits,
    start_traits,
)
from dossier.analysis.attribution.lexemes import run_of
from dossier.analysis.attribution.places import Place, places
from dossier.analysis.attribution.readings import Reading, overlap
from dossier.analysis.attribution.speakers import noun_phrases
from tests.benchmarks.steps.logit import Logit
from tests.benchmarks.steps.polnear import Article, Said, articles

OWN, SHARED = 6.0, 5.0
"""L2 penalties of the coefficients of one shape and of those all shapes share; halves judged each other."""

RIGHT = 0.5
SMALL = 0.05
"""Coefficients nearer to zero are left out."""

FOLDER = Path(dossier.__file__).parent / "analysis" / "data" / "en"

HEADER = """# Coefficients of the log-linear score of a reading: shape, trait=value and number, with tabs between them.
# "*" is for all shapes; the traits are those of judgement.py. Origin: fitted on PolNeAR (126 articles of political
# news) by tests/benchmarks/steps/attribution_fit.py: numbers only, and words that are not names, no text.
"""


class Case(NamedTuple):
    """The readings of one word that may head a cue, how much each overlaps with what is marked, and what that is."""

    place: Place
    around: Sequence[Place]
    readings: list[Reading]
    overlaps: list[float]
    marked: list[Said]


def cases(article: Article) -> Iterator[Case]:
    """Every word of an article that may head a cue."""
    for block, (start, end) in enumerate(article.blocks):
        run = run_of(article.text, start, end, block)
        phrases = noun_phrases(run)
        for sentence in run.sentences:
            around = places(run, sentence)
            for place in around:
                found = candidates(run, phrases, place.at, sentence)
                readings = [Reading(run, phrases, place.at, sentence, one, 0.0) for one in found]
                if readings:
                    low, high = run.starts[place.at], run.ends[place.at]
                    marked = [said for said in article.said if any(a < high and low < b for a, b in said.cue)]
                    shares = [
                        max((overlap(one.spans, said.content) for said in marked), default=0.0) for one in readings
                    ]
                    yield Case(place, around, readings, shares, marked)


def traits(case: Case) -> Iterator[list[str]]:
    """The traits of each reading, as the lines of the data file begin."""
    run, _, cue, sentence, _, _ = case.readings[0]
    base = cue_traits(run, case.place, sentence)
    shared = [f"*\t{name}={value}" for name, value in zip(CUE_TRAITS, base, strict=True)]
    own = list(zip(OWN_TRAITS, own_traits(run, cue, sentence[1], base), strict=True))
    for one in case.readings:
        shape, content, speaker, _ = one.candidate
        start = zip(START_TRAITS, start_traits(run, case.place, content[0][0], speaker), strict=True)
        end = zip(END_TRAITS, end_traits(run, case.place, one.candidate, case.around), strict=True)
        yield shared + [f"{shape}\t{name}={value}" for name, value in (*own, *start, *end)]


def fitted(some: Iterable[Article]) -> list[str]:
    """The lines of the data file for some articles."""
    logit = Logit(1.0, lambda trait: SHARED if trait[0] == "*" else OWN)
    for article in some:
        for case in cases(article):
            most = max(case.overlaps)
            logit.add(traits(case), [most >= RIGHT and share >= 0.97 * most for share in case.overlaps])
    return lines(logit)


def lines(logit: Logit) -> list[str]:
    """The coefficients of a fit as the lines of a data file."""
    return [f"{trait}\t{number:.2f}" for trait, number in sorted(logit.fit().items()) if abs(number) >= SMALL]


if __name__ == "__main__":
    found = articles()
    if not found:
        sys.exit("gold/attribution is missing")
    (FOLDER / "attribution_weights.txt").write_text(HEADER + "\n".join(fitted(found)) + "\n", "utf-8")
