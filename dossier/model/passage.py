"""Passages of a source, and selectors to find them again."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Passage(NamedTuple):
    """A span of one source: code points ``start`` to ``end`` of its reading text, end exclusive."""

    source: str
    start: int
    end: int


class Selector(NamedTuple):
    """How a passage is stored: W3C Web Annotation TextQuoteSelector and TextPositionSelector.

    ``start`` is a hint in code points, ``None`` when it was not given.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


class Anchor(StrEnum):
    """What became of a selector when its words were looked for in the text."""

    FOUND = "found"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"
