"""What a reader hands on: cleaned text and where its paragraphs are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.model.offsets import OffsetMap
from dossier.model.source import BlockKind, Metadata

NOTHING_KNOWN = Metadata()
"""The metadata of a format that has no place for any."""


class Paragraph(NamedTuple):
    """A span of cleaned text that becomes one block: code points ``start`` to ``end``, end exclusive.

    ``gap`` counts the blank lines before it. ``kind`` is what the format itself says it is, ``None`` where it
    says nothing. ``cuts`` are spans of markup inside it that a person does not read, in order.
    """

    start: int
    end: int
    gap: int = 0
    kind: BlockKind | None = None
    cuts: tuple[tuple[int, int], ...] = ()


class Draft(NamedTuple):
    """A file as its reader understood it.

    ``origins`` lead from ``text``, which is cleaned, back to the decoded file; ``metadata`` is what the format
    has a place for.
    """

    text: str
    origins: OffsetMap
    paragraphs: Sequence[Paragraph]
    metadata: Metadata = NOTHING_KNOWN
