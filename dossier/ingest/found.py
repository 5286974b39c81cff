"""A file that may become a source."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file of a folder.

    ``file`` is its path relative to the folder, with forward slashes, safe to show and to store; ``path`` is what
    opens it. ``size`` is in bytes, ``modified`` in nanoseconds since the epoch.
    """

    file: str
    path: Path
    size: int
    modified: int
