"""What two statements are compared by: the stems of their telling words, synonyms as one, and the pieces of those."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from dossier.analysis.language.lists import entries, words
from dossier.analysis.language.normal_form import unified

_LONGEST = 4_000
"""Code points of a statement that are looked at: a longer "sentence" is a table or an attack."""

_SHORTEST_STEM = 3
"""Letters that must be left when an ending is cut."""

_PIECE = 4
"""Letters of a character n-gram; with three, unrelated words share too many, with five inflections are lost."""


def terms(text: str, language: str = "en") -> frozenset[str]:
    """The stems of the words and the numbers of ``text``, synonyms as one, without the words that every text has."""
    found = set(_words(text)) - words("stopwords", language)
    return frozenset(map(_term, found) if language == "en" else [_term(word, language) for word in found])


def spelled(text: str, language: str = "en") -> dict[str, str]:
    """The words of ``text`` by their :func:`terms`, for a person who reads them."""
    return {_term(word, language): word for word in reversed(_words(text))}


def _words(text: str) -> list[str]:
    return _word().findall(unified(text[:_LONGEST]).lower())


@lru_cache(maxsize=65_536)
def _term(word: str, language: str = "en") -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    found = stem(word, language)
    return _same(language).get(found, found)


@cache
def _same(language: str) -> dict[str, str]:
    """The stems of words that tell of the same, with the one that stands for them."""
    rows = (line.split() for line in entries("synonyms", language))
    return {stem(word, language): stem(row[0], language) for row in rows for word in row}


@lru_cache(maxsize=65_536)
def stem(word: str, language: str = "en") -> str:
    """A word in lower case without its ending, so that "financed" and "financing" are one."""
    for suffix in entries("suffixes", language):
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            word = word[: -len(suffix)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        return word[:-1]
    return word


def pieces(stems: frozenset[str]) -> frozenset[str]:
    """The character n-grams of the stems, each with its edges: "~min", "mine", "ine~" for "mine"."""
    return frozenset(chain.from_iterable(map(_pieces, stems)))


@lru_cache(maxsize=65_536)
def _pieces(word: str) -> tuple[str, ...]:
    edged = f"~{word}~"
    return tuple(edged[at : at + _PIECE] for at in range(max(len(edged) - _PIECE + 1, 1)))


@cache
def _word() -> re.Pattern[str]:
    """A number with its commas and points, a run of letters, or a word that begins with digits: 76ers."""
    return re.compile(r"\d+[^\W\d_]{3,}|\d[\d.,]*(?<=\d)|[^\W\d_]+")
