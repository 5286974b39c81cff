"""``dossier entity``: decide about an entity and its names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.cli.deciding import Action, add_deciding, checked, refused_entity, run_action, usage

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.store.curating.draft import Draft

KEYS = ("name", "kind", "note")
KINDS = ("person", "organisation", "place", "facility", "event", "thing")


def _accept(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import entity_named
    from dossier.store.curating import entities

    return entities.accept(entity_named(dossier, words[0]))


def _reject(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import entity_named
    from dossier.store.curating import entities

    return entities.reject(entity_named(dossier, words[0]))


def _restore(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import entities

    return entities.restore(dossier, refused_entity(dossier, words[0]))


def _add(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.model.entity import EntityKind
    from dossier.store.curating import entities

    return entities.create(dossier, words[0], EntityKind(checked(words[1], KINDS, "kind")))


def _set(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import entity_named
    from dossier.store.curating import entities

    key = checked(words[1], KEYS, "key")
    value = checked(words[2], KINDS if key == "kind" else (), key)
    return entities.set_value(entity_named(dossier, words[0]), key, value)


def _alias(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import entity_named
    from dossier.store.curating import entities

    return entities.add_alias(entity_named(dossier, words[0]), words[1])


def _split(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import entity_named
    from dossier.store.curating import entities

    return entities.split(entity_named(dossier, words[0]), words[1])


def _merge(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.cli.named import entity_named
    from dossier.store.curating import entities

    return entities.merge(entity_named(dossier, words[0]), entity_named(dossier, words[1]))


ACTIONS = {
    "accept": Action(("ENTITY",), "accept a suggested entity with all its names", _accept),
    "reject": Action(("ENTITY",), "turn it down: its names are not suggested again", _reject),
    "restore": Action(("ENTITY",), "suggest again what was turned down", _restore),
    "add": Action(("NAME", "KIND"), f"a new one; KIND is {', '.join(KINDS)}", _add),
    "set": Action(("ENTITY", "KEY", "VALUE"), ", ".join(KEYS), _set),
    "alias": Action(("ENTITY", "NAME"), "a name it goes by, too", _alias),
    "split": Action(("ENTITY", "NAME"), "a name that is not its own", _split),
    "merge": Action(("ENTITY", "OTHER"), "the two are the same; the first stays", _merge),
}
SUMMARY = "decide about an entity: accept, turn down, merge, split, rename"
USAGE = "ACTION WORD ... [--in PATH] [--why TEXT] [--by NAME]"
EXAMPLE = "dossier entity alias asim-munir 'Field Marshal Munir' --in seeds"
DETAILS = f"""\
actions:
{usage(ACTIONS)}

ENTITY is an id or one of its names. Every decision is a few lines of YAML in the folder; dossier undo takes it back.

The exit code is 1 when somebody has changed the same meanwhile, 3 when it could not be saved yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    add_deciding(parser, ACTIONS)


def run(arguments: Namespace) -> int:
    """Decide."""
    return run_action(arguments, ACTIONS)
