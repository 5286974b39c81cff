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
    """The numbers of pieces of several sources that have one origin, and why.

    ``joined`` leads from sources that are one origin to one name, as in
    :func:`dossier.analysis.agreement.agreement.judged`.
    """
    words: Groups[int] = Groups()
    for one, other in _same_words(evidence):
        words.join(one, other, "the same words")
    reasons: tuple[tuple[str, list[str]], ...] = (
        ("one story", [joined.get(piece.source, "") for piece in evidence]),
        ("one speaker", [piece.speaker for piece in evidence]),
        ("the same words", [str(words.root(number)) for number in range(len(evidence))]),
    )
    for why, keys in reasons:
        groups: dict[str, list[int]] = {}
        for number, key in enumerate(keys):
            if key and evidence[number].counts:
                groups.setdefault(key, []).append(number)
        for group in groups.values():
            if len({evidence[number].source for number in group}) > 1:
                yield group, why


def _same_words(evidence: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """The numbers of pieces, each with the first that has so many of its words."""
    first: dict[tuple[str, ...], int] = {}
    for number, piece in enumerate(evidence):
        for words in _runs(piece):
            known = first.setdefault(words, number)
            if known != number:
                yield known, number


def _runs(piece: Evidence) -> Iterator[tuple[str, ...]]:
    """The words of a passage as a whole and so many in a row, where they are enough to be known again by.

    A person who notes a shorter one from two sources means two.
    """
    passage = piece.selector.exact[:_LONGEST]
    words = tuple(_words().findall(passage.casefold()))
    least = _QUOTED if passage.startswith(_OPENING) else _VERBATIM if piece.decided else _WHOLE
    if len(words) >= least:
        yield words
    yield from zip(*(words[at:] for at in range(_VERBATIM)), strict=False)


def _speaker(piece: Evidence) -> str:
    """Who is named, or else the source itself."""
    return piece.speaker or f"\0{piece.source}"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")
