"""What differs between several quotes that say the same thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.analysis.language.normal_form import unified
from dossier.analysis.quantities.reading import read_quantity
from dossier.analysis.quantities.units import CODES, NUMBER_WORDS, SCALES

_NEAR = 0.6
"""Share of its words, figures aside, that a quote must have in common with another to be compared word by word."""

_LONGEST = 4000
"""In code points: what is compared of one quote."""

_ARTICLES = frozenset({"a", "an", "the"})


class _Token(NamedTuple):
    """A figure, a date or a word; ``kind`` is its unit, ``date``, or empty for a word."""

    key: str
    kind: str
    start: int
    end: int
    figure: bool


def differing_words(quotes: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each quote, the spans (code points) to emphasise because another quote says them differently.

    Figures and dates first. Words only where two quotes are nearly the same: between free retellings everything
    differs, and to emphasise everything is to emphasise nothing.
    """
    rows = [_tokens(quote[:_LONGEST]) for quote in quotes]
    words = [Counter(token.key for token in row if not token.figure) for row in rows]
    figures = [{(token.kind, token.key) for token in row if token.figure} for row in rows]
    found: list[list[tuple[int, int]]] = []
    for at, row in enumerate(rows):
        nearest = _nearest(words, at)
        left = Counter(words[at])
        if nearest is not None:
            left -= words[nearest]
        spans: list[tuple[int, int]] = []
        for token in row:
            if token.figure:
                if _figure_differs(figures, at, token):
                    spans.append((token.start, token.end))
            elif nearest is not None and token.key not in _ARTICLES and left[token.key] > 0:
                left[token.key] -= 1
                spans.append((token.start, token.end))
        found.append(_joined(quotes[at], spans))
    return found


def _figure_differs(figures: Sequence[set[tuple[str, str]]], at: int, token: _Token) -> bool:
    """Whether another quote lacks this figure: all of them, or one that has its own of the same kind instead."""
    own = (token.kind, token.key)
    others = [row for n, row in enumerate(figures) if n != at]
    if not others:
        return False
    if all(own not in row for row in others):
        return True
    return any(own not in row and any(kind == token.kind for kind, _ in row - figures[at]) for row in others)


def _nearest(words: Sequence[Counter[str]], at: int) -> int | None:
    """The quote that shares most words with this one, if it is nearly the same."""
    best, score = None, _NEAR
    for other, bag in enumerate(words):
        longer = max(bag.total(), words[at].total())
        if other != at and longer:
            shared = (bag & words[at]).total() / longer
            if shared >= score and (best is None or shared > score):
                best, score = other, shared
    return best


def _joined(quote: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with only white space between them become one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and quote[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.]?|May"
    date = (
        rf"(?P<date>\b(?:\d{{1,2}} )?(?:{month})(?: \d{{1,2}}(?!\d))?(?:,? \d{{4}})?\b|\b\d{{4}}-\d\d(?:-\d\d)?\b|"
        r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:19|20)\d\d\b(?![,.]\d))"
    )
    scales = "|".join(sorted((word for word in SCALES if len(word) > 1), key=len, reverse=True))
    unit = r"%|percent\b|per cent\b|(?:troy )?ounces?\b|tonn?es?\b|tons?\b|pounds?\b|years?\b|grams?\b|k?m\b|kg\b"
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?"
    figure = (  # the 76ers are none
        rf"(?P<figure>(?!\d+[^\W\d_]{{3,}})(?:\b(?:{'|'.join(sorted(CODES))}) |(?:\b[A-Z]{{1,2}})?[$€£¥₹])?(?:{number})"
        rf"(?:(?:[ -](?:{scales})\b|[kmb]n?\b))?(?: ?(?:{unit}))?)"
    )
    return re.compile(rf"{date}|{figure}|(?P<word>[^\W_]+(?:'[^\W_]+)*)")


def _tokens(quote: str) -> list[_Token]:
    plain = unified(quote)
    row: list[_Token] = []
    for match in _pattern().finditer(plain):
        text = match[0]
        start, end = match.span()
        if match.lastgroup == "word":
            key = text.casefold().removesuffix("'s")
            if key in NUMBER_WORDS and key != "one":
                row.append(_Token(f"{NUMBER_WORDS[key]:.9g}", "", start, end, True))
            else:
                row.append(_Token(key, "", start, end, False))
        elif match.lastgroup == "date":
            row.append(_Token(_date_key(text), "date", start, end, True))
        else:
            row.append(_Token(*_figure_key(text), start, end, True))
    return row


@lru_cache(2048)
def _figure_key(text: str) -> tuple[str, str]:
    """The value of a figure, in letters that are the same for the same value, and its unit."""
    if text.isdecimal() and len(text) < 9:
        return str(int(text)), ""
    quantity = read_quantity(text)
    return (f"{quantity.value:.9g}", quantity.unit) if quantity is not None else (text.casefold(), "")


def _date_key(text: str) -> str:
    """Month and day in any order, months by their first three letters."""
    return " ".join(sorted(part[:3] if part[0].isalpha() else part for part in text.casefold().split()))
