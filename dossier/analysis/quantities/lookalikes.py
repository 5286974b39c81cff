"""What has digits or number words and is no quantity: dates, years, times of day, names, labels, codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dossier.analysis.language.lists import table, words
from dossier.analysis.quantities.measures import is_model
from dossier.analysis.quantities.numerals import Number
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import MONTHS, NUMBER_WORDS, SCALES

_CLOCKS: Final = frozenset({"am", "pm", "gmt", "utc", "est", "edt", "pst", "pdt", "bst", "ist", "cet", "hrs"})
_SHORTENED: Final = frozenset({"no", "nos", "vol", "art", "sec", "fig", "p", "pp"})
_YEARS: Final = ("1500", "2100")
_LONGEST_BARE: Final = 7
"""In digits: without commas, a unit or a noun after it, a longer number is an identifier."""


def looks_like_no_quantity(row: Sequence[Token], number: Number, *, measured: bool) -> bool:
    """Whether the number is something else; ``measured`` when a unit, a scale or a currency goes with it."""
    if number.digits and (_glued(row, number, measured=measured) or _dated(row, number) or _told_by_clock(row, number)):
        return True
    if number.digits and (_run_together(row[number.first].text) or _slashed(row, number) or _of_a_house(row, number)):
        return True
    if _is_format(row, number):
        return True
    if measured:
        return False
    if _describes(row, number.end):
        return True
    return _named(row, number) or (_of_digits if number.digits else _of_words)(row, number)


def dated(row: Sequence[Token]) -> bool:
    """Whether a short text is a date that merely has digits: a month's name, or ISO 8601."""
    for at, token in enumerate(row):
        if token.low in MONTHS and len(token.low) > 3:
            return True
        beside = [*row[max(at - 1, 0) : at], *row[at + 1 : at + 2]]
        if (token.text == "May" or token.low in MONTHS) and any(other.digits for other in beside):
            return True
        if token.text == "-" and len(beside) == 2 and len(beside[0].text) == 4 and len(beside[1].text) == 2:
            return beside[0].text.isdecimal() and beside[1].text.isdecimal()
    return False


def is_year(text: str) -> bool:
    """Whether four digits may be a year."""
    return len(text) == 4 and text.isdecimal() and _YEARS[0] <= text < _YEARS[1]


def _glued(row: Sequence[Token], number: Number, *, measured: bool) -> bool:
    """A part of a code, a range of dates, a telephone number, a time or a score."""
    first, after = row[number.first], number.end
    if not number.money and number.begin and row[number.begin - 1].end == row[number.begin].start:
        before = row[number.begin - 1]
        if before.word or before.digits or before.text in "/:.'_#@&=+\\":
            return True
        if before.text == "-" and number.begin > 1 and row[number.begin - 2].end == before.start:
            return row[number.begin - 2].low not in NUMBER_WORDS and row[number.begin - 2].low not in words("scales_of")
    if after >= len(row) or row[after].start != row[after - 1].end:
        return False
    following = row[after]
    if following.word:
        return not measured
    further = row[after + 1] if after + 1 < len(row) and row[after + 1].start == following.end else None
    if further is None or not further.digits:
        return False
    if following.text == "-":
        return _hyphenated(row, after, first, further)
    return following.text in ":/.x"


def _run_together(text: str) -> bool:
    """Days and years without a space after the comma: "May 26,2003", "in 1994,1996,1999"."""
    *parts, last = text.split(",")
    return bool(parts) and is_year(last) and (all(map(is_year, parts)) or [len(part) < 3 for part in parts] == [True])


def _is_format(row: Sequence[Token], number: Number) -> bool:
    """ "A 4K television", "the 10K run"."""
    at = number.end
    if not number.digits or number.money or row[at - 1].text != "K" or at >= len(row):
        return False
    kind = table("formats").get(row[at].low)
    named = number.begin > 0 and row[number.begin - 1].low in words("articles")
    return kind == "screen" or (kind == "race" and named)


