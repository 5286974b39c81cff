"""What the reader is doing: plain data, without a screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.claim import Claim, Evidence
from dossier.model.dossier import Dossier
from dossier.model.errors import UnreadableError
from dossier.model.passage import Passage
from dossier.session.caret import Caret
from dossier.session.comparison import Row, compare
from dossier.session.history import History
from dossier.session.hits import Hits
from dossier.session.layout import MOST_PANES, Shelf
from dossier.session.marks import Marks
from dossier.session.moving import moved, words_at
from dossier.session.pane import Pane, Tab
from dossier.session.review import Review

MARKS_KEPT = 16
"""How many sources keep their highlights ready; the oldest is made again when it is needed."""

ROWS_KEPT = 64
"""Of how many claims the evidence is kept side by side: those one goes to and fro between."""


class Panel(StrEnum):
    """What the keys go to."""

    ARTICLE = "article"
    ENTITIES = "entities"
    CLAIMS = "claims"


class View(StrEnum):
    """What fills the middle of the screen."""

    READING = "reading"
    ENTITY = "entity"
    MATRIX = "matrix"
    SOURCES = "sources"
    PROBLEMS = "problems"
    TIMELINE = "timeline"
    DIFFERENCES = "differences"


@dataclass
class Session:
    """One person's place in one dossier, shared by every panel and view.

    ``why`` is whether the reasons of suggestions are shown, ``decided`` the dossier without suggestions where that is
    another. ``review`` is the queue of suggestions one goes through, ``caret`` the words one is choosing by keyboard.
    ``claim`` and ``entity`` are the one selection everything listens to. ``notice`` is a line for the reader,
    shown until the next key; ``unsaved`` counts the decisions that could not be saved yet. ``bookmarks_found`` are the
    bookmarks as they were kept, before any was set or moved.
    """

    dossier: Dossier
    panes: list[Pane] = field(default_factory=list)
    active: int = 0
    panel: Panel = Panel.ARTICLE
    view: View = View.READING
    claim: str = ""
    entity: str = ""
    cards: History[str] = field(default_factory=History)
    hits: Hits | None = None
    shelf: Shelf = field(default_factory=Shelf)
    measure: int = 76
    zoomed: bool = False
    bookmarks: list[Passage] = field(default_factory=list)
    bookmarks_found: list[object] = field(default_factory=list)
    notice: str = ""
    why: bool = False
    review: Review | None = None
    caret: Caret | None = None
    decided: Dossier | None = None
    unsaved: int = 0
    _marks: dict[str, Marks] = field(default_factory=dict)
    _rows: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.panes and self.dossier.sources:
            self.panes = [Pane([Tab(self.dossier.sources[0].id)])]

    @property
    def pane(self) -> Pane:
        """The active pane. There is none in a dossier without sources: see ``empty``."""
        return self.panes[self.active]

    @property
    def tab(self) -> Tab:
        """The tab that shows in the active pane."""
        return self.pane.tab

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.panes

    @property
    def focused(self) -> Claim | None:
        """The claim everything listens to."""
        return self.dossier.claim.get(self.claim)

    def marks(self, source: str) -> Marks:
        """The highlights of a source, made when first asked for; none when it cannot be read."""
        try:
            marks = self._marks.pop(source, None) or Marks.of(self.dossier, source)
        except UnreadableError:
            return Marks.none()
        self._marks[source] = marks
        while len(self._marks) > MARKS_KEPT:
            del self._marks[next(iter(self._marks))]
        return marks

    def rows(self) -> tuple[Row, ...]:
        """The evidence of the focused claim, side by side."""
        claim = self.focused
        if claim is None:
            return ()
        rows = self._rows.get(claim.id)
        if rows is None:
            if len(self._rows) >= ROWS_KEPT:
                self._rows.clear()
            rows = self._rows[claim.id] = compare(self.dossier, claim)
        return rows

    def visit(self, passage: Passage, *, other: bool = False) -> None:
        """Open a passage in the active pane, or in the other one, which is split off when there is none."""
        self.view = View.READING
        if other:
            pane = self.other_pane()
            pane.visit(passage)
        else:
            self.pane.visit(passage)
            self.panel = Panel.ARTICLE

    def show_card(self, entity: str) -> None:
        """Open the card of the entity with this id, from which one can go back to a card that was open."""
        if self.view is not View.ENTITY:
            self.cards = History()
        elif self.entity not in ("", entity):
            self.cards.leave(self.entity)
        self.entity, self.view, self.panel = entity, View.ENTITY, Panel.ARTICLE

    def step_card(self, by: int) -> bool:
        """Show the card before (-1) or after (1) this one; false when there is none that way, or no card is open."""
        card = self.cards.step(by, self.entity) if self.view is View.ENTITY else None
        self.entity = self.entity if card is None else card
        return card is not None

    def other_pane(self) -> Pane:
        """The pane to the right of the active one, or the one to its left; a new one when it is alone."""
        if len(self.panes) == 1:
            self.panes.append(Pane([Tab(self.tab.source, self.tab.offset)]))
        right = self.active + 1
        return self.panes[right if right < len(self.panes) else self.active - 1]

    def focus_evidence(self, claim: Claim, evidence: Evidence, *, other: bool = False) -> None:
        """Make ``claim`` the focused one and land on ``evidence``, if its words were found."""
        self.claim = claim.id
        if evidence.passage is None:
            self.notice = "The words of this evidence are not in its source: see problems (F6)"
        else:
            self.visit(evidence.passage, other=other)

    def show_claim(self, claim: Claim) -> None:
        """Land on the first words of ``claim`` that were found, with all of its words beside the article."""
        self.shelf.claims, self.zoomed = True, False
        placed = next((piece for piece in claim.evidence if piece.passage is not None), None)
        if placed is not None:
            self.focus_evidence(claim, placed)

    def follow(self, start: int, end: int, landed: Passage | None = None) -> None:
        """Let the focused claim follow the reading position: code points ``start`` to ``end`` are on screen.

        The focused claim stays while any of its passages is in sight, or when no claim is. Where the reader has
        ``landed`` on words that state a claim, it is one of those.
        """
        marks = self.marks(self.tab.source)
        spans = marks.claims
        there = spans.meeting(landed.start, landed.end) if landed else []
        seen = {i: marks.evidence[spans.numbers[i]][0] for i in there or spans.meeting(start, end)}
        if not seen or any(claim.id == self.claim for claim in seen.values()):
            return
        if there:
            chosen = max(seen, key=lambda i: (seen[i].decided, spans.starts[i]))
        else:
            chosen = next((i for i in seen if spans.starts[i] >= start), next(iter(seen)))
        self.claim = seen[chosen].id

    def split(self) -> bool:
        """Open a further pane beside the active one, with the next source that no pane shows; false after four."""
        if len(self.panes) >= MOST_PANES:
            return False
        shown = {pane.tab.source for pane in self.panes}
        sources = self.dossier.sources
        at = self.dossier.number[self.tab.source]
        following = (sources[(at + n) % len(sources)].id for n in range(len(shown) + 1))
        source = next((id for id in following if id not in shown), None)
        self.panes.insert(self.active + 1, Pane([Tab(source) if source else Tab(self.tab.source, self.tab.offset)]))
        self.active += 1
        return True

    def close(self) -> bool:
        """Close the tab that shows, and the pane with its last tab; false when it is the only one."""
        if self.pane.close_tab():
            return True
        if len(self.panes) == 1:
            return False
        del self.panes[self.active]
        self.active = max(0, self.active - 1)
        return True

    def renew(self, dossier: Dossier) -> None:
        """Take a newly read dossier and keep the place, by its words; tabs of sources that are gone are closed."""
        before, self.dossier = self.dossier, dossier
        self._tell_removed(before)
        self._marks.clear()
        self._rows.clear()
        if self.caret is not None and _changed(before, dossier, self.caret.source):
            self.caret = None

        def move(passage: Passage) -> Passage | None:
            if not _changed(before, dossier, passage.source):
                return passage
            if passage.source not in dossier.source:
                return None
            return moved(dossier, passage, words_at(before, passage))

        for pane in self.panes:
            pane.renew(dossier, move)
        self.panes = [pane for pane in self.panes if pane.tabs]
        if not self.panes and dossier.sources:
            self.panes = [Pane([Tab(dossier.sources[0].id)])]
        self.active = max(0, min(self.active, len(self.panes) - 1))
        if self.claim not in dossier.claim:
            self.claim = ""
        if self.entity not in dossier.entity:
            self.entity = ""
        self.cards.renew(lambda entity: entity if entity in dossier.entity else None)
        self.bookmarks = [place for old in self.bookmarks if (place := move(old))]

    def _tell_removed(self, before: Dossier) -> None:
        """Say which of the articles on the screen is no more."""
        shown = dict.fromkeys(pane.tab.source for pane in self.panes)
        gone = [before.source[id].file for id in shown if id in before.source and id not in self.dossier.source]
        if gone:
            self.notice = f"{', '.join(str(file) for file in gone)} {'was' if len(gone) == 1 else 'were'} removed"


def _changed(before: Dossier, dossier: Dossier, source: str) -> bool:
    """Whether the text of a source is another, or it is no more."""
    old, new = before.source.get(source), dossier.source.get(source)
    return new is None or (old is not None and old.digest != new.digest)
