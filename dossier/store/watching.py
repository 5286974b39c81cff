"""Noticing that the files of a dossier changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from dossier.ingest.folder import find_files
from dossier.store.claims_yaml import CLAIMS_YAML
from dossier.store.dossier_yaml import DOSSIER_YAML
from dossier.store.entities_yaml import ENTITIES_YAML
from dossier.store.opening import NOTES_YAML


def fingerprint(path: Path) -> str:
    """Changes whenever a source or YAML file of the folder, or the single file, is added, removed or written.

    Made of names, sizes and modification times; nothing is opened. A path that is gone has a fingerprint too.
    """
    whole = blake2b(digest_size=16)
    for part in _parts(path):
        whole.update(part.encode("utf-8", "surrogatepass"))
        whole.update(b"\0")
    return whole.hexdigest()


def _parts(path: Path) -> Iterator[str]:
    if not path.is_dir():
        yield _state(path)
        return
    for found in find_files(path)[0]:
        yield f"{found.file}\0{found.size}\0{found.modified}"
    for name in (DOSSIER_YAML, ENTITIES_YAML, CLAIMS_YAML, NOTES_YAML):
        yield f"{name}\0{_state(path / name)}"


def _state(path: Path) -> str:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return "missing"
    return f"{status.st_size}\0{status.st_mtime_ns}"
