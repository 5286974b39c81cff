"""Keeping a place in a text that has changed: by its words, not by its offsets."""

from __future__ import annotations

from dossier.model.dossier import Dossier
from dossier.model.errors import UnreadableError
from dossier.model.passage import Passage, Selector

WORDS = 80
"""Code points that stand for a place; enough to be found again, few enough to be kept."""


def words_at(dossier: Dossier, passage: Passage) -> str:
    """The first words of a passage, or those that follow a position; empty where the text cannot be read."""
    if passage.source not in dossier.source:
        return ""
    try:
        text = dossier.reading(passage.source).text
    except UnreadableError:
        return ""
    end = min(passage.end, passage.start + WORDS) if passage.end > passage.start else passage.start + WORDS
    return text[passage.start : end]


def moved(dossier: Dossier, passage: Passage, words: str) -> Passage | None:
    """Where a passage that began with ``words`` stands now.

    A position whose words are gone stays as near as the text allows; a passage is None then, as it would show others.
    """
    if passage.source not in dossier.source:
        return None
    try:
        reading = dossier.reading(passage.source)
    except UnreadableError:
        return passage
    length = passage.end - passage.start
    if not words or reading.text.startswith(words, passage.start):
        return passage if passage.end <= len(reading.text) else None
    from dossier.store.anchors.finding import anchor

    found = anchor(Selector(words, start=passage.start), reading)
    start = found.start
    if start >= 0 and not (length and found.material) and start + length <= len(reading.text):
        return Passage(passage.source, start, start + length)
    if length:
        return None
    nearest = min(passage.start, len(reading.text))
    return Passage(passage.source, nearest, nearest)
