"""What a person set for all dossiers, such as the theme."""

from __future__ import annotations

from pathlib import Path

from dossier.store.kept_json import read_json_object, write_json_object
from dossier.store.locations import state_directory


def load_settings() -> dict[str, object]:
    """The settings; empty when there are none, or what is there cannot be used."""
    return read_json_object(settings_file())


def save_settings(settings: dict[str, object]) -> None:
    """Keeps ``settings``; raises :class:`dossier.model.errors.DossierError` when it cannot."""
    write_json_object(settings_file(), settings)


def settings_file() -> Path:
    """The file they are kept in."""
    return state_directory() / "settings.json"
