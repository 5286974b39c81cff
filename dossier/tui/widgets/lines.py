"""The one way this program paints: lines made on demand and kept, with a scroll offset of their own.

A plain widget with an integer offset costs a third of a ScrollView for each frame, and lists of any length the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from dossier.tui.painted import Painted
from dossier.tui.theme import Look

if TYPE_CHECKING:
    from dossier.tui.painting import Painter

Line = tuple[tuple[str, str], ...]
"""One line of the screen: pieces of text, each with its role."""

LINES_KEPT = 3000
WHEEL = 3
"""Lines a turn of the mouse wheel scrolls."""


class Lines(Widget):
    """``count`` lines below ``heads`` fixed ones; subclasses make them, one at a time.

    Document text must be clean of control characters before it comes here: segments go to the terminal as they are.
    """

    DEFAULT_CSS = "Lines { width: auto; height: auto; }"
    ALLOW_SELECT = False
    virtual_size = Reactive(Size(0, 0), repaint=False)  # Textual's asks for another layout whenever a size has changed
    heads = 0
    edge = False
    ground = ""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self.top = self.count = self.columns = self.rows = 0
        self.painter: Painter | None = None
        self._painted: dict[int, Painted] = {}

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

    def make(self, n: int) -> Painted:
        """Paint line ``n``, from 0; subclasses give its pieces in :meth:`line`."""
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
        """Forget every line that was painted."""
        self._painted.clear()

    def paint(self, line: Iterable[tuple[str, str]], ground: str = "") -> Painted:
        """A line of the full width from pieces of text; what is too long is cut, what is short is filled."""
        style = self.look.style
        pieces = [("│", style("edge"))] if self.edge else []
        left = self.columns - len(pieces)
        for text, role in line:
            if left <= 0:
                break
            width = len(text) if text.isascii() else cell_len(text)
            if width > left:
                text, width = fit(text, left), left
            pieces.append((text, style(f"{ground}+{role}" if ground and role else ground or role)))
            left -= width
        if left > 0:
            pieces.append((" " * left, style(ground)))
        return Painted(pieces, self.columns)

    def painted(self, n: int) -> Painted:
        """Line ``n`` as it is painted; negative numbers are the fixed lines, -1 the lowest."""
        painted = self._painted.get(n)
        if painted is None:
            if len(self._painted) > LINES_KEPT:
                self._painted.clear()
            if n < 0:
                painted = self.paint(self.head(n + self.heads), self.ground)
            else:
                painted = self.make(n) if n < self.count else self.paint((), self.ground)
            self._painted[n] = painted
        return painted

    def row(self, y: int) -> Painted:
        """What stands in row ``y`` of the widget."""
        return self.painted(y + self.top - self.heads if y >= self.heads else y - self.heads)

    def stand(self, first: int, last: int) -> list[Painted]:
        """What stands in the rows ``first`` to ``last`` of the widget, end exclusive."""
        return [self.row(y) for y in range(first, last)]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Write these regions anew, or all of the widget: by our painter, unless it is more than that."""
        if self.painter is None or layout or recompose or not repaint:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        for region in regions:
            self.painter.touch(self, (region.y, region.bottom))
        if not regions:
            self.painter.touch(self, (0, self.rows))
        return self

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's way in: the strips of a region of the widget."""
        strips = [self.row(y).strip for y in crop.line_range]
        if crop.x or crop.width != self.columns:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """The strip at row ``y``."""
        return self.row(y).strip

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
        if last - first > len(self._painted):
            for n in [n for n in self._painted if first <= n <= last]:
                del self._painted[n]
        else:
            for n in range(first, last + 1):
                self._painted.pop(n, None)
        top, bottom = max(first, self.top), min(last, self.top + self.body - 1)
        if top <= bottom:
            self.refresh(Region(0, top - self.top + self.heads, self.columns, bottom - top + 1))

    def forget_heads(self) -> None:
        """Paint the fixed lines anew."""
        for n in range(-self.heads, 0):
            self._painted.pop(n, None)
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
