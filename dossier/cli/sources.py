"""``dossier sources``: the articles of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.model.source import Block, Source

SUMMARY = "list the articles: number, id, date, publisher, title"
USAGE = "[PATH] [--json]"
EXAMPLE = "dossier sources seeds"
DETAILS = """\
Columns: number, id, date, publisher, reliability (A to F), title or first words.
What nobody says is named as missing; nothing is guessed.

--json: id, file, title, publisher, author, published, language, origin, blocks [kind, start, end]. What nobody
says is an empty string. origin is the id of the source it was copied from, its own where it is no copy.
Offsets are code points of what dossier read SOURCE --text-only prints.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_json, add_path

    add_path(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print the sources."""
    from dossier.cli.json_shapes import source_json
    from dossier.cli.opening import open_studied, open_whole, tell_problems
    from dossier.cli.output import narrate, write_json, write_rows

    dossier = (open_studied if arguments.json else open_whole)(arguments.path)
    if arguments.json:
        copied = {one.source: one.of for one in dossier.derived.copies} if dossier.derived is not None else {}
        write_json(source_json(one, _blocks(dossier, one), copied.get(one.id, "")) for one in dossier.sources)
    else:
        write_rows(("", "id", "date", "publisher", "reliability", "title"), _rows(dossier))
    if not dossier.sources:
        narrate(f"no sources in {dossier.path}: it takes .txt and .md files, in any subfolder")
    tell_problems(dossier)
    return 0


def _rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    for number, source in enumerate(dossier.sources, 1):
        said = source.metadata
        origin = said.published or "no date", said.publisher or "no publisher", source.reliability or "not rated"
        name = "(cannot be read)" if source.problem else source.name
        yield str(number), source.id, *origin, name


def _blocks(dossier: Dossier, source: Source) -> Sequence[Block]:
    """None for a file that cannot be read: that it cannot is among the problems."""
    from dossier.model.errors import UnreadableError

    try:
        return dossier.reading(source.id).blocks
    except UnreadableError:
        return ()
