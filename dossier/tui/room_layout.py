"""The bridge from the session's plan of the screen to Textual's layout."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from dossier.session.layout import Box, Plan

Place = Callable[[Widget, Plan], Box | None]


class RoomLayout(Layout):
    """Puts each widget into its box of the plan; a widget without one is not shown."""

    name = "room"

    def __init__(self, plan: Callable[[Size], Plan], place: Place) -> None:
        self._plan, self._place = plan, place

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """The placements of ``children`` on a screen of ``size`` cells."""
        plan = self._plan(size)
        placements = []
        for order, widget in enumerate(children):
            box = self._place(widget, plan)
            if box is not None and box.width > 0 and box.height > 0:
                region = Region(box.x, box.y, box.width, box.height)
                placements.append(WidgetPlacement(region, Offset(0, 0), Spacing(), widget, order))
        return placements
