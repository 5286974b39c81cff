"""The driver: Textual's own, but for what a keyboard may send and a screen that has been painted already."""

from __future__ import annotations

import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from functools import partial

from textual.driver import Driver

ENTER_ALTERNATE_SCREEN = "\x1b[?1049h"


def terminal_driver(*, painted: bool) -> type[Driver] | None:
    """The driver for this platform, None for Textual's own choice.

    ``painted`` says that the screen has been painted already: the alternate screen is not entered again then, which
    would clear it.
    """
    if sys.platform == "win32":
        return None
    from textual.drivers import linux_driver

    class TerminalDriver(linux_driver.LinuxDriver):
        """Reads bytes that are not UTF-8 as U+FFFD: Textual 8.2 decodes strictly, and one such byte ends the program.

        They come from a terminal or a paste in another encoding, or from a connection that lost a byte.
        """

        def run_input_thread(self) -> None:
            """Read the keyboard until the end."""
            linux_driver.getincrementaldecoder = _lenient  # type: ignore[assignment, attr-defined]
            super().run_input_thread()

    class TakeoverDriver(TerminalDriver):
        """Everything as usual but that one sequence."""

        def write(self, data: str) -> None:
            """Write to the terminal."""
            if data != ENTER_ALTERNATE_SCREEN:
                super().write(data)

    return TakeoverDriver if painted else TerminalDriver


def _lenient(encoding: str) -> partial[IncrementalDecoder]:
    """Like ``codecs.getincrementaldecoder``, whose decoder replaces what it cannot read."""
    return partial(getincrementaldecoder(encoding), errors="replace")
