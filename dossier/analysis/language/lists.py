"""What the rules know of a language, read from ``data/<language>/``: another language is another folder.

Every file says in its first lines where its entries come from. Lines that start with ``#`` are comments.
"""

from __future__ import annotations

import os
from functools import cache

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


@cache
def entries(name: str, language: str = "en") -> tuple[str, ...]:
    """The lines of ``data/<language>/<name>.txt`` in order, blank ones left out."""
    with open(os.path.join(_DATA, language, f"{name}.txt"), encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file]
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The same as a set, to look words up in."""
    return frozenset(line.strip() for line in entries(name, language))


@cache
def table(name: str, language: str = "en") -> dict[str, str]:
    """A file of two columns with a tab between them: the first is the key. Do not change what is returned."""
    rows = (line.split("\t", 1) for line in entries(name, language))
    return {key.strip(): value.strip() for key, value in rows}
