"""What the reader is on: the words, the piece of evidence, the entity and the source that a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.model.claim import Evidence
from dossier.model.entity import Entity
from dossier.model.passage import Passage
from dossier.model.source import Source
from dossier.session.session import Panel, View

if TYPE_CHECKING:
    from dossier.tui.reading_screen import ReadingScreen
    from dossier.tui.views.view import BuiltView


class AtHand:
    """Implements :class:`dossier.commands.command.Hand`: the cursor of the panel or view that has the keys decides."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def chosen(self) -> Passage | None:
        """The words that are selected, by keyboard or by mouse."""
        if self._screen.session.caret is not None:
            return self._screen.session.caret.passage
        return next((article.selected for article in self._screen.articles if article.selected), None)

    @property
    def evidence(self) -> Evidence | None:
        """The piece under the cursor of the claims panel, else the focused claim's in this article, else its first."""
        session, claim = self._screen.session, self._screen.session.focused
        if claim is None:
            return None
        if session.panel is Panel.CLAIMS:
            pointed = self._screen.claims.pointed
            return pointed[1] if pointed is not None and pointed[0].id == claim.id else None
        if self._listing is not None:
            return self._listing.pointed(claim)
        here = [e for e in claim.evidence if not session.empty and e.source == session.tab.source]
        landed = [e for e in here if e.passage is not None and e.passage == session.tab.spot]
        return next(iter(landed or sorted(here, key=lambda e: e.settled) or claim.evidence), None)

    @property
    def source(self) -> Source | None:
        """The source under the cursor of their list, else the one that is read."""
        from dossier.tui.views.lists import SourcesList

        session, view = self._screen.session, self._screen.view
        if isinstance(view, SourcesList) and view.count:
            return session.dossier.sources[view.cursor]
        return None if session.empty else session.dossier.source[session.tab.source]

    @property
    def _listing(self) -> BuiltView | None:
        """The view that focuses what its cursor is on, where that is what one is in."""
        from dossier.tui.views.view import BuiltView

        view, panel = self._screen.view, self._screen.session.panel
        return view if panel is Panel.ARTICLE and isinstance(view, BuiltView) and view.focuses else None

    @property
    def entity(self) -> Entity | None:
        """The entity under the cursor of the entities, or of the card that is open."""
        session = self._screen.session
        if session.panel is Panel.ENTITIES:
            return session.dossier.entity.get(self._screen.entities.entity or "")
        return session.dossier.entity.get(session.entity) if session.view is View.ENTITY else None
