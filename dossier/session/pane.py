"""An article pane: its tabs and where the reader is in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dossier.model.dossier import Dossier
from dossier.model.passage import Passage
from dossier.session.history import History

Move = Callable[[Passage], Passage | None]
"""Where a passage stands in a text that may have changed; None when its words are gone."""


@dataclass
class Tab:
    """One source open in a pane.

    ``offset`` is the reading position: the first code point on the screen. ``target`` is a passage still to be
    brought into view; the pane takes it when it paints. ``spot`` is the passage last landed on.
    """

    source: str
    offset: int = 0
    target: Passage | None = None
    spot: Passage | None = None

    @property
    def here(self) -> Passage:
        """Where the reader is: the passage last landed on, else the reading position."""
        return self.spot or Passage(self.source, self.offset, self.offset)

    def go(self, passage: Passage) -> None:
        """Show ``passage``, of any source, in this tab."""
        if passage.source != self.source:
            self.source, self.offset = passage.source, 0
        self.spot = passage if passage.end > passage.start else None
        self.target = passage


@dataclass
class Pane:
    """Tabs side by side in one column; ``active`` is the index of the one that shows."""

    tabs: list[Tab]
    active: int = 0
    history: History[Passage] = field(default_factory=History)

    @property
    def tab(self) -> Tab:
        """The tab that shows."""
        return self.tabs[self.active]

    def visit(self, passage: Passage) -> None:
        """Go to ``passage`` and remember where the reader was."""
        self.history.leave(self.tab.here)
        self.tab.go(passage)

    def step(self, by: int) -> bool:
        """Go back (-1) or forward (1) in the history; false when there is nothing that way."""
        place = self.history.step(by, self.tab.here)
        if place is None:
            return False
        self.tab.go(place)
        return True

    def renew(self, dossier: Dossier, move: Move) -> None:
        """Keep what still makes sense in a newly read dossier; there may be no tab left."""
        self.tabs = [tab for tab in self.tabs if tab.source in dossier.source]
        self.active = max(0, min(self.active, len(self.tabs) - 1))
        for tab in self.tabs:
            here = move(Passage(tab.source, tab.offset, tab.offset))
            tab.offset = here.start if here else 0
            tab.spot = move(tab.spot) if tab.spot else None
            tab.target = tab.spot
        self.history.renew(move)

    def clone_tab(self) -> None:
        """Open the present source in a second tab and show that one."""
        tab = self.tab
        self.active += 1
        self.tabs.insert(self.active, Tab(tab.source, tab.offset))

    def close_tab(self) -> bool:
        """Close the tab that shows; false when it is the last."""
        if len(self.tabs) == 1:
            return False
        del self.tabs[self.active]
        self.active = min(self.active, len(self.tabs) - 1)
        return True
