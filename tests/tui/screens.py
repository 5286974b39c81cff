"""A real application on a screen of a given size, and its screen as lines of text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from dossier.session.session import Session
from dossier.store.opening import open_dossier
from dossier.tui.app import DossierApp
from dossier.tui.reading_screen import ReadingScreen
from dossier.tui.widgets.article import Article

SEEDS = Path(__file__).parents[2] / "seeds"

STILL_LIVE = [*range(0x20), *range(0x7F, 0xA0)]
"""Control characters, which must never reach a terminal."""


class Watched(DossierApp):
    """The application, with what it copies and how often it was renewed written down."""

    def __init__(self, path: Path, place: dict[str, object] | None = None, theme: str = "") -> None:
        super().__init__(open_dossier(path), place, theme, keep=False)
        self.copied: list[str] = []

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing of a test may reach the desktop's clipboard."""
        self.copied.append(text)


class Desk:
    """A running application, as the person before it sees and uses it."""

    def __init__(self, app: Watched, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def reading(self) -> ReadingScreen:
        return self.app.reading

    @property
    def session(self) -> Session:
        return self.app.session

    @property
    def article(self) -> Article:
        """The active pane."""
        return self.reading.articles[self.session.active]

    @property
    def spot(self) -> str:
        """The words the active pane has landed on."""
        tab = self.session.tab
        assert tab.spot is not None
        assert tab.spot.source == tab.source
        return self.session.dossier.reading(tab.source).text[tab.spot.start : tab.spot.end]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        self.check()

    async def type(self, text: str) -> None:
        """Each character by its own key."""
        names = {" ": "space", "/": "slash", '"': "quotation_mark", "-": "minus", ":": "colon", "*": "asterisk"}
        await self.press(*(names.get(c, c) for c in text))

    async def click(self, widget: Widget, x: int, y: int, **how: object) -> None:
        await self.pilot.click(widget, offset=(x, y), **how)  # type: ignore[arg-type]
        await self.pilot.pause()
        self.check()

    async def click_text(self, words: str, into: int = 0, row: int = 0, **how: object) -> None:
        """Click what stands on the screen, ``into`` cells into it, at its ``row``-th occurrence."""
        x, y = self.find(words, row)
        await self.pilot.click(None, offset=(x + into, y), **how)  # type: ignore[arg-type]
        await self.pilot.pause()
        self.check()

    async def wheel(self, widget: Widget, turns: int) -> None:
        """Turn the mouse wheel over the middle of a widget, down when positive."""
        kind = events.MouseScrollDown if turns > 0 else events.MouseScrollUp
        middle = (widget.size.width // 2, widget.size.height // 2)
        for _ in range(abs(turns)):
            await self.pilot._post_mouse_events([kind], widget, middle)
        await self.pilot.pause()
        self.check()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        self.check()

    async def read_again(self) -> None:
        """Press r and wait until the folder has been read."""
        before = set(self.app.watch_folder._tasks)
        await self.pilot.press("r")
        await asyncio.gather(*(self.app.watch_folder._tasks - before))
        await self.pilot.pause()
        self.check()

    def lines(self) -> list[str]:
        """What stands on the screen, row by row."""
        return ["".join(s.text for s in strip) for strip in self.reading._compositor.render_strips()]

    def text(self) -> str:
        return "\n".join(self.lines())

    def find(self, words: str, row: int = 0) -> tuple[int, int]:
        """The cell at which ``words`` begin."""
        found = [(cell_len(line[: line.index(words)]), y) for y, line in enumerate(self.lines()) if words in line]
        assert len(found) > row, f"{words!r} is not on the screen:\n{self.text()}"
        return found[row]

    def check(self) -> None:
        """Every row is exactly as wide as the screen, and nothing in it can act on a terminal."""
        width, height = self.app.size
        lines = self.lines()
        assert len(lines) == height
        for line in lines:
            assert cell_len(line) == width, f"{cell_len(line)} cells instead of {width}: {line!r}"
            assert not {ord(c) for c in line}.intersection(STILL_LIVE), repr(line)


@asynccontextmanager
async def desk(
    path: Path, size: tuple[int, int] = (120, 40), place: dict[str, object] | None = None, theme: str = ""
) -> AsyncIterator[Desk]:
    """Open ``path`` at a size in cells; what goes wrong inside the application is raised here."""
    app = Watched(path, place, theme)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            opened = Desk(app, pilot)
            opened.check()
            yield opened
    finally:
        app.watch_folder.stop()
