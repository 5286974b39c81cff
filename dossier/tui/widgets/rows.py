"""A list with a cursor, of any length: the base of every panel and view that is chosen from."""

from __future__ import annotations

from textual import events
from textual.message import Message

from dossier.tui.painted import Painted
from dossier.tui.widgets.lines import Lines


class Rows(Lines):
    """Lines of which one is the cursor's. ``lit`` is whether the keys go to this list."""

    cursor = 0
    lit = False
    ground_lit = "cursor"

    def can_choose(self, n: int) -> bool:
        """Whether the cursor may rest on line ``n``; headings say no."""
        return True

    def chosen(self, n: int, *, other: bool = False) -> Message | None:
        """What choosing line ``n`` asks for; ``other`` asks for the other pane."""
        return None

    def choose(self, n: int, *, other: bool = False) -> None:
        """Line ``n`` was chosen by mouse."""
        message = self.chosen(n, other=other)
        if message is not None:
            self.post_message(message)

    def make(self, n: int) -> Painted:
        """Paint line ``n``, on the cursor's ground where the cursor is."""
        lit = self.lit and n == self.cursor and self.can_choose(n)
        return self.paint(self.line(n), self.ground_lit if lit else self.ground)

    def light(self, lit: bool) -> None:
        """Show whether the keys go to this list."""
        if lit != self.lit:
            self.lit = lit
            if self.heads:
                self.forget_heads()
            self.forget(self.cursor, self.cursor)

    def move(self, by: int) -> None:
        """Move the cursor by choosable lines, as far as there are any."""
        if self.count:
            self.place(self.cursor + by, 1 if by > 0 else -1)

    def place(self, n: int, toward: int = 1) -> None:
        """Put the cursor on line ``n``, or on the nearest choosable one, looking first in direction ``toward``."""
        n = max(0, min(n, self.count - 1))
        found = self._choosable(n, toward)
        if found is None:
            found = self._choosable(n, -toward)
        if found is None:
            return
        old, self.cursor = self.cursor, found
        if old != found:
            self.forget(old, old)
            self.forget(found, found)
        self.keep_in_view()

    def _choosable(self, n: int, toward: int) -> int | None:
        while 0 <= n < self.count:
            if self.can_choose(n):
                return n
            n += toward
        return None

    def keep_in_view(self) -> None:
        """Scroll just so far that the cursor's line can be seen, with the heading above it and what belongs to it."""
        first, last = self._reach
        bottom = self.top + self.body
        if first < self.top and last >= bottom - 1 > 0:
            return  # it is longer than the screen, which shows nothing else
        if first < self.top:
            self.scroll_lines(first)
        elif self.body and last >= bottom:
            self.scroll_lines(min(first, last - self.body + 1))

    @property
    def _reach(self) -> tuple[int, int]:
        """The first and last line that belong to the cursor's: a heading above it, and all up to the next choice."""
        following = self._choosable(self.cursor + 1, 1)
        first = self.cursor - (self.cursor > 0 and not self.can_choose(self.cursor - 1))
        return first, self.count - 1 if following is None else following - 1

    def to_line(self, by: int) -> None:
        """Move the cursor; within what is longer than the screen, scroll."""
        first, last = self._reach
        seen = first < self.top + self.body and last >= self.top
        beyond = last >= self.top + self.body if by > 0 else first < self.top
        if seen and beyond:
            self.scroll_lines(self.top + by)
        elif not seen or by < 0 or last < self.count - 1:
            self.move(by)

    def to_page(self, by: float) -> None:
        """Move the cursor by pages."""
        self.move(int(by * max(1, self.body - 1)) or (1 if by > 0 else -1))

    def to_end(self, last: bool) -> None:
        """Move the cursor to the first or the last line."""
        self.place(self.count - 1 if last else 0, -1 if last else 1)
        self.scroll_lines(self.count if last else 0)

    def relayout(self) -> None:
        """Keep the cursor in view."""
        self.top = max(0, min(self.top, self.count - self.body))
        self.keep_in_view()

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the pointer."""
        event.stop()
        n = event.y - self.heads + self.top
        if event.y < self.heads:
            self.click_head(event.x, event.y)
        elif 0 <= n < self.count and self.can_click(n):
            if self.can_choose(n):
                self.place(n)
            self.choose(n, other=event.ctrl or event.meta)
        else:
            self.click_outside()

    def can_click(self, n: int) -> bool:
        """Whether a click on a line opens something: where the cursor may rest, and on more where that is told."""
        return self.can_choose(n)

    def click_head(self, x: int, y: int) -> None:
        """A fixed line was clicked."""
        self.click_outside()

    def click_outside(self) -> None:
        """No line was hit: the panel as a whole was meant."""
