"""``dossier undo``: take back the last decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "take back the last decision; again for the one before"
USAGE = "[--in PATH] [--by NAME]"
EXAMPLE = "dossier undo --in seeds"
DETAILS = """\
What was decided is in the folder, in .dossier/history.jsonl, and can be taken back without limit, by whoever.

The exit code is 1 when somebody has changed the same meanwhile, 3 when it could not be saved yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.deciding import add_where

    add_where(parser)


def run(arguments: Namespace) -> int:
    """Take it back."""
    return step(arguments, back=True)


def step(arguments: Namespace, *, back: bool) -> int:
    """Take back the last decision, or do again the one that was taken back last."""
    from dossier.cli.deciding import told
    from dossier.cli.opening import open_at
    from dossier.cli.output import narrate
    from dossier.store.curating.desk import Desk

    desk = Desk(open_at(arguments.path).folder, arguments.by)
    outcome = desk.undo() if back else desk.redo()
    if outcome is None:
        narrate("nothing to take back" if back else "nothing to do again")
        return 0
    return told(outcome)
