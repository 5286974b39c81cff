"""What a person turned down, to have it suggested again."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.commands.command import Room
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.tui.widgets.box import Choice


class TurnedDownChooser:
    """The claims and entities that were turned down; the chosen one is suggested again."""

    title = "Turned down   Enter has it suggested again, Esc leaves"
    prompt = "turned down: "

    def __init__(self, room: Room) -> None:
        self._room = room
        refused = room.session.dossier.refusals
        self._all: tuple[Claim | Entity, ...] = (*refused.claims, *refused.entities)
        self.guide = "Nothing that was turned down holds that." if self._all else "Nothing was turned down yet."

    def choices(self, text: str) -> Sequence[Choice]:
        """Those that hold every word typed."""
        words = text.lower().split()
        lines = []
        for one in self._all:
            said, kind = (one.text, "claim") if isinstance(one, Claim) else (one.name, one.kind.value)
            if all(word in f"{said} {kind}".lower() for word in words):
                lines.append(Choice(((f"  {said}", ""), (f"   {kind}", "muted")), one))
        return lines

    def tell(self) -> str:
        """How many there are."""
        return f"{len(self._all):,} turned down"

    def choose(self, value: object, *, other: bool) -> None:
        """Suggest it again."""
        from dossier.store.curating import claims, entities

        dossier = self._room.session.dossier
        if isinstance(value, Claim):
            self._room.decide(lambda: claims.restore(dossier, value))
        elif isinstance(value, Entity):
            self._room.decide(lambda: entities.restore(dossier, value))
