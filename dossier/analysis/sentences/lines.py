"""Lines that belong together: where text wrapped at a column goes on, and where a line break is the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

_NARROWEST = 40
"""Code points: text that is wrapped at less has no lines a person would read as running text."""

Span = tuple[int, int]


@cache
def _blank_lines() -> re.Pattern[str]:
    return re.compile(r"\n[ \t\r]*\n\s*+")


@cache
def _item() -> re.Pattern[str]:
    """A bullet, a number or a letter of a list, or the bars of a table."""
    return re.compile(r"[ \t]*+(?:[-*+•‣◦▪–—|](?=\s)|\(?(?:\d{1,3}|[A-Za-z])[.)]\s)")


def pieces(text: str, start: int, end: int, broken: bool = False) -> Iterator[Span]:
    """The parts of a stretch that are one run of text each, without blank at the edges; no blank parts.

    A blank line ends a part. So does a line break, unless the lines were wrapped at a column: then only before
    the item of a list. With ``broken`` every line break does.
    """
    if "\n" not in text[start:end]:
        yield from _trimmed(text, start, end)
        return
    for found in _blank_lines().finditer(text, start, end):
        yield from _paragraph(text, start, found.start(), broken)
        start = found.end()
    yield from _paragraph(text, start, end, broken)


def _paragraph(text: str, start: int, end: int, broken: bool) -> Iterator[Span]:
    wrapped = not broken and _is_wrapped(text[start:end].split("\n"))
    begin = at = start
    while (at := text.find("\n", at, end)) >= 0:
        at += 1
        if not wrapped or _item().match(text, at, end):
            yield from _trimmed(text, begin, at)
            begin = at
    yield from _trimmed(text, begin, end)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether at nearly every break the next word would not have fitted into the widest line."""
    width = max(map(len, lines))
    if width < _NARROWEST:
        return False
    full = sum(len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairwise(lines))
    return full * 10 >= (len(lines) - 1) * 9


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
