"""Claims down, sources across: who states what."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from dossier.model.claim import Claim, Stance
from dossier.session.labels import source_label
from dossier.session.session import Session
from dossier.tui.messages import FocusPanel, OpenEvidence
from dossier.tui.theme import Look
from dossier.tui.widgets.claims import STATUS_ROLES
from dossier.tui.widgets.lines import Line, fit
from dossier.tui.widgets.rows import Rows

CELL = 4
"""Columns of the screen a source takes."""
LEGEND = " ● states ○ mentions ✗ disputes ! not there  = corroborated ≈ close ≠ conflicting  ~ suggested"
SIGNS = {Stance.SUPPORTS: "●", Stance.DISPUTES: "✗", Stance.MENTIONS: "○"}


class Matrix(Rows):
    """Every claim against every source: decided ones in their order, then suggestions, those of most sources first.

    The cursor is a cell; Enter lands on its words.
    """

    heads = 3

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self.session = session
        self.across = 0
        self.first = 0
        self._dossier: object = None
        self._claims: Sequence[Claim] = ()
        self._cells: dict[str, dict[int, str]] = {}

    def follow(self) -> None:
        """Bring the view up to the session: the row of the focused claim."""
        dossier = self.session.dossier
        if self._dossier is not dossier:
            self._dossier = dossier
            self._cells.clear()
            self._claims = _ranked(dossier.claims)
            self.count = len(self._claims)
            self.across = min(self.across, max(0, len(dossier.sources) - 1))
            self.first = min(self.first, self.across)
            self.cursor = max(0, min(self.cursor, self.count - 1))
            self.top = max(0, min(self.top, self.count - self.body))
            self.repaint()
        claim = self.session.focused
        if claim is not None and self.count and self._claims[self.cursor].id != claim.id:
            self.place(self._claims.index(claim))

    def _cells_of(self, claim: Claim) -> dict[int, str]:
        """The sign for each source that has evidence, by index."""
        cells = self._cells.get(claim.id)
        if cells is None:
            cells = self._cells[claim.id] = {}
            for evidence in claim.evidence:
                number = self.session.dossier.number.get(evidence.source)
                if number is not None:
                    found = evidence.passage is not None and evidence.settled
                    sign = SIGNS[evidence.stance] if found else "!"
                    several = cells.get(number - 1, "")
                    cells[number - 1] = sign if not several or several == sign else "●"
        return cells

    @property
    def _label(self) -> int:
        """Columns for the claim's text: what the sources leave, and two fifths at least."""
        return max(12, 2 * self.columns // 5, self.columns - CELL * len(self.session.dossier.sources) - 4)

    @property
    def _fit(self) -> int:
        """How many sources fit across."""
        return max(1, (self.columns - self._label - 3) // CELL)

    def head(self, n: int) -> Line:
        """The title, what the signs mean, and the numbers of the sources with the name of the one under the cursor."""
        sources = self.session.dossier.sources
        if n == 0:
            title = f" Claims x sources  {self.count:,} x {len(sources):,}"
            return ((fit(title, self.columns), "head.active" if self.lit else "head"),)
        if not self.count:
            return ((" No claims yet: write them in claims.yaml." if n == 1 else "", "muted"),)
        if n == 1:
            return ((LEGEND, "muted"),)
        shown = sources[self.first : self.first + self._fit]
        label = f"{self.across + 1} {source_label(sources[self.across])}" if sources else ""
        pieces = [("   " + fit(label, self._label - 1) + " ", "accent")]
        for i, _ in enumerate(shown, self.first):
            pieces.append((f"{i + 1:>{CELL - 1}} ", "figure" if i == self.across else "muted"))
        return tuple(pieces)

    def line(self, n: int) -> Line:
        """One claim with its status and its cells."""
        claim = self._claims[n]
        cells = self._cells_of(claim)
        here = n == self.cursor
        pieces = [
            (f"{' ' if claim.decided else '~'}{claim.status.symbol} ", STATUS_ROLES.get(claim.status, "muted")),
            (fit(claim.text, self._label - 1) + " ", "strong" if here else ""),
        ]
        for i in range(self.first, min(self.first + self._fit, len(self.session.dossier.sources))):
            sign = cells.get(i, "·")
            role = "muted" if sign == "·" else "error" if sign in "✗!" else "agree"
            caret = "caret" if here and i == self.across and self.lit else ""
            pieces.append((f"  {sign} ", "+".join(part for part in (role, caret) if part)))
        return tuple(pieces)

    def place(self, n: int, toward: int = 1) -> None:
        """Move the cursor: the claim it is on becomes the focused one."""
        super().place(n, toward)
        if self.count:
            self.session.claim = self._claims[self.cursor].id

    def move_across(self, by: int) -> None:
        """Move the cursor by sources."""
        self.across = max(0, min(len(self.session.dossier.sources) - 1, self.across + by))
        before = self.first
        self.first = max(min(self.first, self.across), self.across - self._fit + 1)
        if self.first != before:
            self.repaint()
        else:
            self.forget_heads()
            self.forget(self.cursor, self.cursor)

    def chosen(self, n: int, *, other: bool = False) -> Message | None:
        """The source under the cursor at its words; without any there, the claim's first."""
        claim = self._claims[n]
        sources = self.session.dossier.sources
        here = sources[self.across].id if sources else ""
        evidence = next((e for e in claim.evidence if e.source == here and e.passage), None)
        return OpenEvidence(claim, evidence, other)

    def on_click(self, event: events.Click) -> None:
        """Choose the claim, or the cell, under the pointer."""
        n = event.y - self.heads + self.top
        at = (event.x - self._label - 3) // CELL + self.first
        if event.y >= self.heads and 0 <= n < self.count and event.x >= self._label + 3:
            if at >= len(self.session.dossier.sources):
                event.stop()
                return
            self.across = at
            self.forget_heads()
        super().on_click(event)

    def click_outside(self) -> None:
        """Take the keys."""
        self.post_message(FocusPanel("article"))


def _ranked(claims: Sequence[Claim]) -> list[Claim]:
    """What was decided first, then suggestions of most sources; the very many with one passage are not looked into."""
    decided = [claim for claim in claims if claim.decided]
    several = [claim for claim in claims if not claim.decided and len(claim.evidence) > 1]
    alone = [claim for claim in claims if not claim.decided and len(claim.evidence) <= 1]
    return [*decided, *sorted(several, key=lambda claim: -len(claim.sources)), *alone]
