"""Writing a file so that it is either the old one or the new one, whatever happens."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from dossier.model.errors import DossierError


def write_atomically(path: Path, data: bytes, mode: int = 0o600, owner: tuple[int, int] | None = None) -> None:
    """Writes ``data`` beside ``path``, flushes it to the disk and renames it over ``path``.

    Folders that are missing are made, for the owner alone. ``owner`` is the user and group to keep, as far as the
    system allows it. Raises :class:`DossierError` when it cannot be
    written; ``path`` is then as it was.
    """
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.", suffix=".new")
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if owner is not None and hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(beside, *owner)
        os.chmod(beside, mode)
        os.replace(beside, path)
        beside = ""
        _flush_folder(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DossierError(f"{path} cannot be written ({reason}); check permissions and free space") from error
    finally:
        if beside:
            with contextlib.suppress(OSError):
                os.unlink(beside)


def _flush_folder(folder: Path) -> None:
    """Makes the rename itself durable, where the platform lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
