"""The one way this program paints: lines made on demand and kept, with a scroll offset of their own.

A plain widget with an integer offset costs a third of a ScrollView for each frame, and lists of any length the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from dossier.tui.theme import Look

Line = tuple[tuple[str, str], ...]
"""One line of the screen: pieces of text, each with its role."""

STRIPS_KEPT = 3000
WHEEL = 3
"""Lines a turn of the mouse wheel scrolls."""


class Lines(Widget):
    """``count`` lines below ``heads`` fixed ones; subclasses make them, one at a time.

    Document text must be clean of control characters before it comes here: segments go to the terminal as they are.
    """

    DEFAULT_CSS = "Lines { width: auto; height: auto; }"
    ALLOW_SELECT = False
    heads = 0
    edge = False
    ground = ""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self.top = self.count = self.columns = self.rows = 0
        self._strips: dict[int, Strip] = {}

    def on_resize(self, event: events.Resize) -> None:
        """Textual tells the size after the first paint; the screen has told it before: see :meth:`take_size`."""
        self.take_size(*event.size)

    def take_size(self, columns: int, rows: int) -> None:
        """Take a new size, in cells, so that the next paint is right."""
        if (columns, rows) != (self.columns, self.rows):
            self.columns, self.rows = columns, rows
            self.drop()
            self.relayout()
            self.refresh()

    def relayout(self) -> None:
        """Called when the size has changed, before anything is painted."""

    def make(self, n: int) -> Strip:
        """The strip of line ``n``, from 0; subclasses give its pieces in :meth:`line`."""
        return self.paint(self.line(n), self.ground)

    def line(self, n: int) -> Line:
        """The pieces of line ``n``."""
        raise NotImplementedError

    def head(self, n: int) -> Line:
        """The pieces of the fixed line ``n``."""
        return ()

    def wear(self, look: Look) -> None:
        """Change the theme."""
        self.look = look
        self.repaint()

    def repaint(self) -> None:
        """Paint everything anew."""
        self.drop()
        self.refresh()

    def drop(self) -> None:
        """Forget every strip that was kept."""
        self._strips.clear()

    def paint(self, line: Iterable[tuple[str, str]], ground: str = "") -> Strip:
        """A strip of the full width from pieces of text; what is too long is cut, what is short is filled."""
        style = self.look.style
        segments = [Segment("│", style("edge"))] if self.edge else []
        left = self.columns - len(segments)
        for text, role in line:
            if left <= 0:
                break
            width = len(text) if text.isascii() else cell_len(text)
            if width > left:
                text, width = fit(text, left), left
            segments.append(Segment(text, style(f"{ground}+{role}" if ground and role else ground or role)))
            left -= width
        if left > 0:
            segments.append(Segment(" " * left, style(ground)))
        return Strip(segments, self.columns)

    def strip(self, n: int) -> Strip:
        """The strip of line ``n``; negative numbers are the fixed lines, -1 the lowest."""
        strip = self._strips.get(n)
        if strip is None:
            if len(self._strips) > STRIPS_KEPT:
                self._strips.clear()
            if n < 0:
                strip = self.paint(self.head(n + self.heads), self.ground)
            else:
                strip = self.make(n) if n < self.count else self.paint((), self.ground)
            self._strips[n] = strip
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's way in: the strips of a region of the widget."""
        offset, heads = self.top, self.heads
        strips = [self.strip(y + offset - heads if y >= heads else y - heads) for y in crop.line_range]
        if crop.x or crop.width != self.columns:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """The strip at row ``y``."""
        return self.strip(y + self.top - self.heads if y >= self.heads else y - self.heads)

    @property
    def body(self) -> int:
        """Rows below the fixed ones."""
        return max(0, self.rows - self.heads)

    def scroll_lines(self, top: int) -> bool:
        """Bring line ``top`` to the top, as far as there is text; false when nothing moves."""
        top = max(0, min(top, self.count - self.body))
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        return True

    def forget(self, first: int, last: int) -> None:
        """Paint the lines ``first`` to ``last``, inclusive, anew."""
        if last - first > len(self._strips):
            for n in [n for n in self._strips if first <= n <= last]:
                del self._strips[n]
        else:
            for n in range(first, last + 1):
                self._strips.pop(n, None)
        top, bottom = max(first, self.top), min(last, self.top + self.body - 1)
        if top <= bottom:
            self.refresh(Region(0, top - self.top + self.heads, self.columns, bottom - top + 1))

    def forget_heads(self) -> None:
        """Paint the fixed lines anew."""
        for n in range(-self.heads, 0):
            self._strips.pop(n, None)
        self.refresh(Region(0, 0, self.columns, self.heads))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn the wheel."""
        event.stop()
        self.wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn the wheel back."""
        event.stop()
        self.wheel(-WHEEL)

    def wheel(self, by: int) -> None:
        """Scroll by mouse."""
        self.scroll_lines(self.top + by)


def fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    if text.isascii():
        return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"
    end = 2 * width
    while end < len(text) and cell_len(text[:end]) <= width:
        end *= 2
    cells = cell_len(text[:end])
    return set_cell_size(text[:end], width - 1) + "…" if cells > width else text + " " * (width - cells)
