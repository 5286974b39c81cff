"""Reported speech: who says what, in which words, by which cue.

The parts are those of PolNeAR and PARC (Newell, Margolin and Ruths 2018; Pareti 2012): Source, Cue and Content. Each
word that can head a cue is read in several ways (``contents.py``, ``speakers.py``), each reading gets a logistic score
(``judgement.py``), and the best readings that do not contradict one another are kept. The source of each is chosen last
(``sources.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from math import sqrt
from typing import NamedTuple

from dossier.analysis.attribution.contents import Candidate, candidates
from dossier.analysis.attribution.judgement import Weights, probabilities, weights
from dossier.analysis.attribution.lexemes import Run, run_of
from dossier.analysis.attribution.paragraphs import continue_over_blocks, following, is_quotation, with_announced
from dossier.analysis.attribution.places import places
from dossier.analysis.attribution.pronouns import Names
from dossier.analysis.attribution.readings import Reading, Span, overlap, spans_of
from dossier.analysis.attribution.shades import is_anonymous, is_denied, is_document, is_hedged
from dossier.analysis.attribution.sources import (
    CERTAIN,
    SourceWeights,
    chosen_source,
    clause_of,
    is_certain,
    source_weights,
)
from dossier.analysis.attribution.speakers import Phrases, Speaker, group_start, noun_phrases, phrase_ending
from dossier.analysis.attribution.telling import QUOTATIONS, SELDOM, is_act, tells

THRESHOLD = 0.28
"""Score from which a reading is kept: the probability of its content times the root of that of its source, which is
midway between the two that are asked for. Halves of gold/attribution judged each other; half of the F1 is the best
threshold for the probability of what F1 counts (Lipton, Elkan and Naryanaswamy 2014)."""

SAME = 0.5
"""Contents that overlap so much are one content: the measure of PolNeAR's agreement figures."""


def best_readings(run: Run, phrases: Phrases, coefficients: Weights) -> Iterator[Reading]:
    """The likeliest reading of each word of a run that heads a cue with some probability."""
    for sentence in run.sentences:
        around = places(run, sentence)
        for place in around:
            found = candidates(run, phrases, place.at, sentence)
            scored = probabilities(run, place, sentence, around, found, coefficients)
            if scored:
                one, score = _likeliest(run, sentence, scored)
                yield Reading(run, phrases, place.at, sentence, one, score)


def _likeliest(run: Run, sentence: Span, scored: list[tuple[Candidate, float]]) -> tuple[Candidate, float]:
    """The reading whose content most probability agrees with, and how much: several readings may differ by little."""
    likely = [one for one in scored if one[1] > NEGLIGIBLE] or scored[:1]
    totals = [probability for _, probability in likely]
    spans = [spans_of(run, sentence, one) for one, _ in likely]
    for at, ours in enumerate(spans):
        for other in range(at):
            if overlap(ours, spans[other]) >= SAME:
                totals[at] += likely[other][1]
                totals[other] += likely[at][1]
    best = max(range(len(totals)), key=lambda at: totals[at] + ITSELF * likely[at][1])
    return likely[best][0], totals[best]


ITSELF = 0.3
"""How much more the probability of a reading itself counts than that of those it agrees with."""

NEGLIGIBLE = 0.03
"""Probability of a reading that is not counted for its neighbours."""


def chosen(readings: list[Reading], threshold: float) -> list[Reading]:
    """The readings above a threshold, likeliest first, none with nearly the content of a likelier one near it."""
    kept: list[Reading] = []
    taken: dict[int, list[tuple[int, tuple[Span, ...]]]] = {}
    for one in sorted(readings, key=lambda reading: -reading.score):
        if one.score < threshold:
            break
        spans = one.spans
        others = taken.setdefault(one.run.block, [])
        place = bisect_left(others, (spans[0][0], spans))
        if all(overlap(spans, other) < SAME for _, other in others[max(0, place - NEAR) : place + NEAR]):
            others.insert(place, (spans[0][0], spans))
            kept.append(one)
    return kept


NEAR = 20
"""Contents before and after one that are compared with it: those further off in the order of starts cannot be the
same content in any text that people write, and a block of a megabyte must not cost its square."""


class Attribution(NamedTuple):
    """Reported speech; every span is in code points of the text.

    ``named`` is the name that a pronoun or a short description stands for, or the speaker as written. ``telling`` is
    false where the cue may be an act and nothing is told in words ("He shared the prize"), or the reader is meant ("You
    know that").
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
    telling: bool


def find_attributions(text: str, blocks: Sequence[Span]) -> list[Attribution]:
    """Every attribution in the blocks of running text, in the order of their cues."""
    return find_with(text, blocks, weights(), source_weights(), THRESHOLD)


def find_with(
    text: str, blocks: Sequence[Span], coefficients: Weights, sources: SourceWeights, threshold: float
) -> list[Attribution]:
    """The same with coefficients and a threshold of one's own."""
    found: list[Reading] = []
    names = Names()
    apart: list[tuple[Run, Span]] = []
    quotations: list[Span] = []
    alone: list[Span] = []
    for number, (start, end) in enumerate(with_announced(text, blocks)):
        run = run_of(text, start, end, number)
        phrases = noun_phrases(run)
        names.read(text, run, phrases)
        quotes = [(run.starts[at], run.ends[at]) for at in run.quotations]
        quotations.extend(quotes)
        if quotes and not run.tags.strip("q."):
            alone.append((quotes[0][0], quotes[-1][1]))
        for one in best_readings(run, phrases, coefficients):
            if one.score >= threshold and not _is_figure(one) and not is_act(one, SELDOM):
                found.append(_sourced(one, sources))
        apart += [(run, sentence) for sentence in run.sentences if is_quotation(run, sentence)]
    kept = chosen(found, threshold)
    kept = sorted([*kept, *following(kept, apart)], key=lambda one: (one.run.starts[one.cue], one.spans))
    contents = continue_over_blocks(text, kept, alone)
    return [_attribution(text, one, spans, names, quotations) for one, spans in zip(kept, contents, strict=True)]