def _of_a_house(row: Sequence[Token], number: Number) -> bool:
    """ "200 W. Vale Boulevard", "at 1600 Pennsylvania Avenue": one or two names and the word for a street."""
    if number.money or number.end - number.first != 1:
        return False
    at = number.end
    if at + 1 < len(row) and len(row[at].text) == 1 and row[at + 1].text == ".":
        at += 2
    names = 0
    while at < len(row) and row[at].word and row[at].text[0].isupper():
        if names and row[at].low in words("streets"):
            following = row[at + 1] if at + 1 < len(row) else None
            return following is None or not following.word or following.low in words("thing_ends")
        names += 1
        if names > _LONGEST_STREET:
            return False
        at += 1
    return False


_LONGEST_STREET: Final = 2
"""Words of the name of a street."""


def _slashed(row: Sequence[Token], number: Number) -> bool:
    """ "9 / 11", "12 / 03 / 2009": a date with spaces in it, of three numbers or of the attacks."""
    at, end = number.first, number.end
    if end - at != 1:
        return False
    first = at
    while first > 1 and row[first - 1].text == "/" and row[first - 2].digits:
        first -= 2
    parts = [row[first].text]
    after = first
    while after + 2 < len(row) and row[after + 1].text == "/" and row[after + 2].digits:
        after += 2
        parts.append(row[after].text)
        if len(parts) > _DATE_PARTS:
            return False
    return parts == ["9", "11"] or (len(parts) == _DATE_PARTS and all(part.isdecimal() for part in parts))


_DATE_PARTS: Final = 3


def _told_by_clock(row: Sequence[Token], number: Number) -> bool:
    """ "At 1230 hours": a time of day in four digits."""
    text = row[number.first].text
    if number.end - number.first != 1 or len(text) != 4 or not text.isdecimal() or text >= "2401" or text[2:] >= "60":
        return False
    hours = number.end < len(row) and row[number.end].low in ("hours", "hrs")
    following = row[number.end + 1].low if number.end + 1 < len(row) else ""
    at = number.begin > 0 and row[number.begin - 1].low == "at" and following not in words("counted_hours")
    return hours and (text[0] == "0" or at)


def _hyphenated(row: Sequence[Token], at: int, first: Token, further: Token) -> bool:
    """Groups of digits with hyphens between: three are a date or a telephone number, two that fall a score."""
    more = at + 3 < len(row) and row[at + 2].text == "-" and row[at + 3].digits and row[at + 2].start == further.end
    if more or is_year(first.text) or (first.text[0] == "0" and first.text.isdecimal()):
        return True
    both = first.text.isdecimal() and further.text.isdecimal() and row[at - 1] is first
    scaled = at + 2 < len(row) and len(row[at + 2].low) > 3 and row[at + 2].low in SCALES
    return both and not scaled and int(first.text[:20]) >= int(further.text[:20])


def _dated(row: Sequence[Token], number: Number) -> bool:
    """Beside a month's name, or a time of day."""
    at, end = number.first, number.end
    if number.scale != 1 or number.money:
        return False
    before = row[at - 1] if at else None
    if before is not None and before.text == "." and at > 1:
        before = row[at - 2]
    if before is not None and (before.text == "May" or (before.low in MONTHS and before.text[0].isupper())):
        return len(row[at].text) <= 2 or is_year(row[at].text)
    if end >= len(row):
        return False
    following = row[end]
    if following.low in ("-", "to", "and") and end + 2 < len(row) and row[end + 1].digits:
        following = row[end + 2]
    if following.text == "May" or (following.low in MONTHS and following.text[0].isupper()):
        return len(row[at].text) <= 2
    if following.low in ("a", "p") and [token.low for token in row[end + 1 : end + 3]] == [".", "m"]:
        return True
    clock = following.low == "o" and [token.low for token in row[end + 1 : end + 3]] == ["'", "clock"]
    return clock or following.low in _CLOCKS


