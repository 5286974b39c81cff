"""What a person is told when something goes wrong: one line, and an exit code."""

from __future__ import annotations

import os
import sys

from dossier.cli.output import narrate
from dossier.model.errors import DossierError

FAULT = 70
"""The exit code for a fault of the program itself: EX_SOFTWARE of BSD's sysexits.h."""


def report(error: Exception, debug: bool) -> int:
    """Say in one line what ``error`` is, after its traceback if ``debug``, and return the exit code.

    A reader of the output that has gone away, as ``| head`` does, is no error.
    """
    quieten()
    if isinstance(error, BrokenPipeError):
        return 0
    if debug and sys.stderr is not None:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    if isinstance(error, DossierError):
        narrate(f"dossier: {error}")
        return error.exit_code
    if isinstance(error, OSError) and error.strerror:
        where = f" ({os.fsdecode(error.filename)})" if isinstance(error.filename, (str, bytes)) else ""
        narrate(f"dossier: cannot read or write: {error.strerror}{where}; check the disk and the permissions")
        return DossierError.exit_code
    hint = "" if debug else "; run it again with --debug to see where, and report it"
    narrate(f"dossier: a fault in the program: {type(error).__name__}: {error}{hint}")
    return FAULT


def quieten() -> None:
    """Let what is still to be written go nowhere if it cannot be written, so that Python's exit does not complain."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
        except (OSError, ValueError):
            return  # not a file of the system: nothing is flushed at exit
