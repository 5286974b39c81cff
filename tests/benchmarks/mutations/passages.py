"""Passages to quote: sentences, and parts of sentences as people quote them."""

from __future__ import annotations

from random import Random

from rapidfuzz import fuzz

from dossier.analysis.sentences.sentences import sentences
from dossier.ingest.reading import read_bytes
from dossier.store.anchors.selectors import selector_for
from tests.benchmarks.mutations.case import Passage

SHORTEST, LONGEST = 5, 40
"""Words of a quote."""
NEAR = 75
"""Percent of letters in common from which other words are too much like a quote."""


def reading_text(data: bytes) -> str:
    """The reading text of an article."""
    return read_bytes(data, "article.txt", "article")[1].text


def passages(text: str, other: str, random: Random, most: int) -> list[Passage]:
    """Up to ``most`` passages whose words stand in one place of the text; every other one is a whole sentence."""
    reading = read_bytes(text.encode(), "article.txt", "article")[1]
    text = reading.text
    found: list[Passage] = []
    every = sentences(text, reading.blocks)
    for number, sentence in enumerate(random.sample(every, len(every))):
        if len(found) == most:
            break
        span = sentence.start, sentence.end
        start, end = span if number % 2 else _part(text, *span, random)
        if SHORTEST <= len(text[start:end].split()) <= LONGEST and not _twice(text, start, end):
            block = next(block for block in reading.blocks if block.start <= start < block.end)
            selector = selector_for(text, start, end)
            found.append(Passage(text, start, end, span, (block.start, block.end), selector, other))
    return found


def _twice(text: str, start: int, end: int) -> bool:
    """Whether most of the words stand elsewhere too, as those of titles do: what becomes of them is not known then."""
    rest = f"{text[:start]} {text[end:]}"
    return fuzz.partial_ratio(text[start:end].casefold(), rest.casefold()) > NEAR


def _part(text: str, start: int, end: int, random: Random) -> tuple[int, int]:
    """Some words of a sentence."""
    starts, at = [], start
    for word in text[start:end].split():
        at = text.index(word, at)
        starts.append((at, at + len(word)))
        at += len(word)
    count = random.randint(SHORTEST, max(SHORTEST, len(starts) - 1))
    first = random.randint(0, max(0, len(starts) - count))
    part = starts[first : first + count]
    return (part[0][0], part[-1][1]) if part else (start, end)
