"""Which readings tell what somebody says, and which only have a verb that may report: "hired him", "was expected"."""

from __future__ import annotations

import re
from functools import cache

from dossier.analysis.attribution.lexemes import Run, cue_words, has_verb
from dossier.analysis.attribution.readings import Reading
from dossier.analysis.attribution.speakers import Speaker, group_start
from dossier.analysis.language.lists import entries, table, words


def tells(one: Reading) -> bool:
    """Whether somebody is reported to say something in words, and it is nobody who reads them."""
    idle = is_act(one, _OFTEN) or _is_silent(one) or _is_supposed(one) or _is_noun(one)
    return not (idle or _is_reader(one.run, one.candidate.speaker))


def is_act(one: Reading, share: float) -> bool:
    """Whether a verb that reports less often than ``share`` has a thing for its object: "hired him" tells no words."""
    run, known = one.run, cue_words().get(one.run.words[one.cue])
    told = "".join(run.tags[start:end] for start, end in one.candidate.content)
    silent = not has_verb(told) and QUOTATIONS.isdisjoint(told) and not _is_aim(told)
    return known is not None and known.share < share and silent


def _is_aim(told: str) -> bool:
    """Whether words are an infinitive with an object: "to rally the voters"; a verb may look like any other word."""
    return told[:2] == "Tn" and told[2:3] in _OBJECTS


_OBJECTS = frozenset("DGAO0U")
"""Letters of words that an object begins with."""

QUOTATIONS = frozenset("qs")
"""Letters of quotations."""

SELDOM = 0.25
"""Share of the occurrences of a word that report something, below which its object must say something by itself."""

_OFTEN = 0.5
"""The same for what is shown as the words of somebody."""


def _is_silent(one: Reading) -> bool:
    """Whether a cue that tells whole sentences has but a thing for its object ("added a third goal"), or nobody is said
    to speak and no clause is told: "27 deaths were reported", "a decision is expected to be made"."""
    run = one.run
    told = "".join(run.tags[start:end] for start, end in one.candidate.content)
    if not QUOTATIONS.isdisjoint(told):
        return False
    begin = one.candidate.content[0][0]
    if f"{' '.join(run.words[begin : begin + _UNNAMED])} ".startswith(_unnamed()):
        return True  # "an official, who asked not to be named"
    if run.tags[one.cue] in _NOUNS and told[:1] in _VERBS and one.candidate.content[0][0] == one.cue + 1:
        return True  # "a storm warning was issued"
    if not told.strip(_TIMES) or run.words[one.cue] in words("naming_cues"):
        return True  # "the deal, announced on Friday", "a man named Doe"
    if one.candidate.speaker is None:
        awaited = run.words[one.cue] in words("awaiting_cues") | words("seeming")
        return COMPLEMENTIZER not in told and not has_verb(_infinitive().sub("", told) if awaited else told)
    return run.words[one.cue] in words("clausal_cues") and not has_verb(told) and GERUND not in told


@cache
def _infinitive() -> re.Pattern[str]:
    return re.compile("T[RVvBHdUJ]+")


_TIMES = "K,.0I"
"""Letters of days, and of what stands with them."""

_UNNAMED = 5
"""Words of the longest phrase for not being named."""


@cache
def _unnamed() -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in entries("unnamed"))


_NOUNS, _VERBS = frozenset("UJn"), frozenset("VvBHM")
"""Letters of cues that may be nouns, and of verbs."""

COMPLEMENTIZER, GERUND = "W", "g"
"""Letters of "that" before a clause, and of words in -ing."""


def _is_supposed(one: Reading) -> bool:
    """Whether somebody only could or may say it: "the panel could declare the zone closed", not "could not say"."""
    run, told = one.run, one.candidate.content
    group = range(group_start(run, one.cue, one.sentence[0]), one.cue)
    quoted = any(tag in QUOTATIONS for start, end in told for tag in run.tags[start:end])
    supposed = any(run.words[at] in words("hypothetical") for at in group)
    return supposed and not quoted and all(run.tags[at] != NEGATION for at in group)


NEGATION = "N"
"""Letter of "not"."""


def _is_noun(one: Reading) -> bool:
    """Whether the cue is a noun, and what would speak goes with it: "the political opposition to the tax"."""
    run, speaker = one.run, one.candidate.speaker
    if speaker is None or speaker.end != one.cue or table("cues").get(run.words[one.cue], "")[-1:] != _NOUN:
        return False
    begin = one.candidate.content[0][0]
    aim = run.tags[begin : begin + 1] == "T" and run.tags[begin + 1 : begin + 2] not in _OBJECTS  # "plans to open it"
    return not aim and run.tags[speaker.start : speaker.end][-1:] not in _OWNING


_NOUN, _OWNING = "n", ("'", "G")
"""What the data say of cues that are nouns as a rule, and letters of what owns one."""


def _is_reader(run: Run, speaker: Speaker | None) -> bool:
    """Whether it is "you", who know something."""
    return speaker is not None and speaker.end - speaker.start == 1 and run.words[speaker.start] in words("readers")
