"""Sentences of running text, with their places: rules over stops, quotations and brackets, in one pass.

Sentences are cut as the Georgetown University Multilayer corpus cuts them (GUM): a reference or credit after the
stop belongs to what it follows, a quotation of several sentences that a comma or colon introduces stays with what
introduces it, and a semicolon ends a sentence where a clause follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lists import words
from dossier.analysis.sentences.enclosed import Enclosed
from dossier.analysis.sentences.lines import pieces
from dossier.analysis.sentences.quotations import quotation_spans
from dossier.analysis.sentences.stops import Stretch, ends_sentence
from dossier.model.source import Block, BlockKind

_HEADINGS = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.DATELINE))
_FULL_STOPS = frozenset("。！？؟۔।")
"""Marks of scripts without capitals, which always end a sentence."""


class Sentence(NamedTuple):
    """Code points ``start`` to ``end`` of the reading text, and which of the blocks it stands in."""

    start: int
    end: int
    block: int


def sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """The sentences of every block, in order; none goes over the edge of a block, none starts or ends blank."""
    return [
        Sentence(start, end, at)
        for at, block in enumerate(blocks)
        for start, end in _split(text, block.start, block.end, block.kind in _HEADINGS)
    ]


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences in a stretch of running text: code points, end exclusive, without blank at the edges."""
    return list(_split(text, start, len(text) if end is None else end, False))


def _split(text: str, start: int, end: int, heading: bool) -> Iterator[tuple[int, int]]:
    for begin, stop in pieces(text, start, end, broken=heading):
        yield from _in_piece(text, begin, stop, heading)


@cache
def _marks() -> re.Pattern[str]:
    """A run of marks, spaced ones included ("word . . . word"), a semicolon, a bullet: one class of signs in front."""
    return re.compile(r"[.!?…;。！？؟۔।•▪●‣](?:[.!?…。！？؟۔।]++|[ \xa0][.…](?!\w))*")


@cache
def _reference() -> re.Pattern[str]:
    """What an encyclopedia puts after a stop: [17], [a], [citation needed]."""
    return re.compile(r"\s?\[(?:\d{1,4}|[a-z]|citation needed|note \d{1,3})\]")


@cache
def _credit() -> re.Pattern[str]:
    """A short bracket after a stop that has no stop itself: (REUTERS), (AP Photo/Jane Doe)."""
    return re.compile(r"\s*+\([^()\[\].!?\n]{1,60}\)(?=\s*+(?:[\"“‘A-Z]|\Z))")


@cache
def _clause() -> re.Pattern[str]:
    """A subject or an adverb that joins clauses, after "and" or "or" too."""
    return re.compile(rf"\s++(?:and |or )?(?:{'|'.join(sorted(words('clause_openers')))})\b(?!['’])", re.IGNORECASE)


@cache
def _glued() -> re.Pattern[str]:
    """The start of the next sentence where the space after a stop is missing."""
    return re.compile(r"([A-Z][a-z]*+)(?:['’]\w++)?[ ,]")


def _in_piece(text: str, start: int, end: int, heading: bool) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stretch = Stretch(text, end, heading, piece == piece.lower())
    quotes = quotation_spans(text, start, end)
    enclosed = Enclosed(text, start, end, quotes)
    opening, closing = {quote[0] for quote in quotes}, {quote[1] - 1 for quote in quotes}
    begin = start
    for found in _marks().finditer(text, start, end):
        at = found.start()
        if at < begin:
            continue
        if text[at] in ";•▪●‣":
            after = _after_separator(text, at, end, enclosed)
        else:
            after = _after_closing(text, found.end(), end, opening, closing)
            ends = not enclosed.keeps(begin, at, after) and _ends(stretch, begin, at, after)
            after = _after_credit(text, after, end) if ends else begin
        if begin < after < end:
            yield begin, after
            begin = _past_space(text, after, end)
    if begin < end:
        yield begin, end


def _ends(stretch: Stretch, begin: int, stop: int, after: int) -> bool:
    """Whether the marks at ``stop`` end a sentence, with ``after`` the place behind what closes with them."""
    text = stretch.text
    if text[stop] in _FULL_STOPS or after >= stretch.end:
        return True
    if text[after].isspace():
        return ends_sentence(stretch, begin, stop, after)
    return _is_glued(stretch, begin, stop, after)


def _is_glued(stretch: Stretch, begin: int, stop: int, after: int) -> bool:
    """Whether only the space is missing, as in "it ended.The next": a small word before, a capitalised one behind."""
    text = stretch.text
    before = text[max(begin, stop - 4) : stop]
    small = len(before) > 2 and before[-3:].isalpha() and before[-3:].islower()
    found = _glued().match(text, after, min(stretch.end, after + 40)) if small else None
    if found is None or (len(found[1]) < 4 and found[1].lower() not in words("sentence_openers")):
        return False  # node.Js
    word = text[max(begin, stop - 40) : stop].rsplit(None, 1)[-1]
    return word.isalpha() and word.islower() and ends_sentence(stretch, begin, stop, after)


def _after_separator(text: str, at: int, end: int, enclosed: Enclosed) -> int:
    """Where a sentence ends at a semicolon or a bullet, or 0 where it does not."""
    if text[at] == ";":
        clause = _clause().match(text, at + 1, end) and not enclosed.holds(at)
        return at + 1 if clause else 0
    after = at
    while after and text[after - 1].isspace():
        after -= 1
    return after if after < at and text[at + 1 : at + 2].isspace() else 0


def _after_closing(text: str, at: int, end: int, opening: set[int], closing: set[int]) -> int:
    """Where the quotation marks and brackets that close after a stop, and its references, are over."""
    while at < end and text[at] in "\"'”’»)]" and at not in opening:
        at += 1
    ahead = at
    while ahead < end and text[ahead] in " \xa0":
        ahead += 1
    if (ahead in closing and text[ahead] in '"“') or (ahead < end and text[ahead] in "”»"):
        at = ahead + 1
    while (found := _reference().match(text, at, end)) is not None:
        at = found.end()
    return at


def _after_credit(text: str, at: int, end: int) -> int:
    found = _credit().match(text, at, end)
    return found.end() if found else at


def _past_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
