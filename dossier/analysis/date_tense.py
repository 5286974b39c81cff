"""Whether a date without a year lies behind or ahead: the nearest verb of its clause tells."""

from __future__ import annotations

from dossier.analysis import language
from dossier.analysis.date_tokens import Row

AHEAD, BEHIND, OPEN = 1, -1, 0

_REACH = 14
"""Tokens to the left that are asked, and half of it to the right: about a clause."""

_STOPS = frozenset({"!", "?", ";", "\n"})


def direction(row: Row, begin: int, end: int) -> int:
    """``AHEAD``, ``BEHIND`` or ``OPEN``, for the date expression at these tokens."""
    if begin and row.lows[begin - 1] == "for" and _set_for(row, begin - 1):
        return AHEAD
    for at in range(begin - 1, max(begin - 1 - _REACH, -1), -1):
        if _stops(row, at):
            break
        told = _told(row, at)
        if told:
            return told
    for at in range(end, min(end + _REACH, len(row.lows))):
        if _stops(row, at):
            break
        told = _told(row, at)
        if told:
            return told
    return OPEN


def _set_for(row: Row, at: int) -> bool:
    """Whether something is set or fixed shortly before this "for": a trial date was set for 28 October."""
    told = language.table("tense_words")
    return any(
        told.get(low) == "fixed" or told.get(low, "").endswith(" fixed") for low in row.lows[max(at - 4, 0) : at]
    )


def _stops(row: Row, at: int) -> bool:
    """The end of a sentence; a full stop after a short word with a capital is taken for an abbreviation."""
    low = row.lows[at]
    if low == ".":
        return not (at and row.words[at - 1][0].isupper() and len(row.words[at - 1]) <= 4)
    return low in _STOPS


def _told(row: Row, at: int) -> int:
    low = row.lows[at]
    said = language.table("tense_words").get(low, "").partition(" ")[0]
    before = row.lows[at - 1] if at else ""
    after = row.lows[at + 1] if at + 1 < len(row.lows) else ""
    if low == "won" and after in ("'", "’"):
        return AHEAD
    if low == "ll" and before in ("'", "’"):
        return AHEAD
    if said == "ahead":
        return AHEAD
    if said == "infinitive" or low in ("due", "set"):
        verb = row.lows[at + 2] if at + 2 < len(row.lows) else ""
        if after == "to" and verb.isalpha() and row.letters[at + 2] == "x":
            return AHEAD
    if before in ("be", "to"):
        return OPEN
    if said == "past" or (low.endswith("ed") and len(low) > 4 and low.isalpha() and before not in ("the", "a", "an")):
        return BEHIND
    return OPEN
