"""What is said: the stretches of a sentence that can be the content of a cue.

They are proposed here and judged in ``judgement.py``: to the right of the cue up to each place where a clause may end,
to the left of a reporting clause, around it, and the subject of a passive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dossier.analysis.attribution.lexemes import Run
from dossier.analysis.attribution.speakers import Phrases, Speaker, after, before, group_start, speaks_not, subject_of
from dossier.analysis.language.lists import words as words_of

_PLACES = 5
"""Ends of clauses that are tried for one cue."""

WIDEST = 200
"""Words to each side of a cue that are looked at: a sentence of a megabyte must not cost the square of its length."""

Stretch = tuple[int, int]


class Candidate(NamedTuple):
    """One reading of a cue: ``shape`` is R right of it, A right of the one addressed, a right of the agent, L left,
    B both sides, S its subject, T subject and right; ``cut`` says what stands at the border of the content."""

    shape: str
    content: tuple[Stretch, ...]
    speaker: Speaker | None
    cut: str


def candidates(run: Run, phrases: Phrases, cue: int, sentence: Stretch) -> Iterator[Candidate]:
    """Every reading of the word ``cue`` in a sentence (both in words of the run)."""
    first, last = max(sentence[0], cue - WIDEST), min(sentence[1], cue + WIDEST)
    while last - 1 > cue and run.tags[last - 1] == ".":
        last -= 1
    tags, words = run.tags, run.words
    if tags[cue] == ":":
        if tags[cue - 1 : cue] == "0" == tags[cue + 1 : cue + 2]:
            return  # 04:05
        speaker = Speaker(first, cue, "colon") if cue > first else None
        if cue + 1 < last:
            yield Candidate("R", ((cue + 1, last),), speaker, "end")
        return
    following = cue + 1
    if words[cue] == "according" and following < last and words[following] == "to":
        yield from _according(run, phrases, cue, first, last)
        return
    agent = None
    if following < last and words[following] == "by":
        agent = after(run, phrases, following + 1, last, "agent")
    inverted = after(run, phrases, following, last, "inverted") if following < last else None
    left = before(run, phrases, cue, first)
    if agent:
        yield from _right(run, phrases, agent.end, last, agent, "a")
    if inverted is None or not _is_turned(run, cue, (first, last), left, inverted):
        yield from _right(run, phrases, following, last, left, "R")
        addressed = _past_addressee(run, phrases, following, last)
        if addressed > following:
            yield from _right(run, phrases, addressed, last, left, "A")
    yield from _left(run, phrases, cue, first, last, left, inverted)
    if speaks_not(run, cue, first) or tags[cue] == "J":
        subject = subject_of(run, phrases, cue, first)
        if subject:
            yield Candidate("S", ((subject.start, subject.end),), agent, tags[following : following + 1])
            if following < last and not agent:
                yield Candidate("T", ((subject.start, subject.end), (following, last)), None, tags[following])


def _is_turned(run: Run, cue: int, sentence: Stretch, left: Speaker | None, inverted: Speaker) -> bool:
    """Whether who speaks comes after a cue behind a comma, whatever the noun: "The dam was weak, said an engineer"."""
    first, last = sentence
    tags, word = run.tags, run.words[cue]
    if cue == first or tags[cue - 1] != "," or word not in words_of("inverting_cues"):
        return False
    if run.words[inverted.start] in words_of("said_things") or tags[inverted.end : last][:1] not in _BEHIND_SPEAKER:
        return False
    return left is None or left.relation != "apposition" or left.start > first


_BEHIND_SPEAKER = ("", ",", "Y")
"""Letters of what may stand behind a speaker: the end, a comma, "who"."""


def _according(run: Run, phrases: Phrases, cue: int, first: int, last: int) -> Iterator[Candidate]:
    speaker = after(run, phrases, cue + 2, last, "according")
    if speaker is None:
        return
    end = speaker.end
    while cue > first and end < last and run.tags[end] not in ",;.-q":
        end += 1
    speaker = speaker._replace(end=end)
    if end < last and run.tags[end] == ",":
        end += 1
    if end < last - 2:
        yield Candidate("R", ((end, last),), speaker, "end")
    left = cue - 1 if cue > first and run.tags[cue - 1] == "," else cue
    if left > first + 1:
        yield from _lefts(run, first, left, speaker, None)
        if end < last - 2:
            yield from _lefts(run, first, left, speaker, (end, last))


def _right(
    run: Run, phrases: Phrases, start: int, last: int, speaker: Speaker | None, shape: str
) -> Iterator[Candidate]:
    tags = run.tags
    while start < last and tags[start] in ",:":
        start += 1
    if start >= last:
        return
    found = 0
    noun = phrases.by_start.get(start) or phrases.by_start.get(start + 1)
    if noun and noun < last and tags[noun] not in ",:;-":
        yield Candidate(shape, ((start, noun),), speaker, "n" + tags[noun])
    depth = 0
    for match in _ends().finditer(tags, start + 1, min(last, start + 60)):
        at = match.start()
        tag = tags[at]
        if tag == "(":
            depth += 1
        elif tag == ")":
            depth -= 1
        if depth > 0 or tag == "(" or (tag == "V" and run.words[at] != "according") or tags[at - 1] in ",;-":
            continue
        yield Candidate(shape, ((start, at),), speaker, tags[at : at + 2])
        found += 1
        if found == _PLACES:
            break
    yield Candidate(shape, ((start, last),), speaker, "end")


@cache
def _ends() -> re.Pattern[str]:
    """Where a clause may end; V is for "according"."""
    return re.compile("[,;)SCV(-]")


def _past_addressee(run: Run, phrases: Phrases, at: int, last: int) -> int:
    """Where the content begins after the one addressed, the place or the time: at "that", a quotation or a colon."""
    tags = run.tags
    low = at
    if at < last and tags[at] == "I" and run.words[at] not in words_of("addressing"):
        return low
    while at < min(last, low + 14):
        tag = tags[at]
        if tag in "Wq:":
            return at if at > low else low
        if tag in "w" and at > low:
            return at
        if tag in "IK,R0T":
            at += 1
        else:
            stop = phrases.by_start.get(at)
            if stop is None:
                break
            at = min(stop, last)
            if (
                tags[low] not in "I,K"
                and at < last
                and tags[at] not in "IKW,q:wT"
                and run.words[low - 1][:4] in ("told", "tell")
            ):
                return at
    return low


def _left(
    run: Run, phrases: Phrases, cue: int, first: int, last: int, left: Speaker | None, inverted: Speaker | None
) -> Iterator[Candidate]:
    """Contents before a reporting clause: "..., she said" and "..., said Ms. Doe"."""
    tags = run.tags
    for speaker, start, end in (
        (left, left.start if left else -1, cue + 1),
        (inverted, group_start(run, cue, first), inverted.end if inverted else -1),
    ):
        if speaker is None or start <= first:
            continue
        if speaker.start < start and speaker is inverted:
            continue
        stop = start
        if tags[stop - 1] == ",":
            stop -= 1
        elif tags[stop - 1] not in "qs-":
            continue
        while end < last and tags[end] not in ",.;q-:":
            end += 1
        rest = end + 1 if end < last and tags[end] in ",-:" else end
        yield from _lefts(run, first, stop, speaker, None)
        if rest < last:
            yield from _lefts(run, first, stop, speaker, (rest, last))


def _lefts(run: Run, first: int, stop: int, speaker: Speaker, rest: Stretch | None) -> Iterator[Candidate]:
    tags = run.tags
    shape = "B" if rest else "L"
    tail = (rest,) if rest else ()
    while first < stop and tags[first] in "C,-":
        first += 1
    if first >= stop:
        return
    yield Candidate(shape, ((first, stop), *tail), speaker, "end")
    found = 0
    for at in range(stop - 2, max(first, stop - 50), -1):
        if tags[at] in ",;-:" or (tags[at] == "S" and tags[at - 1] not in ",;-"):
            yield Candidate(shape, ((at + 1, stop), *tail), speaker, tags[at] + tags[at + 1])
            found += 1
            if found == 3:
                return
