"""One YAML file as it is on the disk, and writing it again: links followed, mode and owner kept."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from dossier.model.errors import DossierError
from dossier.store.atomic import write_atomically
from dossier.store.regular import open_regular


class Target(NamedTuple):
    """The file behind the name ``name``: ``path`` without links, and what is in it; ``mode`` is ``None`` when new."""

    name: str
    path: Path
    data: bytes
    mode: int | None
    owner: tuple[int, int] | None


def read_target(folder: Path, name: str) -> Target:
    """The file as it is now, empty where it is missing; raises :class:`DossierError` when it cannot be read."""
    try:
        path = Path(os.path.realpath(folder / name))
        with open_regular(path) as file:
            status = os.fstat(file.fileno())
            return Target(name, path, file.read(), stat.S_IMODE(status.st_mode), (status.st_uid, status.st_gid))
    except FileNotFoundError:
        return Target(name, path, b"", None, None)
    except OSError as error:
        advice = "check that it is a file and its permissions"
        raise DossierError(f"{name} cannot be read ({error.strerror}); {advice}") from error


def write_target(target: Target, data: bytes) -> None:
    """Puts ``data`` in its place, at once or not at all; raises :class:`DossierError` when that cannot be.

    A file that would be empty is removed: when all is taken back that made it, nothing is left behind.
    """
    if target.mode is not None and not os.access(target.path, os.W_OK):
        raise DossierError(f"{target.name} is write-protected; allow writing to it, then save again")
    if not data and target.mode is not None:
        try:
            target.path.unlink()
        except OSError as error:
            raise DossierError(f"{target.name} cannot be removed ({error.strerror}); check the permissions") from error
        return
    mode = target.mode if target.mode is not None else 0o666 & ~_umask()
    write_atomically(target.path, data, mode, target.owner)


def remove_litter(target: Target) -> None:
    """Removes what a save that was killed left beside the file; nobody may be saving meanwhile."""
    for path in target.path.parent.glob(f".{target.path.name[:50]}.*.new"):
        with contextlib.suppress(OSError):
            path.unlink()


def _umask() -> int:
    """The mask of new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
