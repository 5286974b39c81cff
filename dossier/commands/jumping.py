"""Commands that jump to exact words: of a claim, a mention, a hit, a source."""

from __future__ import annotations

from dossier.commands.command import Command, Room
from dossier.session import jumps


class NextClaim(Command):
    """Land on the next claim's words in this article."""

    keys, label, group = ("c",), "next claim", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_claim(room.session, 1)


class PreviousClaim(Command):
    """Land on the previous claim's words in this article."""

    keys, label, group = ("C",), "previous claim", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_claim(room.session, -1)


class NextDifference(Command):
    """Land on the next claim on which the sources differ, in any source."""

    keys, label, group = ("d",), "next difference", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_difference(room.session, 1)


class PreviousDifference(Command):
    """Land on the previous claim on which the sources differ."""

    keys, label, group = ("D",), "difference before", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_difference(room.session, -1)


class CompareClaim(Command):
    """Show the focused claim in another source, in the other pane; again for the next source.

    In a list it opens the line under the cursor in the other pane.
    """

    keys, label, group = ("o", "ctrl+o"), "other source", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        room.enter(other=True)


class Open(Command):
    """Open what is under the cursor: it lands on the exact words."""

    keys, label, group = ("enter",), "open", "Jumping"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.enter(other=False)


class NextMention(Command):
    """Land on the next mention of the selected entity, on through the other sources."""

    keys, label, group = ("e",), "next mention", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_mention(room.session, 1)


class PreviousMention(Command):
    """Land on the previous mention of the selected entity, back through the other sources."""

    keys, label, group = ("E",), "previous mention", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_mention(room.session, -1)


class NextSource(Command):
    """Open the next source."""

    keys, label, group = ("s",), "next source", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_source(room.session, 1)


class PreviousSource(Command):
    """Open the previous source."""

    keys, label, group = ("S",), "previous source", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.next_source(room.session, -1)


class NextHit(Command):
    """Land on the next hit of the last search, on through the other sources."""

    keys, label, group = ("n",), "next hit", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        room.next_hit(1)


class PreviousHit(Command):
    """Land on the previous hit of the last search."""

    keys, label, group = ("N",), "previous hit", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        room.next_hit(-1)


class Back(Command):
    """Back to where the reader was before the last jump."""

    keys, label, group = ("H", "alt+left", "backspace"), "back", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.step_history(room.session, -1)


class Forward(Command):
    """Forward again."""

    keys, label, group = ("L", "alt+right"), "forward", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.step_history(room.session, 1)


class Evidence(Command):
    """Land on the focused claim's first passage; 2 to 9 on those with these numbers in the claims panel."""

    keys, label, group = ("1", "2", "3", "4", "5", "6", "7", "8", "9"), "claim's sources", "Jumping"

    def __init__(self, k: int = 1) -> None:
        self.k = k

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.evidence_of_claim(room.session, self.k)


class Bookmark(Command):
    """Set a bookmark here, or take it away."""

    keys, label, group = ("m",), "bookmark", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        jumps.toggle_bookmark(room.session)


class Bookmarks(Command):
    """List the bookmarks and go to one."""

    keys, label, group = ("apostrophe", "f9"), "bookmarks", "Jumping"

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("bookmarks")
