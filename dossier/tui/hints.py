"""Which keys to point out just now."""

from __future__ import annotations

from functools import cache

from dossier.commands import arranging, finding, handling, jumping
from dossier.commands.command import Command, key_label
from dossier.session.session import Panel, Session, View
from dossier.tui.widgets.bars import Hint

READING: tuple[type[Command], ...] = (
    finding.Search,
    jumping.NextClaim,
    jumping.CompareClaim,
    jumping.NextSource,
    arranging.NextPanel,
    arranging.Split,
    jumping.Back,
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
ENTITIES: tuple[type[Command], ...] = (jumping.Open, arranging.NextPanel, handling.Leave, arranging.EntityCard)
EMPTY: tuple[type[Command], ...] = (handling.Reload, finding.Themes, handling.Quit)
BOX: tuple[type[Command], ...] = (jumping.Open, handling.Leave)
SELECTED: tuple[type[Command], ...] = (handling.Copy, handling.Leave)
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
    elif session.panel is Panel.ENTITIES:
        commands = ENTITIES
    elif session.panel is Panel.CLAIMS or session.view is not View.READING:
        commands = LISTS
    else:
        commands = READING
    return _hints(commands)


def pinned_hints() -> tuple[Hint, ...]:
    """The hints that lead to everything else."""
    return _hints(PINNED)
