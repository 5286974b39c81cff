"""Writing a note, and the notes there are."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.commands.command import Room
from dossier.model.note import Note
from dossier.model.passage import Passage
from dossier.store.curating.notes import parted
from dossier.tui.widgets.box import Choice


class NoteChooser:
    """A note beside the selected words, else beside the passage landed on, else beside the article."""

    title = "Note   #words are tags; Enter notes it, Esc leaves"
    prompt = "note: "
    guide = "Type what is to be noted."

    def __init__(self, room: Room) -> None:
        self._room = room
        session = room.session
        self._passage = room.hand.chosen or session.tab.spot or Passage(session.tab.source, 0, 0)

    def choices(self, text: str) -> Sequence[Choice]:
        """The note as it will be."""
        words, tags = parted(text)
        if not words and not tags:
            bookmark = Choice((("  ", ""), ("bookmark these words, without a note", "muted")), text)
            return [bookmark] if self._passage.end > self._passage.start else []
        return [Choice((("  ", ""), (words, "strong"), ("  " + " ".join(f"#{tag}" for tag in tags), "accent")), text)]

    def tell(self) -> str:
        """Where it goes."""
        return "beside the words" if self._passage.end > self._passage.start else "beside the article"

    def choose(self, value: object, *, other: bool) -> None:
        """Note it."""
        from dossier.store.curating import notes

        session, passage = self._room.session, self._passage
        dossier, (words, tags) = session.dossier, parted(str(value))
        session.caret = None
        self._room.decide(lambda: notes.create(dossier, passage, words, tags))


class NotesChooser:
    """The notes whose words or tags hold what is typed, those of the article that is read first.

    The chosen one is gone to.
    """

    title = "Notes   Enter goes there, Ctrl+O in the other pane, Esc leaves"
    prompt = "note: "

    def __init__(self, room: Room) -> None:
        self._room = room
        none_yet = "No notes yet: p writes one."
        self.guide = "No note holds that." if room.session.dossier.notes else none_yet

    def choices(self, text: str) -> Sequence[Choice]:
        """The notes in their order, those of this article first."""
        session, words = self._room.session, text.lower().split()
        dossier = session.dossier
        lines = []
        for note in sorted(dossier.notes, key=lambda note: session.empty or note.source != session.tab.source):
            tags = " ".join(f"#{tag}" for tag in note.tags)
            quote = note.selector.exact if note.selector is not None else ""
            name = dossier.source[note.source].name if note.source in dossier.source else note.source
            if all(word in f"{note.text} {tags} {quote} {name}".lower() for word in words):
                said = " ".join(quote.split())[:80]
                line = (
                    (f"  {note.text or '(bookmark)'} ", "strong"),
                    (f"{tags} ", "accent"),
                    (f"“{said}” {name}", "muted"),
                )
                lines.append(Choice(line, note))
        return lines

    def tell(self) -> str:
        """How many there are."""
        return f"{len(self._room.session.dossier.notes):,} notes"

    def choose(self, value: object, *, other: bool) -> None:
        """Go there."""
        from dossier.store.anchors.finding import anchor

        assert isinstance(value, Note)
        session = self._room.session
        start, end = 0, 0
        if value.selector is not None:
            found = anchor(value.selector, session.dossier.reading(value.source))
            start, end = max(0, found.start), max(0, found.end)
        session.visit(Passage(value.source, start, end), other=other)
