"""``dossier redo``: do again what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.cli.undo import step

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "do again what was taken back last"
USAGE = "[--in PATH] [--by NAME] [--take theirs|yours]"
EXAMPLE = "dossier redo --in seeds"
DETAILS = """\
When somebody has changed the same since, nothing is done, both are printed, and the exit code is 1: --take yours
overwrites it, --take theirs leaves it as it is and does the rest. The exit code is 3 when it could not be saved yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.deciding import add_take, add_where

    add_where(parser)
    add_take(parser)


def run(arguments: Namespace) -> int:
    """Do it again."""
    return step(arguments, back=False)
