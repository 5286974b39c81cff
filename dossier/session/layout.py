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
    prefer_entities: bool = False,
    box_rows: int = 0,
) -> Plan:
    """Divide ``width`` x ``height`` cells.

    ``panes`` article panes are wanted (1 to 4), or one wide view when ``viewing``. When the columns do not
    suffice the claims stay and the entities go, or the other way round with ``prefer_entities``. ``box_rows``
    is how many rows the search box would like, 0 when it is closed; it lies over the lower part.
    """
    header = height >= 8
    hints = height >= 12
    top = int(header)
    bottom = height - 1 - int(hints)
    rows = max(0, bottom - top)
    left, right = (0, 0) if zoomed else side_widths(width, shelf, prefer_entities)
    middle = width - left - right
    boxes = [] if viewing else divide(left, middle, max(1, min(panes, MOST_PANES, middle // SMALLEST_PANE or 1)))
    most = max(3, (height * 3) // 5)
    box_height = min(box_rows, most, height - 1) if box_rows else 0
    return Plan(
        header=Box(0, 0, width, 1) if header else None,
        entities=Box(0, top, left, rows) if left and rows else None,
        panes=tuple(Box(x, top, w, rows) for x, w in boxes) if rows else (),
        view=Box(left, top, middle, rows) if viewing and rows else None,
        claims=Box(width - right, top, right, rows) if right and rows else None,
        status=Box(0, bottom, width, 1) if height >= 2 else None,
        hints=Box(0, height - 1, width, 1) if hints else None,
        box=Box(0, max(0, bottom + 1 - box_height), width, box_height) if box_height else None,
    )


def side_widths(width: int, shelf: Shelf, prefer_entities: bool) -> tuple[int, int]:
    """Columns for the entities and the claims; 0 for one that finds no room."""
    wish_left = shelf.entities_width or max(22, min(36, width * 2 // 9))
    wish_right = shelf.claims_width or max(28, min(48, width // 4))
    spare = width - READABLE_PANE
    left = right = 0
    for side in ("left", "right") if prefer_entities else ("right", "left"):
        if side == "left" and shelf.entities and spare >= min(wish_left, 20):
            left = min(wish_left, spare)
            spare -= left
        if side == "right" and shelf.claims and spare >= min(wish_right, 26):
            right = min(wish_right, spare)
            spare -= right
    return left, right


def divide(x: int, width: int, parts: int) -> list[tuple[int, int]]:
    """Split ``width`` columns from ``x`` on into ``parts`` (x, width) that differ by one column at most."""
    edges = [x + width * i // parts for i in range(parts + 1)]
    return [(a, b - a) for a, b in pairwise(edges)]
