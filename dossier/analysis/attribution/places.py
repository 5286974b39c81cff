"""Where in a sentence a cue may stand, and how likely the words before and after it are to be cues themselves.

A word that says something seldom does so beside one that nearly always does: "said" takes from "the plan to support".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.attribution.lexemes import Cue, Run, cue_words
from dossier.analysis.language.lists import entries

STEPS = 5
"""Into so many steps the share of a word is sorted where it is compared with that of another."""

_LABEL = 6
"""Words that may stand before a colon that is a cue: "The mayor: We will pay." """

_MOST = 20
"""Places that are looked at for one content: a sentence of a megabyte must not cost the square of its length."""

_COLON = Cue(0.35, ":", ":")
"""What is known of a colon after a name."""


class Place(NamedTuple):
    """A word that may head a cue, its share of cues and stem, and the highest shares before and after it, in steps."""

    at: int
    share: float
    stem: str
    before: int
    after: int


def places(run: Run, sentence: tuple[int, int]) -> list[Place]:
    """The words of a sentence (both in words of the run) that may head a cue, in order."""
    first, last = sentence
    tags, words, known = run.tags, run.words, cue_words()
    found: list[tuple[int, Cue, int]] = []
    most = 0.0
    for match in _heads().finditer(tags, first, last):
        at = match.start()
        if tags[at] != ":":
            cue = known.get(words[at])
            if cue:
                found.append((at, cue, int(most * STEPS)))
                if cue.share > most:
                    most = cue.share
        elif 0 < at - first <= _LABEL and _NAMED.issuperset(tags[first:at]):
            if " ".join(words[first:at]) in _datelines():
                continue  # "KARACHI: The port ..." says where the report was written
            found.append((at, _COLON, int(most * STEPS)))
    most = 0.0
    result = []
    for at, (share, _, stem), before in reversed(found):
        result.append(Place(at, share, stem, before, int(most * STEPS)))
        if share > most and stem != ":":
            most = share
    result.reverse()
    return result


@cache
def _heads() -> re.Pattern[str]:
    return re.compile("[VUJ:]")


_NAMED = frozenset("ADnI.()")


@cache
def _datelines() -> frozenset[str]:
    return frozenset(line.partition("\t")[0].lower() for line in entries("places"))


def strongest(some: Sequence[Place], start: int, end: int) -> int:
    """The highest share of the places between two words of a run, in steps."""
    most = 0.0
    low = bisect_left(some, start, key=_at)
    for place in some[low : low + _MOST]:
        if place.at >= end:
            break
        if place.share > most:
            most = place.share
    return int(most * STEPS)


def _at(place: Place) -> int:
    return place.at
