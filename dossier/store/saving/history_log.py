"""The history of a dossier in its folder: the audit line of every decision, and the way back from it."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dossier.model.edits.edit import Decision, decision_from, decision_json
from dossier.model.edits.history import Entry, History
from dossier.store.saving.places import history_file, make_place
from dossier.store.saving.sealed_lines import append, lines
from dossier.store.saving.way_back import WayBack, way_back_from, way_back_json

_TICK = timedelta(microseconds=1)


class HistoryLog:
    """The history file of ``folder``. Others add to it too; :meth:`refresh` reads what is new.

    ``damaged`` counts lines that could not be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = history_file(folder)
        self._forget()

    def _forget(self) -> None:
        self.history = History()
        self.damaged = 0
        self._ways: dict[str, dict[str, WayBack]] = {}
        self._read = 0
        self._file: tuple[int, int] | None = None

    def refresh(self) -> History:
        """The history as it is in the file now; raises :class:`OSError` when it cannot be read."""
        try:
            status = os.stat(self._path)
        except FileNotFoundError:
            self._forget()
            return self.history
        file = (status.st_dev, status.st_ino)
        if (self._file is not None and file != self._file) or status.st_size < self._read:
            self._forget()  # replaced, as by git
        self._file = file
        for content, end in lines(self._path, self._read):
            self._read = end
            self._take(content)
        return self.history

    def _take(self, content: dict[str, object] | None) -> None:
        decision = decision_from(content.get("decision")) if content else None
        if content is None or decision is None:
            self.damaged += 1
            return
        if self.history.add(Entry(decision, str(content.get("when", "")))):
            kept = content.get("back")
            found = kept if isinstance(kept, dict) else {}
            self._ways[decision.id] = {name: way for name, one in found.items() if (way := way_back_from(one))}

    def back(self, id: str) -> dict[str, WayBack]:
        """The way back from the decision with this id, by file name."""
        return self._ways.get(id, {})

    def add(self, decision: Decision, back: dict[str, WayBack]) -> Entry:
        """Adds a decision and flushes it to the disk; raises :class:`OSError`. The caller holds the folder's lock."""
        make_place(self._folder)
        when = self._now()
        content: dict[str, object] = {
            "when": when,
            "decision": decision_json(decision),
            "back": {name: way_back_json(way) for name, way in back.items()},
        }
        append(self._path, content)
        self.refresh()
        return Entry(decision, when)

    def _now(self) -> str:
        """The time in UTC, after that of the entry before, even when the clock was set back."""
        now = datetime.now(UTC)
        if self.history.entries:
            try:
                last = datetime.fromisoformat(self.history.entries[-1].when)
                now = max(now, last.astimezone(UTC) + _TICK)
            except (ValueError, OverflowError):
                pass
        return now.isoformat(timespec="microseconds")
