"""What a text is made of for the eye of somebody who looks for figures."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """A number, a word or a single sign; ``start`` and ``end`` in code points of the text."""

    text: str
    low: str
    start: int
    end: int
    digits: bool
    word: bool
