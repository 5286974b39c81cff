"""How likely a reading of a cue is: a log-linear score over what stands around it and at the content's borders.

The readings of one cue compete with one another and with "no cue", which weighs 1 (a conditional logit, McFadden 1974).
The coefficients are in ``data/en/attribution_weights.txt``, which says how they were obtained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from dossier.analysis.attribution.contents import Candidate
from dossier.analysis.attribution.lexemes import Run, common, has_verb
from dossier.analysis.attribution.places import STEPS, Place, strongest
from dossier.analysis.attribution.speakers import Speaker, group_start
from dossier.analysis.language.lists import entries

CUE_TRAITS = (
    "back2", "share", "before", "after", "before+share", "after+share", "next", "previous", "place",
)  # fmt: skip
"""What is said of a cue before any reading, in the order of :func:`cue_traits`."""

OWN_TRAITS = ("any", "small", "next2", "back2", "share")
"""What is said of a cue for each shape of reading, in the order of :func:`own_traits`."""

START_TRAITS = ("relation+begin", "relation+gap", "stem+begin", "reach+begin", "border", "first")
"""What is said of the speaker and the start of a content, in the order of :func:`start_traits`."""

END_TRAITS = (
    "tag+cut", "quotes+rest", "edge+quotes", "verbs+edge", "tag+verbs", "strongest", "stem+edge", "behind+edge",
    "commas+edge", "tail+edge", "resumed+edge", "following",
)  # fmt: skip
"""What is said of a content and its end, in the order of :func:`end_traits`."""

UNLIKELY = 0.25
"""Probability of all readings of a cue together below which none is looked at further."""

HOPELESS = -2.8
"""Log odds of a word, before any reading, below which none is tried: two in a thousand that would be kept are lost."""

POOR = -2.8
"""Log odds of a shape, before the borders of the content are looked at, below which it is not tried."""

Values = tuple[dict[str, float], ...]


class Shape(NamedTuple):
    """The coefficients of one shape of reading: for each trait, by its value."""

    own: Values
    start: Values
    end: Values


class Weights(NamedTuple):
    """The coefficients that all shapes share, for each of :data:`CUE_TRAITS`, and those of each shape."""

    cue: Values
    shapes: dict[str, Shape]


_ZEROS = (0.0,) * max(len(CUE_TRAITS), len(END_TRAITS))
_DIGITS = tuple(str(number) for number in range(12))


def weights_from(lines: Iterable[str]) -> Weights:
    """Coefficients from lines of shape, trait=value and number with tabs between them; "*" is for all shapes."""
    cue: Values = tuple({} for _ in CUE_TRAITS)
    shapes: dict[str, Shape] = {}
    for line in lines:
        shape, trait, number = line.split("\t")
        name, _, value = trait.partition("=")
        if shape == "*":
            cue[CUE_TRAITS.index(name)][value] = float(number)
            continue
        if shape not in shapes:
            shapes[shape] = Shape(*(tuple({} for _ in names) for names in (OWN_TRAITS, START_TRAITS, END_TRAITS)))
        for names, values in zip((OWN_TRAITS, START_TRAITS, END_TRAITS), shapes[shape], strict=True):
            if name in names:
                values[names.index(name)][value] = float(number)
    return Weights(cue, shapes)


@cache
def weights(language: str = "en") -> Weights:
    """The coefficients of a language. Do not change what is returned."""
    return weights_from(entries("attribution_weights", language))


def cue_traits(run: Run, place: Place, sentence: tuple[int, int]) -> tuple[str, ...]:
    """The values of :data:`CUE_TRAITS` for one word of a run."""
    cue, share = place.at, place.share
    first, last = sentence
    start = group_start(run, cue, first)
    fifth = _DIGITS[int(share * STEPS)]
    before, after = _DIGITS[place.before], _DIGITS[place.after]
    return (
        run.tags[start - 2 : start] if start - 2 >= first else ("^^" + run.tags[first:start])[-2:],
        _DIGITS[int(share * 10)],
        before,
        after,
        before + fifth,
        after + fifth,
        common(run, cue + 1) if cue + 1 < last else "$",
        common(run, cue - 1) if cue > first else "^",
        _DIGITS[(cue - first) // 4] if cue - first < 24 else "6",
    )


def own_traits(run: Run, cue: int, last: int, base: tuple[str, ...]) -> tuple[str, ...]:
    """The values of :data:`OWN_TRAITS` of a word with these :func:`cue_traits` in a sentence that ends at ``last``."""
    ahead = (run.tags[cue + 1 : min(last, cue + 3)] + "$$")[:2]
    small = ahead[0]
    return ("", run.words[cue + 1] if small in _SMALL else small, ahead, base[0], base[1])


_SMALL = frozenset("ITWw")
"""Letters of words whose own form matters after a cue: "to", "that", "of", "whether"."""


def start_traits(run: Run, place: Place, start: int, speaker: Speaker | None) -> tuple[str, ...]:
    """The values of :data:`START_TRAITS` for readings whose content starts at a word."""
    cue = place.at
    begin = run.tags[start]
    relation = gap = ""
    if speaker:
        relation = speaker.relation
        distance = abs(cue - speaker.end)
        gap = relation + (_DIGITS[distance] if distance < 4 else "4")
    reach = start - cue
    return (
        relation + begin,
        gap,
        place.stem + begin,
        ("" if reach <= 0 else _DIGITS[reach] if reach < 9 else "9") + begin,
        run.tags[start - 1 : start + 1] if reach > 1 else "",
        common(run, start),
    )


def end_traits(run: Run, place: Place, one: Candidate, around: Sequence[Place]) -> tuple[str, ...]:
    """The values of :data:`END_TRAITS` for one reading, among the places of its sentence."""
    tags = run.tags
    _, content, _, cut = one
    start, end = content[0]
    inside = tags[start:end]
    edge = cut[:1]
    rest = ""
    if len(content) > 1:
        low, stop = content[-1]
        rest = "r" if tags.find("q", low, stop) < 0 else "q"
    quotes = "q" if "q" in inside else "s" if "s" in inside else ""
    if quotes and not inside.strip("q,.-"):
        quotes += "o"
    verbs = "1" if has_verb(inside) else ""
    behind = "1" if has_verb(tags[end + 1 : end + 7] if edge == "," else tags[end : end + 6]) else ""
    commas = inside.count(",")
    tail = min(5, (end - start - inside.rfind(",")) // 2) if commas else 9
    resumed = "1" if commas and _resumed().search(inside) else ""
    tag = tags[place.at]
    return (
        tag + cut,
        quotes + rest,
        edge + quotes,
        verbs + edge,
        tag + verbs + inside[0],
        _DIGITS[strongest(around, start, end)],
        place.stem + edge,
        behind + edge,
        (_DIGITS[commas] if commas < 3 else "3") + edge,
        _DIGITS[tail] + edge,
        resumed + edge,
        common(run, end) if end < len(tags) else "$",
    )


@cache
def _resumed() -> re.Pattern[str]:
    """A verb directly after a comma: the clause around an insertion goes on."""
    return re.compile(",[VvBHM]")


def probabilities(
    run: Run,
    place: Place,
    sentence: tuple[int, int],
    around: Sequence[Place],
    found: Iterable[Candidate],
    coefficients: Weights,
) -> list[tuple[Candidate, float]]:
    """The readings of a cue with the probability of each; empty where the word is unlikely to be a cue."""
    get = dict.get
    base = cue_traits(run, place, sentence)
    least = sum(map(get, coefficients.cue, base, _ZEROS))
    if least < HOPELESS:
        return []
    own = own_traits(run, place.at, sentence[1], base)
    totals: dict[str, float] = {}
    starts: dict[tuple[str, int, Speaker | None], float] = {}
    scored: list[tuple[Candidate, float]] = []
    everything = 1.0
    for one in found:
        shape, content, speaker, _ = one
        known = coefficients.shapes.get(shape)
        if known is None:
            continue
        total = totals.get(shape)
        if total is None:
            total = totals[shape] = least + sum(map(get, known.own, own, _ZEROS))
        if total < POOR:
            continue
        key = shape, content[0][0], speaker
        begun = starts.get(key)
        if begun is None:
            values = start_traits(run, place, key[1], speaker)
            begun = starts[key] = total + sum(map(get, known.start, values, _ZEROS))
        weight = exp(begun + sum(map(get, known.end, end_traits(run, place, one, around), _ZEROS)))
        everything += weight
        scored.append((one, weight))
    if everything * (1.0 - UNLIKELY) < 1.0:
        return []
    return [(one, weight / everything) for one, weight in scored]
