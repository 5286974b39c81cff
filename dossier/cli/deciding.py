"""What the commands that decide have in common: actions with their words, and saving what was decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dossier.model.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from dossier.model.claim import Claim, Evidence
    from dossier.model.dossier import Dossier
    from dossier.model.entity import Entity
    from dossier.model.passage import Passage
    from dossier.store.curating.desk import Desk
    from dossier.store.curating.draft import Draft
    from dossier.store.saving.outcome import Outcome


class Action(NamedTuple):
    """One thing to do: the names of its words, what it does in a few words, and the draft it makes of them."""

    words: tuple[str, ...]
    said: str
    draft: Callable[[Dossier, Sequence[str]], Draft]


def add_deciding(parser: ArgumentParser, actions: Mapping[str, Action]) -> None:
    """Declare the action, its words, and the options of all decisions."""
    parser.add_argument("action", choices=tuple(actions), metavar="ACTION", help=", ".join(actions))
    parser.add_argument("words", nargs="*", metavar="WORD", help="what the action asks for")
    add_where(parser)
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, kept in the history")


def add_where(parser: ArgumentParser) -> None:
    """Declare which dossier is meant, and who decides."""
    parser.add_argument("--in", dest="path", metavar="PATH", help="the dossier (default: as of the other commands)")
    parser.add_argument("--by", default="", metavar="NAME", help="who decides (default: the name of the account)")


def add_take(parser: ArgumentParser) -> None:
    """Declare whose side to take where somebody has changed the same."""
    said = "where somebody has changed the same: overwrite it (yours), or leave it (theirs)"
    parser.add_argument("--take", choices=("theirs", "yours"), default="", help=said)


def usage(actions: Mapping[str, Action]) -> str:
    """The actions with their words, as help shows them."""
    width = max(len(" ".join((name, *action.words))) for name, action in actions.items())
    return "\n".join(f"  {' '.join((name, *action.words)):<{width}}  {action.said}" for name, action in actions.items())


def save_waiting(desk: Desk) -> None:
    """Save what was decided before and could not be saved, and tell what became of it."""
    from dossier.cli.output import narrate

    for outcome in desk.recover():
        what = "saved what was decided before" if outcome.saved else f"still not saved ({outcome.message})"
        narrate(f"{what}: {outcome.decision.words}")


def run_action(arguments: Namespace, actions: Mapping[str, Action]) -> int:
    """Make the decision, save it and tell what became of it: 0 saved, 1 somebody changed the same, 3 not saved yet."""
    from dossier.cli.opening import open_studied
    from dossier.cli.output import narrate
    from dossier.store.curating.desk import Desk, NothingToDecideError

    action = actions[arguments.action]
    if len(arguments.words) != len(action.words):
        expected = " ".join((arguments.action, *action.words))
        raise UsageError(f"that is not what {arguments.action} asks for: {expected}")
    dossier = open_studied(arguments.path)
    if dossier.file:
        raise UsageError("a file by itself has no place to keep decisions; name its folder with --in")
    desk = Desk(dossier.folder, arguments.by)
    save_waiting(desk)
    made = action.draft(dossier, arguments.words)._replace(why=arguments.why)
    try:
        return told(desk.decide(dossier, lambda: made))
    except NothingToDecideError as nothing:
        narrate(f"{str(nothing)[:1].lower()}{str(nothing)[1:]}")
        return 0


def told(outcome: Outcome) -> int:
    """Say what became of a decision, and return the exit code."""
    from dossier.cli.output import narrate
    from dossier.model.edits.merging import told as in_words
    from dossier.store.saving.outcome import State

    if outcome.state is State.GIVEN_UP:
        narrate(f"given up, as it was not saved: {outcome.decision.words}")
        return 0
    narrate(outcome.decision.words if outcome.saved else f"not saved: {outcome.decision.words}")
    if outcome.message:
        narrate(outcome.message)
    for conflict in outcome.conflicts:
        where = " > ".join((conflict.file, conflict.key, *conflict.path))
        narrate(f"{where}: there now “{in_words(conflict.theirs)}”, yours “{in_words(conflict.ours)}”")
    return 0 if outcome.saved else 1 if outcome.conflicts else 3


def claim_named(dossier: Dossier, words: str) -> Claim:
    """The claim with this id; raises :class:`UsageError` with the nearest when there is none."""
    from dossier.cli.nearest import did_you_mean

    found = dossier.claim.get(words)
    if found is None:
        raise UsageError(f"{words!r} is no claim's id{did_you_mean(words, dossier.claim)}; dossier claims lists them")
    return found


def passage_of(dossier: Dossier, source: str, quote: str) -> Passage:
    """Where a quote stands in a source; raises :class:`UsageError` unless its exact words stand in one place."""
    from dossier.cli.named import source_named
    from dossier.model.passage import Passage, Selector
    from dossier.store.anchors.finding import anchor

    id = source_named(dossier, source).id
    found = anchor(Selector(quote), dossier.reading(id))
    if not found.anchor.exact:
        raise UsageError(f"{quote!r} is {found.anchor.value} in {source}: quote words that stand there, in one place")
    return Passage(id, found.start, found.end)


def refused_claim(dossier: Dossier, words: str) -> Claim:
    """The claim with this id among those that were turned down; raises :class:`UsageError` when there is none."""
    found = next((claim for claim in dossier.refusals.claims if claim.id == words), None)
    if found is None:
        raise UsageError(f"{words!r} is no id of a claim that was turned down; see claims.yaml")
    return found


def refused_entity(dossier: Dossier, words: str) -> Entity:
    """The same for an entity, by its id or one of its names."""
    found = next((one for one in dossier.refusals.entities if words in (one.id, *one.names)), None)
    if found is None:
        raise UsageError(f"{words!r} is no entity that was turned down; see entities.yaml")
    return found


def evidence_of(dossier: Dossier, claim: Claim, source: str, quote: str) -> Evidence:
    """The piece of evidence of a claim with this quote, or one that begins with it; raises :class:`UsageError`."""
    from dossier.cli.named import source_named

    id = source_named(dossier, source).id
    found = [piece for piece in claim.evidence if piece.source == id and piece.selector.exact.startswith(quote)]
    if len(found) != 1:
        many = "several pieces" if found else "no piece"
        raise UsageError(f"{many} of evidence of {claim.id} in {source} begin with {quote!r}")
    return found[0]


def checked(value: str, allowed: Sequence[str], key: str) -> str:
    """A value that is one of those allowed, where any are named; raises :class:`UsageError`."""
    if allowed and value not in (*allowed, ""):
        raise UsageError(f"{value!r} is not a {key}: use one of {', '.join(allowed)}")
    return value
