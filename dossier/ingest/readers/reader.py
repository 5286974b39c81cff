"""What every reader of a file format gives."""

from __future__ import annotations

from typing import Protocol

from dossier.ingest.draft import Draft


class Reader(Protocol):
    """Reads the bytes of one file format."""

    def read(self, data: bytes) -> Draft:
        """The paragraphs of the file; raises :class:`dossier.model.errors.UnreadableError` when it is not one."""
