"""Which dossier is meant when none is named. Imported before the first screen is painted, so it loads nothing."""

from __future__ import annotations

import os
import sys

LEVELS = 5
"""Folders above the package in which an installation may keep shared data: prefix, lib, pythonX.Y, site-packages."""

SHARED = ("share", "dossier", "seeds")
"""Where ``pyproject.toml`` puts the demonstration, below one of them."""


def chosen_path(argument: str | None) -> str:
    """``argument``, or the current folder if it holds sources, else the demonstration.

    Raises :class:`dossier.model.errors.UnreadableError` when the demonstration is wanted and not installed.
    """
    if argument is not None:
        return argument
    from dossier.ingest.folder import holds_sources

    return os.curdir if holds_sources(os.curdir) else demonstration()


def demonstration() -> str:
    """The folder of the demonstration dossier: in the repository, or where an installation put it.

    It is looked for beside the package first, then under ``share/dossier/seeds`` of the folders above it, which
    covers environments, ``--user``, ``--target`` and Debian's ``/usr/local``, then of ``sys.prefix``.
    """
    above = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folders = [os.path.join(os.path.dirname(above), "seeds")]
    for _ in range(LEVELS):
        above = os.path.dirname(above)
        folders.append(os.path.join(above, *SHARED))
    folders.append(os.path.join(sys.prefix, *SHARED))
    for folder in folders:
        if os.path.isfile(os.path.join(folder, "dossier.yaml")):
            return folder
    from dossier.model.errors import UnreadableError

    raise UnreadableError("there are no sources here and the demonstration is not installed; name a folder or a file")
