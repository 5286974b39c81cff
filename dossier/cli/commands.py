"""The commands, and how their arguments are read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from dossier.cli import (
    check,
    claim,
    claims,
    compare,
    entities,
    entity,
    history,
    note,
    quotes,
    read,
    redo,
    search,
    source,
    sources,
    timeline,
    undo,
)
from dossier.cli.command import Command
from dossier.model.errors import UsageError

COMMANDS: dict[str, Command] = {
    "check": check,
    "claim": claim,
    "claims": claims,
    "compare": compare,
    "entities": entities,
    "entity": entity,
    "history": history,
    "note": note,
    "quotes": quotes,
    "read": read,
    "redo": redo,
    "search": search,
    "source": source,
    "sources": sources,
    "timeline": timeline,
    "undo": undo,
}
"""Every command by its name."""


class CommandParser(argparse.ArgumentParser):
    """Reads the arguments of one command; wrong ones raise :class:`UsageError` instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong as one line."""
        raise UsageError(f"{message}; see {self.prog} --help")


def run_command(name: str, arguments: Sequence[str]) -> int:
    """Run the command called ``name`` and return its exit code."""
    command = COMMANDS[name]
    parser = parser_of(name)
    try:
        # options among positional arguments need the second way, and that one stumbles over "--" (Python issue 59317)
        read_arguments = parser.parse_args if "--" in arguments else parser.parse_intermixed_args
        chosen = read_arguments(arguments)
    except SystemExit:  # after --help
        return 0
    return command.run(chosen)


def parser_of(name: str) -> CommandParser:
    """The parser of the command called ``name``."""
    command = COMMANDS[name]
    parser = CommandParser(
        prog=f"dossier {name}",
        usage=f"dossier {name} {command.USAGE}",
        description=f"{command.SUMMARY[0].upper()}{command.SUMMARY[1:]}.",
        epilog=f"{command.DETAILS.strip()}\n\nexample:\n  {command.EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    return parser
