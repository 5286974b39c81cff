"""Where a reader was: panes, positions, history and bookmarks, kept for each dossier."""

from __future__ import annotations

from pathlib import Path

from dossier.store.kept_json import read_json_object, write_json_object
from dossier.store.locations import key_of, state_directory


def load_place(folder: Path) -> dict[str, object]:
    """What was last saved for ``folder``; empty when nothing was, or what is there cannot be used."""
    kept = read_json_object(place_file(folder))
    place = kept.get("place")
    return place if kept.get("key") == key_of(folder) and isinstance(place, dict) else {}


def save_place(folder: Path, place: dict[str, object]) -> None:
    """Keeps ``place`` for ``folder``; raises :class:`dossier.model.errors.DossierError` when it cannot."""
    write_json_object(place_file(folder), {"key": key_of(folder), "place": place})


def place_file(folder: Path) -> Path:
    """The file in which the place for ``folder`` is kept."""
    return state_directory() / "places" / f"{key_of(folder)}.json"
