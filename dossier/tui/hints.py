"""Which keys to point out just now."""

from __future__ import annotations

from functools import cache

from dossier.commands import arranging, deciding, finding, handling, jumping, suggesting
from dossier.commands.command import Command, key_label
from dossier.session.session import Panel, Session, View
from dossier.tui.widgets.bars import Hint

READING: tuple[type[Command], ...] = (
    finding.Search,
    jumping.NextClaim,
    jumping.CompareClaim,
    jumping.NextSource,
    deciding.ReviewSuggestions,
    arranging.Split,
    jumping.Back,
    arranging.NextPanel,
    deciding.Decide,
    jumping.NextMention,
    arranging.EntityCard,
    arranging.MatrixView,
    arranging.SourcesView,
    handling.Copy,
    arranging.Zoom,
    handling.Quit,
)
LISTS: tuple[type[Command], ...] = (
    jumping.Open,
    jumping.CompareClaim,
    arranging.NextPanel,
    finding.Search,
    arranging.ReadingView,
    arranging.MatrixView,
    arranging.SourcesView,
    handling.Quit,
)
ENTITIES: tuple[type[Command], ...] = (
    jumping.Open,
    arranging.NextPanel,
    handling.Leave,
    arranging.EntityCard,
)
CARD: tuple[type[Command], ...] = (
    jumping.Open,
    deciding.Accept,
    deciding.TurnDown,
    deciding.SameAs,
    deciding.Decide,
    arranging.NextPanel,
    handling.Leave,
    jumping.Back,
)
CLAIMS: tuple[type[Command], ...] = (
    jumping.Open,
    jumping.CompareClaim,
    deciding.Accept,
    deciding.TurnDown,
    deciding.Decide,
    deciding.SameAs,
    suggesting.Why,
    arranging.NextPanel,
    handling.Leave,
)
PROBLEMS: tuple[type[Command], ...] = (
    jumping.Open,
    deciding.Decide,
    arranging.NextPanel,
    arranging.ReadingView,
    handling.Reload,
    handling.Leave,
)
EMPTY: tuple[type[Command], ...] = (handling.Reload, finding.Themes, handling.Quit)
REVIEWING: tuple[type[Command], ...] = (
    deciding.Accept,
    deciding.TurnDown,
    deciding.ReviewSuggestions,
    deciding.Decide,
    deciding.SameAs,
    deciding.Undo,
    jumping.CompareClaim,
    suggesting.Why,
    handling.Leave,
)
CHOOSING: tuple[type[Command], ...] = (deciding.Attach, deciding.Note, handling.Copy, handling.Leave)
BOX: tuple[type[Command], ...] = (jumping.Open, handling.Leave)
SELECTED: tuple[type[Command], ...] = (handling.Copy, deciding.Attach, deciding.Note, handling.Leave)
PINNED: tuple[type[Command], ...] = (finding.Palette, finding.Help)


@cache
def _hints(commands: tuple[type[Command], ...]) -> tuple[Hint, ...]:
    return tuple(Hint(key_label(command.keys[0]), command.label, command.name()) for command in commands)


def hints_for(session: Session, *, boxed: bool = False, selecting: bool = False) -> tuple[Hint, ...]:
    """The hints, most helpful first; the bar shows as many as fit.

    ``boxed`` is whether the box is open, ``selecting`` whether words are selected.
    """
    if boxed:
        commands = BOX
    elif selecting:
        commands = SELECTED
    elif session.empty:
        commands = EMPTY
    elif session.caret is not None:
        commands = CHOOSING
    elif session.review is not None:
        commands = REVIEWING
    elif session.panel is Panel.ENTITIES:
        commands = ENTITIES
    elif session.panel is Panel.CLAIMS:
        commands = CLAIMS
    elif session.view is not View.READING:
        commands = {View.ENTITY: CARD, View.PROBLEMS: PROBLEMS}.get(session.view, LISTS)
    else:
        commands = READING
    return _hints(commands)


def pinned_hints() -> tuple[Hint, ...]:
    """The hints that lead to everything else."""
    return _hints(PINNED)
