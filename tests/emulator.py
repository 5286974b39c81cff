"""The screen of a terminal, kept by pyte, without the sequences that pyte takes for text."""

from __future__ import annotations

import re

import pyte

UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
"""The beginning of a control sequence at the end of what has been read."""

_NOT_FOR_PYTE = re.compile(rb"\x1b\[(?:[<>=][\d;]*[@-~]|\?[\d;]*(?:\$p|[mu])|[\d;]* q)|\x1bP[^\x1b]*\x1b\\")


class Emulator:
    """A screen of ``columns`` by ``rows`` that is fed what a program writes, cut anywhere."""

    def __init__(self, columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._carried = b""

    def feed(self, data: bytes) -> None:
        """Show what was written."""
        data = self._carried + data
        cut = UNFINISHED.search(data, max(0, len(data) - 100))
        stop = cut.start() if cut else len(data)
        self._carried = data[stop:]
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", data[:stop]))

    def resize(self, columns: int, rows: int) -> None:
        """Take another size."""
        self.screen.resize(rows, columns)

    @property
    def text(self) -> str:
        """Its lines, without blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """Every cell, with its colours and attributes."""
        rows, columns = self.screen.lines, self.screen.columns
        return [[self.screen.buffer[y][x] for x in range(columns)] for y in range(rows)]
