"""``dossier source``: say something about a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.cli.deciding import Action, add_deciding, checked, run_action, usage

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.store.curating.draft import Draft

KEYS = ("reliability", "why", "title", "publisher", "author", "published", "url", "note")


def _set(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import source_named
    from dossier.store.curating import sources

    key = checked(words[1], KEYS, "key")
    value = checked(words[2], tuple("ABCDEF") if key == "reliability" else (), key)
    return sources.set_value(source_named(dossier, words[0]), key, value)


ACTIONS = {"set": Action(("SOURCE", "KEY", "VALUE"), ", ".join(KEYS), _set)}
SUMMARY = "rate a source, or say who published it and when"
USAGE = "set SOURCE KEY VALUE [--in PATH] [--why TEXT] [--by NAME]"
EXAMPLE = "dossier source set 1 reliability B --in seeds"
DETAILS = f"""\
actions:
{usage(ACTIONS)}

SOURCE is an id, a file or a number. An empty VALUE takes it away.

The exit code is 1 when somebody has changed the same meanwhile, 3 when it could not be saved yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    add_deciding(parser, ACTIONS)


def run(arguments: Namespace) -> int:
    """Decide."""
    return run_action(arguments, ACTIONS)
