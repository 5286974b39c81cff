"""The box over the lower part of the screen: one line to type in, and what it finds above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from rich.cells import cell_len
from textual.geometry import Region

from dossier.session.editing import LineEditor
from dossier.tui.messages import BoxChosen, BoxClosed
from dossier.tui.painted import Painted
from dossier.tui.painting import KEEPS_SELECTION
from dossier.tui.theme import Look
from dossier.tui.widgets.lines import Line, fit
from dossier.tui.widgets.prompt import typed_line
from dossier.tui.widgets.rows import Rows


class Choice(NamedTuple):
    """One line of the box; a heading when ``value`` is None."""

    line: Line
    value: object = None


class Chooser(Protocol):
    """What a box is for: it finds choices for a text, and does something with the chosen one."""

    title: str
    prompt: str
    guide: str

    def choices(self, text: str) -> Sequence[Choice]:
        """The lines for what was typed so far."""

    def tell(self) -> str:
        """What to say beside the prompt about the last choices."""

    def choose(self, value: object, *, other: bool) -> None:
        """Do what ``value`` stands for."""


class SearchBox(Rows):
    """Shows a chooser. The last row is the prompt; arrows move the cursor while one types."""

    heads = 1
    ground = "over"
    lit = True

    DEFAULT_CLASSES = KEEPS_SELECTION
    DEFAULT_CSS = "SearchBox { layer: over; display: none; }"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="box")
        self.editor = LineEditor()
        self.chooser: Chooser | None = None
        self._choices: Sequence[Choice] = ()

    @property
    def body(self) -> int:
        """Rows between the title and the prompt."""
        return max(0, self.rows - self.heads - 1)

    def open(self, chooser: Chooser, text: str = "") -> None:
        """Start choosing."""
        self.chooser = chooser
        self.editor.set(text)
        self.display = True
        self.find()

    def refill(self, chooser: Chooser) -> None:
        """Go on with another chooser for the same text."""
        self.chooser = chooser
        self.find()

    def shut(self) -> None:
        """Stop choosing."""
        self.chooser = None
        self.display = False

    def find(self) -> None:
        """Fill the list for what is typed."""
        if self.chooser is None:
            return
        self._choices = self.chooser.choices(self.editor.text)
        self.count, self.top, self.cursor = len(self._choices), 0, 0
        if self.count:
            self.place(0)
        self.repaint()

    def head(self, n: int) -> Line:
        """The title."""
        title = self.chooser.title if self.chooser else ""
        return ((fit(f" {title}", self.columns), "head.active"),)

    def line(self, n: int) -> Line:
        """A choice or a heading."""
        return self._choices[n].line

    def can_choose(self, n: int) -> bool:
        """Choices, not headings."""
        return self._choices[n].value is not None

    def painted(self, n: int) -> Painted:
        """A row of the box; the guide where there is nothing to choose."""
        if n == 0 and not self.count and self.chooser is not None:
            return self.paint(((" " + self.chooser.guide, "muted"),), self.ground)
        return super().painted(n)

    def row(self, y: int) -> Painted:
        """What stands in a row, the prompt in the last one."""
        return self._prompt() if y == self.rows - 1 else super().row(y)

    def _prompt(self) -> Painted:
        """What is typed, with the cursor, and what was found."""
        chooser = self.chooser
        if chooser is None:
            return self.paint((), "bar")
        told = chooser.tell() if self.editor.text else ""
        room = self.columns - cell_len(chooser.prompt) - cell_len(told) - 3
        if room < 12:
            told, room = "", self.columns - cell_len(chooser.prompt) - 2
        line = typed_line(self.editor, room, "bar.strong")
        return self.paint(((f" {chooser.prompt}", "hint.key"), *line, (f" {told} ", "bar.muted")), "bar")

    def forget_prompt(self) -> None:
        """Paint the prompt anew."""
        self.refresh(Region(0, self.rows - 1, self.columns, 1))

    def chosen(self, n: int, *, other: bool = False) -> BoxChosen | None:
        """What the line stands for."""
        return BoxChosen(self._choices[n].value, other) if 0 <= n < self.count and self.can_choose(n) else None

    def click_outside(self) -> None:
        """A heading does nothing."""

    def click_head(self, x: int, y: int) -> None:
        """A click on the title leaves the box."""
        self.post_message(BoxClosed())

    def key(self, key: str, character: str | None) -> BoxChosen | BoxClosed | None:
        """Type, move or choose: every key belongs to the box while it is open. What was chosen is returned."""
        before = self.editor.text
        if key in ("escape", "ctrl+g"):
            return BoxClosed()
        if key in ("enter", "alt+enter", "ctrl+o"):
            return self.chosen(self.cursor, other=key != "enter") or (None if self.count else BoxClosed())
        if key in MOVES:
            self.move(MOVES[key] if abs(MOVES[key]) == 1 else MOVES[key] // 10 * max(1, self.body - 1))
        elif character and character.isprintable() and not key.startswith(("ctrl+", "alt+")):
            self.editor.insert(character)
        else:
            self.editor.key(key)
        self._edited(before)
        return None

    def paste(self, text: str) -> None:
        """Paste into the prompt."""
        before = self.editor.text
        self.editor.insert(text)
        self._edited(before)

    def _edited(self, before: str) -> None:
        if self.editor.text != before:
            self.find()
        else:
            self.forget_prompt()


MOVES = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "tab": 1, "shift+tab": -1, "pagedown": 10, "pageup": -10}
"""Keys that move the cursor while one types: by a line, or ten for a page."""
