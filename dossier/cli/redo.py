"""``dossier redo``: do again what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.cli.undo import step

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "do again what was taken back last"
USAGE = "[--in PATH] [--by NAME]"
EXAMPLE = "dossier redo --in seeds"
DETAILS = """\
The exit code is 1 when somebody has changed the same meanwhile, 3 when it could not be saved yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.deciding import add_where

    add_where(parser)


def run(arguments: Namespace) -> int:
    """Do it again."""
    return step(arguments, back=False)
