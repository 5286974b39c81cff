"""How likely a reading of a cue is: a log-linear score over what stands around it and at the content's borders.

The readings of one cue compete with one another and with "no cue", which weighs 1 (a conditional logit, McFadden 1974).
The coefficients are in ``data/en/attribution_weights.txt``, which says how they were obtained.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp
from typing import NamedTuple

from dossier.analysis.attribution.contents import Candidate
from dossier.analysis.attribution.lexemes import Run, cue_words, has_verb
from dossier.analysis.attribution.speakers import group_start
from dossier.analysis.language.lists import entries

CUE_TRAITS = (
    "any", "share", "kind", "word", "next", "next2", "small", "kind+small", "kind+share", "next+share", "back", "back2",
    "back+kind", "back+next", "group", "raw", "passive", "negated", "quoted", "title", "title+tag",
)  # fmt: skip
"""What is said of a cue before any reading, in the order of :func:`cue_traits`."""

CONTENT_TRAITS = (
    "cut", "size", "begin", "begin+cut", "tag+cut", "next+cut", "begin+size", "relation", "relation+begin", "source",
    "quotes", "quotes+rest", "cut+quotes", "verbs", "verbs+cut", "tag+verbs", "last", "close",
)  # fmt: skip
"""What is said of one reading, in the order of :func:`content_traits`."""

UNLIKELY = 0.25
"""Probability of all readings of a cue together below which none is looked at further."""

HOPELESS = -4.2
"""Log odds of a word, before any reading, below which none is tried: one in a hundred that would be kept is lost."""

POOR = -3.6
"""Log odds of a shape, before the borders of the content are looked at, below which it is not tried."""

Values = tuple[dict[str, float], ...]


class Shape(NamedTuple):
    """The coefficients of one shape of reading: for each trait, by its value."""

    cue: Values
    content: Values


Weights = dict[str, Shape]
"""By shape; "*" are those that all shapes share."""

_ZEROS = (0.0,) * max(len(CUE_TRAITS), len(CONTENT_TRAITS))
_DIGITS = tuple(str(number) for number in range(12))


def weights_from(lines: Iterable[str]) -> Weights:
    """Coefficients from lines of shape, trait=value and number with tabs between them."""
    found: Weights = {}
    for line in lines:
        shape, trait, number = line.split("\t")
        name, _, value = trait.partition("=")
        if shape not in found:
            found[shape] = Shape(tuple({} for _ in CUE_TRAITS), tuple({} for _ in CONTENT_TRAITS))
        if name in CUE_TRAITS:
            found[shape].cue[CUE_TRAITS.index(name)][value] = float(number)
        else:
            found[shape].content[CONTENT_TRAITS.index(name)][value] = float(number)
    return found


@cache
def weights(language: str = "en") -> Weights:
    """The coefficients of a language. Do not change what is returned."""
    return weights_from(entries("attribution_weights", language))


def cue_traits(run: Run, cue: int, sentence: tuple[int, int]) -> tuple[str, ...]:
    """The values of :data:`CUE_TRAITS` for one word of a run."""
    first, last = sentence
    tags, words = run.tags, run.words
    word = words[cue]
    known = cue_words().get(word)
    share = _DIGITS[int(known.share * 10)] if known else "3"
    tag = tags[cue]
    ahead = (tags[cue + 1 : min(last, cue + 3)] + "$$")[:2]
    following = ahead[0]
    start = group_start(run, cue, first)
    group = tags[start:cue]
    back = tags[start - 1] if start > first else "^"
    form = "i" if word.endswith("ing") else "e" if word.endswith("ed") else "s" if word.endswith("s") else "o"
    kind = tag + form
    small = words[cue + 1] if following in "ITWw" else following
    title = "1" if run.title else ""
    return (
        "",
        share,
        kind,
        word,
        following,
        ahead,
        small,
        tag + small,
        tag + share,
        following + share,
        back,
        (tags[start - 2] if start - 1 > first else "^") + back,
        back + kind,
        back + following,
        group[-2:],
        tags[cue - 1] if cue > first else "^",
        "1" if "B" in group and form != "i" else "",
        "1" if "N" in group else "",
        "1" if run.quoted else "",
        title,
        title + tag + back,
    )


def content_traits(run: Run, cue: int, one: Candidate) -> tuple[str, ...]:
    """The values of :data:`CONTENT_TRAITS` for one reading."""
    tags = run.tags
    _, content, speaker, cut = one
    start, end = content[0]
    length = end - start
    inside = tags[start:end]
    rest = ""
    if len(content) > 1:
        low, end = content[-1]
        length += end - low
        rest = "q" if "q" in tags[low:end] else "r"
    quotes = "q" if "q" in inside else "s" if "s" in inside else ""
    if not inside.strip("q,.-"):
        quotes += "o"
    size = _DIGITS[length if length < 4 else 4 + length // 4 if length < 24 else 10]
    begin = tags[start]
    tag = tags[cue]
    verbs = "1" if has_verb(inside) else ""
    relation, source, close = "none", "", ""
    if speaker:
        relation = speaker.relation
        source = tags[speaker.start] + _DIGITS[min(4, speaker.end - speaker.start)]
        if one.shape in "LB" and speaker.start > start:
            close = _DIGITS[min(3, speaker.start - start)]
    return (
        cut,
        size,
        begin,
        begin + cut,
        tag + cut,
        (tags[cue + 1] if cue + 1 < len(tags) else "$") + cut,
        begin + (size if length < 12 else "6"),
        relation,
        relation + begin,
        source,
        quotes,
        quotes + rest,
        cut[:1] + quotes,
        verbs,
        verbs + cut,
        tag + verbs + begin,
        tags[end - 1],
        close,
    )


def probabilities(
    run: Run, cue: int, sentence: tuple[int, int], found: Iterable[Candidate], coefficients: Weights
) -> list[tuple[Candidate, float]]:
    """The readings of a cue with the probability of each; empty where the word is unlikely to be a cue."""
    base = cue_traits(run, cue, sentence)
    shared = coefficients.get("*")
    start = sum(map(dict.get, shared.cue, base, _ZEROS)) if shared else 0.0
    if start < HOPELESS:
        return []
    totals: dict[str, float] = {}
    scored: list[tuple[Candidate, float]] = []
    everything = 1.0
    for one in found:
        known = coefficients.get(one.shape)
        if known is None:
            continue
        total = totals.get(one.shape)
        if total is None:
            total = totals[one.shape] = start + sum(map(dict.get, known.cue, base, _ZEROS))
        if total < POOR:
            continue
        weight = exp(total + sum(map(dict.get, known.content, content_traits(run, cue, one), _ZEROS)))
        everything += weight
        scored.append((one, weight))
    if everything * (1.0 - UNLIKELY) < 1.0:
        return []
    return [(one, weight / everything) for one, weight in scored]
