"""``dossier read``: one article as plain text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.model.source import Source

SUMMARY = "print one article as plain text, its claims as numbered notes"
USAGE = "SOURCE [PATH] [--suggested] [--plain] [--text-only] [--width N]"
EXAMPLE = "dossier read high-level-meeting seeds --plain"
DETAILS = """\
SOURCE is an id, a file or a number of dossier sources. Above the text stand its title and origin. A mark
such as [1] follows words that state a claim; the notes at the end give the claim, what the sources make of
it, and the words of the others; with --suggested those that the program suggests, too. Parts that are not the
article's own words are marked: [boilerplate], [pull quote], [caption].

--text-only prints the reading text unchanged and nothing else, in UTF-8, not even a line end after it: the
offsets that the other commands print are its code points.
"""

WIDTH, NARROWEST, WIDEST = 80, 20, 1000
"""Cells of a line: unless told otherwise, at least, at most."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_path, whole_number

    parser.add_argument("source", metavar="SOURCE", help="an id, a file or a number of dossier sources")
    add_path(parser)
    parser.add_argument("--plain", action="store_true", help="linear text; there is no other form yet")
    parser.add_argument("--suggested", action="store_true", help="notes on suggested claims, too")
    parser.add_argument("--text-only", action="store_true", help="the reading text unchanged, and nothing else")
    width = f"cells of a line (default: {WIDTH})"
    parser.add_argument("--width", type=whole_number(NARROWEST, WIDEST), default=WIDTH, metavar="N", help=width)


def run(arguments: Namespace) -> int:
    """Print the article."""
    from dossier.cli.output import write_exactly, write_text
    from dossier.cli.plain_article import plain_article

    dossier, source = _found(arguments)
    if arguments.text_only:
        write_exactly(dossier.reading(source.id).text)
    else:
        write_text(plain_article(dossier, source, arguments.width))
    return 0


def _found(arguments: Namespace) -> tuple[Dossier, Source]:
    """The article; a file that is in no dossier here is one by itself."""
    from dossier.cli.named import source_named
    from dossier.cli.opening import open_at, open_studied
    from dossier.model.errors import UnreadableError

    if arguments.path is None and os.sep in arguments.source and os.path.isfile(arguments.source):
        dossier = open_at(arguments.source)
        return dossier, dossier.sources[0]
    suggested = arguments.suggested
    dossier = (
        open_at(arguments.path) if arguments.text_only else open_studied(arguments.path, decided_only=not suggested)
    )
    try:
        return dossier, source_named(dossier, arguments.source)
    except UnreadableError:
        if arguments.path is None and os.path.isfile(arguments.source):
            dossier = open_at(arguments.source)
            return dossier, dossier.sources[0]
        raise
