"""Which index searches a dossier."""

from __future__ import annotations

from dossier.model.dossier import Dossier
from dossier.search.index import Index
from dossier.search.memory import PER_KEY, MemoryIndex
from dossier.search.texts import FoldedTexts

MANY_SOURCES = 500
"""Sources from which on an index on disk is worth its place; below, looking through them is as quick."""


def wants_index(dossier: Dossier) -> bool:
    """Whether ``dossier`` has too many sources or too much text to look through all of it at a key press."""
    if len(dossier.sources) >= MANY_SOURCES:
        return True
    return sum(source.length for source in dossier.sources) > PER_KEY


def choose_index(dossier: Dossier, texts: FoldedTexts) -> Index:
    """The index on disk if there should be one and there is, otherwise the texts in memory."""
    if wants_index(dossier):
        from dossier.search.tantivy_index import TantivyIndex

        index = TantivyIndex.open(dossier)
        if index is not None:
            return index
    return MemoryIndex(dossier, texts)
