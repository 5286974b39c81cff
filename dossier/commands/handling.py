"""Commands that take something out, read again, or leave."""

from __future__ import annotations

from dossier.commands.command import Command, Room


class Copy(Command):
    """Copy the selected words, or the focused passage, with its citation."""

    keys, label, group = ("y", "ctrl+c"), "copy", "Handling"

    def run(self, room: Room) -> None:
        """Do it."""
        room.copy()


class Reload(Command):
    """Read the folder and draw the screen again; changed files are noticed without this, too."""

    keys, label, group = ("r", "ctrl+l", "f12"), "read again", "Handling"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.reload()


class Leave(Command):
    """Leave a view, a search, a selection or a panel: one thing at a time."""

    keys, label, group = ("escape",), "leave", "Handling"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.leave()


class Quit(Command):
    """Keep the place and end."""

    keys, label, group = ("q", "ctrl+q"), "quit", "Handling"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.quit()
