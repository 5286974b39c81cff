"""Reported speech: who says what, in which words, by which cue.

The parts are those of PolNeAR and PARC (Newell, Margolin and Ruths 2018; Pareti 2012): Source, Cue and Content. Each
word that can head a cue is read in several ways (``contents.py``, ``speakers.py``), each reading gets a logistic score
(``judgement.py``), and the best readings that do not contradict one another are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.analysis.contents import Candidate, candidates, is_cue
from dossier.analysis.judgement import Weights, candidate_traits, traits, weights
from dossier.analysis.lexemes import Run, runs
from dossier.analysis.speakers import Phrases, noun_phrases

Span = tuple[int, int]


class Reading(NamedTuple):
    """One reading of one cue with its score (log odds)."""

    run: Run
    cue: int
    sentence: Span
    candidate: Candidate
    score: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """The content in code points, with the quotations that go on after the sentence."""
        starts, ends = self.run.starts, self.run.ends
        content = self.candidate.content
        spans = [(starts[a], ends[b - 1]) for a, b in content]
        if any("q" in self.run.tags[a:b] for a, b in content):
            for a, b in continued(self.run, self.sentence[1]):
                if content[-1][1] >= a - 1:
                    spans[-1] = (spans[-1][0], ends[b - 1])
                    content = ((a, b),)
                else:
                    spans.append((starts[a], ends[b - 1]))
                    content = ((a, b),)
        return tuple(spans)


def continued(run: Run, at: int) -> Iterator[Span]:
    """The quotations, in words, that stand as sentences of their own directly after word ``at``."""
    tags = run.tags
    for first, last in run.sentences:
        if first >= at:
            if not tags[first:last].strip("q."):
                yield first, last
            else:
                return


def cue_places(run: Run, sentence: Span) -> Iterator[int]:
    """The words of a sentence that may head a cue."""
    first, last = sentence
    tags = run.tags
    for at in range(first, last):
        tag = tags[at]
        if tag in "VUJ":
            if is_cue(run, at):
                yield at
        elif tag == ":" and at - first <= 6 and at > first and not set(tags[first:at]) - set("ADnI.()"):
            yield at


THRESHOLD = -0.3
"""Log odds above which a reading is kept: best F1 on half of gold/attribution."""


def best_readings(run: Run, coefficients: Weights) -> Iterator[Reading]:
    """The likeliest reading of every word of a run that can head a cue, however unlikely."""
    phrases: Phrases | None = None
    for sentence in run.sentences:
        for cue in cue_places(run, sentence):
            phrases = phrases or noun_phrases(run)
            base = traits(run, cue, sentence)
            totals: dict[str, float] = {}
            best: Reading | None = None
            for one in candidates(run, phrases, cue, sentence):
                known = coefficients.get(one.shape)
                if known is None:
                    continue
                total = totals.get(one.shape)
                if total is None:
                    total = totals[one.shape] = sum([known[trait] for trait in base if trait in known])
                if total < HOPELESS:
                    continue
                score = total + sum([known[trait] for trait in candidate_traits(run, cue, one) if trait in known])
                if best is None or score > best.score:
                    best = Reading(run, cue, sentence, one, score)
            if best:
                yield best


HOPELESS = -6.0
"""Log odds before the borders of the content are looked at, below which no reading is tried."""


def chosen(readings: list[Reading], threshold: float) -> list[Reading]:
    """The readings above a threshold, likeliest first, none with nearly the content of a likelier one."""
    kept: list[Reading] = []
    taken: dict[int, list[tuple[Span, ...]]] = {}
    for one in sorted(readings, key=lambda reading: -reading.score):
        if one.score < threshold:
            break
        spans = one.spans
        others = taken.setdefault(one.run.block, [])
        if all(overlap(spans, other) < SAME for other in others):
            others.append(spans)
            kept.append(one)
    return kept


SAME = 0.5
"""Contents that overlap so much are one content with two possible cues."""


def overlap(ours: Sequence[Span], theirs: Sequence[Span]) -> float:
    """Shared code points over all code points of two sets of spans."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in ours for c, d in theirs)
    total = sum(b - a for a, b in ours) + sum(b - a for a, b in theirs) - shared
    return shared / total if total else 0.0


class Attribution(NamedTuple):
    """Reported speech; every span is in code points of the text.

    ``named`` is the name that a pronoun or a short description stands for, or the speaker as written.
    """

    speaker: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: str
    named: Span | None
    hedged: bool
    denied: bool
    anonymous: bool
    document: bool


def find_attributions(text: str, blocks: Sequence[Span]) -> list[Attribution]:
    """Every attribution in the blocks of running text, in the order of their cues."""
    return find_with(text, blocks, weights(), THRESHOLD)


def find_with(text: str, blocks: Sequence[Span], coefficients: Weights, threshold: float) -> list[Attribution]:
    """The same with coefficients and a threshold of one's own."""
    found: list[Reading] = []
    for number, (start, end) in enumerate(blocks):
        for run in runs(text, start, end, number):
            found.extend(best_readings(run, coefficients))
    kept = sorted(chosen(found, threshold), key=lambda one: one.run.starts[one.cue])
    return [_attribution(text, one) for one in kept]


def _attribution(text: str, one: Reading) -> Attribution:
    run, speaker = one.run, one.candidate.speaker
    span = (run.starts[speaker.start], run.ends[speaker.end - 1]) if speaker else None
    cue = (run.starts[one.cue], run.ends[one.cue])
    return Attribution(span, cue, one.spans, "", span, False, False, False, False)
