"""The files of a folder that a reader knows.

This module is imported before the first screen is painted: it loads nothing but ``os`` until files are listed.
"""

from __future__ import annotations

import os

from dossier.ingest.readers import EXTENSIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from dossier.ingest.found import FoundFile as FoundFile
    from dossier.model.problem import Problem


def __getattr__(name: str) -> object:
    if name == "FoundFile":  # dataclasses cost more than the whole look into the folder
        from dossier.ingest.found import FoundFile

        return FoundFile
    raise AttributeError(name)


def is_source_name(name: str) -> bool:
    """Whether a file of this name may be a source: not hidden, and with an extension that a reader knows."""
    return name[:1] != "." and name[name.rfind(".") :].lower() in EXTENSIONS


def holds_sources(folder: str | os.PathLike[str]) -> bool:
    """Whether there is at least one source in ``folder`` or below; what cannot be read counts as empty."""
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if is_source_name(entry.name) and entry.is_file():
                        return True
                    if entry.name[:1] != "." and entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except OSError:
            continue
    return False


def find_files(folder: Path) -> tuple[list[FoundFile], list[Problem]]:
    """The sources in ``folder`` and below in natural order of their names, and what could not be looked at.

    Symbolic links to folders are not followed, links to files only where they stay inside the folder and the
    file is not listed under its own name.
    """
    from dossier.ingest.walk import Walk

    return Walk(folder).result()
