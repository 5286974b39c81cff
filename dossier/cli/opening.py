"""Opening a dossier for a command: all of it, with a word to the person while that takes time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from dossier.cli.output import narrate
from dossier.cli.paths import chosen_path
from dossier.model.dossier import Dossier


def open_at(argument: str | None) -> Dossier:
    """The dossier at ``argument``, or the one meant when it is ``None``; files may still be pending.

    Raises :class:`dossier.model.errors.UnreadableError` when it cannot be opened.
    """
    from dossier.store.opening import open_dossier

    path = chosen_path(argument)
    if argument is None and path != os.curdir:
        narrate("no sources in the current folder: this is the demonstration")
    return open_dossier(Path(path))


def open_whole(argument: str | None) -> Dossier:
    """As :func:`open_at`, but every file is read first, which is kept for the next time."""
    dossier = open_at(argument)
    if dossier.pending or dossier.texts.unsearched():
        _read_pending(dossier)
        from dossier.store.opening import open_dossier

        dossier = open_dossier(dossier.path)
    if dossier.pending:
        narrate(f"{dossier.pending:,} files are not read, and what they hold is missing here")
    return dossier


def open_studied(argument: str | None, *, decided_only: bool = False) -> Dossier:
    """As :func:`open_whole`, with what the program suggests, which is worked out first where it is not known.

    Of what was ``decided_only`` the claims are judged all the same by which sources turned out to be one origin.
    """
    dossier = open_whole(argument)
    if not dossier.sources or (decided_only and not dossier.claims):
        return dossier
    from dossier.store.studying import study_dossier
    from dossier.store.suggestions import with_suggestions

    derived, told = None, False
    for done, total, derived in study_dossier(dossier):
        if derived is None and not told and done < total:
            narrate(f"studying {total:,} sources for the first time")
            told = True
    if derived is None:
        return dossier
    return with_suggestions(dossier, derived.origins_only() if decided_only else derived)


def tell_problems(dossier: Dossier) -> None:
    """Say that something is wrong with the files, where it is."""
    count = len(dossier.problems)
    if count:
        narrate(f"{count:,} problem{'' if count == 1 else 's'} in {dossier.path}; dossier check lists them")


def _read_pending(dossier: Dossier) -> None:
    from dossier.model.errors import DossierError
    from dossier.store.indexing import index_folder

    count = dossier.pending or dossier.texts.unsearched()
    narrate(f"reading {count:,} files for the first time")
    shown = sys.stderr is not None and sys.stderr.isatty()
    try:
        for progress in index_folder(dossier.folder):
            if shown:
                print(f"\r{progress.done:,} of {progress.total:,} ", end="", file=sys.stderr, flush=True)
    except DossierError as error:
        narrate(f"what was read cannot be kept: {error}")
    finally:
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