def _sourced(one: Reading, sources: SourceWeights) -> Reading:
    """A reading with the source that is likeliest for it, and scored by both."""
    if is_certain(one.candidate):
        speaker, probability = one.candidate.speaker, CERTAIN
    else:
        clause = clause_of(one.run, one.phrases, one.cue, one.sentence, one.candidate)
        speaker, probability = chosen_source(clause, sources)
    run, phrases, cue, sentence, (shape, content, _, cut), score = one
    if speaker and _is_year(run.words[speaker.start : speaker.end]):
        speaker = None
    return Reading(run, phrases, cue, sentence, Candidate(shape, content, speaker, cut), score * sqrt(probability))


def _is_year(said: Sequence[str]) -> bool:
    """Whether a speaker would be the end of a date: "... on July 13, 2009 to announce"."""
    return len(said) == 1 and len(said[0]) == 4 and said[0].isdigit()


def _is_figure(one: Reading) -> bool:
    """Whether the speaker would be a sum of money: "$6 trillion was on show" is no report."""
    speaker = one.candidate.speaker
    return speaker is not None and one.run.words[speaker.start][0] in "$€£¥"


def _attribution(
    text: str, one: Reading, spans: tuple[Span, ...], names: Names, quotations: Sequence[Span]
) -> Attribution:
    run, speaker, phrases = one.run, one.candidate.speaker, one.phrases
    span = (run.starts[speaker.start], run.ends[speaker.end - 1]) if speaker else None
    return Attribution(
        speaker=span,
        cue=(run.starts[_cue_start(one)], run.ends[one.cue]),
        content=spans,
        kind=kind_of(spans, quotations),
        named=_named(text, one, speaker, span, names) if speaker and span else None,
        hedged=is_hedged(run, one.cue, one.sentence, one.candidate.content[0]),
        denied=is_denied(run, one.cue, one.sentence),
        anonymous=speaker is not None and is_anonymous(run, phrases, speaker),
        document=speaker is not None and is_document(run, phrases, speaker),
        telling=tells(one),
    )


def _cue_start(one: Reading) -> int:
    """The word that a cue is read from: where it is negated, the first of its verb group ("would not say")."""
    start = group_start(one.run, one.cue, one.sentence[0])
    return start if "N" in one.run.tags[start : one.cue] else one.cue


def _named(text: str, one: Reading, speaker: Speaker, span: Span, names: Names) -> Span:
    """The name that a pronoun or a description of up to four words stands for, or the phrase itself."""
    run = one.run
    word = run.words[speaker.start]
    if speaker.end - speaker.start == 1 and run.tags[speaker.start] in "PGOYwW":
        told = frozenset(word for a, b in one.candidate.content for word in _words_of(text, run, a, b))
        return names.meant(word, span[0], run.block, told) or _antecedent(one, speaker, span)
    tags = run.tags[speaker.start : speaker.end]
    if word == "the" and len(tags) <= 4 and "A" not in tags:
        return names.described(run.words[speaker.start + 1 : speaker.end], span[0], run.block) or span
    role, _, name = tags.rstrip(",").partition(",")
    if len(name) > 1 and not name.strip("A"):
        return run.starts[speaker.start + len(role) + 1], run.ends[speaker.start + len(role) + len(name)]
    return (span[0], run.ends[speaker.start + len(role) - 1]) if "A" in role else span


def _words_of(text: str, run: Run, start: int, end: int) -> Iterator[str]:
    """Some words of a run in lower case, those with a capital too that stand in its quotations."""
    for at in range(start, end):
        if run.tags[at] in QUOTATIONS:
            quoted = text[run.starts[at] : run.ends[at]][:_LONGEST_QUOTED]
            yield from (word.lower() for word in _capitals().findall(quoted))
        else:
            yield run.words[at]


_LONGEST_QUOTED = 1_000
"""Code points of a quotation in which names are looked for."""


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w'’-]+")


def _antecedent(one: Reading, speaker: Speaker, span: Span) -> Span:
    """What "who" hangs on where that is no name: "an official ... who asked not to be named"; else the word itself."""
    run = one.run
    before = phrase_ending(run, one.phrases, speaker.start, one.sentence[0]) if run.tags[speaker.start] == "Y" else None
    return (run.starts[before[0]], run.ends[before[1] - 1]) if before else span


def kind_of(content: Sequence[Span], quotations: Sequence[Span]) -> str:
    """direct if nearly all of a content stands in quotation marks, mixed if some does, else indirect."""
    total = sum(end - start for start, end in content)
    quoted = 0
    for start, end in content:
        index = bisect_left(quotations, (start, start))
        if index and quotations[index - 1][1] > start:
            index -= 1
        while index < len(quotations) and quotations[index][0] < end:
            quoted += min(end, quotations[index][1]) - max(start, quotations[index][0])
            index += 1
    if quoted >= NEARLY * total:
        return "direct"
    return "mixed" if quoted else "indirect"


NEARLY = 0.9
"""Share of a content in quotation marks that makes it direct: commas and "but" between two quotations are let pass."""
