"""``dossier note``: write a note beside a passage, or remove one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.cli.deciding import Action, add_deciding, passage_of, run_action, usage
from dossier.model.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.store.curating.draft import Draft


def _add(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import source_named
    from dossier.model.passage import Passage
    from dossier.store.curating import notes

    source = source_named(dossier, words[0]).id
    passage = passage_of(dossier, source, words[1]) if words[1] else Passage(source, 0, 0)
    text, tags = notes.parted(words[2])
    return notes.create(dossier, passage, text, tags)


def _remove(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import notes

    found = next((note for note in dossier.notes if note.id == words[0]), None)
    if found is None:
        raise UsageError(f"{words[0]!r} is no note's id; they stand in notes.yaml")
    return notes.remove(found)


ACTIONS = {
    "add": Action(("SOURCE", "QUOTE", "TEXT"), "a note beside these words, or with '' beside the source", _add),
    "remove": Action(("NOTE",), "remove the note with this id", _remove),
}
SUMMARY = "write a note beside words of a source, or remove one"
USAGE = "ACTION WORD ... [--in PATH] [--why TEXT] [--by NAME]"
EXAMPLE = "dossier note add 1 '' 'ask the ministry #todo' --in seeds"
DETAILS = f"""\
actions:
{usage(ACTIONS)}

#words in TEXT are tags.

The exit code is 1 when somebody has changed the same meanwhile, 3 when it could not be saved yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    add_deciding(parser, ACTIONS)


def run(arguments: Namespace) -> int:
    """Decide."""
    return run_action(arguments, ACTIONS)
