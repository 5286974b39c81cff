"""Commands that open the box."""

from __future__ import annotations

from dossier.commands.command import Command, Room


class Search(Command):
    """Search titles, entities, claims and every word, as you type."""

    keys, label, group = ("slash", "ctrl+f"), "search", "Finding"

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("search")


class GoToSource(Command):
    """Choose a source by its title."""

    keys, label, group = ("t", "ctrl+t"), "go to source", "Finding"

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("sources")


class Palette(Command):
    """Find a command by name and run it."""

    keys, label, group = ("ctrl+p", "colon"), "commands", "Finding"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("palette")


class Help(Command):
    """Every key and what it does, and what the signs mean."""

    keys, label, group = ("question_mark", "f1"), "help", "Finding"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("help")


class Themes(Command):
    """Choose the colours."""

    keys, label, group = ("f10",), "colours", "Finding"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("themes")
