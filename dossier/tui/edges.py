"""Resizing the side panels by dragging their inner edges."""

from __future__ import annotations

from dossier.session.layout import (
    NARROWEST_CLAIMS,
    NARROWEST_ENTITIES,
    WIDEST_CLAIMS,
    WIDEST_ENTITIES,
    Plan,
    Shelf,
)

NARROWEST = {"entities": NARROWEST_ENTITIES, "claims": NARROWEST_CLAIMS}
WIDEST = {"entities": WIDEST_ENTITIES, "claims": WIDEST_CLAIMS}


class EdgeDrag:
    """Which edge is being dragged, if any. Columns are counted from the left of the screen."""

    def __init__(self) -> None:
        self._edge = ""
        self._grip = 0
        """Columns from the last one of the entities to where they were taken: the line to their right is the pane's."""

    def take(self, x: int, y: int, plan: Plan) -> bool:
        """Take the edge at this cell; false when there is none."""
        self._edge = ""
        if plan.claims is not None and x == plan.claims.x and y >= plan.claims.y:
            self._edge = "claims"
        elif plan.entities is not None and 0 <= x - (plan.entities.width - 1) <= 1 and y >= plan.entities.y:
            self._edge = "entities"
            self._grip = x - (plan.entities.width - 1)
        return bool(self._edge)

    def pull(self, x: int, width: int, shelf: Shelf) -> bool:
        """Move the edge to column ``x`` of a screen ``width`` columns wide; false when none is taken."""
        if not self._edge:
            return False
        wish = width - x if self._edge == "claims" else x + 1 - self._grip
        wish = max(NARROWEST[self._edge], min(wish, WIDEST[self._edge]))
        if self._edge == "claims":
            shelf.claims_width = wish
        else:
            shelf.entities_width = wish
        return True

    def let_go(self) -> None:
        """Let go of the edge."""
        self._edge = ""
