"""How an attribution is meant: hedged, denied, from a source without a name, from a document."""

from __future__ import annotations

from dossier.analysis.attribution.lexemes import Run
from dossier.analysis.attribution.speakers import Phrases, Speaker, group_start
from dossier.analysis.language.lists import words

_EARLY = 12
"""Words at the start of a content in which a hedge counts."""


def is_hedged(run: Run, cue: int, sentence: tuple[int, int], content: tuple[int, int]) -> bool:
    """Whether the cue, what stands beside it or the start of the content leaves the statement open."""
    hedges = words("hedges")
    start = group_start(run, cue, sentence[0])
    end = min(content[1], content[0] + _EARLY)
    return any(word in hedges for word in run.words[start : cue + 1]) or any(
        word in hedges for word in run.words[content[0] : end]
    )


def is_denied(run: Run, cue: int, sentence: tuple[int, int]) -> bool:
    """Whether the cue denies its content, or is itself denied."""
    if run.words[cue] in words("denials"):
        return True
    return "N" in run.tags[group_start(run, cue, sentence[0]) : cue]


def head(run: Run, phrases: Phrases, speaker: Speaker) -> tuple[str, bool]:
    """The noun that a speaker phrase is built on, and whether a name follows it: "the aide", "aide Ann Doe"."""
    end = min(phrases.by_start.get(speaker.start, speaker.end), speaker.end)
    at = end - 1
    named = False
    while at > speaker.start and (run.tags[at] in "A'0" or run.words[at] in words("open_adjectives")):
        named = named or run.tags[at] == "A"
        at -= 1
    return run.words[at], named


def is_anonymous(run: Run, phrases: Phrases, speaker: Speaker) -> bool:
    """Whether the source has a role but no name: "a senior official", "people familiar with the talks"."""
    noun, named = head(run, phrases, speaker)
    return not named and noun in words("anonymous")


def is_document(run: Run, phrases: Phrases, speaker: Speaker) -> bool:
    """Whether the source is a text or data: "the report", "a poll by ..."."""
    noun, named = head(run, phrases, speaker)
    return not named and noun in words("documents")
