"""How likely a reading of a cue is: a log-linear score over what stands around it and at the content's borders.

The readings of one cue compete with one another and with "no cue", which weighs 1 (a conditional logit, McFadden 1974).
The coefficients are in ``data/en/attribution_weights.txt``, which says how they were obtained.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from dossier.analysis.attribution.contents import Candidate
from dossier.analysis.attribution.lexemes import Run, common, has_verb
from dossier.analysis.attribution.places import STEPS, Place, strongest
from dossier.analysis.attribution.speakers import group_start
from dossier.analysis.language.lists import entries

CUE_TRAITS = (
    "small", "next2", "back2", "share", "before", "after", "before+share", "after+share", "next", "previous", "place",
)  # fmt: skip
"""What is said of a cue before any reading, in the order of :func:`cue_traits`."""

OWN_TRAITS = ("any", "small", "next2", "back2", "share")
"""What is said of it again for each shape of reading, in the order of :func:`own_traits`."""

CONTENT_TRAITS = (
    "size", "tag+cut", "relation+begin", "relation+gap", "source", "quotes+rest", "edge+quotes", "verbs+edge",
    "tag+verbs", "last", "strongest", "stem+edge", "stem+begin", "behind+edge", "commas+edge", "tail+edge", "first",
    "following",
)  # fmt: skip
"""What is said of one reading, in the order of :func:`content_traits`."""

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
    content: Values


class Weights(NamedTuple):
    """The coefficients that all shapes share, for each of :data:`CUE_TRAITS`, and those of each shape."""

    cue: Values
    shapes: dict[str, Shape]


_ZEROS = (0.0,) * max(len(CUE_TRAITS), len(CONTENT_TRAITS))
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
            shapes[shape] = Shape(tuple({} for _ in OWN_TRAITS), tuple({} for _ in CONTENT_TRAITS))
        if name in OWN_TRAITS:
            shapes[shape].own[OWN_TRAITS.index(name)][value] = float(number)
        else:
            shapes[shape].content[CONTENT_TRAITS.index(name)][value] = float(number)
    return Weights(cue, shapes)


@cache
def weights(language: str = "en") -> Weights:
    """The coefficients of a language. Do not change what is returned."""
    return weights_from(entries("attribution_weights", language))


def cue_traits(run: Run, place: Place, sentence: tuple[int, int]) -> tuple[str, ...]:
    """The values of :data:`CUE_TRAITS` for one word of a run."""
    cue, share = place.at, place.share
    first, last = sentence
    tags = run.tags
    ahead = (tags[cue + 1 : min(last, cue + 3)] + "$$")[:2]
    start = group_start(run, cue, first)
    fifth = _DIGITS[int(share * STEPS)]
    before, after = _DIGITS[place.before], _DIGITS[place.after]
    following = common(run, cue + 1) if cue + 1 < last else "$"
    return (
        tags[cue] + (following if ahead[0] in _SMALL else ahead[0]),
        ahead,
        ("^^" + tags[max(first, start - 2) : start])[-2:],
        _DIGITS[int(share * 10)],
        before,
        after,
        before + fifth,
        after + fifth,
        following,
        common(run, cue - 1) if cue > first else "^",
        _DIGITS[min(6, (cue - first) // 4)],
    )


_SMALL = frozenset("ITWw")
"""Letters of words whose own form matters after a cue: "to", "that", "of", "whether"."""


def own_traits(base: tuple[str, ...]) -> tuple[str, ...]:
    """The values of :data:`OWN_TRAITS` for the word with these :func:`cue_traits`."""
    return ("", base[0][1:], *base[1:4])


def content_traits(run: Run, place: Place, one: Candidate, around: Sequence[Place]) -> tuple[str, ...]:
    """The values of :data:`CONTENT_TRAITS` for one reading, among the places of its sentence."""
    tags = run.tags
    _, content, speaker, cut = one
    start, end = content[0]
    length = end - start
    inside = tags[start:end]
    edge = cut[:1]
    stop, rest = end, ""
    if len(content) > 1:
        low, stop = content[-1]
        length += stop - low
        rest = "q" if "q" in tags[low:stop] else "r"
    quotes = "q" if "q" in inside else "s" if "s" in inside else ""
    if quotes and not inside.strip("q,.-"):
        quotes += "o"
    begin, tag = tags[start], tags[place.at]
    verbs = "1" if has_verb(inside) else ""
    relation = source = gap = ""
    if speaker:
        relation = speaker.relation
        source = tags[speaker.start] + _DIGITS[min(4, speaker.end - speaker.start)]
        gap = relation + _DIGITS[min(4, abs(place.at - speaker.end))]
    behind = "1" if has_verb(tags[end + 1 : end + 7] if edge == "," else tags[end : end + 6]) else ""
    commas = inside.count(",")
    tail = _DIGITS[min(5, (length - inside.rfind(",")) // 2)] if commas else "9"
    return (
        _DIGITS[length if length < 4 else 4 + length // 4 if length < 24 else 10],
        tag + cut,
        relation + begin,
        gap,
        source,
        quotes + rest,
        edge + quotes,
        verbs + edge,
        tag + verbs + begin,
        tags[stop - 1],
        _DIGITS[strongest(around, start, end)],
        place.stem + edge,
        place.stem + begin,
        behind + edge,
        _DIGITS[min(3, commas)] + edge,
        tail + edge,
        common(run, start),
        common(run, end) if end < len(tags) else "$",
    )


def probabilities(
    run: Run,
    place: Place,
    sentence: tuple[int, int],
    around: Sequence[Place],
    found: Iterable[Candidate],
    coefficients: Weights,
) -> list[tuple[Candidate, float]]:
    """The readings of a cue with the probability of each; empty where the word is unlikely to be a cue."""
    base = cue_traits(run, place, sentence)
    start = sum(map(dict.get, coefficients.cue, base, _ZEROS))
    if start < HOPELESS:
        return []
    own = own_traits(base)
    shapes = coefficients.shapes
    totals: dict[str, float] = {}
    scored: list[tuple[Candidate, float]] = []
    everything = 1.0
    for one in found:
        shape = one.shape
        total = totals.get(shape)
        if total is None:
            if shape not in shapes:
                continue
            total = totals[shape] = start + sum(map(dict.get, shapes[shape].own, own, _ZEROS))
        if total < POOR:
            continue
        traits = content_traits(run, place, one, around)
        weight = exp(total + sum(map(dict.get, shapes[shape].content, traits, _ZEROS)))
        everything += weight
        scored.append((one, weight))
    if everything * (1.0 - UNLIKELY) < 1.0:
        return []
    return [(one, weight / everything) for one, weight in scored]
