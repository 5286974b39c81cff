"""Where everything goes on a screen of a given size: a pure function from sizes to boxes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

SMALLEST_PANE = 24
"""An article pane narrower than this is not shown; in columns."""
READABLE_PANE = 44
"""Side panels give way until the first pane is this wide; in columns."""
MOST_PANES = 4
SHORTEST_LINES, LONGEST_LINES = 40, 160
"""Bounds of the measure: the greatest width of a line of text, in columns."""
NARROWEST_ENTITIES, WIDEST_ENTITIES = 20, 80
NARROWEST_CLAIMS, WIDEST_CLAIMS = 26, 100
"""Columns of the side panels, whether they are chosen here or by a person."""


class Box(NamedTuple):
    """A rectangle on the screen, in cells."""

    x: int
    y: int
    width: int
    height: int


@dataclass
class Shelf:
    """Which side panels are wanted, and how wide, in columns (0: as wide as suits the screen)."""

    entities: bool = True
    claims: bool = True
    entities_width: int = 0
    claims_width: int = 0


class Plan(NamedTuple):
    """The boxes of one screen; ``None`` for what does not fit or is not wanted."""

    header: Box | None
    entities: Box | None
    panes: tuple[Box, ...]
    view: Box | None
    claims: Box | None
    status: Box | None
    hints: Box | None
    box: Box | None


def plan_screen(
    width: int,
    height: int,
    shelf: Shelf,
    panes: int = 1,
    *,
    viewing: bool = False,
    zoomed: bool = False,
    prefer: str = "",
    box_rows: int = 0,
) -> Plan:
    """Divide ``width`` x ``height`` cells.

    ``panes`` article panes are wanted (1 to 4), or one wide view when ``viewing``. When the columns do not
    suffice the claims stay and the entities go. ``prefer`` names the side panel that has the keys, ``entities``
    or ``claims``: it is shown however narrow the screen is, instead of the articles if need be. ``box_rows`` is
    how many rows the search box would like, 0 when it is closed; it lies over the lower part.
    """
    header = height >= 8
    hints = height >= 12
    top = int(header)
    bottom = height - 1 - int(hints)
    rows = max(0, bottom - top)
    left, right = (0, 0) if zoomed else side_widths(width, shelf, prefer)
    middle = width - left - right
    shown = max(1, min(panes, MOST_PANES, middle // SMALLEST_PANE))
    boxes = [] if viewing or not middle else divide(left, middle, shown)
    most = max(3, (height * 3) // 5)
    box_height = min(box_rows, most, height - 1) if box_rows else 0
    return Plan(
        header=Box(0, 0, width, 1) if header else None,
        entities=Box(0, top, left, rows) if left and rows else None,
        panes=tuple(Box(x, top, w, rows) for x, w in boxes) if rows else (),
        view=Box(left, top, middle, rows) if viewing and rows and middle else None,
        claims=Box(width - right, top, right, rows) if right and rows else None,
        status=Box(0, bottom, width, 1) if height >= 2 else None,
        hints=Box(0, height - 1, width, 1) if hints else None,
        box=Box(0, max(0, bottom + 1 - box_height), width, box_height) if box_height else None,
    )


def side_widths(width: int, shelf: Shelf, prefer: str) -> tuple[int, int]:
    """Columns for the entities and the claims; 0 for one that finds no room and is not preferred."""
    wishes = {
        "claims": (shelf.claims, shelf.claims_width or max(28, min(48, width // 4)), NARROWEST_CLAIMS),
        "entities": (shelf.entities, shelf.entities_width or max(22, min(36, width * 2 // 9)), NARROWEST_ENTITIES),
    }
    found = {"claims": 0, "entities": 0}
    spare = width - READABLE_PANE
    for side in sorted(wishes, key=lambda name: name != prefer):
        wanted, wish, least = wishes[side]
        if wanted and spare >= min(wish, least):
            found[side] = min(wish, spare)
        elif wanted and side == prefer:
            found[side] = least if width >= least + SMALLEST_PANE else width
        spare -= found[side]
    return found["entities"], found["claims"]


def divide(x: int, width: int, parts: int) -> list[tuple[int, int]]:
    """Split ``width`` columns from ``x`` on into ``parts`` (x, width) that differ by one column at most."""
    edges = [x + width * i // parts for i in range(parts + 1)]
    return [(a, b - a) for a, b in pairwise(edges)]
