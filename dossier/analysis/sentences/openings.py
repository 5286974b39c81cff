"""What a report opens with before its first sentence: "KARACHI (Reuters) - ", "ISLAMABAD: "."""

from __future__ import annotations

import re
from functools import cache

LONGEST = 80
"""Code points in which place, date and agency stand."""


def opening(text: str, start: int, end: int) -> int:
    """Where the first sentence of [start, end) begins: after place, date and agency, or at ``start``."""
    found = _opening().match(text, start, min(end, start + LONGEST))
    return found.end() if found else start


@cache
def _opening() -> re.Pattern[str]:
    """A place in capitals, or anything with an agency in brackets, up to a dash; a place in capitals up to a colon."""
    place = r"[A-Z]{3,}(?:[ /-][A-Z]{2,})*"
    dash = r"(?: ?[–—―] ?| --? )"
    agency = r" \([^()\n]{2,40}\)"
    shouted = rf"{place}(?:, [^():–—\n]{{2,40}}?)?(?:{agency})?"
    credited = rf"[A-Z][^():–—\n]{{1,40}}{agency}"
    return re.compile(rf"(?:{shouted}|{credited}){dash}|{place}: ")
