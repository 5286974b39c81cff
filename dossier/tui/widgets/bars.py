"""Single lines: the header, the status line and the key hints."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual import events

from dossier.tui.messages import RunCommand
from dossier.tui.painting import KEEPS_SELECTION
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


class Hint(NamedTuple):
    """A key, what it does, and the name of its command."""

    key: str
    label: str
    command: str


class Header(Bar):
    """The dossier's name, and its counts, each of which opens its view."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "bar", id="header")
        self.commands: tuple[str, ...] = ()

    def tell(self, name: str, counts: tuple[tuple[str, str], ...]) -> None:
        """Show the name and the counts, each with the name of the command that a click runs."""
        self.commands = tuple(command for _, command in counts)
        self.say(((f" {name}", "bar.strong"),), tuple((f" {count} ", "bar.muted") for count, _ in counts))

    def on_click(self, event: events.Click) -> None:
        """Open the view of the count under the pointer."""
        event.stop()
        x = self.columns
        for (text, _), command in zip(reversed(self.right), reversed(self.commands), strict=True):
            x -= cell_len(text)
            if x <= event.x < x + cell_len(text):
                self.post_message(RunCommand(command))


class Hints(Lines):
    """The keys that help most just now; each can be clicked. The last ones stay at the right edge."""

    DEFAULT_CLASSES = KEEPS_SELECTION
    ground = "hint"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="hints")
        self.count = 1
        self.hints: tuple[Hint, ...] = ()
        self.pinned: tuple[Hint, ...] = ()
        self.said = ""

    def offer(self, hints: tuple[Hint, ...], pinned: tuple[Hint, ...], said: str = "") -> None:
        """Show these hints, as many as fit, and those pinned to the right edge; or what is ``said`` in their place."""
        if (hints, pinned, said) != (self.hints, self.pinned, self.said):
            self.hints, self.pinned, self.said = hints, pinned, said
            self.repaint()

    def line(self, n: int) -> Line:
        """As many hints as fit whole."""
        if self.said:
            return ((fit(f" {self.said}", self.columns), "bar.strong"),)
        pieces: list[tuple[str, str]] = []
        at = 0
        for start, end, hint in self._places():
            pieces += [(" " * (start - at + 1), ""), (hint.key, "hint.key"), (f" {hint.label} ", "hint")]
            at = end
        return tuple(pieces)

    def _places(self) -> list[tuple[int, int, Hint]]:
        right = self.columns - sum(_width(hint) for hint in self.pinned)
        places, x = [], 0
        for hint in self.hints:
            if x + _width(hint) > right:
                break
            places.append((x, x + _width(hint), hint))
            x += _width(hint)
        x = max(x, right)
        for hint in self.pinned:
            if x + _width(hint) <= self.columns:
                places.append((x, x + _width(hint), hint))
                x += _width(hint)
        return places

    def on_click(self, event: events.Click) -> None:
        """Run the command under the pointer."""
        event.stop()
        for start, end, hint in self._places() if not self.said else ():
            if start <= event.x < end:
                self.post_message(RunCommand(hint.command))


def folded(notice: str, columns: int) -> tuple[str, str]:
    """A notice on one line of the screen, and what of it goes on in the next: parted between two words."""
    if cell_len(notice) <= columns:
        return notice, ""
    first = notice.rfind(" ", 0, columns)
    while first > 0 and cell_len(notice[:first]) > columns:
        first = notice.rfind(" ", 0, first)
    return (notice[:first], notice[first + 1 :]) if first > 0 else (notice, "")


def _width(hint: Hint) -> int:
    return 3 + cell_len(hint.key) + cell_len(hint.label)
