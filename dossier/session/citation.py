"""A passage as words to paste elsewhere, with where they come from."""

from __future__ import annotations

from dossier.model.dossier import Dossier
from dossier.model.passage import Passage
from dossier.session.labels import date_label


def citation(dossier: Dossier, passage: Passage) -> str:
    """“The exact words” (title, publisher, date, file): what is not known is left out."""
    source = dossier.source[passage.source]
    words = " ".join(dossier.reading(passage.source).text[passage.start : passage.end].split())
    said = source.metadata
    parts = [said.title, said.publisher, date_label(said.published), source.file, said.url]
    return f"“{words}” ({', '.join(part for part in parts if part)})"
