"""Noticing that the files of a dossier changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from dossier.ingest.found import FoundFile

YAML_FILES = ("dossier.yaml", "entities.yaml", "claims.yaml", "notes.yaml")


def fingerprint(path: Path) -> str:
    """Changes whenever a source or YAML file of the folder, or the single file, is added, removed or written.

    Made of names, sizes and modification times; nothing is opened. A path that is gone has a fingerprint too.
    """
    if not path.is_dir():
        return _digest([_state(path)])
    from dossier.ingest.folder import find_files

    return fingerprint_of(path, find_files(path)[0])


def fingerprint_of(folder: Path, files: Iterable[FoundFile]) -> str:
    """The fingerprint of a folder in which ``files`` were found."""
    return _digest(_parts(folder, files))


def _digest(parts: Iterable[str]) -> str:
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(part.encode("utf-8", "surrogatepass"))
        whole.update(b"\0")
    return whole.hexdigest()


def _parts(folder: Path, files: Iterable[FoundFile]) -> Iterator[str]:
    for found in files:
        yield f"{found.file}\0{found.size}\0{found.modified}"
    for name in YAML_FILES:
        yield f"{name}\0{_state(folder / name)}"


def _state(path: Path) -> str:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return "missing"
    return f"{status.st_size}\0{status.st_mtime_ns}"
