"""``dossier claims``: what is claimed, and what the sources together make of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.claim import Claim
    from dossier.model.dossier import Dossier

SUMMARY = "list the claims, and what the sources together make of each"
USAGE = "[PATH] [--status STATUS] [--source SOURCE] [--about ENTITY] [--decided] [--json|--csv]"
EXAMPLE = "dossier claims seeds --status conflicting"
DETAILS = """\
Columns: id, status, number of sources, number of origins, claim. Copies, stories of one agency and what one
speaker says in several sources have one origin. Several filters must all hold.

--json: id, text, status, decided, about [entity ids], evidence [source, start, end, quote, stance, speaker,
quantities [value, low, high, unit, thing, qualifier], dates, anchor]. Offsets are code points of what
dossier read SOURCE --text-only prints, -1 where the quote was not found; where anchor is "found", quote is
what stands there. low is inclusive, high exclusive, null where there is no limit.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_csv, add_decided, add_json, add_path, one_of
    from dossier.model.claim import Agreement

    names = {status.value: status for status in Agreement}
    short = {"single": Agreement.SINGLE, "single-source": Agreement.SINGLE, "no-evidence": Agreement.UNSUPPORTED}
    add_path(parser)
    parser.add_argument("--status", type=one_of(names | short), metavar="STATUS", help=", ".join(names))
    parser.add_argument("--source", metavar="SOURCE", help="only what this source states or mentions: id, file, number")
    parser.add_argument("--about", metavar="ENTITY", help="only what is about this entity: its id or one of its names")
    parser.add_argument("--strength", type=float, default=0.0, metavar="S", help="least strength, 0 to 1")
    add_decided(parser)
    add_json(parser)
    add_csv(parser)


def run(arguments: Namespace) -> int:
    """Print the claims."""
    from dossier.cli.json_shapes import claim_json
    from dossier.cli.opening import open_studied, tell_problems
    from dossier.cli.output import narrate, write_csv, write_json, write_rows

    dossier = open_studied(arguments.path, decided_only=arguments.decided)
    claims = list(_chosen(dossier, arguments))
    if arguments.json:
        write_json(claim_json(claim) for claim in claims)
    else:
        rows = [(c.id, c.status.value, str(len(c.sources)), str(c.origins), c.text) for c in claims]
        (write_csv if arguments.csv else write_rows)(("id", "status", "sources", "origins", "claim"), rows)
    if not claims:
        narrate("no claim is like that" if dossier.claims else f"no claims are recorded in {dossier.path}")
    tell_problems(dossier)
    return 0


def _chosen(dossier: Dossier, arguments: Namespace) -> Iterator[Claim]:
    from dossier.cli.named import entity_named, source_named

    source = source_named(dossier, arguments.source).id if arguments.source is not None else None
    entity = entity_named(dossier, arguments.about).id if arguments.about is not None else None
    for claim in dossier.claims:
        if arguments.status not in (None, claim.status) or claim.strength < arguments.strength:
            continue
        if entity is not None and entity not in claim.about:
            continue
        if source is None or any(piece.source == source for piece in claim.evidence):
            yield claim
