"""What looks like a date and is none: the verb "march", 2000 people, Black Friday, the number of a flight."""

from __future__ import annotations

import re
from functools import cache

from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.tokens import OTHER, Row
from dossier.analysis.language import lists

_SURE_YEARS = range(1900, 2060)
"""Years that stand without a preposition; others need one: news counts more things than it tells old years."""

_OLDEST_BESIDE_COUNTS = 1500
_LONGEST_LINK = 4
"""Letters of the word after "of 1812": a longer one is likely what is counted ("of 1709 schoolchildren")."""

_BEFORE_YEARS = frozenset("iFtBO")
_BEFORE_THAT = frozenset({"in", "on", "of", "by", "later", "during", "since", "until", "from", "at"})


@cache
def _beside() -> dict[str, frozenset[str]]:
    table = lists.table("date_doubts")
    return {
        role: frozenset(word for word, at in table.items() if at == role)
        for role in ("after", "before", "each", "older", "ends")
    }


def doubtful(row: Row, found: Expression) -> bool:
    """Whether the expression is no date after all."""
    kind = found.kind
    if _named(row, found):
        return True
    if kind == "century":
        return found.unit != "century"
    if kind in ("weekday", "month") and row.lows[max(found.begin - 1, 0)] in _beside()["each"]:
        return True
    if kind in ("month", "month day", "day", "days", "month days"):
        return _doubtful_month(row, found)
    if kind == "year":
        return _doubtful_year(row, found)
    if kind == "piece":
        return _doubtful_piece(row, found)
    if kind == "season":
        return not (found.year or found.shift is not None or row.lows[found.begin - 1 : found.begin] == ["in"])
    if kind == "decade":
        return not _whole_decade(row, found)
    if kind == "fiscal":
        return False
    if kind == "months to":
        counted = found.unit == "month" or (found.unit == "year" and not found.number)
        inside = found.begin > 0 and row.joined(found.begin)
        return not counted or inside or row.letters[found.end : found.end + 1] == "t"
    if kind == "months of year":
        return found.unit != "month" or not 1 <= found.number <= _YEAR
    if kind in ("unit", "span", "ago", "later", "ahead", "day of month", "deictic"):
        return _doubtful_count(row, found)
    return False


def _around(row: Row, found: Expression) -> tuple[str, str]:
    """The lower-case words before and after, empty at the ends of the text."""
    before = row.lows[found.begin - 1] if found.begin else ""
    return before, row.lows[found.end] if found.end < len(row.lows) else ""


def _named(row: Row, found: Expression) -> bool:
    """Whether it is part of a name: "Black Friday", "the Sunday Times"."""
    if found.kind not in ("weekday", "month", "season", "month day", "deictic", "unit"):
        return False
    if row.letters[found.end - 1] == "P" and found.end < len(row.words):
        last, following = row.words[found.end - 1], row.words[found.end]
        if last.istitle() and following.istitle():
            return True
    if found.kind == "deictic" and found.begin and not row.joined(found.begin):
        # "World News Tonight": a capital after a capital, within a sentence.
        before, first = row.words[found.begin - 1 : found.begin + 1]
        after = row.words[found.end : found.end + 1]
        headline = bool(after) and after[0].istitle()
        if before[:1].isupper() and first.istitle() and not headline and row.letters[found.begin - 1] == OTHER:
            return True
    names = lists.words("weekday_names")
    lows = row.lows
    return any(
        f"{lows[at - 1]} {lows[at]}" in names for at in range(max(found.begin, 1), min(found.end + 1, len(lows)))
    )


def _doubtful_month(row: Row, found: Expression) -> bool:
    letters = row.letters[found.begin : found.end]
    at = found.begin + next(n for n, letter in enumerate(letters) if letter in "MAm")
    after = row.lows[at + 1] if at + 1 < len(row.lows) else ""
    if after == "." and at + 1 < found.end and len(row.lows[at]) > 4:
        return True
    if found.day:
        hyphen = row.letters.find("-", found.begin, found.end)
        return _counted(row, found) or (hyphen > 0 and "s" not in found.kind and not row.joined(hyphen))
    if found.year or found.shift is not None or found.part:
        return False
    before = row.letters[found.begin - 1] if found.begin else ""
    if row.letters[at] == "m":
        return before not in ("i", "F", "B") and not _beside_month(row, found)
    following = row.words[found.end] if found.end < len(row.words) else ""
    return row.letters[at] == "A" and following[:1].isupper() and before not in _BEFORE_YEARS


