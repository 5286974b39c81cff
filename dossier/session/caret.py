"""Choosing words with the keyboard: a place in an article that is moved by words and sentences, and a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dossier.model.passage import Passage
from dossier.model.source import Block, Reading

Span = tuple[int, int]
"""Code points of the reading text, end exclusive."""

LONGEST_WORD = 200
"""Code points by which a selection grows at most to whole words: a text of a megabyte may have no white space."""


@dataclass
class Caret:
    """The word at ``start`` to ``end`` of a source, and the span ``mark`` where choosing began, if it did.

    ``given`` says that what is chosen was so from the start.
    """

    source: str
    start: int
    end: int
    mark: Span | None = None
    given: bool = False

    @classmethod
    def at(cls, reading: Reading, source: str, offset: int, chosen: Passage | None = None) -> Caret:
        """On the word at ``offset``, or with the words that are ``chosen`` already."""
        if chosen is not None and chosen.end > chosen.start:
            first, last = word_at(reading.text, chosen.start), word_at(reading.text, chosen.end - 1)
            return cls(source, *last, mark=first, given=True)
        return cls(source, *word_at(reading.text, offset))

    @property
    def passage(self) -> Passage:
        """What is chosen: from the mark to the word, or the word alone."""
        start, end = self.mark or (self.start, self.end)
        return Passage(self.source, min(start, self.start), max(end, self.end))

    def to_word(self, text: str, by: int) -> None:
        """Go by words; at either end of the text it stays."""
        for _ in range(abs(by)):
            found = next_word(text, self.end) if by > 0 else word_before(text, self.start)
            if found is None:
                return
            self.start, self.end = found

    def to_sentence(self, reading: Reading, by: int) -> None:
        """To the last word of this sentence or the next (1), or the first of this or the one before (-1)."""
        spans = _around(reading, self.start)
        if by > 0:
            ends = [end for _, end in spans if end > self.end]
            if ends:
                self.start, self.end = word_at(reading.text, ends[0] - 1)
        else:
            starts = [start for start, _ in spans if start < self.start]
            if starts:
                self.start, self.end = word_at(reading.text, starts[-1])

    def toggle_mark(self) -> None:
        """Begin to choose here, instead of what was given too; or let go of what was chosen since."""
        begins = self.mark is None or self.given
        self.mark, self.given = (self.start, self.end) if begins else None, False

    def take_sentence(self, reading: Reading) -> None:
        """Choose the sentence the word is in."""
        inside = [span for span in _around(reading, self.start) if span[0] <= self.start < span[1]]
        if inside:
            start, end = inside[0]
            self.mark = word_at(reading.text, start)
            self.start, self.end = word_at(reading.text, end - 1)

    def swap(self) -> None:
        """Go to the other end of what is chosen."""
        if self.mark is not None:
            self.mark, (self.start, self.end) = (self.start, self.end), self.mark


def word_at(text: str, offset: int) -> Span:
    """The word around a place, or the first after it; an empty span at the end where there is none."""
    offset = max(0, min(offset, len(text)))
    start = offset
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    found = _words().search(text, start)
    if found is None:
        found = None if not text else _last(text)
    return found.span() if found is not None else (offset, offset)


def whole_words(text: str, start: int, end: int) -> Span:
    """The span with the words whole that its ends cut; an empty one stays as it is."""
    if start >= end:
        return start, end
    low, high = max(0, start - LONGEST_WORD), min(len(text), end + LONGEST_WORD)
    while start > low and not text[start].isspace() and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end - 1].isspace() and not text[end].isspace():
        end += 1
    return start, end


def next_word(text: str, end: int) -> Span | None:
    """The word after a place."""
    found = _words().search(text, end)
    return found.span() if found is not None else None


def word_before(text: str, start: int) -> Span | None:
    """The word before a place."""
    end = start
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return word_at(text, end - 1) if end else None


def _last(text: str) -> re.Match[str] | None:
    stripped = text.rstrip()
    start = len(stripped)
    while start > 0 and not stripped[start - 1].isspace():
        start -= 1
    return _words().search(stripped, start)


def _around(reading: Reading, offset: int) -> list[Span]:
    """The sentences of the block at a place, and of the blocks beside it."""
    from dossier.analysis.sentences.sentences import sentences

    blocks: Sequence[Block] = reading.blocks
    at = next((n for n, block in enumerate(blocks) if block.end > offset), len(blocks) - 1)
    near = list(blocks[max(0, at - 1) : at + 2])
    return [(one.start, one.end) for one in sentences(reading.text, near)]


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\S+")
