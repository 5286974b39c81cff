"""One reading of a cue, and the stretches of text that it takes for what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.analysis.attribution.contents import Candidate
from dossier.analysis.attribution.lexemes import Run
from dossier.analysis.attribution.speakers import Phrases

Span = tuple[int, int]


class Reading(NamedTuple):
    """One reading of one cue with its probability."""

    run: Run
    phrases: Phrases
    cue: int
    sentence: Span
    candidate: Candidate
    score: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """The content in code points, with the quotations that go on after the sentence."""
        return spans_of(self.run, self.sentence, self.candidate)


def spans_of(run: Run, sentence: Span, one: Candidate) -> tuple[Span, ...]:
    """The content of a reading in code points, with the quotations that go on after the sentence."""
    starts, ends, tags = run.starts, run.ends, run.tags
    content = one.content
    spans = [(starts[a], ends[b - 1]) for a, b in content]
    for a, b in content:
        if tags.find("q", a, b) >= 0:
            break
    else:
        return tuple(spans)
    stop = content[-1][1]
    for a, b in continued(run, sentence[1]):
        if stop >= a - 1:
            spans[-1] = (spans[-1][0], ends[b - 1])
        else:
            spans.append((starts[a], ends[b - 1]))
        stop = b
    return tuple(spans)


def continued(run: Run, at: int) -> Iterator[Span]:
    """The quotations, in words, that stand as sentences of their own directly after word ``at``."""
    tags = run.tags
    for number in range(bisect_left(run.sentences, (at, at)), len(run.sentences)):
        first, last = run.sentences[number]
        if last - first > 2 or tags[first:last].strip("q."):
            return
        yield first, last


def overlap(ours: Sequence[Span], theirs: Sequence[Span]) -> float:
    """Shared code points over all code points of two sets of spans."""
    if len(ours) == 1 and len(theirs) == 1:
        (a, b), (c, d) = ours[0], theirs[0]
        shared = (b if b < d else d) - (a if a > c else c)
        return shared / (b - a + d - c - shared) if shared > 0 else 0.0
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in ours for c, d in theirs)
    total = sum(b - a for a, b in ours) + sum(b - a for a, b in theirs) - shared
    return shared / total if total else 0.0
