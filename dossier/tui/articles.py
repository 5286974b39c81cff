"""The article panes: as many as the session has, each showing the tab it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model.errors import UnreadableError
from dossier.session.hits import Span
from dossier.session.labels import lineage, origin_line, source_label
from dossier.session.layout import Plan
from dossier.session.pane import Tab
from dossier.session.session import Panel, Session
from dossier.tui.room_layout import Place
from dossier.tui.theme import Look
from dossier.tui.widgets.article import Article
from dossier.tui.widgets.tabs import TabLabel


class Articles:
    """Brings the panes up to the session."""

    def __init__(self, session: Session, look: Look) -> None:
        self.session, self.look = session, look
        self._panes: list[Article] = []

    def __getitem__(self, index: int) -> Article:
        return self._panes[index]

    def __iter__(self) -> Iterator[Article]:
        return iter(self._panes)

    def __len__(self) -> int:
        return len(self._panes)

    def fit(self) -> list[Article]:
        """Take away panes that are no more, and make those that are new, which are returned to be mounted."""
        wanted = len(self.session.panes)
        while len(self._panes) > wanted:
            self._panes.pop().remove()
        new = [Article(self.look, n) for n in range(len(self._panes), wanted)]
        self._panes += new
        return new

    def show(self, plan: Plan, place: Place) -> None:
        """Texts and positions first, then the claim that follows from them, then the highlights that follow from it.

        The claim follows where the reader has gone, not what another width has moved out of sight.
        """
        session = self.session
        landing = session.tab.target is not None
        for article, pane in zip(self._panes, session.panes, strict=True):
            box = place(article, plan)
            article.set_edge(box is not None and box.x > 0)
            self._show_text(article, pane.tab)
        active = self._panes[session.active]
        if active.rows and (landing or active.scrolled or not session.claim):
            session.follow(*active.on_screen, session.tab.spot if landing else None)
        for article in self._panes:
            article.scrolled = False
        for article, pane in zip(self._panes, session.panes, strict=True):
            focus, differs = self._highlights(pane.tab.source)
            hits, spot = self._hits(pane.tab.source), self._spot(pane.tab, focus if session.caret is None else ())
            article.highlight(focus, differs, session.entity, hits, spot)
            labels = tuple(self._label(tab, n == pane.active) for n, tab in enumerate(pane.tabs))
            lit = article.index == session.active and session.panel is Panel.ARTICLE
            article.label(labels, self._origin(pane.tab.source), lit)

    def _show_text(self, article: Article, tab: Tab) -> None:
        session = self.session
        source = session.dossier.source[tab.source]
        article.set_measure(session.measure)
        try:
            article.show(source, session.dossier.reading(tab.source).text, session.marks(tab.source), tab.offset, tab)
        except UnreadableError as error:
            article.show_problem(source, str(error))
        if tab.target is not None:
            article.reveal(tab.target)
            tab.target = None
        if article.rows:
            tab.offset = article.position
            first, last = article.on_screen
            if tab.spot is not None and not (tab.spot.start < last and tab.spot.end > first):
                tab.spot = None

    def _highlights(self, source: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The focused claim's passages in a source, and the words in them that other sources say differently."""
        here = [r for r in self.session.rows() if r.evidence.source == source and r.evidence.start >= 0]
        focus = tuple((row.evidence.start, row.evidence.end) for row in here)
        return focus, tuple((row.evidence.start + a, row.evidence.start + b) for row in here for a, b in row.differs)

    def _hits(self, source: str) -> Sequence[Span]:
        return self.session.hits.spans(source) if self.session.hits is not None else ()

    @staticmethod
    def _spot(tab: Tab, focus: tuple[Span, ...]) -> Span | None:
        """The mention or hit last landed on; a claim's passage is marked as the focused one already."""
        spot = (tab.spot.start, tab.spot.end) if tab.spot is not None else None
        return None if spot in focus else spot

    def _origin(self, source: str) -> str:
        dossier = self.session.dossier
        noted = [f"* {note.said}" for note in dossier.notes if note.source == source and note.selector is None]
        return " · ".join(filter(None, (*noted, lineage(dossier, source), origin_line(dossier.source[source]))))

    def _label(self, tab: Tab, active: bool) -> TabLabel:
        dossier = self.session.dossier
        return TabLabel(f"{dossier.number[tab.source]} {source_label(dossier.source[tab.source])}", active)
