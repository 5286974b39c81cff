"""What all views have in common: built lines, each with what it opens."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.message import Message

from dossier.model.claim import Claim, Evidence
from dossier.session.session import Session
from dossier.tui.messages import FocusPanel, OpenEvidence, OpenPassage
from dossier.tui.theme import Look
from dossier.tui.widgets.lines import Line, fit
from dossier.tui.widgets.rows import Rows
from dossier.tui.wrapping import wrap

OPENING = (OpenPassage, OpenEvidence)
"""Messages that can ask for the other pane."""


@dataclass(frozen=True)
class Built:
    """A line, the message that choosing it sends, and whether the cursor may rest there."""

    line: Line
    opens: Message | None = None
    rest: bool = False


class BuiltView(Rows):
    """A view made of lines that are built at once: for views whose length is bounded by what a person wrote."""

    heads = 1
    title = ""
    focuses = False
    """Whether the claim the cursor is on becomes the focused one, so that whatever is decided is about what is lit."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self.session = session
        self._built: list[Built] = []
        self._key: object = None

    def key_of(self) -> object:
        """What the lines depend on; they are built again when it changes."""
        raise NotImplementedError

    def build(self) -> list[Built]:
        """The lines."""
        raise NotImplementedError

    def follow(self) -> None:
        """Bring the view up to the session."""
        key = (self.key_of(), self.columns)
        if key != self._key and self.columns:
            same = self._key is not None
            self._key = key
            self._built = self.build()
            self.count = len(self._built)
            if not same or self.cursor >= self.count or not self.can_choose(self.cursor):
                self.cursor = self.top = 0
                if self.count:
                    self.place(0)
            self.repaint()
        self._focus()

    def place(self, n: int, toward: int = 1) -> None:
        """Move the cursor, and the focus with it."""
        super().place(n, toward)
        self._focus()

    def _focus(self) -> None:
        opens = self._opened
        if self.focuses and self.count and self._built[self.cursor].rest:
            self.session.claim = opens.claim.id if opens is not None else ""

    @property
    def _opened(self) -> OpenEvidence | None:
        """The claim, and the piece of evidence, that the line under the cursor opens."""
        opens = self._built[self.cursor].opens if self.count else None
        return opens if isinstance(opens, OpenEvidence) else None

    def pointed(self, claim: Claim) -> Evidence | None:
        """The piece of evidence of a claim that the cursor is on."""
        opens = self._opened
        return opens.evidence if opens is not None and opens.claim.id == claim.id else None

    def relayout(self) -> None:
        """Build for the new width."""
        self.follow()
        super().relayout()

    def head(self, n: int) -> Line:
        """The title."""
        return ((fit(f" {self.title}", self.columns), "head.active" if self.lit else "head"),)

    def line(self, n: int) -> Line:
        """A built line."""
        return self._built[n].line

    def can_choose(self, n: int) -> bool:
        """The first lines of what opens something."""
        return self._built[n].rest

    def can_click(self, n: int) -> bool:
        """All lines of it."""
        return self._built[n].opens is not None

    def chosen(self, n: int, *, other: bool = False) -> Message | None:
        """What the line opens."""
        message = self._built[n].opens
        return replace(message, other=other) if isinstance(message, OPENING) else message

    def click_outside(self) -> None:
        """Take the keys."""
        self.post_message(FocusPanel("article"))

    def paragraph(self, text: str, role: str, indent: int = 1) -> list[Built]:
        """Wrapped lines of ``text``."""
        starts = wrap(text, max(8, min(100, self.columns - indent - 1)))
        lines = [text[starts[n] : starts[n + 1]].rstrip() for n in range(len(starts) - 1)]
        return [Built(((" " * indent, ""), (said, role))) for said in lines]

    def heading(self, text: str) -> list[Built]:
        """A blank line and a heading."""
        return [Built(()), Built(((f" {text}", "head"),))]
