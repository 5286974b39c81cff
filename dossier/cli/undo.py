"""``dossier undo``: take back the last decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "take back the last decision; again for the one before"
USAGE = "[--in PATH] [--by NAME] [--take theirs|yours]"
EXAMPLE = "dossier undo --in seeds"
DETAILS = """\
What was decided is in the folder, in .dossier/history.jsonl, and can be taken back without limit, by whoever.
A decision that still cannot be saved is given up first.

When somebody has changed the same since, nothing is done, both are printed, and the exit code is 1: --take yours
overwrites it, --take theirs leaves it as it is and takes back the rest. The exit code is 3 when it could not be saved
yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.deciding import add_take, add_where

    add_where(parser)
    add_take(parser)


def run(arguments: Namespace) -> int:
    """Take it back."""
    return step(arguments, back=True)


def step(arguments: Namespace, *, back: bool) -> int:
    """Take back the last decision, or do again the one that was taken back last."""
    from dossier.cli.deciding import save_waiting, told
    from dossier.cli.opening import open_at
    from dossier.cli.output import narrate
    from dossier.model.edits.merging import Side
    from dossier.store.curating.desk import Desk

    desk = Desk(open_at(arguments.path).folder, arguments.by)
    save_waiting(desk)
    outcome = desk.undo() if back else desk.redo()
    if outcome is None:
        narrate("nothing to take back" if back else "nothing to do again")
        return 0
    if not outcome.conflicts:
        return told(outcome)
    if arguments.take:
        side = Side.OURS if arguments.take == "yours" else Side.THEIRS
        return told(desk.settle(outcome.decision, outcome.sided(side)))
    desk.give_up(outcome.decision)
    code = told(outcome)
    narrate("nothing was changed: --take yours overwrites what is there now, --take theirs leaves it")
    return code
