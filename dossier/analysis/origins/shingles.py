"""Shingles: every five words in a row of a text, as numbers (Broder 1997)."""

from __future__ import annotations

import re
from functools import cache
from zlib import crc32

from dossier.analysis.language.normal_form import unified

WIDTH = 5
"""Words in a shingle. Unrelated stories on one beat share at most .17 of them, a story cut to 30 % all."""


class WordNumbers(dict[str, int]):
    """Words and their numbers, each worked out once: texts that are compared share most of their words."""

    def __missing__(self, word: str) -> int:
        self[word] = number = crc32(word.lower().encode("utf-8", "replace"))
        return number


def shingles(text: str, numbers: WordNumbers | None = None) -> tuple[int, ...]:
    """The shingles of ``text`` in order; case, punctuation and the looks of quotes and dashes do not count. Linear.

    ``numbers`` keeps those of words for further texts. A shingle is the hash of a tuple of whole numbers, which Python
    computes alike in every process; two share one by chance once in 2**61.
    """
    plain = unified(text)
    known = WordNumbers() if numbers is None else numbers
    row = [known[word] for word in _word().findall(plain)]
    return tuple(map(hash, zip(*(row[at:] for at in range(WIDTH)), strict=False)))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")
