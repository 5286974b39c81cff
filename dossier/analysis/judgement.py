"""How likely a reading of a cue is: a logistic score over what stands around the cue and at the borders of the content.

The coefficients are in ``data/en/attribution_weights.txt``, which says how they were obtained.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

from dossier.analysis.contents import Candidate
from dossier.analysis.language import entries
from dossier.analysis.lexemes import Run, cue_words
from dossier.analysis.speakers import group_start

Weights = dict[str, dict[str, float]]


@cache
def weights(language: str = "en") -> Weights:
    """Coefficients by shape and trait. Do not change what is returned."""
    found: Weights = {}
    for line in entries("attribution_weights", language):
        shape, trait, value = line.split("\t")
        found.setdefault(shape, {})[trait] = float(value)
    return found


@cache
def _known_words(language: str = "en") -> frozenset[str]:
    """The words that have a coefficient of their own."""
    return frozenset(trait[5:] for group in weights(language).values() for trait in group if trait.startswith("word="))


def traits(run: Run, cue: int, sentence: tuple[int, int]) -> list[str]:
    """What can be said of a cue before any reading of it, in words that name a coefficient."""
    first, last = sentence
    tags, words = run.tags, run.words
    word = words[cue]
    known = cue_words().get(word)
    share = int(known.share * 10) if known else 3
    tag = tags[cue]
    padded = tags[cue + 1 : min(last, cue + 4)] + "$$$"
    start = group_start(run, cue, first)
    group = tags[start:cue]
    back = tags[start - 1] if start > first else "^"
    back2 = tags[start - 2] if start - 1 > first else "^"
    form = "ing" if word.endswith("ing") else "ed" if word.endswith("ed") else "s" if word.endswith("s") else "o"
    passive = "B" in group and form != "ing"
    after = words[cue + 1] if cue + 1 < last else "$"
    small = after if padded[0] in "ITWw" else padded[0]
    left = tags[first:start]
    kind = tag + form
    return [
        "any",
        f"share={share}",
        f"kind={kind}",
        f"word={word}",
        f"next={padded[0]}",
        f"next2={padded[:2]}",
        f"small={small}",
        f"kind+small={tag}{small}",
        f"kind+share={tag}{share}",
        f"next+share={padded[0]}{share}",
        f"back={back}",
        f"back2={back2}{back}",
        f"back+kind={back}{kind}",
        f"back+next={back}{padded[0]}",
        f"group={group[-2:]}",
        f"raw={tags[cue - 1] if cue > first else '^'}",
        f"passive={passive}",
        f"negated={'N' in group}",
        f"quoted={run.quoted}",
        f"title={run.title}",
        f"title+tag={run.title}{tag}{back}",
        f"q left={'q' in left}",
        f"q next={'q' in padded}",
        f"q any={'q' in tags[first:last]}",
        f"cues left={min(2, left.count('V'))}",
        f"at={min(3, (start - first) // 4)}",
        f"left={min(5, (last - cue) // 4)}",
        f"block={min(2, run.block)}",
    ]


def candidate_traits(run: Run, cue: int, one: Candidate) -> list[str]:
    """What can be said of one reading."""
    tags = run.tags
    start, end = one.content[0]
    stop = one.content[-1][1]
    speaker = one.speaker
    relation = speaker.relation if speaker else "none"
    length = sum(b - a for a, b in one.content)
    size = length if length < 4 else 4 + length // 4 if length < 24 else 10
    inside = tags[start:end]
    rest = tags[one.content[-1][0] : stop] if len(one.content) > 1 else ""
    quotes = "q" if "q" in inside else "s" if "s" in inside else ""
    only = not inside.strip("q,.-")
    verbs = any(tag in "VvBMHd" for tag in inside)
    begin = tags[start]
    tag = tags[cue]
    back = tags[speaker.start] if speaker else "-"
    return [
        f"cut={one.cut}",
        f"size={size}",
        f"begin={begin}",
        f"begin+cut={begin}{one.cut}",
        f"tag+cut={tag}{one.cut}",
        f"next+cut={tags[cue + 1] if cue + 1 < len(tags) else '$'}{one.cut}",
        f"begin+size={begin}{min(size, 6)}",
        f"relation={relation}",
        f"relation+begin={relation}{begin}",
        f"source={back}{min(4, speaker.end - speaker.start) if speaker else 0}",
        f"quotes={quotes}{only}",
        f"quotes+rest={quotes}{only}{'q' in rest}{bool(rest)}",
        f"cut+quotes={one.cut[:1]}{quotes}{only}",
        f"verbs={verbs}",
        f"verbs+cut={verbs}{one.cut}",
        f"tag+verbs={tag}{verbs}{begin}",
        f"last={tags[stop - 1]}",
        f"close={min(3, speaker.start - start) if speaker and one.shape in 'LB' and speaker.start > start else 0}",
    ]


UNLIKELY = 0.15
"""Probability of all readings of a cue together below which none is looked at further."""

HOPELESS = -7.0
"""Log odds, before the borders of the content are looked at, below which a shape is not tried."""


def probabilities(
    run: Run, cue: int, sentence: tuple[int, int], found: Iterable[Candidate], coefficients: Weights
) -> list[tuple[Candidate, float]]:
    """The readings of a cue with the probability of each, in a log-linear model in which "no cue" weighs 1.

    Empty where the word is unlikely to be a cue.
    """
    base = traits(run, cue, sentence)
    shared = coefficients.get("*", {})
    start = sum([shared[trait] for trait in base if trait in shared])
    totals: dict[str, float] = {}
    scored: list[tuple[Candidate, float]] = []
    everything = 1.0
    for one in found:
        known = coefficients.get(one.shape)
        if known is None:
            continue
        total = totals.get(one.shape)
        if total is None:
            total = totals[one.shape] = start + sum([known[trait] for trait in base if trait in known])
        if total < HOPELESS:
            continue
        weight = exp(total + sum([known[trait] for trait in candidate_traits(run, cue, one) if trait in known]))
        everything += weight
        scored.append((one, weight))
    if everything < 1.0 / (1.0 - UNLIKELY):
        return []
    return [(one, weight / everything) for one, weight in scored]
