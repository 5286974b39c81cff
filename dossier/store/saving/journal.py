"""The recovery journal: what was decided, written down before any file is touched."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from dossier.model.edits.edit import Decision, decision_from, decision_json
from dossier.model.errors import DossierError
from dossier.store.atomic import write_atomically
from dossier.store.saving.places import journal_file, make_place, spare_journal_file
from dossier.store.saving.sealed_lines import append, lines, opened, sealed

_LARGE = 64 * 1024
"""In bytes: a journal beyond that is written again without what is done."""


class Kept(NamedTuple):
    """Where a decision was written down: ``path`` is ``None`` when it is nowhere but in memory.

    ``message`` says what could not be done, empty when all is well.
    """

    path: Path | None
    message: str = ""


class Journal:
    """The journal of one dossier folder: in it, or with the program's state while the folder cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = (journal_file(folder), spare_journal_file(folder))

    def keep(self, decision: Decision) -> Kept:
        """Writes a decision down and flushes it to the disk. Never raises."""
        beside, spare = self._files
        try:
            make_place(self._folder)
            append(beside, {"decision": decision_json(decision)})
            return Kept(beside)
        except (OSError, DossierError) as error:
            reason = _reason(error)
        try:
            spare.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            append(spare, {"decision": decision_json(decision)}, 0o600)
        except (OSError, DossierError) as error:
            message = f"the journal cannot be written ({reason}; {_reason(error)}): the decision is in memory only"
            return Kept(None, message)
        return Kept(spare, f"the folder cannot be written ({reason}): the decision is kept in {spare}")

    def drop(self, id: str) -> None:
        """Gives a decision up; raises :class:`DossierError` when that cannot be written down."""
        for path in self._files:
            if any(decision.id == id for decision in _pending(path)):
                try:
                    append(path, {"drop": id})
                except OSError as error:
                    raise DossierError(f"{path} cannot be written ({_reason(error)}); try again") from error

    def where(self, id: str) -> Path | None:
        """The journal in which a decision waits."""
        return next((path for path in self._files if any(one.id == id for one in _pending(path))), None)

    def pending(self, done: Callable[[str], bool]) -> list[Decision]:
        """What was written down, not given up, and is not ``done``, in order."""
        found: dict[str, Decision] = {}
        for path in self._files:
            found |= {decision.id: decision for decision in _pending(path) if not done(decision.id)}
        return list(found.values())

    def tidy(self, done: Callable[[str], bool]) -> None:
        """Empties the journals in which everything is ``done``; what cannot be emptied does no harm."""
        for path in self._files:
            with contextlib.suppress(OSError, DossierError):
                if path.stat().st_size:
                    _empty(path, done)


def _empty(path: Path, done: Callable[[str], bool]) -> None:
    with opened(path, patience=0.0) as handle:
        waiting = [decision for decision in _pending(path) if not done(decision.id)]
        if not waiting:
            os.ftruncate(handle, 0)
        elif os.fstat(handle).st_size > _LARGE and os.name != "nt":  # Windows does not replace what is open
            whole = b"".join(sealed({"decision": decision_json(decision)}) for decision in waiting)
            if 2 * len(whole) < _LARGE:
                write_atomically(path, whole, os.fstat(handle).st_mode & 0o777)


def _pending(path: Path) -> list[Decision]:
    """The decisions in a journal that were not given up; one that cannot be read has none."""
    found: dict[str, Decision] = {}
    with contextlib.suppress(OSError):
        for content, _ in lines(path):
            decision = decision_from(content.get("decision")) if content else None
            if decision is not None:
                found[decision.id] = decision
            elif content and isinstance(content.get("drop"), str):
                found.pop(str(content["drop"]), None)
    return list(found.values())


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
