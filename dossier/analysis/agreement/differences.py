"""What differs between several quotes that say the same thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.analysis.language.normal_form import unified
from dossier.analysis.quantities.reading import find_measures, read_quantity
from dossier.analysis.quantities.units import CODES, NUMBER_WORDS, SCALES

_NEAR = 0.6
"""Share of its words, figures aside, that a quote must have in common with another to be compared word by word."""

_LONGEST = 4000
"""In code points: what is compared of one quote."""

_MOST_SIZED = 12
"""Figures with a unit of one quote that are looked at for a figure in another."""

_ARTICLES = frozenset({"a", "an", "the"})


class _Figure(NamedTuple):
    """A figure or a date as it is compared: ``kind`` is its unit, or ``date``; ``low`` to ``high`` is what it may be
    and ``size`` that of the unit it is written in.
    """

    kind: str
    key: str
    low: float = 0.0
    high: float = 0.0
    size: float = 0.0

    def converts(self, other: _Figure) -> bool:
        """Whether they may say the same in two units: "60 m" and "200 ft"."""
        written = bool(self.size and other.size) and self.size != other.size
        return written and self.kind == other.kind and self.low < other.high and other.low < self.high


class _Figures:
    """The figures of a quote; those of kinds that are ``converted`` may be said in another unit by another quote."""

    def __init__(self, figures: Iterable[_Figure], converted: Collection[str]) -> None:
        self.all = frozenset(figures)
        self.kinds = frozenset(one.kind for one in self.all)
        self._said = frozenset((one.kind, one.key) for one in self.all)
        self._sized = sorted(one for one in self.all if one.kind in converted)[:_MOST_SIZED]

    def say(self, figure: _Figure) -> bool:
        """Whether the figure is among them, in whatever unit."""
        return (figure.kind, figure.key) in self._said or any(map(figure.converts, self._sized))


class _Token(NamedTuple):
    """A word, or a figure or a date with ``figure``."""

    key: str
    start: int
    end: int
    figure: _Figure | None = None


def differing_words(quotes: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each quote, the spans (code points) to emphasise because another quote says them differently.

    Figures and dates first. Words only where two quotes are nearly the same: between free retellings everything
    differs, and to emphasise everything is to emphasise nothing.
    """
    rows = [_tokens(quote[:_LONGEST]) for quote in quotes]
    words = [Counter(token.key for token in row if not token.figure) for row in rows]
    held = [[token.figure for token in row if token.figure] for row in rows]
    converted = _converted(figure for row in held for figure in row)
    figures = [_Figures(row, converted) for row in held]
    found: list[list[tuple[int, int]]] = []
    for at, row in enumerate(rows):
        nearest = _nearest(words, at)
        left = Counter(words[at])
        if nearest is not None:
            left -= words[nearest]
        spans: list[tuple[int, int]] = []
        for token in row:
            if token.figure:
                if _figure_differs(figures, at, token.figure):
                    spans.append((token.start, token.end))
            elif nearest is not None and token.key not in _ARTICLES and left[token.key] > 0:
                left[token.key] -= 1
                spans.append((token.start, token.end))
        found.append(_joined(quotes[at], spans))
    return found


def _converted(figures: Iterable[_Figure]) -> frozenset[str]:
    """The kinds of which there are figures in two units."""
    sizes: dict[str, set[float]] = {}
    for figure in figures:
        if figure.size:
            sizes.setdefault(figure.kind, set()).add(figure.size)
    return frozenset(kind for kind, written in sizes.items() if len(written) > 1)


def _figure_differs(figures: Sequence[_Figures], at: int, own: _Figure) -> bool:
    """Whether another quote lacks this figure: all of them, or one that has its own of the same kind instead."""
    lacking = [row for n, row in enumerate(figures) if n != at and not row.say(own)]
    if len(figures) > 1 and len(lacking) == len(figures) - 1:
        return True
    return any(
        own.kind in row.kinds and any(one.kind == own.kind and not figures[at].say(one) for one in row.all)
        for row in lacking
    )


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
    unit = (
        r"%|percent\b|per cent\b|(?:troy )?ounces?\b|tonn?es?\b|tons?\b|pounds?\b|years?\b|grams?\b|k?m\b|kg\b|"
        r"ft\b|feet\b|(?:kilo)?met(?:re|er)s?\b|miles?\b|acres?\b|hectares?\b|mph\b|km/h\b"
    )
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
                row.append(_Token(key, start, end, _Figure("", f"{NUMBER_WORDS[key]:.9g}")))
            else:
                row.append(_Token(key, start, end))
        elif match.lastgroup == "date":
            row.append(_Token(text, start, end, _Figure("date", _date_key(text))))
        else:
            row.append(_Token(text, start, end, _figure(text)))
    return row


@lru_cache(2048)
def _figure(text: str) -> _Figure:
    """A figure with its value in letters that are the same for the same value."""
    if text.isdecimal() and len(text) < 9:
        return _Figure("", str(int(text)))
    quantity = read_quantity(text)
    if quantity is None:
        return _Figure("", text.casefold())
    unit = next((found.unit for found in find_measures(text)), None)
    size = unit.factor if unit else 0.0
    return _Figure(quantity.unit, f"{quantity.value:.9g}", quantity.low, quantity.high, size)


def _date_key(text: str) -> str:
    """Month and day in any order, months by their first three letters."""
    return " ".join(sorted(part[:3] if part[0].isalpha() else part for part in text.casefold().split()))
