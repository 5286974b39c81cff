"""Whether a stop ends a sentence: what the word before it and the words after it say.

The classes of abbreviations and their rules follow the observation of Kiss and Strunk (Unsupervised Multilingual
Sentence Boundary Detection, Computational Linguistics 32(4), 2006) that an abbreviation, an initial and an ordinal
each need another look at what follows; the words are those of ``data/<language>/abbreviations.txt``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lists import table, words

_LONGEST = 24
"""Code points: nothing longer before a stop is an abbreviation."""
_AHEAD = 200
"""Code points after a stop in which its next words are looked for."""
_STARTING = frozenset("$€£¥₹#@§¿¡")
"""Signs a sentence may start with, besides letters, figures and what opens a quotation."""
_OPENERS = "\"“‘’'„«([{<*•_"
_DASHES = "-–—"


class Stretch(NamedTuple):
    """Running text up to ``end``, and what is known of its capitals.

    In a ``heading`` every word may have one, so that abbreviations end nothing; with ``lower`` there is none, so
    that none can be asked for.
    """

    text: str
    end: int
    heading: bool = False
    lower: bool = False


class _Next(NamedTuple):
    """What follows a stop: its first word as written and folded, and the signs and space before it."""

    word: str
    folded: str
    signs: str

    @property
    def opens(self) -> bool:
        """Whether it is a word that opens sentences and is no name."""
        return self.folded in words("sentence_openers")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(rf"([\s{re.escape(_OPENERS + _DASHES)}]*+)(\w++(?:['’.-]\w++)*|[^\w\s]?)")


@cache
def _letters_with_stops() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"[ivxlcdm]+|[IVXLCDM]+|[A-Z]")


@cache
def _speaker() -> re.Pattern[str]:
    """Who and said: up to five capitalised words or a pronoun, and a verb that what follows is no object of."""
    verbs = "|".join(sorted(words("quoting_verbs")))
    name = r"(?:[A-Z][\w'’.-]*+\s){1,5}"
    return re.compile(rf"\s*+(?:{name}|(?:I|he|she|they|we)\s)(?:{verbs})(?:\s(?:in|on|at|to|during|after)\b|[.,;:]|$)")


def ends_sentence(stretch: Stretch, begin: int, stop: int, after: int) -> bool:
    """Whether the marks at ``stop`` end the sentence that began at ``begin``.

    ``after`` is where what closes with them (quotation marks, brackets, references) is over.
    """
    following = _following(stretch, after)
    if not _may_start(following, stretch.lower):
        return False
    if stop - begin < 4 and not any(map(str.isalnum, stretch.text[begin:stop])):
        return False  # “… and so on”
    marks = stretch.text[stop:after].rstrip("\"'”’»)]")
    if "…" in marks or marks.count(".") > 1:
        return not stretch.text[stop - 1].isspace() or following.opens  # " ... " left something out in the middle
    if not marks.startswith("."):
        return _ends_with_sign(stretch, begin, stop, after, following)
    return _ends_with_stop(stretch, begin, stop, following)


def _following(stretch: Stretch, after: int) -> _Next:
    found = _next_word().match(stretch.text, after, min(stretch.end, after + _AHEAD))
    signs, word = found.groups() if found else ("", "")
    return _Next(word, word.lower().replace("’", "'"), signs)


def _may_start(following: _Next, lower: bool) -> bool:
    """Whether the next word looks like the first of a sentence: not a small letter, but iPhone does."""
    first = following.word[:1]
    if not first.isalnum():
        return first in _STARTING if first else any(mark in following.signs for mark in "“„«•")
    return lower or not first.islower() or following.word[1:2].isupper()


def _ends_with_sign(stretch: Stretch, begin: int, stop: int, after: int, following: _Next) -> bool:
    """A question or exclamation mark: not in “Why?” Smith asked, and not in names."""
    text = stretch.text
    quoted = text[after - 1] in "\"”’'" and (following.word == "I" or not following.opens)
    if quoted and _speaker().match(text, after, min(stretch.end, after + _AHEAD)):
        return False
    name = token_before(text, begin, stop) + text[stop : after + 1].strip()  # Yahoo!
    named = table("abbreviations").get(name) == "name" or len(name.rstrip("!?")) == 1  # E! News
    return following.opens or not named


def token_before(text: str, begin: int, stop: int) -> str:
    """The word that ends at ``stop`` without what opens it, empty when it is longer than any abbreviation."""
    low = max(begin, stop - _LONGEST - 1)
    start = stop
    while start > low and not text[start - 1].isspace() and text[start - 1] not in '("“‘[/—–':
        start -= 1
    return "" if stop - start > _LONGEST else text[start:stop].lstrip("'’")


def _ends_with_stop(stretch: Stretch, begin: int, stop: int, following: _Next) -> bool:
    text, word = stretch.text, following.word
    token = token_before(text, begin, stop)
    kind = _kind(token) or _kind(token.rpartition("-")[2])  # Aoraki-Mt. Cook
    if not kind:
        return not _is_number_of_item(text, begin, stop, token)
    sign = following.signs.strip()[:1]
    if kind == "initial":
        return _ends_with_letter(text, begin, stop, token, following.opens and not stretch.heading)
    if kind == "number":
        return not (word[:1].isdigit() or (_roman().fullmatch(word) and not following.opens))
    if kind == "date":
        return not (word[:1].isdigit() or following.folded in words("date_parts"))
    if kind == "time":
        return following.folded not in words("date_parts") and (not sign or sign not in "(" + _DASHES)
    opener = following.opens and not stretch.heading and (not sign or sign not in _DASHES)
    return kind == "name" and opener


def _kind(token: str) -> str:
    """The class of the abbreviation ``token``, without its stop; empty when it is none."""
    known = table("abbreviations").get(token, "")
    if len(token) == 1 and token.isalpha():
        return known or "initial"
    if known or not token:
        return known
    if token.isupper() and len(token) < 5:  # GEN. ASIM, but not AT LAST. or MODERN ART.
        shouted = table("abbreviations").get(token.capitalize(), "")
        known = shouted if shouted == "title" else ""
    if known or not token.isascii():
        return known
    if _letters_with_stops().fullmatch(token):
        return "name"
    vowelless = token.istitle() and token.isalpha() and len(token) <= 4 and not set(token.lower()) & set("aeiouy")
    return "name" if vowelless else ""


def _ends_with_letter(text: str, begin: int, stop: int, token: str, opener: bool) -> bool:
    """After an initial (J. K. Rowling) only before a word that is no name, or where the letter is one (plan B.)."""
    before = text[max(begin, stop - _LONGEST) : stop - 1].split()
    if not before:
        return False  # the letter of an item, or a name that opens the sentence
    return opener or before[-1].lower() in words("lettered") or token.islower()


def _is_number_of_item(text: str, begin: int, stop: int, token: str) -> bool:
    """Whether the sentence would only be "1." or "iv.": the number of an item, which its words follow."""
    if text[begin:stop].strip("( ") != token:
        return False
    return (token.isdecimal() and len(token) <= 3) or (0 < len(token) <= 4 and set(token) <= set("ivxIVX"))
