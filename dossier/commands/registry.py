"""All commands: keys, hints, palette and help are made from this list and from nothing else."""

from __future__ import annotations

from dossier.commands import arranging, deciding, finding, handling, jumping, moving, suggesting
from dossier.commands.command import Command

COMMANDS: tuple[type[Command], ...] = (
    finding.Search,
    finding.GoToSource,
    finding.Palette,
    finding.Help,
    finding.Themes,
    jumping.NextClaim,
    jumping.PreviousClaim,
    jumping.NextDifference,
    jumping.PreviousDifference,
    jumping.Evidence,
    jumping.CompareClaim,
    jumping.Open,
    jumping.NextMention,
    jumping.PreviousMention,
    jumping.NextSource,
    jumping.PreviousSource,
    jumping.NextHit,
    jumping.PreviousHit,
    jumping.Back,
    jumping.Forward,
    jumping.Bookmark,
    jumping.Bookmarks,
    moving.LineDown,
    moving.LineUp,
    moving.PageDown,
    moving.PageUp,
    moving.HalfPageDown,
    moving.HalfPageUp,
    moving.ToStart,
    moving.ToEnd,
    arranging.Split,
    arranging.Close,
    arranging.NextPane,
    arranging.PreviousPane,
    arranging.Zoom,
    arranging.NewTab,
    arranging.NextTab,
    arranging.PreviousTab,
    arranging.NextPanel,
    arranging.PreviousPanel,
    arranging.FilterEntities,
    arranging.ToggleEntities,
    arranging.ToggleClaims,
    arranging.WiderPanel,
    arranging.NarrowerPanel,
    arranging.ReadingView,
    arranging.EntityCard,
    arranging.MatrixView,
    arranging.SourcesView,
    arranging.ProblemsView,
    arranging.TimelineView,
    arranging.DifferencesView,
    suggesting.Why,
    suggesting.ToggleSuggestions,
    suggesting.StrongerSuggestions,
    deciding.Accept,
    deciding.TurnDown,
    deciding.TurnedDown,
    deciding.ReviewSuggestions,
    deciding.SelectWords,
    deciding.Attach,
    deciding.SameAs,
    deciding.Decide,
    deciding.Note,
    deciding.Notes,
    deciding.Undo,
    deciding.Redo,
    deciding.Decisions,
    handling.Copy,
    handling.Reload,
    handling.Leave,
    handling.Quit,
)

BY_NAME: dict[str, type[Command]] = {command.name(): command for command in COMMANDS}


def keymap() -> dict[str, Command]:
    """Every key with the command it runs; the digits each with their own number."""
    keys: dict[str, Command] = {}
    for command in COMMANDS:
        for n, key in enumerate(command.keys, 1):
            keys[key] = command(n) if issubclass(command, jumping.Evidence) else command()
    return keys