def _beside_month(row: Row, found: Expression) -> bool:
    """Whether another month stands two tokens before or behind, as in "March to May", "in March and May 2025"."""
    before, after = row.letters[max(found.begin - 3, 0) : found.begin], row.letters[found.end : found.end + 2]
    if len(after) > 1 and after[0] in "t-" and after[1] in "MAm":
        return True
    month, tie = before[-2:-1], before[-1:]
    joined = tie == "&" and before[:-2] in ("i", "F", "B") and _ends_there(row, found.end)
    return month in ("M", "A", "m") and (tie in ("t", "-") or joined)


def _ends_there(row: Row, at: int) -> bool:
    """Whether nothing goes on behind a date: a sign, or a year within it."""
    return at >= len(row.letters) or row.letters[at] != OTHER


def _counted(row: Row, found: Expression) -> bool:
    """Whether the last number of the expression goes on ("March 5,000") or counts ("May 3 million")."""
    last = found.end - 1
    if not row.words[last].isdecimal():
        return False
    lows = row.lows
    following = lows[found.end] if found.end < len(lows) else ""
    if following in (",", ".", ":") and _goes_on(row, found.end):
        return not (following == "," and len(lows[found.end + 1]) == 4)
    return following in ("%", "million", "billion", "trillion", "percent", "thousand")


def _goes_on(row: Row, at: int) -> bool:
    """Whether a number goes on over the sign at this token: "5,000", "2.5", "10:30"."""
    tight = at + 1 < len(row.lows) and row.joined(at) and row.joined(at + 1)
    return tight and row.lows[at + 1][0].isdecimal()


def _doubtful_year(row: Row, found: Expression) -> bool:
    if len(row.lows[found.end - 1]) not in (2, 4) and not found.part:
        return True
    before, after = _around(row, found)
    beside = _beside()
    if after in beside["after"] or after in ("%", "°", "/") or before in ("$", "€", "£", "#", "/", "¥", "₹"):
        return True
    if before in (".", ",", ":", "-", "+") and row.joined(found.begin):
        return True
    if after in (",", ".", ":") and _goes_on(row, found.end):
        return True
    if before in beside["before"] or _of_a_model(row, found) or _of_a_street(row, found):
        return True
    plural = after.endswith("s") and after.isalpha() and len(after) > 3 and after not in beside["ends"]
    if plural and row.words[found.end][0].islower():
        return before not in ("since", "in")
    return found.year not in _SURE_YEARS and not _old_year(row, found)


def _of_a_model(row: Row, found: Expression) -> bool:
    """Whether it is a year in the name of a vehicle: "a 2013 gray Toyota", "the 2008 Honda Civic"."""
    before, after = _around(row, found)
    at = found.end + (after in lists.words("colours"))
    make, model, *_ = (*row.words[at : at + 2], "", "")
    if at > found.end and before in _OWNED and make[:1].isupper():
        return True  # "a 2013 gray Camry"
    if make.lower() not in lists.words("vehicle_makes") or not make[:1].isupper():
        return False
    owned = before in _OWNED or before in lists.words("colours")
    return owned or (before == "the" and model[:1].isupper())


_OWNED = frozenset({"a", "an", "his", "her", "their", "my"})
"""Words before the year of one vehicle of many."""


def _of_a_street(row: Row, found: Expression) -> bool:
    """Whether it is the number of a house: "2016 Ontario Street"."""
    before = row.lows[found.begin - 1] if found.begin else ""
    if before not in lists.words("before_houses"):
        return False
    following = row.words[found.end : found.end + _LONGEST_STREET]
    named = next((at for at, word in enumerate(following) if not word[:1].isupper()), len(following))
    return named > 1 and following[named - 1].lower() in lists.words("streets")


_LONGEST_STREET = 4
"""Words of the name of a street."""


