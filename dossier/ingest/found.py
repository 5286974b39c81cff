"""A file that may become a source."""

from __future__ import annotations

from typing import NamedTuple


class FoundFile(NamedTuple):
    """One file of a folder.

    ``file`` is its path relative to the folder, with forward slashes, safe to show and to store; ``path`` is what
    opens it. ``size`` is in bytes, ``modified`` in nanoseconds since the epoch.
    """

    file: str
    path: str
    size: int
    modified: int
