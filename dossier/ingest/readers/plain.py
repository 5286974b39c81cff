"""Plain text."""

from __future__ import annotations

from dossier.ingest.cleaning import clean
from dossier.ingest.draft import Draft
from dossier.ingest.encoding import decode
from dossier.ingest.paragraphs import paragraphs


class PlainReader:
    """Reads plain text in any encoding, its lines wrapped or not."""

    def read(self, data: bytes) -> Draft:
        """The paragraphs of the file; raises UnreadableError for a binary file."""
        text, origins = clean(decode(data)[0])
        return Draft(text, origins, paragraphs(text))
