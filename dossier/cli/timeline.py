"""``dossier timeline``: what happened when, across the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "list the dated passages in the order of their dates"
USAGE = "[PATH] [--decided] [--json|--csv]"
EXAMPLE = "dossier timeline seeds"
DETAILS = """\
Columns: first day, last day, date, source, passage. A date is marked "~" where something was assumed, and is empty
where an expression could not be resolved, which comes last.

--json: date, low, high, certain, why, claim, source, start, end, quote. Offsets are code points of what
dossier read SOURCE --text-only prints.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_csv, add_decided, add_json, add_path

    add_path(parser)
    add_decided(parser)
    add_json(parser)
    add_csv(parser)


def run(arguments: Namespace) -> int:
    """Print the moments."""
    from dossier.cli.json_shapes import moment_json
    from dossier.cli.opening import open_studied, tell_problems
    from dossier.cli.output import narrate, write_csv, write_json, write_rows
    from dossier.session.timeline import timeline

    dossier = open_studied(arguments.path, decided_only=arguments.decided)
    moments = timeline(dossier)
    if arguments.json:
        write_json(map(moment_json, moments))
    else:
        rows = [
            (date.low, date.high, date.value + ("" if date.certain else " ~"), piece.source, piece.selector.exact)
            for date, _, piece in moments
        ]
        (write_csv if arguments.csv else write_rows)(("first", "last", "date", "source", "passage"), rows)
    if not moments:
        narrate("no claim tells a date")
    tell_problems(dossier)
    return 0
