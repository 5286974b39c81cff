"""Which phrase names the source of a reading that is kept: a log-linear choice among the phrases of its sentence.

``speakers.py`` finds the phrase that the grammar of a reporting clause gives. Where that is doubtful it is one option
beside the other noun phrases, their longer forms, and no source at all. Options compete in a conditional logit
(McFadden 1974) whose coefficients are in ``data/en/source_weights.txt``, which says how they were obtained.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
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

SILENT_TRAITS = ("cue", "shape", "word", "subject")
"""What is said of a reading without a source, in the order of :func:`silent_traits`."""

PHRASE_TRAITS = (
    "how", "rule+before", "rule+first", "rule+commas", "head+cue", "preposition", "between", "between+cue", "gap",
    "behind", "behind+back", "subject+cue",
)  # fmt: skip
"""What is said of a phrase as the source, in the order of :func:`phrase_traits`."""

_BEFORE = 4
"""Noun phrases before the cue that are tried, besides the one after it."""

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
    """A kept reading as its sources see it: where its verb group begins, what its cue is like, the letter before the
    group, and the phrases before it that are subjects of verbs."""

    run: Run
    phrases: Phrases
    cue: int
    first: int
    last: int
    candidate: Candidate
    group: int
    form: str
    back: str
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
    subjects = list(_subjects(tags, phrases, first, group))
    back = tags[group - 1] if group > first else "^"
    return Clause(run, phrases, cue, first, sentence[1], one, group, tags[cue] + kind + passive, back, subjects)


def _subjects(tags: str, phrases: Phrases, first: int, group: int) -> Iterator[tuple[int, int]]:
    """The noun phrases from one word to another that no preposition or verb governs and that a verb follows."""
    starts, ends = phrases.starts, phrases.ends
    for at in range(bisect_left(starts, first), bisect_left(starts, group)):
        start, end = starts[at], ends[at]
        if (
            end <= group
            and (start == first or tags[start - 1] not in "ITVvg")
            and tags[start] not in "OG"
            and (tags[end] in ",(Y" or governs(tags, end))
        ):
            yield start, end


def options(clause: Clause) -> dict[tuple[int, int], str]:
    """The phrases that may be the source, in words, each with how it was come by."""
    found: dict[tuple[int, int], str] = {}
    _, content, speaker, _ = clause.candidate
    starts, ends = clause.phrases.starts, clause.phrases.ends
    if speaker:
        found[speaker.start, speaker.end] = "rule"
    group, last = clause.group, clause.last
    index = bisect_left(starts, group)
    number = 0
    for at in range(index - 1, max(-1, index - 1 - _BEFORE), -1):
        start, end = starts[at], min(ends[at], group)
        if start < clause.first:
            break
        if not _within(content, start, end):
            number += 1
            for how, span in _forms(clause, start, end):
                found.setdefault(span, how + _DIGITS[number])
    relative = _relative(clause)
    if relative >= 0:
        found.setdefault((relative, relative + 1), "relative")
    index = bisect_left(starts, clause.cue + 1)
    if index < len(starts) and ends[index] <= last and not _within(content, starts[index], ends[index]):
        found.setdefault((starts[index], ends[index]), "after")
        found.setdefault(
            (starts[index], min(hanging(clause.run, clause.phrases, ends[index], last), last)), "after hanging"
        )
    return found


_DIGITS = tuple(str(number) for number in range(10))
_ZEROS = (0.0,) * len(PHRASE_TRAITS)


def _within(content: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    for low, high in content:  # noqa: SIM110 - a generator takes three times as long
        if start < high and low < end:
            return True
    return False


def _forms(clause: Clause, start: int, end: int) -> Iterable[tuple[str, tuple[int, int]]]:
    """A noun phrase by itself, as the end of a longer one, with what hangs on it, and with all up to the verb."""
    run, phrases, group = clause.run, clause.phrases, clause.group
    yield "phrase", (start, end)
    if run.tags[start] in "PFOG":
        return
    left = phrase_ending(run, phrases, end, clause.first)
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
    for at in range(clause.group - 1, max(clause.first, clause.group - _RELATIVE) - 1, -1):
        if tags[at] in "YW" or clause.run.words[at] == "which":
            return -1 if _within(clause.candidate.content, at, at + 1) else at
    return -1


def silent_traits(clause: Clause) -> tuple[str, ...]:
    """The values of :data:`SILENT_TRAITS` for a reading."""
    run, group = clause.run, clause.group
    shape, _, speaker, _ = clause.candidate
    return (
        clause.form,
        shape + (speaker.relation if speaker else ""),
        run.words[clause.cue],
        "" if clause.back == "^" else common(run, group - 1),
    )


_PASSED_OVER = {ord(letter): None for letter in "AnJDGOFTIRNK0&'#$.:)"}
"""Letters of nouns and what goes with them: they do not tell how far a phrase is from its verb."""


def phrase_traits(clause: Clause, span: tuple[int, int], how: str) -> tuple[str, ...]:
    """The values of :data:`PHRASE_TRAITS` for one phrase as the source."""
    run, phrases, cue, first, _, one, group, form, back, subjects = clause
    tags = run.tags
    start, end = span
    if start < cue:
        passed, side = tags[end:group], ""
        behind = tags[end] if end < group else "G"
        governing = 0
        for subject in subjects:
            if subject[0] >= end:
                governing += 1
    else:
        passed, side = tags[cue + 1 : start], "a"
        behind = tags[end : end + 1]
        governing = 3
    between = side + passed.translate(_PASSED_OVER)[:4]
    before = tags[start - 1] if start > first else "^"
    rule = _against(one.speaker, start, end)
    subject_of_a_verb = "s" if any(a <= start < b for a, b in subjects) else ""
    return (
        how,
        rule + before,
        rule + common(run, start),
        rule + _DIGITS[min(9, tags.count(",", start, end))],
        _head(tags, start, min(phrases.by_start.get(start, end), end)) + form,
        run.words[start - 1] if before in "ITSC" else before,
        between,
        between + form,
        side + _DIGITS[min(5, len(passed))],
        behind,
        behind + back,
        _DIGITS[min(3, governing)] + form + subject_of_a_verb,
    )


def _head(tags: str, start: int, end: int) -> str:
    """The letter of a pronoun, A for a phrase with a name, n for another."""
    letter = tags[start]
    if letter in "YWw0" or (letter in "PFOG" and end - start == 1):
        return letter
    return "A" if tags.find("A", start, end) >= 0 else "n"


def _against(rule: Speaker | None, start: int, end: int) -> str:
    """How a phrase lies to the one that the grammar gives."""
    if rule is None:
        return "none "
    low, high, relation = rule
    if start == low:
        return ("same " if end == high else "start ") + relation
    if end == high:
        return "end " + relation
    if low <= start and end <= high:
        return "in " + relation
    return ("over " if start < high and low < end else "apart ") + relation


def chosen_source(clause: Clause, coefficients: SourceWeights) -> tuple[Speaker | None, float]:
    """The likeliest source of a reading, None where it most likely has none, and how probable it is that people would
    mark that phrase or one that shares half of its words with it."""
    get, phrase = dict.get, coefficients.phrase
    silent = exp(sum(map(get, coefficients.silent, silent_traits(clause), _ZEROS)))
    odds = [
        (exp(sum(map(get, phrase, phrase_traits(clause, span, how), _ZEROS))), span, how)
        for span, how in options(clause).items()
    ]
    everything = silent + sum([one for one, _, _ in odds])
    most, (start, end), how = max(odds, default=(0.0, (0, 0), ""))
    if most <= silent:
        return None, silent / everything
    alike = sum([one for one, (a, b), _ in odds if 3 * (min(b, end) - max(a, start)) >= b - a + end - start])
    return Speaker(start, end, how), alike / everything
