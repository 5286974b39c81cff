"""Whether a date without a year lies behind or ahead: the nearest verb of its clause tells."""

from __future__ import annotations

from dossier.analysis.dates.tokens import OTHER, Row
from dossier.analysis.language import lists

AHEAD, OPEN, BEHIND, PAST = 1, 0, -1, -2
"""What the words around tell; ``PAST`` where a verb in the past stands right before: "resigned on June 8"."""

_END = 2
"""What a token that ends a sentence says."""

_REACH = 14
_REACH_ON = 9
"""Tokens to the left, and then to the right, that are asked: about a clause."""

_FIXED_WITHIN = 4
"""Tokens before "for" among which something is set or fixed: a trial date was set for 28 October."""

_STOPS = frozenset({"!", "?", ";", "\n"})
_APOSTROPHES = frozenset({"'", "’"})


class Tenses:
    """The tenses of a text; every token is asked once, however many dates stand around it."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._words = lists.table("tense_words")
        self._known: dict[int, int] = {}

    def direction(self, begin: int, end: int) -> int:
        """``AHEAD``, ``OPEN``, ``BEHIND`` or ``PAST``, for the date expression at these tokens."""
        before = begin - 1 - (begin > 1 and self._row.lows[begin - 1] in lists.words("definite"))  # "until the end"
        if begin and self._directly_ahead(before):
            return AHEAD
        if begin > 1 and self._row.lows[begin - 1] == "on" and self._is_past(begin - 2):
            return PAST
        left = range(begin - 1, max(begin - 1 - _REACH, -1), -1)
        right = range(end, min(end + _REACH_ON, len(self._row.lows)))
        return self._first(left) or self._first(right) or self._otherwise(begin - 1, end)

    def _first(self, places: range) -> int:
        for at in places:
            told = self._known.get(at)
            if told is None:
                told = self._known[at] = self._told(at)
            if told:
                return OPEN if told == _END else told
        return OPEN

    def _directly_ahead(self, at: int) -> bool:
        """Whether the word before the date looks ahead: "toward November", "was set for October"."""
        lows = self._row.lows
        if lows[at] == "for":
            return any(self._words.get(low, "").endswith("fixed") for low in lows[max(at - _FIXED_WITHIN, 0) : at])
        return self._words.get(lows[at]) == "directly"

    def _otherwise(self, at: int, end: int) -> int:
        """Where no verb tells, what the word before the date does: "from Friday", and not "from Friday's storm"."""
        row = self._row
        owned = end < len(row.lows) and row.lows[end] in _APOSTROPHES and row.joined(end)
        begins = at >= 0 and self._words.get(row.lows[at]) == "otherwise" and not owned
        return AHEAD if begins else OPEN

    def _is_past(self, at: int) -> bool:
        """Whether a word is a verb in the past, and none that tells of a plan, as in "scheduled on"."""
        known = self._words.get(self._row.lows[at], "past")
        return known == "past" and self._told(at) == BEHIND

    def _told(self, at: int) -> int:
        row, lows = self._row, self._row.lows
        low = lows[at]
        before = lows[at - 1] if at else ""
        after = lows[at + 1] if at + 1 < len(lows) else ""
        if low in _STOPS:
            return _END
        if low == ".":
            # After a short word with a capital it is taken for an abbreviation.
            return OPEN if before and row.words[at - 1][0].isupper() and len(before) <= 4 else _END
        if low == "due" and after == "to" and before not in lists.words("being"):
            return OPEN  # "due to bad light"
        said = self._words.get(low, "").partition(" ")[0]
        named = low.endswith("ed") and at + 1 < len(lows) and row.letters[at + 1] == OTHER
        if said == "ahead" and named and before not in lists.words("being"):
            return OPEN  # "the planned harbour"
        if said == "ahead" or (low == "won" and after in _APOSTROPHES) or (low == "ll" and before in _APOSTROPHES):
            return AHEAD
        if said == "infinitive" or low in ("due", "set", "was", "were"):
            verb = lows[at + 2] if at + 2 < len(lows) else ""
            if after == "to" and verb.isalpha() and row.letters[at + 2] == "x":
                return AHEAD
        if before in ("be", "to"):
            return OPEN
        regular = low.endswith("ed") and len(low) > 4 and low.isalpha() and before not in ("the", "a", "an")
        return BEHIND if said == "past" or regular else OPEN
