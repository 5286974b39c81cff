"""What a scalar of a YAML file says: the same for those who read the file and for those who change it."""

from __future__ import annotations

import posixpath

from dossier.ingest.cleaning import clean

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Words for nothing, as long as they stand without quotation marks."""


def scalar_text(written: str, style: str = "'") -> str:
    """The text, cleaned; empty for a word for nothing. ``style`` is empty where no quotation marks were written."""
    if not style and written in NULLS:
        return ""
    return written if written.isascii() and written.isprintable() else clean(written)[0]


def file_named(text: str) -> str:
    """The file that a text names, relative to its folder; a backslash leads into a folder, as on Windows."""
    return posixpath.normpath(text.replace("\\", "/"))
