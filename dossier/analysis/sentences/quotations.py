"""What stands between quotation marks: straight, curly, ``LaTeX'', «guillemets», and single ones used as such.

The conventions are those of English typesetting (Chicago Manual of Style, 13.30: a quotation that goes on in the
next paragraph is reopened there and closed only at its end) and of the Unicode Standard, section 6.2, on the
characters. Everything is one pass over the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dossier.analysis.language.lists import words

Span = tuple[int, int]

_OPENING = frozenset("“„«`")
_BLANK = frozenset(("", " ", "\n", "\t", "\xa0"))
_CLOSING = frozenset("”»")
_SINGLE = frozenset("'‘’‚")
_BEFORE = frozenset("([{<-–—/=|*_“„«\"'‘`")
"""Signs, besides white space, after which a mark opens."""
_AFTER = frozenset(")]}>.,;:!?-–—/…|*_”»\"'’")
"""Signs, besides white space, before which a mark closes."""


class _Mark(NamedTuple):
    """A quotation mark: where it is, whether it may open and may close, and whether its shape alone says so."""

    start: int
    end: int
    opens: bool
    closes: bool
    directed: bool


@cache
def _marks() -> re.Pattern[str]:
    """One class of characters in front, which the engine looks for fastest; two of a kind are one mark in LaTeX."""
    return re.compile("[“”„«»\"‘’‚'`](?:(?<=')'|(?<=`)`)?")


@cache
def _paragraph_end() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*\n")


def quotation_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The quotations in a stretch of text, in code points, marks included, end exclusive, in order, apart.

    Quotations within quotations belong to the outer one. One that is not closed ends with its paragraph (a blank
    line or the end of the stretch) or where the next one opens; a single mark that is not closed is an apostrophe.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    for found in _paragraph_end().finditer(text, start, end):
        spans += _in_paragraph(text, start, found.start())
        start = found.end()
    return spans + _in_paragraph(text, start, end)


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    double: list[_Mark] = []
    single: list[_Mark] = []
    for found in _marks().finditer(text, start, end):
        at, after = found.span()
        if after - at == 1 and text[at] in _SINGLE:
            if not (start < at and after < end and text[at - 1].isalnum() and text[after].isalnum()):
                single.append(_single_mark(text, at, start, end))
        elif found[0] != "`":
            double.append(_double_mark(text, at, after, start, end))
    spans = list(_double_spans(double, text, end))
    return _outermost(spans, _single_spans(list(_outside(single, spans)), text)) if single else spans


def _sides(text: str, at: int, after: int, start: int, end: int) -> tuple[bool, bool]:
    """Whether what is left and right of a mark lets it open, and lets it close."""
    left = text[at - 1] if at > start else " "
    right = text[after] if after < end else " "
    starts = (left.isspace() or left in _BEFORE) and not right.isspace()
    return starts, not left.isspace() and (right.isspace() or right in _AFTER)


def _double_mark(text: str, at: int, after: int, start: int, end: int) -> _Mark:
    starts, stops = _sides(text, at, after, start, end)
    if text[at] in _OPENING:
        return _Mark(at, after, True, text[after : after + 1] in _BLANK, True)
    if text[at] in _CLOSING:
        return _Mark(at, after, starts and not stops, True, True)
    return _Mark(at, after, starts or not stops, stops or not starts, False)


def _double_spans(marks: Sequence[_Mark], text: str, end: int) -> Iterator[Span]:
    """Pairs of double marks; depth grows only where the two next marks close both, as in “a “b” c”."""
    inner = _straight_within_curly(marks, text)
    marks = [mark for at, mark in enumerate(marks) if not inner[at]]
    opened, depth = -1, 0
    for at, mark in enumerate(marks):
        if not depth:
            if mark.opens:
                opened, depth = mark.start, 1
        elif mark.closes or (text[mark.start] == "“" and text[opened] == "„"):
            depth -= 1
            if not depth:
                yield opened, mark.end + text.startswith("'''", mark.start)  # two and one: 'a ''b'''
        elif at + 2 < len(marks) and _only_closes(marks[at + 1]) and _only_closes(marks[at + 2]):
            depth += 1
        else:
            yield opened, _trimmed(text, opened, mark.start)
            opened, depth = mark.start, 1
    if depth:
        yield opened, _trimmed(text, opened, end)


def _only_closes(mark: _Mark) -> bool:
    return mark.closes and not mark.opens


def _straight_within_curly(marks: Sequence[_Mark], text: str) -> list[bool]:
    """Which straight marks stand between “ and the ” that is the next curly one: they quote within the quotation."""
    inner = [False] * len(marks)
    curly = [at for at, mark in enumerate(marks) if text[mark.start] in "“”"]
    for first, second in pairwise(curly):
        if text[marks[first].start] == "“" and text[marks[second].start] == "”":
            inner[first + 1 : second] = [True] * (second - first - 1)
    return inner


def _trimmed(text: str, start: int, end: int) -> int:
    """Where the words of a quotation that nothing closes end."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _single_mark(text: str, at: int, start: int, end: int) -> _Mark:
    starts, stops = _sides(text, at, at + 1, start, end)
    sign, right = text[at], text[at + 1 : at + 2]
    opens = sign != "’" and starts and (right.isalnum() or right in '“"[$£€') and not _elided(text, at + 1)
    return _Mark(at, at + 1, opens, sign in "'’" and stops, sign != "'")


def _elided(text: str, at: int) -> bool:
    """Whether an apostrophe stands for letters left out in front, as in 'em and '90s."""
    word = text[at : at + 7].partition(" ")[0].rstrip(".,;:!?'’").lower()
    return word in words("elided") or (word[:2].isdecimal() and word[2:] == "s")


def _outside(marks: Sequence[_Mark], spans: Sequence[Span]) -> Iterator[_Mark]:
    """The marks that are in none of ``spans``."""
    following = iter(spans)
    span = next(following, None)
    for mark in marks:
        while span and span[1] <= mark.start:
            span = next(following, None)
        if not span or mark.start < span[0]:
            yield mark


def _single_spans(marks: Sequence[_Mark], text: str) -> Iterator[Span]:
    """Pairs of single marks; ``s’`` does not close where the next one, after a stop or comma, does."""
    opened = -1
    for at, mark in enumerate(marks):
        if mark.opens and not (mark.closes and opened >= 0):
            opened = mark.start
        elif opened >= 0 and mark.closes:
            later = marks[at + 1] if at + 1 < len(marks) else None
            plural = text[mark.start - 1] == "s" and text[mark.end : mark.end + 1] == " "
            if plural and later and not later.opens and text[later.start - 1] in ".,!?":
                continue
            yield opened, mark.end
            opened = -1


def _outermost(double: Sequence[Span], single: Iterator[Span]) -> list[Span]:
    """Both in order; double ones within single ones belong to those."""
    spans: list[Span] = []
    for span in sorted((*double, *single)):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return spans
