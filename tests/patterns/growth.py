"""How the time of a regular expression grows with the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

SIZES = (*(int(20 * 1.5**n) for n in range(9)), 4096)
"""Code points of the texts tried first. With such small steps what is exponential is seen before it stalls: from just
under :data:`NEVER_SUSPECTED` a step takes it to a second or two. The last is for what is a power of the length."""
NEVER_SUSPECTED = 0.003
"""Seconds below which no more is asked: what is quadratic takes ten times as long for the longest text."""
TELLING = 0.05
"""Seconds from which a time says something."""
LONGEST = 1 << 20
"""Code points of the longest text tried."""
GROWTH = 3
"""At most so many times as long for twice the text."""
LEAP = 30
"""Times as long for twice the text that are worse than any power: a text twice as long again would never end."""
TRIES = 5
EVEN = 4.5
"""Times as long for three times the text that are no ground for suspicion: what is quadratic takes nine times."""


def used(pattern: re.Pattern[str], method: str) -> Callable[[str], object]:
    """The expression as the code uses it, over a whole text."""
    if method == "search":
        return lambda text: [None for _ in pattern.finditer(text)]
    return pattern.match if method == "match" else pattern.fullmatch


def seconds(use: Callable[[str], object], text: str) -> float:
    """Seconds of processor time."""
    begin = process_time()
    use(text)
    return process_time() - begin


def stalls(use: Callable[[str], object], text: Callable[[int], str]) -> bool:
    """Whether the time grows clearly faster than the text; ``text`` makes one of about so many code points."""
    size = next((size for size in SIZES if seconds(use, text(size)) > NEVER_SUSPECTED), 0)
    return (
        size > 0 and not _even(use, text(size), text(size // 3)) and all(_grows(use, text, size) for _ in range(TRIES))
    )


def _even(use: Callable[[str], object], whole: str, third: str) -> bool:
    """Whether a text takes but a little more than three times as long as a third of it."""
    return any(seconds(use, whole) < EVEN * seconds(use, third) for _ in range(TRIES))


def _grows(use: Callable[[str], object], text: Callable[[int], str], size: int) -> bool:
    """Whether twice the text takes more than :data:`GROWTH` times as long, where that takes long enough to tell."""
    half, whole = seconds(use, text(size // 2)), seconds(use, text(size))
    while whole < TELLING and size < LONGEST:
        if whole > max(NEVER_SUSPECTED, LEAP * half):
            return True
        size, half, whole = 2 * size, whole, seconds(use, text(2 * size))
    return whole > max(TELLING, GROWTH * half)
