"""What became of a decision, to be told to the person who made it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path as FilePath
from typing import NamedTuple

from dossier.model.edits.edit import Decision
from dossier.model.edits.merging import Path, Side
from dossier.store.saving.applying import Conflict, Settled


class State(StrEnum):
    """Where a decision is."""

    SAVED = "saved"
    CONFLICT = "conflict"
    KEPT = "not saved yet"
    GIVEN_UP = "given up"


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
    journal: FilePath | None = None

    @property
    def saved(self) -> bool:
        """Whether it is in the files and in the history."""
        return self.state is State.SAVED

    def sided(self, side: Side) -> Settled:
        """All its conflicts settled for one side."""
        settled: dict[tuple[str, str], dict[Path, Side]] = {}
        for conflict in self.conflicts:
            settled.setdefault((conflict.file, conflict.key), {})[conflict.path] = side
        return settled
