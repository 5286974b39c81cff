"""What was decided, and conflicts to settle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dossier.tui.widgets.box import Choice

if TYPE_CHECKING:
    from dossier.model.edits.history import History
    from dossier.model.edits.values import Value
    from dossier.store.saving.outcome import Outcome

SHOWN = 500
"""Decisions listed at a time; typing finds the others."""


class HistoryChooser:
    """The decisions, the latest first; choosing one takes back everything down to it, or does again up to it."""

    title = "Decisions   Enter takes back, or does again, down to this one; Esc leaves"
    prompt = "decision: "
    guide = "Nothing decided yet."

    def __init__(self, history: History, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._history, self._undo, self._redo = history, undo, redo

    def choices(self, text: str) -> Sequence[Choice]:
        """Decisions that hold every word typed."""
        words = text.lower().split()
        steps_to = {entry.decision.id: -n for n, entry in enumerate(self._history.undoable(), 1)}
        steps_to |= {entry.decision.id: n for n, entry in enumerate(self._history.redoable(), 1)}
        lines = []
        for entry in reversed(self._history.entries):
            if all(word in str(entry).lower() for word in words):
                steps = steps_to.get(entry.decision.id)
                decision = entry.decision
                when = f"  {entry.when[:16].replace('T', ' ')}  "
                by = f"   {': '.join(filter(None, (decision.who, decision.why)))}"
                line = ((when, "figure"), (decision.words, "muted" if steps is None else ""), (by, "muted"))
                lines.append(Choice(line, steps))
        return lines[:SHOWN]

    def tell(self) -> str:
        """How many there are."""
        return f"{len(self._history.entries):,} decisions"

    def choose(self, value: object, *, other: bool) -> None:
        """Take back down to it, or do again up to it."""
        assert isinstance(value, int)
        for _ in range(abs(value)):
            self._undo() if value < 0 else self._redo()


class ConflictChooser:
    """A decision that met with another change of the same: whose side to take, both shown."""

    prompt = "› "
    guide = ""

    def __init__(self, outcome: Outcome, settle: Callable[[], None], give_up: Callable[[], None]) -> None:
        self.title = "Changed meanwhile: what is to stand?   Enter takes it, Esc leaves both as they are"
        self._outcome, self._settle, self._give_up = outcome, settle, give_up

    def choices(self, text: str) -> Sequence[Choice]:
        """Each difference with both sides, then what can be done."""
        lines = []
        for conflict in self._outcome.conflicts:
            where = " › ".join((conflict.file, conflict.key, *conflict.path))
            lines.append(Choice(((f" {where}", "head"),)))
            lines.append(Choice((("   there now: ", "muted"), (_shown(conflict.theirs), ""))))
            lines.append(Choice((("   yours:     ", "muted"), (_shown(conflict.ours), "strong"))))
        lines.append(Choice((("  take yours", "strong"),), "ours"))
        lines.append(Choice((("  leave what is there now", "strong"),), "theirs"))
        return lines

    def tell(self) -> str:
        """Nothing to tell."""
        return ""

    def choose(self, value: object, *, other: bool) -> None:
        """Take one side."""
        if value == "ours":
            self._settle()
        else:
            self._give_up()


def _shown(value: Value | None) -> str:
    from dossier.model.edits.merging import told

    return " ".join(told(value).split())[:200]
