"""Notes, tags and bookmarks on passages."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.passage import Selector


class Note(NamedTuple):
    """What a person wrote beside a passage of the source with the id ``source``, or beside the source as a whole.

    ``selector`` is ``None`` for the whole source. A note without text and tags is a bookmark. ``line`` is where it
    stands in notes.yaml, from 1.
    """

    id: str
    source: str
    selector: Selector | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    line: int = 0

    @property
    def said(self) -> str:
        """Its words and its tags."""
        return " ".join(filter(None, (self.text, *(f"#{tag}" for tag in self.tags))))

    @property
    def bookmark(self) -> bool:
        """Whether it only marks the place."""
        return not self.text and not self.tags
