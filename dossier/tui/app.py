"""The application: one screen, the theme, and what goes on behind it."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.driver import Driver

from dossier.model.dossier import Dossier
from dossier.session.session import Session
from dossier.tui.painting import leave_out_what_is_not_used
from dossier.tui.place_keeper import PlaceKeeper
from dossier.tui.reading_screen import ReadingScreen
from dossier.tui.theme import Look, choose_theme

if TYPE_CHECKING:
    from dossier.tui.deciding import Deciding
    from dossier.tui.folder_watch import FolderWatch
    from dossier.tui.suggesting import Suggesting

SETTLE = 0.15
"""Seconds after which everything that is not needed for the first frame begins."""


class DossierApp(App[None]):
    """Opens one dossier."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []  # noqa: RUF012 - keys are commands, all of them

    def __init__(
        self,
        session: Session,
        theme: str = "",
        *,
        theme_asked: str = "",
        fresh: bool = False,
        keep: bool = True,
        driver_class: type[Driver] | None = None,
    ) -> None:
        """``fresh`` says that this dossier has not been read before, ``keep`` whether the place is kept.

        ``theme_asked`` is the theme named on the command line, empty when it comes from the settings.
        """
        super().__init__(driver_class=driver_class)
        leave_out_what_is_not_used(self)
        self.session = session
        self._fresh = fresh
        self._look = Look(choose_theme(theme))
        self._theme_asked = theme_asked
        self._keeper = PlaceKeeper(self) if keep else None
        self.watch_folder: FolderWatch | None = None
        self.suggesting: Suggesting | None = None
        self._deciding: Deciding | None = None
        self.leaving = False
        """Whether the end was asked for: what waits in the queues then comes too late."""

    @property
    def reading(self) -> ReadingScreen:
        """The screen."""
        screen = self.screen
        assert isinstance(screen, ReadingScreen)
        return screen

    def get_default_screen(self) -> ReadingScreen:
        """The one screen."""
        return ReadingScreen(self.session, self._look, fresh=self._fresh)

    def on_ready(self) -> None:
        """What is not needed for the first frame starts after it."""
        self.set_timer(SETTLE, self._begin)

    def _begin(self) -> None:
        if not self.is_running or not self.screen_stack:
            return
        gc.freeze()
        gc.enable()
        from dossier.tui.folder_watch import FolderWatch

        self.watch_folder = FolderWatch(self)
        self.watch_folder.start()
        self._suggest()
        self.deciding.recover()
        self.reading.room.prepare()
        self._end_on_signals()
        if self._keeper is not None:
            self._keeper.start()

    @property
    def deciding(self) -> Deciding:
        """What saves a person's decisions."""
        from dossier.tui.deciding import Deciding

        if self._deciding is None:
            self._deciding = Deciding(self)
        return self._deciding

    def _suggest(self) -> None:
        from dossier.tui.suggesting import Suggesting

        self.suggesting = Suggesting(self)
        self.suggesting.start()

    def _end_on_signals(self) -> None:
        """Being told to end, or losing the terminal, keeps the place like ``q``."""
        if sys.platform == "win32" or self.is_headless:
            return
        for number in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def keep_bookmarks(self) -> None:
        """Keep the bookmarks if they have changed: whatever happens to the program, they were set."""
        if self._keeper is not None:
            self._keeper.look()

    def take_theme(self, name: str) -> None:
        """Change the colours, here and for the next time."""
        self._look = Look(choose_theme(name))
        self.reading.wear(self._look)
        if self._keeper is not None:
            from dossier.store.settings import load_settings, save_settings

            save_settings({**load_settings(), "theme": name})

    def read_again(self) -> None:
        """Read the folder again, whether anything changed or not."""
        if self.watch_folder is not None:
            self.watch_folder.read()

    def renew(self, dossier: Dossier) -> None:
        """Show a newly read dossier; the place is kept."""
        if self.leaving:
            return
        self.session.renew(dossier)
        self.reading.renewed()

    def copy_to_clipboard(self, text: str) -> None:
        """Through the terminal (OSC 52) and, where there is one, the desktop's clipboard."""
        from dossier.tui.clipboard import copy_in_background

        super().copy_to_clipboard(text)
        copy_in_background(text)

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Save what was decided, keep the place and the picture of the screen, then end."""
        if self._deciding is not None:
            self._deciding.finish_now()
        if self._keeper is not None and not self.leaving:
            self._keeper.finish(self._theme_asked)
        self.leaving = True
        if self.watch_folder is not None:
            self.watch_folder.stop()
        if self.suggesting is not None:
            self.suggesting.stop()
        super().exit(*args, **kwargs)
