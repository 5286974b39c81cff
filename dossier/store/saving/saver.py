"""Saving decisions: journalled, then written to the files under a lock, then told in the history."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from dossier.model.edits.edit import Act, Decision, Edit
from dossier.model.edits.history import Entry, History
from dossier.model.edits.values import Plain
from dossier.model.errors import DossierError
from dossier.store.patching.document import Document
from dossier.store.saving.applying import Settled
from dossier.store.saving.history_log import HistoryLog
from dossier.store.saving.journal import Journal, Kept
from dossier.store.saving.locking import PATIENCE, locked
from dossier.store.saving.outcome import Outcome, State
from dossier.store.saving.places import lock_file, make_place
from dossier.store.saving.plan import Documents, Plan, planned
from dossier.store.saving.target import read_target, remove_litter, write_target
from dossier.store.saving.way_back import WayBack


class Saver:
    """Saves what is decided about the dossier in ``folder``. One thread at a time may use it.

    ``who`` is the person's name in the history, by default that of the account; ``patience`` are the seconds to wait
    for another program that saves.
    """

    def __init__(self, folder: Path, who: str = "", patience: float = PATIENCE) -> None:
        self._folder = folder
        self._who = who or _account()
        self._patience = patience
        self._documents = Documents()
        self._journal = Journal(folder)
        self._log = HistoryLog(folder)
        self._unsaved: dict[str, Decision] = {}

    @property
    def unsaved(self) -> tuple[Decision, ...]:
        """What was decided here and is not in the files: to be tried again, settled or given up."""
        return tuple(self._unsaved.values())

    def history(self) -> History:
        """What was decided so far; raises :class:`DossierError` when it cannot be read."""
        try:
            return self._log.refresh()
        except OSError as error:
            raise DossierError(f"the history cannot be read ({error.strerror}); check permissions") from error

    def document(self, name: str) -> Document:
        """The file ``name`` as it is now; raises :class:`DossierError` when it cannot be read or is not YAML."""
        return self.stamped(name)[1]

    def stamped(self, name: str) -> tuple[str, Document]:
        """The same, with its :func:`dossier.store.watching.content_stamp`."""
        return self._documents.stamped(read_target(self._folder, name))

    def item(self, name: str, key: str) -> Plain | None:
        """The plain value of an item now, ``None`` when there is none; raises as :meth:`document`."""
        return self.document(name).item(key)

    def decide(self, sentence: str, edits: Sequence[Edit], why: str = "") -> Outcome:
        """Saves one decision, told in ``sentence``. Never raises: what could not be done is in the outcome."""
        return self._save(Decision(uuid4().hex, sentence, tuple(edits), self._who, why))

    def undo(self) -> Outcome | None:
        """Takes back what was decided last and not taken back yet; ``None`` when there is nothing."""
        return self._step(self.history().next_undo, Act.UNDONE)

    def redo(self) -> Outcome | None:
        """Does again what was taken back last; ``None`` when there is nothing."""
        return self._step(self.history().next_redo, Act.REDONE)

    def _step(self, entry: Entry | None, act: Act) -> Outcome | None:
        if entry is None:
            return None
        decision = entry.decision.inverse(uuid4().hex, act, self._who)
        return self._save(decision, back=self._log.back(entry.decision.id))

    def settle(self, decision: Decision, settled: Settled) -> Outcome:
        """Saves a decision that met with conflicts, now that a person took sides."""
        return self._commit(decision, settled, {}, Kept(None))

    def give_up(self, decision: Decision) -> None:
        """Forgets a decision that is not saved; raises :class:`DossierError` when that cannot be written down."""
        self._journal.drop(decision.id)
        self._unsaved.pop(decision.id, None)

    def recover(self) -> list[Outcome]:
        """Tries again what is in the journals or in memory and not in the files: at opening, and when asked to.

        Also clears away what a save that was killed left behind.
        """
        try:
            waiting = {one.id: one for one in self._journal.pending(self.history().__contains__)} | self._unsaved
        except DossierError:
            waiting = dict(self._unsaved)
        return [self._commit(decision, None, {}, Kept(None), tidy=True) for decision in waiting.values()]

    def _save(self, decision: Decision, back: Mapping[str, WayBack] | None = None) -> Outcome:
        kept = self._journal.keep(decision)
        return self._commit(decision, None, back or {}, kept)

    def _commit(
        self,
        decision: Decision,
        settled: Settled | None,
        back: Mapping[str, WayBack],
        kept: Kept,
        *,
        tidy: bool = False,
    ) -> Outcome:
        self._unsaved[decision.id] = decision
        try:
            make_place(self._folder)
            with locked(lock_file(self._folder), self._patience):
                outcome = self._write(decision, settled, back, tidy=tidy)
        except DossierError as error:
            outcome = Outcome(decision, State.KEPT, str(error))
        except OSError as error:
            outcome = Outcome(decision, State.KEPT, f"{self._folder} cannot be written ({error.strerror or error})")
        if outcome.saved:
            del self._unsaved[decision.id]
            return outcome
        message = "; ".join(filter(None, (outcome.message, kept.message)))
        return outcome._replace(message=message, journal=kept.path)

    def _write(
        self, decision: Decision, settled: Settled | None, back: Mapping[str, WayBack], *, tidy: bool
    ) -> Outcome:
        if decision.id in self._log.refresh():
            self._journal.tidy(self._log.history.__contains__)
            return Outcome(decision, State.SAVED)
        plans: list[Plan] = []
        for name in dict.fromkeys(edit.file for edit in decision.edits):
            target = read_target(self._folder, name)
            if tidy:
                remove_litter(target)
            edits = [edit for edit in decision.edits if edit.file == name]
            plans.append(planned(target, self._documents, edits, settled, back.get(name)))
        conflicts = tuple(conflict for plan in plans for conflict in plan.applied.conflicts)
        if conflicts:
            message = f"{_names(plans)} says something else by now; choose one"
            return Outcome(decision, State.CONFLICT, message, conflicts)
        for plan in plans:
            if plan.data != plan.target.data:
                write_target(plan.target, plan.data)
                self._documents.keep(plan)
        # Forced over what others wrote, a step back is followed by one of values, not of bytes.
        exact = settled is None or decision.act is Act.DECIDED
        self._log.add(decision, {plan.target.name: plan.back for plan in plans} if exact else {})
        self._journal.tidy(self._log.history.__contains__)
        joined = any(plan.applied.joined for plan in plans)
        message = "joined with what others changed meanwhile" if joined else ""
        return Outcome(decision, State.SAVED, message, joined=joined)


def _names(plans: Sequence[Plan]) -> str:
    return " and ".join(plan.target.name for plan in plans if plan.applied.conflicts)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
