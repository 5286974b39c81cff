"""Noticing that the files of a dossier changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from dossier.ingest.found import FoundFile

NOTES_YAML = "notes.yaml"
YAML_FILES = ("dossier.yaml", "entities.yaml", "claims.yaml", NOTES_YAML)


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
    return joined_fingerprint(folder, files_stamp(files))


def joined_fingerprint(folder: Path, files: str) -> str:
    """The fingerprint of a folder whose files have the stamp ``files``; the YAML files are looked at."""
    return f"{files}-{_digest(_state(folder / name) for name in YAML_FILES)}"


def files_stamp(files: Iterable[FoundFile]) -> str:
    """Tells one state of the sources of a folder from another."""
    return _digest(f"{found.file}\0{found.size}\0{found.modified}" for found in files)


def content_stamp(data: bytes) -> str:
    """Tells one content of a file from another: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def _digest(parts: Iterable[str]) -> str:
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(part.encode("utf-8", "surrogatepass"))
        whole.update(b"\0")
    return whole.hexdigest()


def _state(path: Path) -> str:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return "missing"
    return f"{status.st_size}\0{status.st_mtime_ns}"
