"""Which phrase names the source of a reading that is kept: a log-linear choice among the phrases of its sentence.

``speakers.py`` finds the phrase that the grammar of a reporting clause gives. Where that is doubtful it is one option
beside the other noun phrases, their longer forms, and no source at all. Options compete in a conditional logit
(McFadden 1974) whose coefficients are in ``data/en/source_weights.txt``, which says how they were obtained.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from dossier.analysis.attribution.contents import Candidate
from dossier.analysis.attribution.lexemes import Run, common
from dossier.analysis.attribution.speakers import (
    Phrases,
    Speaker,
    governs,
    group_start,
    hanging,
    phrase_ending,
)
from dossier.analysis.language.lists import entries

SILENT_TRAITS = ("relation", "tag", "back", "shape", "word", "subject")
"""What is said of a reading without a source, in the order of :func:`silent_traits`."""

PHRASE_TRAITS = (
    "how", "rule", "rule+length", "rule+before", "rule+first", "rule+head", "rule+last", "rule+commas", "head+cue",
    "preposition", "before", "between", "between+cue", "gap", "behind", "behind+back", "subject+cue",
)  # fmt: skip
"""What is said of a phrase as the source, in the order of :func:`phrase_traits`."""

_BEFORE, _AFTER = 8, 3
"""Noun phrases before the cue and after it that are tried."""

_RELATIVE = 12
"""Words before a verb in which a relative pronoun is tried."""

_WIDEST = 30
"""Words of the widest phrase that is tried up to the verb."""

_CERTAIN = frozenset(("pronoun", "according", "colon"))
"""Relations that are hardly ever wrong: nothing else is tried."""

CERTAIN = 0.97
"""How often the phrase that is taken without a look at others is what people marked."""


class SourceWeights(NamedTuple):
    """The coefficients of having no source, and of a phrase: for each trait, by its value."""

    silent: tuple[dict[str, float], ...]
    phrase: tuple[dict[str, float], ...]


def source_weights_from(lines: Iterable[str]) -> SourceWeights:
    """Coefficients from lines of "none" or "phrase", trait=value and number with tabs between them."""
    found = SourceWeights(tuple({} for _ in SILENT_TRAITS), tuple({} for _ in PHRASE_TRAITS))
    for line in lines:
        kind, trait, number = line.split("\t")
        name, _, value = trait.partition("=")
        if kind == "none":
            found.silent[SILENT_TRAITS.index(name)][value] = float(number)
        else:
            found.phrase[PHRASE_TRAITS.index(name)][value] = float(number)
    return found


@cache
def source_weights(language: str = "en") -> SourceWeights:
    """The coefficients of a language. Do not change what is returned."""
    return source_weights_from(entries("source_weights", language))


class Clause(NamedTuple):
    """A kept reading as its sources see it: where its verb group begins, and what its cue is like."""

    run: Run
    phrases: Phrases
    cue: int
    sentence: tuple[int, int]
    candidate: Candidate
    group: int
    form: str
    subjects: list[tuple[int, int]]


def is_certain(one: Candidate) -> bool:
    """Whether the phrase that the grammar gives is taken without a look at others."""
    speaker = one.speaker
    return speaker is not None and (
        speaker.relation in _CERTAIN or (speaker.relation == "subject" and one.shape in "LB")
    )


def clause_of(run: Run, phrases: Phrases, cue: int, sentence: tuple[int, int], one: Candidate) -> Clause:
    """What the sources of a reading have in common."""
    first = max(sentence[0], cue - 4 * _WIDEST)
    tags, word = run.tags, run.words[cue]
    group = group_start(run, cue, first)
    kind = "i" if word.endswith("ing") else "t" if "T" in tags[group:cue] else "e" if word.endswith("ed") else ""
    passive = "p" if "B" in tags[group:cue] and kind != "i" else ""
    low = bisect_left(phrases.starts, first)
    spans = zip(phrases.starts[low : low + 4 * _WIDEST], phrases.ends[low : low + 4 * _WIDEST], strict=True)
    subjects = [
        (start, end)
        for start, end in spans
        if end <= group
        and tags[start] not in "OG"
        and (start == first or tags[start - 1] not in "ITVvg")
        and (governs(tags, end) or tags[end] in ",(Y")
    ]
    return Clause(run, phrases, cue, (first, sentence[1]), one, group, tags[cue] + kind + passive, subjects)


def options(clause: Clause) -> dict[tuple[int, int], str]:
    """The phrases that may be the source, in words, each with how it was come by."""
    found: dict[tuple[int, int], str] = {}
    speaker = clause.candidate.speaker
    if speaker:
        found[speaker.start, speaker.end] = "rule"
    for number, (start, end) in enumerate(_before(clause), 1):
        for how, span in _forms(clause, start, end):
            found.setdefault(span, f"{how}{min(number, 4)}")
    relative = _relative(clause)
    if relative >= 0:
        found.setdefault((relative, relative + 1), "relative")
    for number, (start, end) in enumerate(_after(clause), 1):
        found.setdefault((start, end), f"after{number}")
        longer = min(hanging(clause.run, clause.phrases, end, clause.sentence[1]), clause.sentence[1])
        if longer > end:
            found.setdefault((start, longer), f"afterhanging{number}")
    return found


def _within(content: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < b and a < end for a, b in content)


def _before(clause: Clause) -> list[tuple[int, int]]:
    """The noun phrases before the verb group, nearest first."""
    starts, ends = clause.phrases.starts, clause.phrases.ends
    index = bisect_left(starts, clause.group)
    low = max(bisect_left(starts, clause.sentence[0]), index - _BEFORE)
    return [
        (starts[at], min(ends[at], clause.group))
        for at in range(index - 1, low - 1, -1)
        if not _within(clause.candidate.content, starts[at], ends[at])
    ]


def _after(clause: Clause) -> list[tuple[int, int]]:
    starts, ends = clause.phrases.starts, clause.phrases.ends
    index = bisect_left(starts, clause.cue + 1)
    return [
        (start, end)
        for start, end in zip(starts[index : index + _AFTER], ends[index : index + _AFTER], strict=True)
        if end <= clause.sentence[1] and not _within(clause.candidate.content, start, end)
    ]


def _forms(clause: Clause, start: int, end: int) -> Iterable[tuple[str, tuple[int, int]]]:
    """A noun phrase by itself, as the end of a longer one, with what hangs on it, and with all up to the verb."""
    run, phrases, group = clause.run, clause.phrases, clause.group
    yield "phrase", (start, end)
    if run.tags[start] in "PFOG":
        return
    left = phrase_ending(run, phrases, end, clause.sentence[0])
    if left and left[0] < start:
        yield "left", left
    longer = min(hanging(run, phrases, end, group), group)
    if longer > end:
        yield "hanging", (start, longer)
    if group - end > 1 and group - start < _WIDEST:
        yield "all", (start, group - 1 if run.tags[group - 1] == "," else group)


def _relative(clause: Clause) -> int:
    """The nearest "who", "which" or "that" before the verb; -1 where there is none."""
    tags = clause.run.tags
    for at in range(clause.group - 1, max(clause.sentence[0], clause.group - _RELATIVE) - 1, -1):
        if tags[at] in "YW" or clause.run.words[at] == "which":
            return -1 if _within(clause.candidate.content, at, at + 1) else at
    return -1


def silent_traits(clause: Clause) -> tuple[str, ...]:
    """The values of :data:`SILENT_TRAITS` for a reading."""
    run, group = clause.run, clause.group
    shape, _, speaker, _ = clause.candidate
    relation = speaker.relation if speaker else ""
    open_ = group <= clause.sentence[0]
    return (
        relation,
        clause.form,
        ("^" if open_ else run.tags[group - 1]) + clause.form[0],
        shape + relation,
        run.words[clause.cue],
        "" if open_ else common(run, group - 1),
    )


_RELATED = frozenset("VvBHMUdg,C;-YWwSPqs(")
"""Letters that tell how far a phrase is from its verb; nouns and what goes with them are passed over."""


def phrase_traits(clause: Clause, span: tuple[int, int], how: str) -> tuple[str, ...]:
    """The values of :data:`PHRASE_TRAITS` for one phrase as the source."""
    run, phrases, cue, (first, _), one, group, form, subjects = clause
    tags, words = run.tags, run.words
    start, end = span
    core = min(phrases.by_start.get(start, end), end)
    ahead = start < cue
    passed = tags[end:group] if ahead else tags[cue + 1 : start]
    gap = ("" if ahead else "a") + str(min(5, len(passed)))
    between = ("" if ahead else "a") + "".join(filter(_RELATED.__contains__, passed))[:4]
    before = tags[start - 1] if start > first else "^"
    behind = "G" if ahead and end >= group else tags[end : end + 1]
    rule = _against(one.speaker, start, end)
    letter = tags[start]
    head = letter if letter in "YWw0" or (letter in "PFOG" and end - start == 1) else _noun(tags[start:core])
    governing = sum(1 for span in subjects if span[0] >= end) if ahead else 9
    return (
        how,
        rule + one.shape,
        rule + str(min(6, end - start)),
        rule + before,
        rule + common(run, start),
        rule + common(run, core - 1),
        rule + tags[end - 1],
        rule + str(tags.count(",", start, end)),
        head + form,
        words[start - 1] if before in "ITSC" else before,
        before,
        between,
        between + form,
        gap,
        behind,
        behind + (tags[group - 1] if group > first else "^"),
        str(min(3, governing)) + form + ("s" if any(a <= start < b for a, b in subjects) else ""),
    )


def _noun(tags: str) -> str:
    return "A" if "A" in tags else "n"


def _against(rule: Speaker | None, start: int, end: int) -> str:
    """How a phrase lies to the one that the grammar gives."""
    if rule is None:
        return "none "
    if (start, end) == (rule.start, rule.end):
        return f"same {rule.relation} "
    if start == rule.start or end == rule.end:
        return ("start " if start == rule.start else "end ") + rule.relation
    inside = "in " if rule.start <= start and end <= rule.end else ""
    return (inside or ("over " if start < rule.end and rule.start < end else "apart ")) + rule.relation


def chosen_source(clause: Clause, coefficients: SourceWeights) -> tuple[Speaker | None, float]:
    """The likeliest source of a reading, None where it most likely has none, and how probable it is that people would
    mark that phrase or one that shares half of its words with it."""
    silent = exp(_sum(coefficients.silent, silent_traits(clause)))
    odds = [
        (exp(_sum(coefficients.phrase, phrase_traits(clause, span, how))), span, how)
        for span, how in options(clause).items()
    ]
    everything = silent + sum([one for one, _, _ in odds])
    most, (start, end), how = max(odds, default=(0.0, (0, 0), ""))
    if most <= silent:
        return None, silent / everything
    alike = sum([one for one, (a, b), _ in odds if 3 * (min(b, end) - max(a, start)) >= b - a + end - start])
    return Speaker(start, end, how), alike / everything


def _sum(weights: tuple[dict[str, float], ...], traits: tuple[str, ...]) -> float:
    return sum([known[value] for known, value in zip(weights, traits, strict=True) if value in known])
