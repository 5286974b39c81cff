"""Small JSON files of the program's own: read leniently, written atomically."""

from __future__ import annotations

import json
from pathlib import Path

from dossier.store.atomic import write_atomically

_LARGEST = 16 * 1024 * 1024
"""In bytes: what is larger was not written by this program."""


def read_json_object(path: Path) -> dict[str, object]:
    """The object in ``path``; empty when the file is missing, damaged or somebody else's."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json_object(path: Path, content: dict[str, object]) -> None:
    """Writes it for the owner alone; raises :class:`dossier.model.errors.DossierError` when it cannot."""
    write_atomically(path, json.dumps(content, ensure_ascii=True, indent=1).encode())
