"""One small class per file format, and which of them reads which file."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dossier.ingest.readers.reader import Reader

PLAIN = frozenset({".txt", ".text"})
"""Extensions of plain text."""

MARKDOWN = frozenset({".md", ".markdown", ".mkd"})
"""Extensions of Markdown."""

EXTENSIONS = PLAIN | MARKDOWN
"""Every extension that some reader knows, in lower case with its dot."""


def reader_for(file: str) -> Reader | None:
    """The reader of files named like ``file``, or ``None`` where no format goes by that extension."""
    extension = os.path.splitext(file)[1].lower()
    if extension in MARKDOWN:
        from dossier.ingest.readers.markdown import MarkdownReader

        return MarkdownReader()
    if extension in PLAIN:
        from dossier.ingest.readers.plain import PlainReader

        return PlainReader()
    return None
