"""``dossier entities``: who and what the articles are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.model.entity import Entity, Mention

SUMMARY = "list the people, organisations, places and things, and how often they are named"
USAGE = "[PATH] [--kind KIND] [--decided] [--json|--csv]"
EXAMPLE = "dossier entities seeds --kind person"
DETAILS = """\
Columns: id, kind, number of mentions, number of sources with mentions, name, other names.

--json: id, name, kind, aliases, decided, mentions [source, start, end]. Offsets are code points of what
dossier read SOURCE --text-only prints.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_csv, add_decided, add_json, add_path, one_of
    from dossier.model.entity import EntityKind

    names = {kind.value: kind for kind in EntityKind}
    plurals = {kind.plural.casefold(): kind for kind in EntityKind}
    add_path(parser)
    parser.add_argument("--kind", type=one_of(names | plurals), metavar="KIND", help=", ".join(names))
    add_decided(parser)
    add_json(parser)
    add_csv(parser)


def run(arguments: Namespace) -> int:
    """Print the entities."""
    from dossier.cli.json_shapes import entity_json
    from dossier.cli.opening import open_studied, open_whole, tell_problems
    from dossier.cli.output import narrate, write_csv, write_json, write_rows

    dossier = (open_whole if arguments.decided else open_studied)(arguments.path)
    entities = [entity for entity in dossier.entities if arguments.kind in (None, entity.kind)]
    if arguments.json:
        mentions = _mentions(dossier) if entities else {}
        write_json(entity_json(entity, mentions.get(entity.id, ())) for entity in entities)
    else:
        write = write_csv if arguments.csv else write_rows
        write(("id", "kind", "mentions", "sources", "name", "other names"), _rows(dossier, entities))
    if not entities:
        narrate("no entity is of that kind" if dossier.entities else f"no entities are recorded in {dossier.path}")
    tell_problems(dossier)
    return 0


def _rows(dossier: Dossier, entities: list[Entity]) -> Iterator[tuple[str, ...]]:
    tally = dossier.texts.tally()
    for entity in entities:
        counts = tally.get(entity.id, {})
        numbers = str(sum(counts.values())), str(len(counts))
        yield entity.id, entity.kind.value, *numbers, entity.name, "; ".join(entity.names[1:])


def _mentions(dossier: Dossier) -> dict[str, list[Mention]]:
    """All mentions by entity, in the order of sources and places."""
    found: dict[str, list[Mention]] = {}
    for source in dossier.sources:
        for mention in dossier.mentions(source.id):
            found.setdefault(mention.entity, []).append(mention)
    return found
