"""Work that is done in slices while the reader rests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dossier.tui.memory import give_back

if TYPE_CHECKING:
    from dossier.tui.reading_screen import ReadingScreen

REST = 0.4
"""Seconds since the last key after which the reader counts as resting."""
PAUSE = 0.02
"""Seconds between two slices, so that a key in between is answered at once."""


class IdleWork:
    """Steps through one iterator at a time; a new one takes the place of the old."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._steps: Iterator[None] | None = None
        self._waiting = False

    def begin(self, steps: Iterator[None]) -> None:
        """Do these steps as the reader rests."""
        self._steps = steps
        if not self._waiting:
            self._wait(REST)

    def _wait(self, seconds: float) -> None:
        self._waiting = True
        self._screen.set_timer(seconds, self._step)

    def _step(self) -> None:
        self._waiting = False
        if self._steps is None:
            return
        rested = time.monotonic() - self._screen.last_key
        if rested < REST:
            self._wait(REST - rested)
            return
        try:
            next(self._steps)
        except StopIteration:
            self._steps = None
            give_back()
        else:
            self._wait(PAUSE)
