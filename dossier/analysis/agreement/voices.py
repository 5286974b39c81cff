"""Who states each piece of evidence, and why several sources are one origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dossier.analysis.entities.groups import Groups
from dossier.analysis.origins.origins import Voice
from dossier.model.claim import Evidence

_VERBATIM, _WHOLE, _QUOTED = 12, 7, 5
"""Words in a row that two writers hardly choose alike, as a line of an agency; of a whole passage; of a quotation."""

_LONGEST = 4_000
"""Code points of a passage that are looked at."""

_OPENING = ('"', "“", "‘", "'", "«", "„")
"""Signs that words which are a quotation begin with."""


def voices(evidence: Sequence[Evidence]) -> Iterator[Voice]:
    """Who states each piece; so many words that are the same in two sources were not found twice, but said once."""
    speakers: Groups[str] = Groups()
    for one, other in _same_words(evidence):
        speakers.join(_speaker(evidence[one]), _speaker(evidence[other]), "the same words")
    for piece in evidence:
        yield Voice(piece.source, speakers.root(_speaker(piece)))


def shared(evidence: Sequence[Evidence], joined: Mapping[str, str]) -> Iterator[tuple[list[int], str]]:
    """The numbers of pieces that count, of several sources that have one origin, and why.

    ``joined`` leads from sources that are one origin to one name, as in
    :func:`dossier.analysis.agreement.agreement.judged`.
    """
    numbers = [number for number, piece in enumerate(evidence) if piece.counts]
    counted = [evidence[number] for number in numbers]
    words: Groups[int] = Groups()
    for one, other in _same_words(counted):
        words.join(one, other, "the same words")
    reasons: tuple[tuple[str, list[str]], ...] = (
        ("one story", [joined.get(piece.source, "") for piece in counted]),
        ("one speaker", [piece.speaker for piece in counted]),
        ("the same words", [str(words.root(at)) for at in range(len(counted))]),
    )
    for why, keys in reasons:
        groups: dict[str, list[int]] = {}
        for number, key in zip(numbers, keys, strict=True):
            if key:
                groups.setdefault(key, []).append(number)
        for group in groups.values():
            if len({evidence[number].source for number in group}) > 1:
                yield group, why


def _same_words(evidence: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """The numbers of pieces, each with the first ones that have so many of its words."""
    if len(evidence) < 2:
        return
    whole: dict[tuple[str, ...], int] = {}
    first: dict[tuple[str, ...], int] = {}
    for number, piece in enumerate(evidence):
        passage = piece.selector.exact[:_LONGEST]
        words = tuple(_words().findall(passage.casefold()))
        known = whole.setdefault(words, number)
        if known != number:
            if len(words) >= min(_least(evidence[known]), _least(piece)):
                yield known, number
            if _least(piece) < _least(evidence[known]):
                whole[words] = number
            continue
        runs = zip(*(words[at:] for at in range(_VERBATIM)), strict=False)
        for known in {first.setdefault(run, number) for run in runs} - {number}:
            yield known, number


def _least(piece: Evidence) -> int:
    """Words of a whole passage to know it by; a person who notes a short one from two sources means two."""
    if piece.selector.exact.startswith(_OPENING):
        return _QUOTED
    return _VERBATIM if piece.decided else _WHOLE


def _speaker(piece: Evidence) -> str:
    """Who is named, or else the source itself."""
    return piece.speaker or f"\0{piece.source}"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")
