"""A driver that takes over a screen which has been painted already."""

from __future__ import annotations

import sys

from textual.driver import Driver

ENTER_ALTERNATE_SCREEN = "\x1b[?1049h"


def takeover_driver() -> type[Driver] | None:
    """A driver that does not enter the alternate screen again, which would clear it; None where there is none."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class TakeoverDriver(LinuxDriver):
        """Everything as usual but that one sequence."""

        def write(self, data: str) -> None:
            """Write to the terminal."""
            if data != ENTER_ALTERNATE_SCREEN:
                super().write(data)

    return TakeoverDriver
