"""Single lines: the header, the status line and the key hints."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events

from dossier.tui.messages import RunCommand
from dossier.tui.theme import Look
from dossier.tui.widgets.lines import Line, Lines, fit


class Bar(Lines):
    """One line: something at the left, something at the right."""

    def __init__(self, look: Look, ground: str, *, id: str) -> None:
        super().__init__(look, id=id)
        self.ground = ground
        self.count = 1
        self.left: Line = ()
        self.right: Line = ()

    def say(self, left: Line, right: Line = ()) -> None:
        """Show these pieces; nothing is painted when they are the same as before."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.repaint()

    def line(self, n: int) -> Line:
        """The left pieces, then the right ones at the edge, which win when there is too little room."""
        width = sum(cell_len(text) for text, _ in self.right)
        if width + 8 > self.columns:
            return self.left
        room = self.columns - width
        pieces = []
        for text, role in self.left:
            text = fit(text, min(room, cell_len(text)))
            pieces.append((text, role))
            room -= cell_len(text)
            if room <= 0:
                break
        return (*pieces, (" " * max(0, room), ""), *self.right)


@dataclass(frozen=True)
class Hint:
    """A key, what it does, and the name of its command."""

    key: str
    label: str
    command: str


class Hints(Lines):
    """The keys that help most just now; each can be clicked."""

    ground = "hint"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="hints")
        self.count = 1
        self.hints: tuple[Hint, ...] = ()

    def offer(self, hints: tuple[Hint, ...]) -> None:
        """Show these hints."""
        if hints != self.hints:
            self.hints = hints
            self.repaint()

    def line(self, n: int) -> Line:
        """As many hints as fit whole."""
        pieces: list[tuple[str, str]] = []
        for _, _, hint in self._places():
            pieces += [(" ", ""), (hint.key, "hint.key"), (f" {hint.label} ", "hint")]
        return tuple(pieces)

    def _places(self) -> list[tuple[int, int, Hint]]:
        places, x = [], 0
        for hint in self.hints:
            width = 3 + cell_len(hint.key) + cell_len(hint.label)
            if x + width > self.columns:
                break
            places.append((x, x + width, hint))
            x += width
        return places

    def on_click(self, event: events.Click) -> None:
        """Run the command under the pointer."""
        event.stop()
        for start, end, hint in self._places():
            if start <= event.x < end:
                self.post_message(RunCommand(hint.command))
