"""Where the program keeps what belongs to saving: beside the files, or elsewhere when the folder cannot be written."""

from __future__ import annotations

import contextlib
from pathlib import Path

from dossier.store.locations import key_of, state_directory

FOLDER = ".dossier"
"""In the dossier folder; hidden, so that nothing in it is taken for a source."""

_IGNORED = "# Of one machine; the history may be shared.\nlock\njournal.jsonl\n.gitignore\n"


def lock_file(folder: Path) -> Path:
    """Held while files of the folder are written."""
    return folder / FOLDER / "lock"


def history_file(folder: Path) -> Path:
    """What was decided: one JSON line each."""
    return folder / FOLDER / "history.jsonl"


def journal_file(folder: Path) -> Path:
    """What was decided and may not be in the files yet."""
    return folder / FOLDER / "journal.jsonl"


def spare_journal_file(folder: Path) -> Path:
    """The journal of a folder that cannot be written."""
    return state_directory() / "journals" / f"{key_of(folder)}.jsonl"


def make_place(folder: Path) -> None:
    """Makes the hidden folder, and keeps it out of git where it is not yet; raises :class:`OSError`."""
    place = folder / FOLDER
    ignoring = place / ".gitignore"
    if ignoring.exists():
        return
    place.mkdir(exist_ok=True)
    with contextlib.suppress(OSError):
        ignoring.write_text(_IGNORED, "utf-8")
