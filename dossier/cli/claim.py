"""``dossier claim``: decide about a claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.cli.deciding import (
    Action,
    add_deciding,
    checked,
    claim_named,
    evidence_of,
    passage_of,
    refused_claim,
    run_action,
    usage,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.dossier import Dossier
    from dossier.store.curating.draft import Draft

CLAIM_KEYS = ("text", "kind", "verdict", "credibility", "note")
EVIDENCE_KEYS = ("stance", "speaker", "value", "date", "cited")
ALLOWED = {
    "kind": ("fact", "forecast", "intention", "opinion"),
    "credibility": ("1", "2", "3", "4", "5", "6"),
    "stance": ("supports", "disputes", "mentions"),
    "cited": ("version", "today"),
}


def _accept(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    return claims.accept(dossier, claim_named(dossier, words[0]))


def _reject(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    return claims.reject(dossier, claim_named(dossier, words[0]))


def _restore(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    return claims.restore(dossier, refused_claim(dossier, words[0]))


def _add(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    return claims.create(dossier, passage_of(dossier, words[0], words[1]), words[2])


def _attach(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.model.claim import Stance
    from dossier.store.curating import claims

    stance = Stance(checked(words[3], ALLOWED["stance"], "stance"))
    return claims.attach(dossier, claim_named(dossier, words[0]), passage_of(dossier, words[1], words[2]), stance)


def _refuse(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    claim = claim_named(dossier, words[0])
    return claims.refuse(dossier, claim, evidence_of(dossier, claim, words[1], words[2]))


def _join(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    return claims.join(dossier, claim_named(dossier, words[0]), claim_named(dossier, words[1]))


def _set(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    key = checked(words[1], CLAIM_KEYS, "key")
    return claims.set_value(dossier, claim_named(dossier, words[0]), key, checked(words[2], ALLOWED.get(key, ()), key))


def _evidence(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    claim, key = claim_named(dossier, words[0]), checked(words[3], EVIDENCE_KEYS, "key")
    piece = evidence_of(dossier, claim, words[1], words[2])
    return claims.set_evidence(dossier, claim, piece, key, checked(words[4], ALLOWED.get(key, ()), key))


def _requote(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    claim = claim_named(dossier, words[0])
    piece = evidence_of(dossier, claim, words[1], words[2])
    return claims.quote_again(dossier, claim, piece, passage_of(dossier, words[1], words[3]))


def _drop(dossier: Dossier, words: Sequence[str]) -> Draft:
    from dossier.store.curating import claims

    claim = claim_named(dossier, words[0])
    return claims.drop_evidence(dossier, claim, evidence_of(dossier, claim, words[1], words[2]))


ACTIONS = {
    "accept": Action(("CLAIM",), "accept a suggested claim, or what is suggested for a decided one", _accept),
    "reject": Action(("CLAIM",), "turn it down: its words are not suggested again", _reject),
    "restore": Action(("CLAIM",), "suggest again what was turned down", _restore),
    "add": Action(("SOURCE", "QUOTE", "TEXT"), "a new claim that these words state", _add),
    "attach": Action(("CLAIM", "SOURCE", "QUOTE", "STANCE"), "these words state it too, or dispute it", _attach),
    "refuse": Action(("CLAIM", "SOURCE", "QUOTE"), "these words do not state it", _refuse),
    "join": Action(("CLAIM", "OTHER"), "the two are the same; the first stays", _join),
    "set": Action(("CLAIM", "KEY", "VALUE"), ", ".join(CLAIM_KEYS), _set),
    "evidence": Action(("CLAIM", "SOURCE", "QUOTE", "KEY", "VALUE"), ", ".join(EVIDENCE_KEYS), _evidence),
    "requote": Action(("CLAIM", "SOURCE", "QUOTE", "NEW"), "quote other words of the source instead", _requote),
    "drop": Action(("CLAIM", "SOURCE", "QUOTE"), "drop a piece of evidence", _drop),
}
SUMMARY = "decide about a claim: accept, turn down, add, join, rate"
USAGE = "ACTION WORD ... [--in PATH] [--why TEXT] [--by NAME]"
EXAMPLE = "dossier claim set exim-financing-reko-diq credibility 2 --in seeds"
DETAILS = f"""\
actions:
{usage(ACTIONS)}

CLAIM is the id that dossier claims prints, SOURCE an id, file or number, QUOTE exact words of it (of evidence there
is: its beginning). Every decision is a few lines of YAML in the folder; dossier undo takes it back.

The exit code is 1 when somebody has changed the same meanwhile, 3 when it could not be saved yet.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare its arguments."""
    add_deciding(parser, ACTIONS)


def run(arguments: Namespace) -> int:
    """Decide."""
    return run_action(arguments, ACTIONS)
