"""``dossier compare``: what two sources both state, and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.claim import Claim

SUMMARY = "list what two sources both state, and where they differ"
USAGE = "SOURCE SOURCE [PATH] [--decided] [--json|--csv]"
EXAMPLE = "dossier compare 1 4 seeds"
DETAILS = """\
Columns: status, the words of the first, the words of the second. Exit code 1 when the two differ on a claim.

--json: the claims that both state, as dossier claims --json prints them, with the evidence of these two only.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_csv, add_decided, add_json, add_path

    parser.add_argument("first", metavar="SOURCE", help="a source: its id, file or number")
    parser.add_argument("second", metavar="SOURCE", help="another one")
    add_path(parser)
    add_decided(parser)
    add_json(parser)
    add_csv(parser)


def run(arguments: Namespace) -> int:
    """Print what both state."""
    from dossier.analysis.agreement.agreement import judged
    from dossier.cli.json_shapes import claim_json
    from dossier.cli.named import source_named
    from dossier.cli.opening import open_studied, tell_problems
    from dossier.cli.output import narrate, write_csv, write_json, write_rows

    dossier = open_studied(arguments.path, decided_only=arguments.decided)
    pair = [source_named(dossier, words).id for words in (arguments.first, arguments.second)]
    joined = dossier.derived.joined if dossier.derived is not None else {}
    shared = []
    for claim in dossier.claims:
        pieces = tuple(piece for piece in claim.counted if piece.source in pair and piece.start >= 0)
        if {piece.source for piece in pieces} == set(pair):
            shared.append(judged(claim._replace(evidence=pieces), pieces, joined))
    if arguments.json:
        write_json(claim_json(claim) for claim in shared)
    else:
        rows = [(claim.status.value, *(_words(claim, id) for id in pair)) for claim in shared]
        (write_csv if arguments.csv else write_rows)(("status", pair[0], pair[1]), rows)
    if not shared:
        narrate("these two state nothing in common")
    tell_problems(dossier)
    return int(any(claim.status.differs for claim in shared))


def _words(claim: Claim, source: str) -> str:
    """What a source says of it."""
    return " / ".join(piece.selector.exact for piece in claim.evidence if piece.source == source)
