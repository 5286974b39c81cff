"""Commands that arrange panes, panels and views."""

from __future__ import annotations

from dossier.commands.command import Command, Room
from dossier.session.layout import (
    LONGEST_LINES,
    MOST_PANES,
    NARROWEST_CLAIMS,
    NARROWEST_ENTITIES,
    SHORTEST_LINES,
    WIDEST_CLAIMS,
    WIDEST_ENTITIES,
)
from dossier.session.session import Panel, View

MEASURE_STEP = 4
PANEL_STEP = 2


class Split(Command):
    """Open one more pane beside this one, four at most."""

    keys, label, group = ("v", "plus"), "split", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        if not room.session.split():
            room.session.notice = f"There are {MOST_PANES} panes already"


class Close(Command):
    """Close this tab, and the pane with its last tab."""

    keys, label, group = ("x", "minus"), "close", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        if not room.session.close():
            room.session.notice = "This is the last pane"


class NewTab(Command):
    """Open this article in a second tab, to go somewhere else with it."""

    keys, label, group = ("T",), "new tab", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.pane.clone_tab()


class NextTab(Command):
    """The next tab of this pane."""

    keys, label, group = ("greater_than_sign", "ctrl+pagedown"), "next tab", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        pane = room.session.pane
        pane.active = (pane.active + 1) % len(pane.tabs)


class PreviousTab(Command):
    """The previous tab of this pane."""

    keys, label, group = ("less_than_sign", "ctrl+pageup"), "previous tab", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        pane = room.session.pane
        pane.active = (pane.active - 1) % len(pane.tabs)


class NextPane(Command):
    """Give the keys to the pane on the right; in the table of claims, go to the next source."""

    keys, label, group = ("l", "right"), "pane right", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        room.move_across(1)


class PreviousPane(Command):
    """Give the keys to the pane on the left; in the table of claims, go to the previous source."""

    keys, label, group = ("h", "left"), "pane left", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        room.move_across(-1)


class Zoom(Command):
    """The article alone on the screen, and back."""

    keys, label, group = ("z", "f11"), "zoom", "Panes"

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.zoomed = not room.session.zoomed
        room.session.panel = Panel.ARTICLE


class NextPanel(Command):
    """Give the keys to the next panel: article, claims, entities."""

    keys, label, group = ("tab",), "next panel", "Panels"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.turn_panel(1)


class PreviousPanel(Command):
    """Give the keys to the previous panel."""

    keys, label, group = ("shift+tab",), "previous panel", "Panels"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.turn_panel(-1)


class FilterEntities(Command):
    """Go to the entities and type a part of a name."""

    keys, label, group = ("f",), "filter entities", "Panels"

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.shelf.entities = True
        room.session.zoomed = False
        room.session.panel = Panel.ENTITIES


class ToggleEntities(Command):
    """Show or hide the entities."""

    keys, label, group = ("left_square_bracket",), "entities panel", "Panels"

    def run(self, room: Room) -> None:
        """Do it."""
        shelf = room.session.shelf
        shelf.entities = not shelf.entities
        if not shelf.entities and room.session.panel is Panel.ENTITIES:
            room.session.panel = Panel.ARTICLE


class ToggleClaims(Command):
    """Show or hide the claims."""

    keys, label, group = ("right_square_bracket",), "claims panel", "Panels"

    def run(self, room: Room) -> None:
        """Do it."""
        shelf = room.session.shelf
        shelf.claims = not shelf.claims
        if not shelf.claims and room.session.panel is Panel.CLAIMS:
            room.session.panel = Panel.ARTICLE


class WiderPanel(Command):
    """Make the focused side panel wider; in an article, the lines of text longer."""

    keys, label, group = ("right_curly_bracket", "shift+right"), "wider", "Panels"

    def run(self, room: Room) -> None:
        """Do it."""
        _widen(room, 1)


class NarrowerPanel(Command):
    """Make the focused side panel narrower; in an article, the lines of text shorter."""

    keys, label, group = ("left_curly_bracket", "shift+left"), "narrower", "Panels"

    def run(self, room: Room) -> None:
        """Do it."""
        _widen(room, -1)


def _widen(room: Room, by: int) -> None:
    session = room.session
    if session.panel is Panel.ENTITIES:
        wish = room.panel_width() + by * PANEL_STEP
        session.shelf.entities_width = max(NARROWEST_ENTITIES, min(WIDEST_ENTITIES, wish))
    elif session.panel is Panel.CLAIMS:
        wish = room.panel_width() + by * PANEL_STEP
        session.shelf.claims_width = max(NARROWEST_CLAIMS, min(WIDEST_CLAIMS, wish))
    else:
        session.measure = max(SHORTEST_LINES, min(LONGEST_LINES, session.measure + by * MEASURE_STEP))
        session.notice = f"Lines of {session.measure} columns at most"


class ReadingView(Command):
    """Read the articles."""

    keys, label, group = ("f2",), "reading", "Views"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.view = View.READING
        room.session.panel = Panel.ARTICLE


class EntityCard(Command):
    """The card of the selected entity: its names, mentions, claims about it and by it."""

    keys, label, group = ("f3", "i"), "entity card", "Views"

    def run(self, room: Room) -> None:
        """Do it."""
        room.show_card()


class MatrixView(Command):
    """All claims against all sources."""

    keys, label, group = ("f4",), "claims x sources", "Views"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.view = View.MATRIX
        room.session.panel = Panel.ARTICLE


class SourcesView(Command):
    """The list of sources, with publisher, date and reliability."""

    keys, label, group = ("f5",), "sources", "Views"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.view = View.SOURCES
        room.session.panel = Panel.ARTICLE


class ProblemsView(Command):
    """What is wrong with the dossier's files, where, and what to do about it."""

    keys, label, group = ("f6",), "problems", "Views"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.view = View.PROBLEMS
        room.session.panel = Panel.ARTICLE


class TimelineView(Command):
    """What happened when: every dated passage in order, across the sources."""

    keys, label, group = ("f7",), "timeline", "Views"

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.view = View.TIMELINE
        room.session.panel = Panel.ARTICLE


class DifferencesView(Command):
    """Every claim on which the sources differ, the most important first, with the words of each."""

    keys, label, group = ("f8",), "differences", "Views"

    def run(self, room: Room) -> None:
        """Do it."""
        room.session.view = View.DIFFERENCES
        room.session.panel = Panel.ARTICLE
