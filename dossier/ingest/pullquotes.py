"""Paragraphs whose words stand again inside a longer paragraph of the same source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

LEAST_WORDS = 4
"""Words of the shortest pull quote that stands in quotation marks; without marks, or with gaps, twice as many."""

CONTAINED = 0.72
"""Share of a pull quote's three-word shingles found in the paragraph it was taken from.

An interruption ("he said") or a misprint costs two or three shingles; other paragraphs on one subject share
fewer than a third.
"""

LONGEST = 2_500
"""Code points of a pull quote; longer paragraphs are not set off."""

LARGEST = 1_000_000
"""Code points of a text that is searched; books and transcripts, which are longer, have no pull quotes."""

_CROWD = 8  # paragraphs remembered for one key, so that a phrase repeated everywhere costs no more than others
_VOTES = 3  # paragraphs compared word by word with one candidate
_WORD = re.compile(r"\w+")
_INSERTED = re.compile(r"\[[^\[\]]{0,60}\]")
_KEY = re.compile(r"\b\w{7,}+\W{1,3}\w++")

Shingles = tuple[int, set[tuple[str, str, str]]]
"""The number of words of a text, and every three of them that follow each other."""


def pull_quotes(texts: Sequence[str], candidates: Iterable[int], quoted: frozenset[int] = frozenset()) -> set[int]:
    """The indices among ``candidates`` whose words stand again in a longer one of ``texts``.

    ``quoted`` are those set off by quotation marks or by the format. Paragraphs are brought together by keys, a
    long word and the one after it, and only those that share half of them are compared, so the time is linear.
    """
    if sum(map(len, texts)) > LARGEST:
        return set()
    chosen = [index for index in candidates if len(texts[index]) <= LONGEST]
    if not chosen or len(texts) < 2:
        return set()
    keys = [set(_KEY.findall(text.lower())) for text in texts]
    _add_short(texts, [index for index in chosen if index in quoted and not keys[index]], keys)
    shared = {key for key, times in Counter(chain.from_iterable(keys)).items() if times > 1}
    holders: dict[str, list[int]] = {}
    for index, own in enumerate(keys):
        for key in own & shared:
            known = holders.setdefault(key, [])
            if len(known) < _CROWD:
                known.append(index)
    compared: dict[int, Shingles] = {}
    return {
        index
        for index in chosen
        for holder in _likely(index, keys[index], holders)
        if _stands_in(texts, index, holder, index in quoted, compared)
    }


def _likely(index: int, keys: set[str], holders: dict[str, list[int]]) -> list[int]:
    """The paragraphs that share at least half of ``keys``, those with most of them first."""
    shared = [holders[key] for key in keys if key in holders]
    if not shared or len(shared) * 2 < len(keys):
        return []
    votes = Counter(chain.from_iterable(shared))
    del votes[index]
    likely = [(-count, holder) for holder, count in votes.items() if count * 2 >= len(keys)]
    return [holder for _, holder in sorted(likely)[:_VOTES]]


def _add_short(texts: Sequence[str], keyless: Sequence[int], keys: list[set[str]]) -> None:
    """Gives quotations without a long word their first three words as a key, here and where they stand again."""
    firsts: dict[tuple[str, ...], str] = {}
    for index in keyless:
        words = tuple(_WORD.findall(texts[index].lower())[:3])
        if len(words) == 3:
            firsts[words] = " ".join(words)
    if firsts:
        for index, text in enumerate(texts):
            keys[index].update(firsts[found] for found in firsts.keys() & _shingles(text)[1])


def _stands_in(texts: Sequence[str], index: int, holder: int, quoted: bool, compared: dict[int, Shingles]) -> bool:
    for one in (index, holder):
        if one not in compared:
            compared[one] = _shingles(texts[one])
    length, inner = compared[index]
    longer, outer = compared[holder]
    if longer <= length or not inner:
        return False
    share = len(inner & outer) / len(inner)
    if length < 2 * LEAST_WORDS:
        return quoted and length >= LEAST_WORDS and share == 1
    return share >= CONTAINED


def _shingles(text: str) -> Shingles:
    words = _WORD.findall(_INSERTED.sub("", text.lower()))
    return len(words), set(zip(words, words[1:], words[2:], strict=False))
