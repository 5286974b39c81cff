"""The two lines above an article: its tabs, and where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from dossier.tui.messages import ChooseTab
from dossier.tui.widgets.lines import Line, Lines, fit


class TabLabel(NamedTuple):
    """What one tab says."""

    text: str
    active: bool


class TabHeads(Lines):
    """The heads of an article pane. ``lit`` is whether the keys go to this pane."""

    index: int
    labels: tuple[TabLabel, ...] = ()
    origin = ""
    lit = False

    def label(self, labels: tuple[TabLabel, ...], origin: str, lit: bool) -> None:
        """Say what the heads show; nothing is painted when it is the same as before."""
        if (labels, origin, lit) != (self.labels, self.origin, self.lit):
            self.labels, self.origin, self.lit = labels, origin, lit
            self.forget_heads()

    def head(self, n: int) -> Line:
        """The tabs, or the line of origin."""
        if n == 1:
            return ((" " + fit(self.origin, self.columns - 1 - self.edge), "muted"),)
        pieces: list[tuple[str, str]] = []
        for start, end, label in self._places():
            role = ("head.active" if self.lit else "head") if label.active else "tab"
            pieces.append((fit(f" {label.text} ", end - start), role))
            pieces.append((" ", ""))
        return tuple(pieces)

    def _places(self) -> list[tuple[int, int, TabLabel]]:
        """The columns of each tab; the active one keeps its length, the others share what is left."""
        room = self.columns - self.edge - len(self.labels)
        wishes = [cell_len(label.text) + 2 for label in self.labels]
        if sum(wishes) > room and self.labels:
            others = max(1, len(self.labels) - 1)
            own = next((w for w, label in zip(wishes, self.labels, strict=True) if label.active), 0)
            own = min(own, room if others == len(self.labels) else max(room // 2, room - others * 12))
            share = max(3, (room - own) // others) if len(self.labels) > 1 else room
            wishes = [own if label.active else min(w, share) for w, label in zip(wishes, self.labels, strict=True)]
        places, x = [], int(self.edge)
        for width, label in zip(wishes, self.labels, strict=True):
            places.append((x, x + width, label))
            x += width + 1
        return places

    def click_head(self, x: int, y: int) -> None:
        """Choose the tab under the pointer."""
        for n, (start, end, _) in enumerate(self._places()):
            if y == 0 and start <= x < end:
                self.post_message(ChooseTab(self.index, n))
