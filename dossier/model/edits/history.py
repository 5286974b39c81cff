"""What was decided, in order, and what can be taken back or done again: without limit, across restarts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier.model.edits.edit import Act, Decision


class Entry(NamedTuple):
    """One line of the history: what was decided, and when, in UTC (ISO 8601). Times never go back."""

    decision: Decision
    when: str

    def __str__(self) -> str:
        """Who, when, what and why, in words."""
        who = f" by {self.decision.who}" if self.decision.who else ""
        why = f" ({self.decision.why})" if self.decision.why else ""
        return f"{self.when[:16].replace('T', ' ')}{who}: {self.decision.words}{why}"


@dataclass
class History:
    """The entries in order. ``done`` and ``undone`` hold ids of decisions; what comes next is last."""

    entries: list[Entry] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    _latest: dict[str, Entry] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    def add(self, entry: Entry) -> bool:
        """Takes note of one more entry; false when it is known already."""
        decision = entry.decision
        if decision.id in self._ids:
            return False
        self._ids.add(decision.id)
        self.entries.append(entry)
        first = decision.of or decision.id
        self._latest[first] = entry
        if decision.act is Act.UNDONE:
            _move(first, self.done, self.undone)
        elif decision.act is Act.REDONE:
            _move(first, self.undone, self.done)
        else:
            self.undone.clear()
            self.done.append(first)
        return True

    def __contains__(self, id: str) -> bool:
        """Whether the decision with this id is in the history."""
        return id in self._ids

    def awaits(self, decision: Decision) -> bool:
        """Whether it is new, takes back what is done, or does again what was taken back: not twice."""
        if decision.act is Act.DECIDED:
            return True
        return decision.of in (self.done if decision.act is Act.UNDONE else self.undone)

    def latest(self, id: str) -> Entry | None:
        """The last entry about the decision first made as ``id``: itself, or what took it back or did it again."""
        return self._latest.get(id)

    @property
    def next_undo(self) -> Entry | None:
        """What would be taken back next."""
        return self._latest[self.done[-1]] if self.done else None

    @property
    def next_redo(self) -> Entry | None:
        """What would be done again next."""
        return self._latest[self.undone[-1]] if self.undone else None

    def undoable(self) -> Iterator[Entry]:
        """What can be taken back, the next first."""
        return (self._latest[id] for id in reversed(self.done))

    def redoable(self) -> Iterator[Entry]:
        """What can be done again, the next first."""
        return (self._latest[id] for id in reversed(self.undone))


def _move(id: str, source: list[str], target: list[str]) -> None:
    if id in source:
        source.reverse()
        source.remove(id)
        source.reverse()
        target.append(id)
