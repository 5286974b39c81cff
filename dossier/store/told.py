"""What a person says about a source.

This module is imported before the first screen is painted: it imports next to nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.source import Metadata, Source


class SourceEntry(NamedTuple):
    """What dossier.yaml says about one file; empty where it says nothing. ``line`` counts from 1."""

    file: str
    id: str
    metadata: Metadata
    reliability: str
    why: str
    note: str
    line: int


def merged(source: Source, entry: SourceEntry | None) -> Source:
    """The source with what a person says about it, which beats what its text says."""
    if entry is None:
        return source
    told, read = entry.metadata, source.metadata
    metadata = Metadata(
        title=told.title or read.title,
        publisher=told.publisher or read.publisher,
        author=told.author or read.author,
        published=told.published or read.published,
        url=told.url or read.url,
        language=told.language or read.language,
    )
    return source._replace(metadata=metadata, reliability=entry.reliability, why=entry.why, note=entry.note)