def _old_year(row: Row, found: Expression) -> bool:
    """Whether a number below 1900 stands as a year does: "in 1848", "the war of 1812", "(1564-1616)", "born 1879"."""
    before, after = _around(row, found)
    letter = row.letters[found.begin - 1] if found.begin else ""
    if "-" in found.written and not found.part:
        return len(row.lows[found.end - 1]) == 4
    if before in _beside()["older"] or (before == "." and row.lows[max(found.begin - 2, 0)] in ("c", "ca")):
        return True
    if before == "of" or (before == "(" and after == ")"):
        if after.isalpha() and len(after) > _LONGEST_LINK:
            return False
        return found.year >= _OLDEST_BESIDE_COUNTS and found.year % 100 != 0
    return letter in _BEFORE_YEARS and before not in ("to", "at", "on", "from")


def _doubtful_piece(row: Row, found: Expression) -> bool:
    """Quarters and halves of a year, and not of a game: a half needs its year, so does a quarter in a game's report.

    Nor those of "the 2024-25 fiscal year", of which nobody says when it begins.
    """
    if _fiscal().match(row.letters, found.end):
        return True
    if found.unit and found.unit not in ("quarter", "year"):
        return True
    letters = row.letters[found.begin : found.end]
    if "f" in letters and "G" not in letters and "quarter" not in found.written:
        return True
    if (found.day or found.number) > (2 if "G" in letters or "H" in letters else 4):
        return True
    placed = bool(found.year or "K" in letters or found.shift is not None)
    if placed:
        return False
    before, after = _around(row, found)
    return "Q" not in letters and ("G" in letters or before not in ("the", "its", "in", "their") or after in ("of",))


@cache
def _fiscal() -> re.Pattern[str]:
    return re.compile("(?:[-/][YdN])?K")


_YEAR = 12
"""Months."""


def _whole_decade(row: Row, found: Expression) -> bool:
    """ "1990s" is a decade, "90s" only with an apostrophe or "the", "the nineties" with "the"."""
    word = row.lows[found.end - 1]
    if row.lows[found.end : found.end + 1] == ["-"] and row.joined(found.end):
        return False  # "a 1950s-style diner"
    if word == "s":
        first = row.lows[found.end - 3]
        before, _ = _around(row, found)
        return row.joined(found.end - 1) and row.joined(found.end - 2) and first[-1] == "0" and before == "the"
    if len(word) == 5 and word[0].isdecimal():
        return True
    before, _ = _around(row, found)
    return row.letters[found.end - 2] == "'" if found.end - found.begin > 1 and not found.part else before == "the"


def _is_timeless(row: Row, found: Expression) -> bool:
    """Whether a time at large is meant rather than a day: "in today's world", "today's globalised economy"."""
    owned = row.letters[found.end : found.end + 1] == "'" and row.joined(found.end)
    owns = row.lows[found.end + 2 : found.end + 4] if owned else ()
    return not lists.words("timeless").isdisjoint(owns)


def _doubtful_count(row: Row, found: Expression) -> bool:
    before, after = _around(row, found)
    kind = found.kind
    if kind == "day of month":
        letter = row.letters[found.end] if found.end < len(row.letters) else "."
        return row.lows[found.begin] != "on" or letter not in ".,n)" or after == "-"
    if kind == "span":
        # "The last five months of her life" are not the last before today.
        return after == "of"
    if kind == "later":
        # "The day after he lost his job" is told by what follows, not by what came before.
        clause = found.relation in ("before", "after") and after.isalpha() and after != "and"
        clause = clause or after in lists.words("comparing")  # "two years later than promised"
        return clause or before == "the" or (not found.number and "the" not in found.written)
    if kind == "unit" and not found.relation and not found.part:
        return found.unit != "weekend"
    if kind == "unit" and found.relation in ("that", "same"):
        return found.relation == "that" and before.isalpha() and before not in _BEFORE_THAT
    if kind == "unit":
        # "The last week of 2015" is told by what follows, "This Week" in quotes is a programme.
        title = row.words[found.end - 1][0].isupper() and before in ("“", '"', "‘")
        return title or row.letters[found.end : found.end + 2] in ("OY", "OM", "Om", "OA", "Oh")
    if kind == "deictic":
        title = before in ("“", "‘") and after in ("”", "’") and row.words[found.begin][0].isupper()
        return title or _is_timeless(row, found)
    return kind == "ahead" and row.lows[found.begin] not in ("in", "within")
