"""Where quotation marks open and close within one block."""

from __future__ import annotations

import re
from functools import cache

_REACH = 500
"""How far a single quotation mark looks for its partner, in code points: apostrophes must not cost more."""

_BEFORE = "([{-—–/"
"""What may stand directly before an opening mark, besides white space."""


@cache
def _marks() -> re.Pattern[str]:
    # A literal in front of every branch, so that the engine searches for one set of characters.
    return re.compile("""''|``|\"|“|”|„|«|»|‘|'""")


@cache
def _single_end() -> re.Pattern[str]:
    return re.compile(r"(?<=[\w.,!?…])['’](?![\w'])")


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of one block, marks included, outermost only; one that never closes runs to the end.

    Reporting style reopens a quotation at each of its paragraphs and closes it at the last (Chicago Manual of Style
    13.30), so the end of a block ends a quotation without fault.
    """
    found: list[tuple[int, int]] = []
    opened = -1
    after = start
    for mark in _marks().finditer(text, start, end):
        at, stop = mark.span()
        sign = mark[0]
        if at < after:
            continue
        if sign in "‘'":
            if opened < 0:
                close = _single(text, at, start, end)
                if close:
                    found.append((at, close))
                    after = close
            continue
        if opened < 0:
            if sign != "”" and sign != "»" and _may_open(text, at, stop, start, end, sign):
                opened = at
        elif sign in "“„«" or (sign == '"' and _must_open(text, at, stop, start, end)):
            found.append((opened, at))
            opened = at
        else:
            found.append((opened, stop))
            opened = -1
    if opened >= 0:
        found.append((opened, end))
    return found


def _may_open(text: str, at: int, stop: int, start: int, end: int, sign: str) -> bool:
    """Whether a mark can open: a straight one needs something behind it, and no word directly before."""
    if sign in "“„«``":
        return True
    if stop >= end or text[stop].isspace():
        return False
    return at == start or not text[at - 1].isalnum()


def _must_open(text: str, at: int, stop: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    return stop < end and text[stop].isalnum() and (before.isspace() or before in "([")


def _single(text: str, at: int, start: int, end: int) -> int:
    """Where the single quotation that may open at ``at`` ends; 0 when none does."""
    before = text[at - 1] if at > start else " "
    if not (before.isspace() or before in _BEFORE) or at + 1 >= end or not text[at + 1].isalnum():
        return 0
    close = _single_end().search(text, at + 1, min(end, at + _REACH))
    if close is None:
        return 0
    if text[at] == "‘" and text[close.start()] == "'":
        return 0
    return close.end()
