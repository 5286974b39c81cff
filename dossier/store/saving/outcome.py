"""What became of a decision, to be told to the person who made it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from dossier.model.edits.edit import Decision
from dossier.store.saving.applying import Conflict


class State(StrEnum):
    """Where a decision is."""

    SAVED = "saved"
    CONFLICT = "conflict"
    KEPT = "not saved yet"


class Outcome(NamedTuple):
    """A decision and what became of it.

    ``message`` says in words what could not be done, or that others' changes were joined; empty when there is
    nothing to say. A decision that is not saved stays in memory and, where ``journal`` names a file, in that:
    it is tried again by :meth:`dossier.store.saving.saver.Saver.recover`.
    """

    decision: Decision
    state: State
    message: str = ""
    conflicts: tuple[Conflict, ...] = ()
    joined: bool = False
    journal: Path | None = None

    @property
    def saved(self) -> bool:
        """Whether it is in the files and in the history."""
        return self.state is State.SAVED