def _describes(row: Sequence[Token], at: int) -> bool:
    """ "Four-way", "two-time"."""
    return at + 1 < len(row) and row[at].text == "-" and row[at + 1].low in words("hyphened_names")


def _named(row: Sequence[Token], number: Number) -> bool:
    """The number of an article, a flight, a room, or a part of a name like "Boeing 737" and "Big Four"."""
    at = number.begin
    before = row[at - 1] if at else None
    if before is not None and before.text == "." and at > 1 and row[at - 2].low in _SHORTENED:
        return True
    if before is None or not before.word:
        return False
    if number.digits and at > 1 and is_model(before) and (row[at - 2].digits or row[at - 2].low in NUMBER_WORDS):
        return True
    if _counts(row, number.end):
        return False
    if before.low in words("numbered_names"):
        return True
    capital = before.text[0].isupper() and before.low not in words("thing_ends")
    opens = at < 2 or row[at - 2].text in "\"'.:!?-"
    return capital and not opens and (number.digits or row[at].text[0].isupper())


def _counts(row: Sequence[Token], at: int) -> bool:
    """Whether a noun in the plural follows, perhaps after an adjective."""
    people = words("counted_people")
    for token in row[at : at + 2]:
        if token.text in people:
            return True
        if not token.word or not token.text.islower() or token.low in words("thing_ends"):
            return False
        if token.low.endswith("s") and len(token.low) > 3 and not token.low.endswith("ss"):
            return True
    return False


def _of_digits(row: Sequence[Token], number: Number) -> bool:
    """Years, ages between commas, numbers in brackets and before lists, identifiers."""
    at, end = number.first, number.end
    text = row[at].text
    before = row[at - 1] if at else None
    following = row[end] if end < len(row) else None
    if is_year(text):
        return not _counted_year(row, number)
    if following is not None and before is not None:
        if before.text == "," and following.text in ",." and at > 1 and row[at - 2].text[0].isupper():
            return True
        if before.text in "([" and following.text in ")]":
            return True
    if before is None and following is not None and following.text in ".)" and len(text) <= 3:
        return following.start == row[at].end
    if text.count(".") > 1 and any(len(part) != 3 for part in text.split(".")[1:]):
        return True
    if before is not None and before.digits and text.isdecimal() and len(text) > 3:
        return True
    if text.isdecimal() and (len(text) >= _LONGEST_BARE or (text[0] == "0" and len(text) > 1)):
        return following is None or not following.text.islower() or text[0] == "0"
    return False


def _counted_year(row: Sequence[Token], number: Number) -> bool:
    """ "2000 people": four digits that could be a year and are a count."""
    people = words("counted_people")
    following = row[number.end : number.end + 2]
    if any(token.low in people and token.text.islower() for token in following):
        return True
    before = " ".join(token.low for token in row[max(number.begin - 2, 0) : number.begin])
    return before.endswith(("more than", "at least", "nearly", "almost", "some", "approximately", "up to")) and bool(
        following and following[0].text.islower() and following[0].low not in words("thing_ends")
    )


def is_pronoun(row: Sequence[Token], number: Number) -> bool:
    """Whether "one" stands for something else: "this one", "no one", "one another"."""
    if row[number.first].low != "one" or number.end != number.first + 1 or not number.begin:
        return False
    return row[number.begin - 1].low in _BEFORE_PRONOUN


_BEFORE_PRONOUN: Final = frozenset({"no", "the", "this", "that", "any", "every", "each", "another", "which"})


def _of_words(row: Sequence[Token], number: Number) -> bool:
    """ "One" that counts nothing: "one of them", "no one", "one day"."""
    if row[number.first].low not in ("one", "zero", "nil") or number.end != number.first + 1:
        return False
    following = row[number.end : number.end + 2]
    return is_pronoun(row, number) or not any(token.low in words("counted_people") for token in following)
