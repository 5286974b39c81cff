"""Lists of words and phrases by language, read from the data files beside this module."""

from __future__ import annotations

import os
import re
from functools import cache

_FOLDED = {"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "‐": "-", "‑": "-"}
_UNLIKE = re.compile(f"[{''.join(_FOLDED)}]")


@cache
def phrases(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of ``data/<language>/<name>.txt`` in order; lines that start with ``#`` are comments."""
    path = os.path.join(os.path.dirname(__file__), "data", language, f"{name}.txt")
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The same as a set, to look whole words or lines up in."""
    return frozenset(phrases(name, language))


def fold(text: str) -> str:
    """``text`` in lower case with plain quotes, hyphens and spaces: the form the lists are written in."""
    return (text if text.isascii() else _UNLIKE.sub(lambda found: _FOLDED[found[0]], text)).lower()
