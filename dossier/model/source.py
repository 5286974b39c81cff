"""A source: one document, its reading text, its blocks and what is known about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.model.choice import Choice
from dossier.model.offsets import OffsetMap


class BlockKind(Choice):
    """What a paragraph-like part of a source is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    PULL_QUOTE = "pull-quote"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"

    @property
    def counts(self) -> bool:
        """Whether words here are a statement of the source; a repeated pull quote is not a second one."""
        return self not in (BlockKind.PULL_QUOTE, BlockKind.BOILERPLATE)


class Block(NamedTuple):
    """A part of the reading text: code points ``start`` to ``end``, end exclusive."""

    kind: BlockKind
    start: int
    end: int


class Metadata(NamedTuple):
    """What a text or a person says about a source; an empty string where nobody says it.

    ``published`` is an ISO 8601 date, possibly only a year or a year and a month.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


class Reading(NamedTuple):
    """The text a person reads, and its blocks in order.

    ``origins`` lead back into the file: see :class:`dossier.model.offsets.OffsetMap`.
    """

    text: str
    blocks: Sequence[Block]
    origins: OffsetMap


class Source(NamedTuple):
    """One document of a dossier, without its text.

    ``file`` is relative to the dossier folder, with forward slashes. ``length`` is in code points of the
    reading text, ``digest`` the SHA-256 of the file's bytes. ``reliability`` is A to F as in the Admiralty
    code (NATO AJP-2.1), empty when nobody has rated it. ``opening`` holds the first words of the text, to
    show where there is no title. ``problem`` says why the file cannot be read, and is empty when it can.
    """

    id: str
    file: str
    metadata: Metadata = Metadata()
    length: int = 0
    digest: str = ""
    reliability: str = ""
    why: str = ""
    note: str = ""
    opening: str = ""
    problem: str = ""

    @property
    def name(self) -> str:
        """The title, or the first words, or the file's name."""
        return self.metadata.title or self.opening or self.file
