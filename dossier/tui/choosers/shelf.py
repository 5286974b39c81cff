"""Which chooser is in the box of a name; each is imported when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.tui.widgets.box import Chooser

if TYPE_CHECKING:
    from dossier.tui.reading_screen import ReadingScreen
    from dossier.tui.room import ReadingRoom


def make_chooser(name: str, room: ReadingRoom, screen: ReadingScreen) -> Chooser:
    """The chooser for a name that :meth:`dossier.commands.command.Room.open_box` is given."""
    if name == "search":
        from dossier.tui.choosers.search import SearchChooser

        return SearchChooser(room.session, room.finder)
    if name in ("sources", "bookmarks"):
        from dossier.tui.choosers.places import BookmarkChooser, SourceChooser

        return SourceChooser(room.session) if name == "sources" else BookmarkChooser(room.session)
    if name == "themes":
        from dossier.tui.choosers.themes import ThemeChooser

        return ThemeChooser(screen.look.theme.name, screen.app.take_theme)  # type: ignore[attr-defined]
    if name in ("palette", "help"):
        from dossier.tui.choosers.palette import HelpChooser, PaletteChooser

        return PaletteChooser(room) if name == "palette" else HelpChooser(room)
    return _deciding(name, room, screen)


def _deciding(name: str, room: ReadingRoom, screen: ReadingScreen) -> Chooser:
    if name in ("attach", "same"):
        from dossier.tui.choosers.claims import AttachChooser, SameChooser

        return AttachChooser(room) if name == "attach" else SameChooser(room)
    if name in ("note", "notes"):
        from dossier.tui.choosers.notes import NoteChooser, NotesChooser

        return NoteChooser(room) if name == "note" else NotesChooser(room)
    if name == "turned-down":
        from dossier.tui.choosers.turned_down import TurnedDownChooser

        return TurnedDownChooser(room)
    if name == "history":
        from dossier.tui.choosers.history import HistoryChooser

        return HistoryChooser(room.deciding.desk.history(), room.undo, room.redo)
    from dossier.tui.choosers.deciding import DecideChooser

    return DecideChooser(room, screen.box.open)
