"""Capitalised words of a text, and how each is tied to the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lexicon import countries, honorifics, known_names, plain
from dossier.analysis.language.lists import entries, table, words

LONGEST_GAP = 12
"""Code points between two words of one name: the longest tie is " for the ", white space doubled."""

_CONNECTORS = {
    "of": "of",
    "for": "for",
    "and": "and",
    "&": "&",
    "of the": "of",
    "for the": "for",
    "and the": "and the",
    "to the": "to",
    "to": "to",
}
_INITIAL_AFTER = frozenset(".!?:;…|•*·")
_OPENERS = "\"“”‘'([{«„`"
_WITHIN = frozenset("_@#/\\")
"""Signs after which a capital is no beginning of a name: tags, addresses, paths."""

_LONGEST_GIVEN = 20
"""Code points of a given name and the space after it."""

_LONGEST_ORDINAL = 8
"""Code points of the number of a street and the space before it."""

_SHORT = frozenset(("St", "Ft", "Mt", "Jr", "Sr"))
"""Words with a stop behind them that go on to the next word of a name."""

_PARTIES = frozenset("DRI")
"""Democrat, Republican, Independent before a state: (D-Mo.) is no name."""


class Word(NamedTuple):
    """A capitalised word, without its possessive.

    ``tie`` says how it follows the word before: " " directly, "," after a comma, "]" after a bracket, "~" after a
    particle, a connecting word, or "" for not at all. ``initial`` is true where a capital says nothing: at the start
    of a sentence or a quotation.
    """

    start: int
    end: int
    text: str
    tie: str
    initial: bool

    @property
    def lower(self) -> str:
        """For looking up."""
        return self.text.lower()

    def first(self) -> Word:
        """The same as the first word of a name."""
        return self._replace(tie="") if self.tie else self


@cache
def _pattern() -> re.Pattern[str]:
    # Latin with its extensions, Greek and Cyrillic; small letters among them are left out afterwards; and teams called
    # after a year, 76ers. The pattern
    # begins with one set of characters, which the engine searches for at four times the speed of two alternatives.
    upper = "A-Z\u00c0-\u00de\u0100-\u052f"
    return re.compile(rf"[{upper}\d](?:(?<=\d)\ders\b|(?<!\d)(?:\.(?:[{upper}]\.)+|[\w'’&-]*))")


def _start(text: str, at: int) -> int:
    """Where the word with a capital at ``at`` begins: al-Assad, d'Estaing; -1 within a word, a tag or an address."""
    before = text[at - 1] if at else " "
    if before == "-" and text[at - 3 : at - 1] in words("particles") and not text[at - 4 : at - 3].isalnum():
        return at - 3
    if before in "'’" and text[at - 2 : at - 1].islower() and not text[at - 3 : at - 2].isalnum():
        return at - 2
    return -1 if before.isalnum() or before in _WITHIN else at


def capitals(text: str, start: int, end: int) -> list[Word]:
    """The capitalised words of a block in order."""
    found: list[Word] = []
    before: Word | None = None
    closed = False
    for match in _pattern().finditer(text, start, end):
        capital, close = match.span()
        if not (text[capital].isupper() or text[capital].isdigit()):
            continue
        at = capital if text[capital - 1 : capital] == " " else _start(text, capital)
        if at < 0:
            continue
        written = text[at:close]
        if _is_currency(written, text[close : close + 2]):
            continue
        for first, last in _parts(written, at) if "-" in written else ((at, close),):
            raw = text[first:last]
            clean = raw if raw.isalnum() else _without_possessive(raw)
            word = _word(text, start, before, closed, (first, first + len(clean)))
            if word.text:
                found.append(word)
                before, closed = word, len(clean) < len(raw)
    return found


def _is_currency(written: str, behind: str) -> bool:
    """Whether a word is the code or the sign of a currency with a sum behind it or in it: NPR 18, Rs6."""
    sign = written.rstrip("0123456789")
    summed = sign != written or (behind[:1] == " " and behind[1:].isdigit())
    return summed and (sign in words("currency_codes", "any") or sign in table("currency_signs", "any"))


