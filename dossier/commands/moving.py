"""Commands that move within an article, a list or a view."""

from __future__ import annotations

from dossier.commands.command import Command, Room


class LineDown(Command):
    """One line down."""

    keys, label, group = ("down", "j"), "line down", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_line(1)


class LineUp(Command):
    """One line up."""

    keys, label, group = ("up", "k"), "line up", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_line(-1)


class PageDown(Command):
    """One page down; two lines of the old page stay in sight."""

    keys, label, group = ("space", "pagedown"), "page down", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_page(1)


class PageUp(Command):
    """One page up."""

    keys, label, group = ("pageup", "b", "shift+space"), "page up", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_page(-1)


class HalfPageDown(Command):
    """Half a page down."""

    keys, label, group = ("ctrl+d",), "half page down", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_page(0.5)


class HalfPageUp(Command):
    """Half a page up."""

    keys, label, group = ("ctrl+u",), "half page up", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_page(-0.5)


class ToStart(Command):
    """To the start."""

    keys, label, group = ("home", "g"), "start", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_end(False)


class ToEnd(Command):
    """To the end."""

    keys, label, group = ("end", "G"), "end", "Moving"

    def run(self, room: Room) -> None:
        """Do it."""
        room.scroller.to_end(True)
