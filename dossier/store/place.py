"""Where a reader was: panes, positions, history and bookmarks, kept for each dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dossier.store.kept_json import read_json_object, write_json_object
from dossier.store.locations import key_of, state_directory


def load_place(folder: Path) -> dict[str, object]:
    """What was last saved for ``folder``; empty when nothing was, or what is there cannot be used."""
    kept = read_json_object(place_file(folder))
    place = kept.get("place")
    return place if kept.get("key") == key_of(folder) and isinstance(place, dict) else {}


def save_place(folder: Path, place: dict[str, object], known: Sequence[object] = ()) -> None:
    """Keeps ``place`` for ``folder``; raises :class:`dossier.model.errors.DossierError` when it cannot.

    ``known`` are the bookmarks that were kept when this session last read or wrote them. Only what it has set and
    taken away since then is changed: another session on the same folder may have kept its own in the meantime.
    """
    kept = load_place(folder)
    if kept:
        theirs, ours = _bookmarks(kept), _bookmarks(place)
        place = {**place, "bookmarks": merged(theirs, known, ours)}
    write_json_object(place_file(folder), {"key": key_of(folder), "place": place})


def merged(kept: Sequence[object], known: Sequence[object], ours: Sequence[object]) -> list[object]:
    """``kept`` with what became of ``known`` in ``ours``: without what was taken away, and with what was added."""
    stay = [one for one in kept if one in ours or one not in known]
    return stay + [one for one in ours if one not in known and one not in stay]


def _bookmarks(place: dict[str, object]) -> list[object]:
    found = place.get("bookmarks")
    return found if isinstance(found, list) else []


def place_file(folder: Path) -> Path:
    """The file in which the place for ``folder`` is kept."""
    return state_directory() / "places" / f"{key_of(folder)}.json"
