"""Decisions about sources."""

from __future__ import annotations

from dossier.model.edits.values import Plain
from dossier.model.source import Source
from dossier.store.curating.draft import Change, Draft, check_date, told, with_values
from dossier.store.dossier_yaml import DOSSIER_YAML


def set_value(source: Source, key: str, value: str, why: str = "") -> Draft:
    """``reliability`` (A to F) or what else dossier.yaml may say of a source; ``why`` is the reason for a rating."""

    if key == "published":
        check_date(value)

    def make(item: Plain | None) -> Plain:
        values = {key: value} | ({"why": why} if why else {})
        return with_values(item or {"file": source.file}, **values)

    sentence = f"{key} of {told(source.name)}: {told(value) if value else 'none'}"
    return Draft(sentence, (Change(DOSSIER_YAML, source.file, make),), why=why)
