"""``dossier check``: is every quote still in its source?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.model.problem import Problem
    from dossier.store.checking import Check, CheckedQuote

    Json = dict[str, object]

SUMMARY = "look whether every quote is still in its source, and what is wrong with the files"
USAGE = "[PATH] [--keep] [--json]"
EXAMPLE = "dossier check seeds"
DETAILS = """\
Prints one line for each quote that does not stand in its source as it was written down, and for each thing
that is wrong with the files. Columns: what, where, message.
  changed    it stands there with other case, spaces, dashes, quotation marks or punctuation
  altered    other words stand there: a number, unit, currency, date, negation, modal verb, name, speaker or wording
             changed. The message tells the old words and the new. It counts as no evidence until you settle it
  ambiguous  it stands there in several places
  orphan     it does not stand there
  error      something a person wrote cannot be used
  warning    anything else

--json: every quote, found or not, then the problems of the files: kind ("quote" or "problem"), status ("found",
"moved" where the exact words stand at another offset than was noted, or one of the above), claim, source, start, end,
quote, file, line, message, changes: a list of kind, old, new, where kind is "looks" or one of those under altered.
Offsets are code points of what dossier read SOURCE --text-only prints, -1 where there is no place.

--keep: also keep the texts in which the quotes stand, as they are now, in .dossier/versions in the folder, each
under its SHA-256. Commit them with the dossier: a quote with version: SHA-256 stays citable from that text.

The exit code is 1 when the words of a claim are not in its source, else 0.
"""


_SAID = {
    "orphan": "the words do not stand",
    "ambiguous": "the words stand in several places",
    "altered": "other words stand",
    "changed": "the words stand with other looks",
}
"""What became of a quote, by the value of its anchor, before the name of its source."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_json, add_path

    add_path(parser)
    add_json(parser)
    parser.add_argument("--keep", action="store_true", help="keep the texts that are quoted, as they are now")


def run(arguments: Namespace) -> int:
    """Print what does not hold; 1 when a claim's words are not in its source."""
    from dossier.cli.opening import open_whole
    from dossier.cli.output import narrate, write_json, write_rows
    from dossier.store.checking import check

    dossier = open_whole(arguments.path)
    checked = check(dossier)
    items = list(_items(dossier, checked))
    if arguments.json:
        write_json(items)
    else:
        rows = [(str(item["status"]), _where(item), str(item["message"])) for item in items if item["message"]]
        write_rows(("", "where", "what is wrong"), rows)
    narrate(_summary(dossier, checked))
    if arguments.keep:
        from dossier.store.anchors.keeping import keep_versions

        kept = len(keep_versions(dossier))
        narrate(f"{kept:,} quoted text{'' if kept == 1 else 's'} kept in .dossier/versions")
    return 0 if checked.holds else 1


def _items(dossier: Dossier, checked: Check) -> Iterator[Json]:
    told = {(problem.claim, problem.source, problem.line): problem for problem in dossier.problems if problem.claim}
    for quote in checked.quotes:
        problem = told.pop((quote.claim.id, quote.evidence.source, quote.evidence.line), None)
        yield _quote_item(quote, problem)
    for problem in dossier.problems:
        if not problem.claim or (problem.claim, problem.source, problem.line) in told:
            yield _problem_item(problem)


def _quote_item(quote: CheckedQuote, problem: Problem | None) -> Json:
    from dossier.store.claims_yaml import CLAIMS_YAML
    from dossier.store.evidence import told_changes

    message = _message(problem) if problem else ""
    if not message and not quote.anchor.exact and not quote.evidence.cited:
        changes = f": {told_changes(quote.changes)}" if quote.changes else ""
        message = f"{_SAID.get(quote.anchor.value, 'the words stand')} in {quote.evidence.source}{changes}"
    return {
        "kind": "quote",
        "status": quote.anchor.value,
        "claim": quote.claim.id,
        "source": quote.evidence.source,
        "start": quote.start,
        "end": quote.end,
        "quote": quote.evidence.selector.exact,
        "file": CLAIMS_YAML,
        "line": quote.evidence.line,
        "message": message,
        "changes": [change._asdict() for change in quote.changes],
    }


def _problem_item(problem: Problem) -> Json:
    return {
        "kind": "problem",
        "status": problem.severity.value,
        "claim": problem.claim,
        "source": problem.source,
        "start": problem.start,
        "end": -1,
        "quote": "",
        "file": problem.file,
        "line": problem.line,
        "message": _message(problem),
        "changes": [],
    }


def _message(problem: Problem) -> str:
    key = f"{problem.key}: " if problem.key else ""
    return f"{key}{problem.message}; {problem.advice}" if problem.advice else f"{key}{problem.message}"


def _where(item: Json) -> str:
    return f"{item['file']}:{item['line']}" if item["line"] else str(item["file"])


def _summary(dossier: Dossier, checked: Check) -> str:
    from dossier.model.passage import Anchor

    total = len(checked.quotes)
    if not total and not checked.unusable:
        return f"no quotes to check in {dossier.path}"
    moved = sum(quote.anchor is Anchor.MOVED for quote in checked.quotes)
    altered = sum(quote.material for quote in checked.quotes)
    lost = sum(not quote.holds and not quote.material for quote in checked.quotes)
    counts = (
        (lost, "not in their sources"),
        (altered, "with other words there now"),
        (len(checked.unusable), "that cannot be used"),
        (moved, "moved"),
    )
    parts = [f"{count:,} {what}" for count, what in counts if count]
    if checked.holds:
        parts.insert(0, "all in their sources")
    return f"{total:,} quote{'' if total == 1 else 's'}: {', '.join(parts)}"
