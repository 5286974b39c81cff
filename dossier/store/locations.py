"""Where the program keeps what is its own: state and cache, outside every dossier."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def state_directory() -> Path:
    """Where reading places and settings are kept; ``DOSSIER_STATE_DIR`` overrides the platform's."""
    chosen = os.environ.get("DOSSIER_STATE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("dossier", appauthor=False)


def cache_directory() -> Path:
    """Where derived data is kept that may be deleted at any time; ``DOSSIER_CACHE_DIR`` overrides the platform's."""
    chosen = os.environ.get("DOSSIER_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("dossier", appauthor=False)


def catalogue_file(folder: Path) -> Path:
    """Where the catalogue of ``folder`` lies."""
    return cache_directory() / key_of(folder) / "catalogue.sqlite"


def key_of(folder: Path) -> str:
    """A name for what is kept about ``folder``: 32 hexadecimal digits from its resolved path."""
    return hashlib.sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest()[:32]
