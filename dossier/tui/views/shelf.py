"""Which widget shows which view; each is imported when it is first opened."""

from __future__ import annotations

from dossier.session.session import Session, View
from dossier.tui.theme import Look
from dossier.tui.widgets.rows import Rows
from dossier.tui.widgets.welcome import Welcome


def make_view(view: View, look: Look, session: Session) -> Rows | Welcome:
    """The widget for a view; a dossier without sources shows what to do about it."""
    if view is View.ENTITY:
        from dossier.tui.views.card import EntityCard

        return EntityCard(look, session)
    if view is View.MATRIX:
        from dossier.tui.views.matrix import Matrix

        return Matrix(look, session)
    if view is View.SOURCES:
        from dossier.tui.views.lists import SourcesList

        return SourcesList(look, session)
    if view is View.PROBLEMS:
        from dossier.tui.views.lists import ProblemsList

        return ProblemsList(look, session)
    if view is View.TIMELINE:
        from dossier.tui.views.timeline import Timeline

        return Timeline(look, session)
    if view is View.DIFFERENCES:
        from dossier.tui.views.differences import Differences

        return Differences(look, session)
    return Welcome(look, session)
