"""A line of the screen as it was painted: kept once, written to the terminal as often as it comes by."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Piece = tuple[str, Style]
"""A piece of text and its style."""


class Pen(dict[Style, str]):
    """The escape sequences (ECMA-48, SGR) of styles in one colour system. Each sets everything: none is ended."""

    def __init__(self, system: ColorSystem) -> None:
        super().__init__()
        self._system = system

    def __missing__(self, style: Style) -> str:
        """A style that was not written before."""
        codes = Strip.render_ansi(style, self._system)
        sequence = self[style] = f"\x1b[0;{codes}m" if codes else "\x1b[0m"
        return sequence


class Painted:
    """Pieces of text that fill a line of ``cells`` cells.

    A tenth of the price of Textual's strip, which is made only where Textual itself asks for one.
    """

    __slots__ = ("_sequence", "_strip", "cells", "pieces")

    def __init__(self, pieces: Sequence[Piece], cells: int) -> None:
        self.pieces, self.cells = pieces, cells
        self._sequence: str | None = None
        self._strip: Strip | None = None

    def sequence(self, pen: Pen) -> str:
        """What the terminal is sent; the same pen must be used always."""
        if self._sequence is None:
            said: list[str] = []
            before: Style | None = None
            for text, style in self.pieces:
                if style is not before:
                    said.append(pen[style])
                    before = style
                said.append(text)
            self._sequence = "".join(said)
        return self._sequence

    @property
    def strip(self) -> Strip:
        """The line as Textual knows it."""
        if self._strip is None:
            self._strip = Strip([Segment(text, style) for text, style in self.pieces], self.cells)
        return self._strip


def cut(pieces: Sequence[Piece], cells: int) -> list[Piece]:
    """As much of the pieces as fits into ``cells`` cells; a wide character that does not is a blank."""
    kept: list[Piece] = []
    for text, style in pieces:
        width = cell_len(text)
        kept.append((text if width <= cells else set_cell_size(text, cells), style))
        cells -= width
        if cells <= 0:
            break
    return kept
