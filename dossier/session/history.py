"""Back and forward, as in a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Place = TypeVar("Place")

LONGEST = 500
"""How many places are kept; older ones fall off the end."""


@dataclass
class History(Generic[Place]):
    """Places visited, as the passages in one pane: those behind and ahead of the present one, nearest last."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def leave(self, here: Place) -> None:
        """Remember ``here`` before going somewhere new; what was ahead is forgotten."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
            del self.behind[:-LONGEST]

    def step(self, by: int, here: Place) -> Place | None:
        """The place before (-1) or after (1) ``here``, or None where there is none that way."""
        return self.back(here) if by < 0 else self.forward(here)

    def renew(self, move: Callable[[Place], Place | None]) -> None:
        """Keep what ``move`` still knows a place for."""
        self.behind = [place for old in self.behind if (place := move(old)) is not None]
        self.ahead = [place for old in self.ahead if (place := move(old)) is not None]

    def back(self, here: Place) -> Place | None:
        """The place before ``here``, or None at the beginning."""
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forward(self, here: Place) -> Place | None:
        """The place after ``here``, or None at the end."""
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()
