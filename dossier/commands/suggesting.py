"""Commands about what the program suggests."""

from __future__ import annotations

from dossier.commands.command import Command, Room


class Why(Command):
    """Show or hide why the focused claim is suggested: what its passages share, with the weight of each."""

    keys, label, group = ("w",), "why", "Suggestions"

    def run(self, room: Room) -> None:
        """Do it."""
        session = room.session
        session.why = not session.why
        session.shelf.claims = True
        session.notice = "With the reasons of suggestions" if session.why else "Without reasons"


class ToggleSuggestions(Command):
    """Hide what the program suggests and show only what a person decided, and back."""

    keys, label, group = ("u",), "suggestions", "Suggestions"

    def run(self, room: Room) -> None:
        """Do it."""
        room.toggle_suggestions()


class StrongerSuggestions(Command):
    """Show only stronger suggestions, step by step, then all again."""

    keys, label, group = ("U",), "only stronger", "Suggestions"

    def run(self, room: Room) -> None:
        """Do it."""
        room.strengthen_suggestions()
