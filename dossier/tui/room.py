"""The reading room as commands know it: the session, and what only the screen can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dossier.commands.command import Scroller
from dossier.model.claim import Claim, Evidence
from dossier.model.passage import Passage
from dossier.session import jumps
from dossier.session.hits import Hits, next_hit
from dossier.session.session import Panel, Session, View
from dossier.tui.at_hand import AtHand
from dossier.tui.choosers.shelf import make_chooser
from dossier.tui.idle import IdleWork
from dossier.tui.widgets.box import Chooser
from dossier.tui.widgets.rows import Rows
from dossier.tui.widgets.welcome import Welcome

if TYPE_CHECKING:
    from dossier.search.finder import Finder
    from dossier.store.curating.draft import Draft
    from dossier.store.saving.outcome import Outcome
    from dossier.tui.deciding import Deciding
    from dossier.tui.reading_screen import ReadingScreen


class ReadingRoom:
    """Implements :class:`dossier.commands.command.Room` for the screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self.session: Session = screen.session
        self.hand = AtHand(screen)
        self._finder: Finder | None = None
        self._idle = IdleWork(screen)
        self._box = ""
        self._made: Chooser | None = None
        self._warned = ""

    @property
    def scroller(self) -> Scroller:
        """The focused list, the view, or the active article."""
        screen = self._screen
        if self.session.panel is Panel.ENTITIES:
            return screen.entities
        if self.session.panel is Panel.CLAIMS:
            return screen.claims
        if isinstance(screen.view, (Rows, Welcome)):
            return screen.view
        return screen.articles[self.session.active]

    @property
    def finder(self) -> Finder:
        """The search over the present dossier, made when first needed."""
        from dossier.search.finder import Finder

        if self._finder is None:
            self._finder = Finder(self.session.dossier)
        return self._finder

    def renewed(self) -> None:
        """The dossier is another: what was made for the old one is made anew."""
        if self._finder is not None:
            self._finder = self._finder.renewed(self.session.dossier)
        if self.session.hits is not None:
            self.session.hits = Hits(self.finder, self.session.hits.text)
        if self._made is not None and self._screen.box.chooser is self._made:
            self._made = make_chooser(self._box, self, self._screen)
            self._screen.box.refill(self._made)
        self.prepare()

    def prepare(self) -> None:
        """Make the search ready while the reader reads."""
        self._idle.begin(self._preparing())

    def _preparing(self) -> Iterator[None]:
        yield
        yield from self.finder.prepare()

    def open_box(self, name: str) -> None:
        """Open the box."""
        self._box = name
        self._made = make_chooser(name, self, self._screen)
        self._screen.box.open(self._made)

    @property
    def deciding(self) -> Deciding:
        """What saves decisions."""
        return self._screen.app.deciding  # type: ignore[attr-defined, no-any-return]

    def decide(self, draft: Callable[[], Draft]) -> None:
        """Save a decision, behind the screen; words that were selected for it are let go."""
        self.session.caret = None
        self._screen.clear_selection()
        self.deciding.decide(draft)

    def undo(self) -> None:
        """Take back the last decision."""
        self.deciding.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.deciding.redo()

    def decided(self) -> None:
        """Everything that was decided is saved and shown: a review goes back to what was taken back in it."""
        review = self.session.review
        claim = review.taken_back(self.session.dossier) if review is not None else None
        if claim is not None:
            self.session.show_claim(claim)
            self._screen.sync()

    def show_conflict(self, outcome: Outcome) -> None:
        """Ask whose side to take, with both side by side."""
        from dossier.tui.choosers.history import ConflictChooser

        deciding = self.deciding
        chooser = ConflictChooser(outcome, lambda: deciding.settle(outcome), lambda: deciding.give_up(outcome))
        self._screen.box.open(chooser)
        self._screen.sync()

    def enter(self, *, other: bool) -> None:
        """Open the line under the cursor; in an article the focused claim, ``other`` in the other pane."""
        scroller = self.scroller
        if isinstance(scroller, Rows):
            message = scroller.chosen(scroller.cursor, other=other) if scroller.count else None
            if message is not None:
                self._screen.receive(message)
            else:
                said = "Nothing to open here"
                if self.session.view is View.PROBLEMS:
                    said += ": what it says is in the file it names"
                self.session.notice = said if scroller.count else "Nothing here is called that"
        elif self.session.empty:
            return
        elif other:
            jumps.compare_claim(self.session)
        elif self.session.focused is not None:
            self.session.shelf.claims, self.session.zoomed = True, False
            self.session.panel = Panel.CLAIMS
        else:
            jumps.next_claim(self.session, 1)

    def open_evidence(self, claim: Claim, evidence: Evidence | None, *, other: bool) -> None:
        """Focus a claim and land on its words: those given, else those in this article, else the first.

        A claim as a whole is shown in the ``other`` pane too, side by side.
        """
        if evidence is None and other:
            jumps.show_both(self.session, claim)
            return
        placed = [e for e in claim.evidence if e.passage]
        here = [e for e in placed if not self.session.empty and e.source == self.session.tab.source]
        chosen = evidence or next(iter(here or placed), None)
        if chosen is None:
            self.session.claim = claim.id
            self.session.notice = "None of this claim's words were found in their sources"
        else:
            self.session.focus_evidence(claim, chosen, other=other)

    def move_across(self, by: int) -> None:
        """In the table of claims to the next source, else to the next pane."""
        from dossier.tui.views.matrix import Matrix

        session, view = self.session, self._screen.view
        if isinstance(view, Matrix) and session.panel is Panel.ARTICLE:
            view.move_across(by)
        else:
            session.active = max(0, min(session.active + by, len(session.panes) - 1))
            session.panel = Panel.ARTICLE

    def panel_width(self) -> int:
        """Columns of the side panel that has the keys."""
        panels = {Panel.ENTITIES: self._screen.entities, Panel.CLAIMS: self._screen.claims}
        panel = panels.get(self.session.panel)
        return panel.columns if panel is not None else 0

    def turn_panel(self, by: int) -> None:
        """Article, claims, entities, and round again; panels that are hidden are passed over."""
        session = self.session
        order = [Panel.ARTICLE]
        if session.shelf.claims and not session.zoomed:
            order.append(Panel.CLAIMS)
        if session.shelf.entities and not session.zoomed:
            order.append(Panel.ENTITIES)
        at = order.index(session.panel) if session.panel in order else 0
        session.panel = order[(at + by) % len(order)]

    def show_card(self) -> None:
        """Open the card: of the entity under the cursor in the sidebar, else of the selected one, else at hand."""
        session, screen = self.session, self._screen
        entity = session.entity
        if session.panel is Panel.ENTITIES and screen.entities.entity:
            entity = screen.entities.entity
        elif not entity and session.focused is not None and session.focused.about:
            entity = next((e for e in session.focused.about if e in session.dossier.entity), "")
        session.show_card(entity)

    def next_hit(self, by: int) -> None:
        """Go on through the hits."""
        next_hit(self.session, by)

    def copy(self) -> None:
        """Copy the selection, else the passage landed on, with its citation."""
        from dossier.session.citation import citation

        session = self.session
        passage: Passage | None = self.hand.chosen or session.tab.spot
        if passage is None:
            session.notice = "Nothing to copy: select words with the mouse, or land on a claim (c) or mention (e)"
            return
        self._screen.app.copy_to_clipboard(citation(session.dossier, passage))
        self._screen.clear_selection()
        session.caret = None
        session.notice = "Copied with its citation"

    def reload(self) -> None:
        """Read the folder again, and write the whole screen again."""
        self._screen.redraw()
        self.deciding.recover()
        self._screen.app.read_again()  # type: ignore[attr-defined]

    def toggle_suggestions(self) -> None:
        """Hide or show what the program suggests."""
        suggesting = self._screen.app.suggesting  # type: ignore[attr-defined]
        self.session.notice = suggesting.toggle() if suggesting is not None else ""

    def strengthen_suggestions(self) -> None:
        """Show only stronger suggestions, or all again."""
        suggesting = self._screen.app.suggesting  # type: ignore[attr-defined]
        self.session.notice = suggesting.strengthen() if suggesting is not None else ""

    def leave(self) -> None:
        """Leave one thing: the selection, a panel, a view, the hits, the entity, the zoom."""
        session, screen = self.session, self._screen
        if screen.selections:
            screen.clear_selection()
        elif session.caret is not None:
            session.caret = None
        elif session.panel is not Panel.ARTICLE:
            session.panel = Panel.ARTICLE
        elif session.view is not View.READING:
            session.view = View.READING
        elif session.hits is not None:
            session.hits = None
        elif session.entity:
            session.entity = ""
        elif session.zoomed:
            session.zoomed = False
        elif session.review is not None:
            session.review = None

    def quit(self) -> None:
        """Keep the place and end; where decisions are not saved, say so first."""
        left = self.deciding.left_behind()
        if left and left != self._warned:
            self._warned = left
            self.session.notice = f"q once more leaves, r tries again: {left}"
        else:
            self._screen.app.exit()
