"""``dossier search``: the search box on the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.search.hits import Hit

SUMMARY = "search titles, names, claims and full text"
USAGE = "QUERY [PATH] [--limit N] [--json]"
EXAMPLE = 'dossier search "copper -coal" seeds'
DETAILS = """\
A query is words, word* for what begins so, "a phrase", -not, source:NAME and entity:NAME, which knows the
names that the program suggests too. Give it as one argument; one that begins with a hyphen goes behind --,
as in: dossier search -- "-coal copper". Where nothing is found, it is looked for among the suggested names and
claims too, misspelt or not, unless there are more than 50 sources.
Columns: kind (passage, source, entity, claim), source and its code points start and end, what was found.

--json: kind, source, start, end, quote, score; best first. quote is what stands from start to end of what
dossier read SOURCE --text-only prints; where there is no such place, as for a title, both are -1 and quote
is the name of what was found.

The exit code is 0 whether something is found or not; that nothing is found is said on standard error.
"""

SOON_STUDIED = 50
"""Sources that are studied for a search that finds nothing else."""
LIMIT, MOST_HITS = 20, 10_000
"""Hits that are printed unless told otherwise, and at most."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_json, add_path, whole_number

    parser.add_argument("query", metavar="QUERY", help="what to look for")
    add_path(parser)
    limit = f"print at most so many hits (default: {LIMIT})"
    parser.add_argument("--limit", type=whole_number(1, MOST_HITS), default=LIMIT, metavar="N", help=limit)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print the hits, best first."""
    from dossier.cli.json_shapes import hit_json
    from dossier.cli.opening import open_studied, open_whole
    from dossier.cli.output import Cell, narrate, write_json, write_rows
    from dossier.search.finder import Finder
    from dossier.search.query import parse_query

    _refuse_nonsense(arguments)
    names = any(field.name == "entity" for field in parse_query(arguments.query).fields)
    dossier = open_studied(arguments.path) if names else open_whole(arguments.path)
    hits = Finder(dossier).search(arguments.query, arguments.limit)
    if not hits and not names and len(dossier.sources) <= SOON_STUDIED:
        dossier = open_studied(arguments.path)
        hits = Finder(dossier).search(arguments.query, arguments.limit)
    if arguments.json:
        write_json(hit_json(hit, _words(dossier, hit)) for hit in hits)
    else:
        rows = [(hit.kind, hit.source, *_place(hit), Cell(hit.label, hit.marks)) for hit in hits]
        write_rows(("kind", "source", "start", "end", "found"), rows)
    if not hits:
        narrate(f"nothing found for {arguments.query}")
    return 0


def _refuse_nonsense(arguments: Namespace) -> None:
    from dossier.model.errors import UnreadableError, UsageError
    from dossier.search.query import parse_query

    if not parse_query(arguments.query):
        raise UsageError("the query asks for nothing; give a word to look for, see dossier search --help")
    path = arguments.path
    if path is not None and not os.path.lexists(path):
        hint = f'a query of several words needs quotation marks: dossier search "{arguments.query} {path}"'
        raise UnreadableError(f"no such file or folder: {path}; {hint}")


def _place(hit: Hit) -> tuple[str, str]:
    """Start and end, empty where there are no words to open."""
    return (str(hit.start), str(hit.end)) if 0 <= hit.start < hit.end else ("", "")


def _words(dossier: Dossier, hit: Hit) -> str:
    """What stands at the passage of ``hit``; empty when it has none."""
    if hit.passage is None or hit.start == hit.end:
        return ""
    return dossier.reading(hit.source).text[hit.start : hit.end]
