"""Paints the last screen of a dossier before anything else is imported, and gives the terminal back in any case."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
"""As in typing, whose import alone would take a third of the time until the picture is on the screen."""

if TYPE_CHECKING:
    from types import FrameType, TracebackType
    from typing import Any

ENTER = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[H"
LEAVE = b"\x1b[?7h\x1b[?25h\x1b[?1049l"


class Prepaint:
    """A context: on entering, the picture is painted if there is a right one; on leaving, the terminal is as it was.

    ``painted`` says whether the alternate screen is already in use. Set ``taken`` when the application runs: it then
    leaves the alternate screen itself. Keys typed meanwhile wait in the terminal's queue, unseen.
    """

    def __init__(self, path: str, theme: str) -> None:
        self._path, self._theme = path, theme
        self.painted = False
        self.taken = False
        self._attributes: list[Any] | None = None

    def __enter__(self) -> Prepaint:
        if sys.platform == "win32" or not (os.isatty(0) and os.isatty(1)):
            return self
        from dossier.store.picture import load_picture

        try:
            size = os.get_terminal_size(1)
            picture = load_picture(self._path, size.columns, size.lines, self._theme)
        except OSError:
            picture = b""
        try:
            if picture:
                self._paint(picture)
            self._watch_signals()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    @staticmethod
    def _watch_signals() -> None:
        """Being told to end must lead through every ``finally``, so that the terminal is given back."""
        import signal

        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _end)

    def _paint(self, picture: bytes) -> None:
        import termios

        try:
            self._attributes = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
        except termios.error:
            self._attributes = None
            return
        self.painted = True
        _write(ENTER + picture)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.painted and not self.taken:
            _write(LEAVE)
        if self._attributes is not None:
            import termios

            termios.tcsetattr(0, termios.TCSADRAIN, self._attributes)


def _write(data: bytes) -> None:
    while data:
        data = data[os.write(1, data) :]


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