def _word(text: str, block: int, before: Word | None, closed: bool, span: tuple[int, int]) -> Word:
    """The word at ``span``; ``closed`` when the word before it has a possessive."""
    start, end = span
    tie = ""
    if before is not None and start - before.end <= LONGEST_GAP:
        gap = text[before.end : start]
        owns = closed and _owns(before, gap, text[start:end]) and not _is_surname(text, block, before)
        tie = " " if owns else "" if closed else _tie(gap, before)
    end += text[end : end + 1] == "." and f"{text[start:end]}." in known_names()
    if text[start:end] in words("numbered_ways") and (number := _number().match(text, end)):
        end = number.end()
    elif (kind := text[start:end].lower()) in words("streets") or kind in words("numbered_bodies"):
        start = _ordinal(text, block, start)
    initial = tie != " " and _is_initial(text, block, start)
    return Word(start, end, text[start:end], tie, initial)


def _owns(owner: Word, gap: str, owned: str) -> bool:
    """Whether a possessive stands within a name: Sam's Club, the People's Party, not Pakistan's Parliament."""
    if gap not in ("'s ", "’s ", "' ", "’ "):
        return False
    if owner.text in words("owning_groups"):
        return True
    return owned in words("owned_heads") and plain(owner.text) not in known_names()


def _is_surname(text: str, block: int, word: Word) -> bool:
    """Whether a given name stands right before a word: Ines Calder's Hospital is hers."""
    before = text[max(block, word.start - _LONGEST_GIVEN) : word.start].split()[-1:]
    return word.tie == " " and not words("given_names").isdisjoint(before)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r" \d{1,4}\b")


def _ordinal(text: str, block: int, start: int) -> int:
    """Where the number of a street or of a body begins that stands before it: 117th Street, 9th Circuit."""
    first = text.rfind(" ", max(block, start - _LONGEST_ORDINAL), start - 1) + 1 or block
    number = text[first : start - 1]
    return first if number[:-2].isdecimal() and number[-2:] in entries("ordinal_endings") else start


def _is_initial(text: str, block: int, start: int) -> bool:
    near = text[max(block, start - 4) : start].rstrip()
    if not near:
        return start - block <= 4 or text[start - 1 : start].isspace()
    return near[-1] in _INITIAL_AFTER or near[-1] in _OPENERS


def _tie(gap: str, before: Word) -> str:
    if gap == " ":
        return " "
    if not gap or gap.count("\n") > 1:
        return ""
    if gap[0] == ".":
        bare = gap[1:].isspace() or gap == "."
        short = len(before.text) == 1 or before.text in honorifics() or before.text.rpartition("-")[2] in _SHORT
        return " " if bare and short else ""
    if gap[0] == "," or gap == "] ":
        return gap[0] if gap[1:].isspace() else ""
    word = gap.strip()
    if not word:
        return " "
    if gap[0].isspace() and gap[-1].isspace():
        if words("particles").issuperset(word.split()):
            return "~"
        return _CONNECTORS.get(" ".join(word.split()), "")
    return ""


def _without_possessive(raw: str) -> str:
    if raw.endswith(("'s", "’s")):
        known = plain(raw) in known_names()
        return raw if known else raw[:-2]
    return raw.rstrip("'’&-")


def _parts(raw: str, start: int) -> Iterator[tuple[int, int]]:
    """The spans of the names in a word with a hyphen: two in US-Pakistan, the first of Canada-based."""
    end = start + len(raw)
    if plain(raw) in known_names():
        yield start, end
        return
    first, _, rest = raw.partition("-")
    if first in _PARTIES and rest[:1].isupper():
        return
    if first in words("calendar"):
        yield start, start + len(first)
        return
    last = rest.rpartition("-")[2].rstrip("'’")
    if last.lower() in words("tails") or not rest:
        if _pairs(raw[: len(raw) - len(last) - 1]):
            yield from _parts(raw[: len(raw) - len(last) - 1], start)
        else:
            yield start, start + len(raw) - len(last) - 1 if rest else end
    elif _pairs(raw):
        yield start, start + len(first)
        yield start + len(first) + 1, end
    else:
        yield start, end


def _pairs(raw: str) -> bool:
    """Whether a hyphen stands between two names, one of them a country's."""
    first, _, rest = raw.partition("-")
    second = _without_possessive(rest)
    if not second or not second[0].isupper() or "-" in second:
        return False
    one, other = plain(first) in countries(), plain(second) in countries()
    return (one and (other or len(second) > 3)) or (other and len(first) > 3)
