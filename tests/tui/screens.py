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

from dossier.session.keeping import session_for
from dossier.session.session import Session
from dossier.store.opening import open_dossier
from dossier.tui.app import DossierApp
from dossier.tui.reading_screen import ReadingScreen
from dossier.tui.widgets.article import Article

SEEDS = Path(__file__).parents[2] / "seeds"

STILL_LIVE = [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
"""Control characters and those that turn the direction of writing, which must never reach a terminal."""


LONGEST = 120
"""Seconds after which a screen that never comes to rest fails its test, which would otherwise never end."""


CHARACTERS = {
    "space": " ",
    "slash": "/",
    "quotation_mark": '"',
    "minus": "-",
    "plus": "+",
    "colon": ":",
    "full_stop": ".",
    "asterisk": "*",
    "question_mark": "?",
    "apostrophe": "'",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}
"""The characters of keys that have names."""


class Watched(DossierApp):
    """The application, with what it copies and how often it was renewed written down."""

    def __init__(self, path: Path, place: dict[str, object] | None = None, theme: str = "") -> None:
        super().__init__(session_for(open_dossier(path), place or {}), theme, fresh=not place, keep=False)
        self.copied: list[str] = []
        self.begun = asyncio.Event()

    def _begin(self) -> None:
        if self._screen_stacks[self._current_mode]:  # else the test is over
            super()._begin()
        self.begun.set()

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing of a test may reach the desktop's clipboard."""
        self.copied.append(text)


class Desk:
    """A running application, as the person before it sees and uses it."""

    def __init__(self, app: Watched, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        pilot.pause = self.settle  # type: ignore[method-assign]

    async def settle(self, delay: float | None = None) -> None:
        """Wait until nothing is left to be handled: by the queues, where Textual's own waits by the clock."""
        app, quiet = self.app, 0
        ends = asyncio.get_running_loop().time() + LONGEST
        while (quiet < 2 or self._unwritten) and await self.pilot._wait_for_screen():
            screen = app.screen
            if asyncio.get_running_loop().time() > ends:
                raise AssertionError(f"never at rest: {self._restless()}")
            pumps = [app, *screen.walk_children(with_self=True)]
            busy = any(not pump._message_queue.empty() or pump._next_callbacks for pump in pumps)
            busy |= app._resize_event is not None or app._resize_timer is not None
            if not app._batch_count and (screen._layout_required or screen._repaint_required or screen._dirty_widgets):
                screen.call_later(screen._on_timer_update)
                busy = True
            quiet = 0 if busy else quiet + 1
            await asyncio.sleep(0)

    def _restless(self) -> list[str]:
        """What is still going on, for a person who has to find out why."""
        screen = self.app.screen
        pumps = [self.app, *screen.walk_children(with_self=True)]
        told = [
            f"{pump} {pump._message_queue.qsize()} {pump._next_callbacks}" for pump in pumps if pump._next_callbacks
        ]
        flags = ("_layout_required", "_repaint_required", "_dirty_widgets", "is_current")
        state = [f"{name} {getattr(screen, name)}" for name in flags]
        return [*told, *state, f"batch {self.app._batch_count}", f"unwritten {self._unwritten}"]

    @property
    def _unwritten(self) -> bool:
        """Whether the painter has yet to write a change, such as one that came from behind just now."""
        painter = getattr(self.app.screen, "painter", None)
        return painter is not None and painter._due and not painter._held

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
        """Press keys by their names, one after the other."""
        for key in keys:
            character = key if len(key) == 1 else CHARACTERS.get(key)
            await self._send(events.Key(key, character))
        self.check()

    def key(self, name: str) -> events.Key:
        """A key as it comes to the screen."""
        return events.Key(name, name if len(name) == 1 else CHARACTERS.get(name))

    async def type(self, text: str) -> None:
        """Each character by its own key."""
        names = {character: name for name, character in CHARACTERS.items()}
        await self.press(*(names.get(c, c) for c in text))

    async def paste(self, text: str) -> None:
        """Paste as a terminal with bracketed paste does."""
        await self._send(events.Paste(text))
        self.check()

    async def _send(self, event: events.Event) -> None:
        assert self.app._driver is not None
        event.set_sender(self.app)
        self.app._driver.send_message(event)
        await self.settle()

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
        await self.app.begun.wait()
        watch = self.app.watch_folder
        assert watch is not None
        before = set(watch._tasks)
        await self._send(events.Key("r", "r"))
        await asyncio.gather(*(watch._tasks - before))
        await self.settle()
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
            opened = Desk(app, pilot)
            await opened.settle()
            opened.check()
            yield opened
    finally:
        if app.watch_folder is not None:
            app.watch_folder.stop()
