"""What was painted of the places a pane has shown, kept while another is shown: going back paints nothing anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.session.marks import Marks
from dossier.tui.painted import Painted
from dossier.tui.widgets.highlights import Highlights

LEAVES_KEPT = 6


class Leaf(NamedTuple):
    """One source, or a stretch of a long one, as it was painted: with what highlights, and the starts of its lines.

    ``painted`` are its lines by number, ``ruled`` those that have the ruler's thumb beside them.
    """

    text: str
    highlights: Highlights
    starts: Sequence[int]
    painted: dict[int, Painted]
    ruled: dict[int, Painted]


class Leaves:
    """The leaves last put aside, the latest first."""

    def __init__(self) -> None:
        self._kept: list[Leaf] = []

    def put(self, leaf: Leaf) -> None:
        """Keep a leaf; nothing is kept of one with selected words, which would be selected no more."""
        if leaf.highlights.selection is None:
            self._kept = [leaf, *self._kept[: LEAVES_KEPT - 1]]

    def take(self, marks: Marks, text: str, starts: Sequence[int]) -> Leaf | None:
        """The leaf of a source with these marks, this text and these lines, which is then no longer here."""
        own = (leaf for leaf in self._kept if leaf.highlights.marks is marks and leaf.text is text)
        found = next((leaf for leaf in own if leaf.starts is starts), None)
        self._kept = [leaf for leaf in self._kept if leaf is not found]
        return found

    def clear(self) -> None:
        """Forget them: they would have to be painted anew."""
        self._kept = []
