"""Back and forward, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.model.passage import Passage

LONGEST = 500
"""How many places are kept; older ones fall off the end."""


@dataclass
class History:
    """Places visited in one pane: those behind and those ahead of the present one, nearest last."""

    behind: list[Passage] = field(default_factory=list)
    ahead: list[Passage] = field(default_factory=list)

    def leave(self, here: Passage) -> None:
        """Remember ``here`` before going somewhere new; what was ahead is forgotten."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
            del self.behind[:-LONGEST]

    def back(self, here: Passage) -> Passage | None:
        """The place before ``here``, or None at the beginning."""
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forward(self, here: Passage) -> Passage | None:
        """The place after ``here``, or None at the end."""
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()
