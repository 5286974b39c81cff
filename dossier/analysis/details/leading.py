"""The words that lead to an hour of the day: what happened then."""

from __future__ import annotations

import re
from functools import cache

from dossier.analysis.attribution.lexemes import cue_words
from dossier.analysis.language.lists import table, words
from dossier.analysis.language.stems import stem

_REACH = 80
"""Code points before a place that are looked at."""
_MOST = 2


def leading(text: str, end: int) -> str:
    """The stems of the last verb and the last telling words before ``end`` in its sentence: "arrest fer shoot".

    Names are left out, as one source may say "the ferry" where another has its name.
    """
    before = text[max(end - _REACH, 0) : end]
    telling = [word for word in _words().findall(_sentence_ends().split(before)[-1]) if not _is_function(word)]
    verb = next((word for word in reversed(telling[:-_MOST]) if _is_verb(word)), "")
    return " ".join(map(stem, filter(None, (verb, *telling[-_MOST:]))))


def _is_function(word: str) -> bool:
    """Whether a word says nothing by itself."""
    return word in words("stopwords") or table("function_words").get(word, _NOUN) not in (_VERB, _NOUN)


def _is_verb(word: str) -> bool:
    return table("function_words").get(word) == _VERB or word in cue_words() or word.endswith("ed")


_VERB, _NOUN = "v", "n"
"""Letters of words that say something among the function words."""


@cache
def _sentence_ends() -> re.Pattern[str]:
    return re.compile(r"[.!?;\n](?=\s)")


@cache
def _words() -> re.Pattern[str]:
    """Words in small letters."""
    return re.compile(r"(?<![\w.'’-])[a-z]{2,}+(?![\w'’])")
