"""Text as a row of tokens, each with one letter for what it can do in a date: the alphabet of the date grammar.

A grammar over one letter a token is read by ordinary regular expressions at the speed of a few kilobytes of text.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat
from typing import NamedTuple

from dossier.analysis.language import lists

OTHER = "x"

_LETTERS = {
    "unit": "U",
    "units": "u",
    "half": "G",
    "ordinal": "f",
    "number": "q",
    "a": "a",
    "vague": "v",
    "last": "L",
    "next": "X",
    "this": "T",
    "same": "s",
    "part": "E",
    "before": "e",
    "after": "r",
    "ago": "g",
    "preposition": "i",
    "of": "O",
    "from": "F",
    "between": "B",
    "to": "t",
    "and": "&",
    "the": "h",
    "deictic": "Z",
    "now": "y",
    "daytime": "P",
    "season": "S",
    "fiscal": "K",
    "quarter": "Q",
    "halfyear": "H",
    "decade": "D",
}
"""The role of a word in ``date_words.txt`` and its letter in the grammar."""

SHIFTS = {"L": -1, "T": 0, "X": 1}
"""How many units from now a word points, by its letter: last, this, next."""

_SIGNS = {
    ",": ",",
    ".": ".",
    ":": ":",
    "(": "(",
    ")": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    "‑": "-",
    "'": "'",
    "’": "'",
    "\n": "n",
}


class Word(NamedTuple):
    """What a word can be: its letter, and its number or name."""

    letter: str
    value: str = ""


class Row(NamedTuple):
    """The tokens of a text: their words, lower-case words and code points; ``letters`` has one letter for each."""

    words: list[str]
    lows: list[str]
    starts: list[int]
    letters: str

    def end(self, at: int) -> int:
        """The code point after token ``at``."""
        return self.starts[at] + len(self.words[at])

    def sentence_ends(self, begin: int, end: int) -> bool:
        """Whether a sentence or a line ends among these tokens."""
        stops = (at for at in range(begin, end) if self.letters[at] in "n.")
        return any(self.letters[at] == "n" or self.words[at + 1 : at + 2][0][:1].isupper() for at in stops)

    def joined(self, at: int) -> bool:
        """Whether nothing stands between token ``at`` and the one before it."""
        return at > 0 and self.end(at - 1) == self.starts[at]

    def value(self, at: int) -> str:
        """What the data files say of token ``at`` beside its letter."""
        return vocabulary()[self.lows[at]].value if self.lows[at] in vocabulary() else ""


@cache
def vocabulary() -> dict[str, Word]:
    """Every word that has to do with dates. Do not change what is returned."""
    found: dict[str, Word] = {}
    for word, entry in lists.table("date_words").items():
        role, _, value = entry.partition(" ")
        found[word] = Word(_LETTERS[role], value)
    for word, entry in lists.table("weekdays").items():
        number, _, doubt = entry.partition(" ")
        found[word] = Word("w" if doubt else "W", number)
    for word, entry in lists.table("months").items():
        number, _, doubt = entry.partition(" ")
        found[word] = Word({"": "M", "name": "A", "doubtful": "m"}[doubt], number)
    return found


@cache
def _tokens() -> re.Pattern[str]:
    numeric = r"(?<![\w/.,-])\d{1,4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,4}(?![\d/-])(?![.,]\d)(?![^\W\dT])"
    seasons = "|".join(rf"\d\d{at - 1:02}-{at:02}" for at in range(1, 13))  # "the 2008-09 season" is no month
    month = rf"(?<![\w/.,-])(?!{seasons})(?:1[5-9]|20|21)\d\d-(?:0[1-9]|1[0-2])(?![\w/-])(?![.,]\d)"
    # Words first: they are most of a text. With the space after it, or the engine would look for a token there.
    return re.compile(rf"([^\W\d]\w*|{numeric}|{month}|\w+|\n|[^\w\s]) ?")


def row_of(text: str, start: int, end: int) -> Row:
    """The tokens of ``text[start:end]``, with code points of ``text``."""
    matches = list(_tokens().finditer(text, start, end))
    words = list(map(re.Match.group, matches, repeat(1)))
    starts = list(map(re.Match.start, matches))
    return Row(words, list(map(str.lower, words)), starts, "".join(map(_LETTER_OF.__getitem__, words)))


class _Letters(dict[str, str]):
    """The letters of words, each worked out once; those that are known are found without a call of ours."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        self[word] = letter = _letter(word)
        return letter


_KEPT = 1 << 14
"""Words whose letters are kept."""

_LETTER_OF = _Letters()


def _letter(word: str) -> str:
    """What the word can do in a date; it depends on nothing but the word."""
    low = word.lower()
    known = vocabulary().get(low)
    if known is not None:
        return _cased(word, known.letter)
    if low[:2] == "fy" and low[2:].isdecimal() and len(low) in (4, 6):
        return "k"
    if "0" <= word[0] <= "9":
        return _digits(low)
    return _SIGNS.get(word, OTHER)


def _cased(word: str, letter: str) -> str:
    """Doubtful months and days are written with a capital, and so are first names."""
    if letter in "mw":
        return letter if word[0].isupper() else OTHER
    if letter == "A":
        return letter if word[0].isupper() else "m" if len(word) < 6 else OTHER
    return letter


def _digits(low: str) -> str:
    """``d`` a day of the month, ``Y`` a possible year, ``o`` an ordinal, ``D`` a decade, ``R`` a numeric date."""
    length = len(low)
    if low.isdecimal():
        if length > 4:
            return OTHER
        number = int(low)
        if length <= 2:
            return "d" if 1 <= number <= 31 else "N"
        return "Y" if length == 4 and 1000 <= number < 2200 else "N"
    if any(mark in low for mark in "-/."):
        return "R"
    if low[-1] == "s":
        return "D" if low[:-1].isdecimal() and length in (3, 5) and low[-2] == "0" else OTHER
    if low[-2:] in ("st", "nd", "rd", "th") and low[:-2].isdecimal() and length <= 4:
        return "o" if 1 <= int(low[:-2]) <= 31 else OTHER
    return OTHER
