"""Sources by title, and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model.errors import UnreadableError
from dossier.model.passage import Passage
from dossier.session.labels import date_label
from dossier.session.session import Session
from dossier.tui.widgets.box import Choice

SHOWN = 500
"""Sources listed at a time; typing finds the others."""
WORDS_SHOWN = 100
"""Code points of a bookmark's words."""


class SourceChooser:
    """Sources whose title, publisher, date or file holds every word typed."""

    title = "Sources   Enter opens, Ctrl+O in the other pane, Esc leaves"
    prompt = "source: "
    guide = "No source is called that."

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found = 0

    def choices(self, text: str) -> Sequence[Choice]:
        """The sources in their order."""
        words = text.lower().split()
        dossier = self._session.dossier
        lines: list[Choice] = []
        self._found = 0
        for source in dossier.sources:
            said = source.metadata
            facts = " · ".join(p for p in (said.publisher, date_label(said.published), source.file) if p)
            if not all(word in f"{source.name} {facts} {source.id}".lower() for word in words):
                continue
            self._found += 1
            if len(lines) < SHOWN:
                number = (f"{dossier.number[source.id]:>4}  ", "figure")
                lines.append(Choice((number, (source.name, "strong"), (f"   {facts}", "muted")), source.id))
        return lines

    def tell(self) -> str:
        """How many there are."""
        return f"{self._found:,} of {len(self._session.dossier.sources):,}"

    def choose(self, value: object, *, other: bool) -> None:
        """Open the source."""
        self._session.visit(Passage(str(value), 0, 0), other=other)


class BookmarkChooser:
    """The bookmarks of this dossier, the latest first."""

    title = "Bookmarks   Enter opens, Ctrl+O in the other pane, Esc leaves"
    prompt = "bookmark: "

    def __init__(self, session: Session) -> None:
        self._session = session
        none_yet = "No bookmarks yet: m sets one where you are."
        self.guide = "No bookmark holds that." if session.bookmarks else none_yet

    def choices(self, text: str) -> Sequence[Choice]:
        """Bookmarks whose words or source hold what is typed."""
        dossier = self._session.dossier
        lines = []
        for place in reversed(self._session.bookmarks):
            most = place.start + WORDS_SHOWN
            end = min(place.end, most) if place.end > place.start else most
            try:
                words = " ".join(dossier.reading(place.source).text[place.start : end].split())
            except UnreadableError as error:
                words = str(error)
            name = dossier.source[place.source].name
            if all(word in f"{words} {name}".lower() for word in text.lower().split()):
                number = (f"{dossier.number[place.source]:>4}  ", "figure")
                lines.append(Choice((number, (f"“{words}”", ""), (f"   {name}", "muted")), place))
        return lines

    def tell(self) -> str:
        """How many there are."""
        return f"{len(self._session.bookmarks)} set"

    def choose(self, value: object, *, other: bool) -> None:
        """Go there."""
        assert isinstance(value, Passage)
        self._session.visit(value, other=other)
