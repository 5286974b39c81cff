"""``dossier history``: what was decided, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "list what was decided: when, by whom, what and why"
USAGE = "[PATH] [--json|--csv]"
EXAMPLE = "dossier history seeds"
DETAILS = """\
Columns: when (UTC), who, what, why; the latest last.

--json: id, when, who, what, why, act ("decided", "taken back" or "done again"), files [names].
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_csv, add_json, add_path

    add_path(parser)
    add_json(parser)
    add_csv(parser)


def run(arguments: Namespace) -> int:
    """Print the history."""
    from dossier.cli.opening import open_at
    from dossier.cli.output import narrate, write_csv, write_json, write_rows
    from dossier.store.curating.desk import Desk

    history = Desk(open_at(arguments.path).folder).history()
    if arguments.json:
        write_json(
            {
                "id": entry.decision.id,
                "when": entry.when,
                "who": entry.decision.who,
                "what": entry.decision.words,
                "why": entry.decision.why,
                "act": entry.decision.act.value,
                "files": sorted({edit.file for edit in entry.decision.edits}),
            }
            for entry in history.entries
        )
    else:
        rows = [
            (e.when[:19].replace("T", " "), e.decision.who, e.decision.words, e.decision.why) for e in history.entries
        ]
        (write_csv if arguments.csv else write_rows)(("when", "who", "what", "why"), rows)
    if not history.entries:
        narrate("nothing was decided yet")
    return 0
