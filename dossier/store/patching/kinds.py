"""The files of a dossier that hold items: where their list is, and by what an item is known."""

from __future__ import annotations

from typing import NamedTuple

from dossier.ingest.identity import slug
from dossier.model.edits.values import Plain
from dossier.store.scalar_text import file_named, scalar_text

TOP = ""
"""The key of what stands beside the list: title and description of dossier.yaml."""


class Kind(NamedTuple):
    """One sort of file. ``listed`` is the key of the list, where it has one; ``top`` whether it must have."""

    listed: str
    named: tuple[str, ...]
    top: bool = False


KINDS = {
    "dossier.yaml": Kind("sources", ("file",), top=True),
    "entities.yaml": Kind("entities", ("id", "name")),
    "claims.yaml": Kind("claims", ("id", "text")),
    "notes.yaml": Kind("notes", ("id", "source")),
}
"""By file name."""

IDENTIFYING = frozenset({"id", "name", "text", "file", "source", "quote", "note"})
"""The keys that :func:`key_of` looks at."""


def key_of(file: str, item: Plain) -> str:
    """By what the readers of ``file`` know the item: its id, or one made of its name or text; a source's file."""
    for name in KINDS[file].named:
        value = item.get(name)
        text = scalar_text(str(value)) if isinstance(value, str | int) else ""
        words = " ".join(text.split())
        if not words:
            continue
        if name == "file":
            return file_named(text.strip())
        if name == "source":
            return slug(f"{words} {item.get('quote') or item.get('note') or ''}")
        return words.replace(" ", "-") if name == "id" else slug(words)
    return TOP
