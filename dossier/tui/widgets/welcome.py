"""What a dossier without sources shows: where it looked, and what to do."""

from __future__ import annotations

from dossier.ingest.cleaning import clean_line
from dossier.session.session import Session
from dossier.tui.theme import Look
from dossier.tui.widgets.lines import Line, Lines
from dossier.tui.wrapping import wrap


class Welcome(Lines):
    """A few lines of guidance."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self.session = session
        self._lines: list[tuple[str, str]] = []

    def relayout(self) -> None:
        """Wrap for the new width."""
        said = (
            ("", ""),
            ("Nothing to read here yet", "strong"),
            ("", ""),
            (f"No articles were found in {clean_line(str(self.session.dossier.folder))}.", ""),
            ("", ""),
            ("Put text or Markdown files (.txt, .md) into this folder: they appear here by themselves.", ""),
            ("Or open another folder:  dossier PATH", ""),
        )
        self._lines = []
        for text, role in said:
            starts = wrap(text, max(8, self.columns - 4)) if text else (0, 0)
            for n in range(len(starts) - 1):
                self._lines.append((text[starts[n] : starts[n + 1]].rstrip(), role))
        self.count = len(self._lines)

    def line(self, n: int) -> Line:
        """A line of guidance."""
        text, role = self._lines[n]
        return (("  " + text, role),)

    def to_line(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_lines(self.top + by)

    def to_page(self, by: float) -> None:
        """Scroll by pages."""
        self.scroll_lines(self.top + int(by * self.body))

    def to_end(self, last: bool) -> None:
        """Scroll to the end or the start."""
        self.scroll_lines(self.count if last else 0)
