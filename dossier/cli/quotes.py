"""``dossier quotes``: who is reported to have said what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.derived import Speech
    from dossier.model.dossier import Dossier

SUMMARY = "list what people and bodies are reported to have said"
USAGE = "[PATH] [--by NAME] [--json|--csv]"
EXAMPLE = "dossier quotes seeds --by Naqvi"
DETAILS = """\
Columns: speaker, cue (the word that reports), kind (direct, mixed, indirect), source, words. All of it is found
by the program.

--json: speaker, cue, kind, hedged, denied, anonymous, document, source, start, end, quote; a quotation in several parts
is several items.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    from dossier.cli.arguments import add_csv, add_json, add_path

    add_path(parser)
    parser.add_argument("--by", metavar="NAME", help="only what this speaker said: an id or part of a name")
    add_json(parser)
    add_csv(parser)


def run(arguments: Namespace) -> int:
    """Print the quotations."""
    from dossier.cli.json_shapes import speech_json
    from dossier.cli.opening import open_studied, tell_problems
    from dossier.cli.output import narrate, write_csv, write_json, write_rows

    dossier = open_studied(arguments.path)
    found = [speech for speech in _all(dossier) if arguments.by is None or _is_by(dossier, speech, arguments.by)]
    passages = [(speech, start, end) for speech in found for start, end in speech.content]
    texts = {speech.source: dossier.reading(speech.source).text for speech in found}
    if arguments.json:
        write_json(speech_json(speech, start, end, texts[speech.source]) for speech, start, end in passages)
    else:
        rows = [
            (
                _name(dossier, speech),
                texts[speech.source][slice(*speech.cue)],
                speech.kind,
                speech.source,
                " ".join(texts[speech.source][start:end].split()),
            )
            for speech, start, end in passages
        ]
        (write_csv if arguments.csv else write_rows)(("speaker", "cue", "kind", "source", "words"), rows)
    if not found and arguments.by is not None:
        from dossier.cli.nearest import did_you_mean

        narrate(f"nobody like that is quoted{did_you_mean(arguments.by, _speakers(dossier))}")
    elif not found:
        narrate("nobody is quoted")
    tell_problems(dossier)
    return 0


def _all(dossier: Dossier) -> Iterator[Speech]:
    for source in dossier.sources:
        if dossier.derived is not None:
            yield from dossier.derived.speech.get(source.id, ())


def _name(dossier: Dossier, speech: Speech) -> str:
    entity = dossier.entity.get(speech.speaker)
    return entity.name if entity is not None else speech.speaker or "(not named)"


def _speakers(dossier: Dossier) -> Iterator[str]:
    """The names of those who are quoted, and the last words of them, as people are asked for."""
    for name in dict.fromkeys(_name(dossier, speech) for speech in _all(dossier)):
        yield from dict.fromkeys((name, name.split()[-1]))


def _is_by(dossier: Dossier, speech: Speech, name: str) -> bool:
    """Whether the speaker has this id, or a name that holds these words."""
    wanted = name.casefold()
    entity = dossier.entity.get(speech.speaker)
    names = (speech.speaker, *(entity.names if entity is not None else ()))
    return any(wanted in one.casefold() for one in names)
