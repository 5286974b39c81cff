"""Saving decisions: journalled, then written to the files under a lock, then told in the history."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
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
        self._held = False
        self._refused: DossierError | OSError | None = None

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

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps other programs from saving meanwhile, where that can be had: where not, saving tells why."""
        with ExitStack() as stack:
            try:
                make_place(self._folder)
                stack.enter_context(locked(lock_file(self._folder), self._patience))
                self._held = True
            except (DossierError, OSError) as error:
                self._refused = error
            try:
                yield
            finally:
                self._held, self._refused = False, None

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
        kept = Kept(None) if self._journal.where(decision.id) else self._journal.keep(decision)
        return self._commit(decision, settled, {}, kept)

    def give_up(self, decision: Decision) -> None:
        """Forgets a decision that is not saved; raises :class:`DossierError` when that cannot be written down."""
        self._journal.drop(decision.id)
        self._unsaved.pop(decision.id, None)

    def _forget(self, id: str) -> None:
        with suppress(DossierError):
            self._journal.drop(id)

    def waiting(self) -> list[Decision]:
        """What is in the journals or in memory and not in the files, in the order in which it was decided."""
        try:
            found = {one.id: one for one in self._journal.pending(self.history().__contains__)} | self._unsaved
        except DossierError:
            found = dict(self._unsaved)
        return list(found.values())

    def recover(self) -> list[Outcome]:
        """Tries again what is waiting: at opening, and when asked to.

        Also clears away what a save that was killed left behind.
        """
        return [self._commit(decision, None, {}, Kept(None), tidy=True) for decision in self.waiting()]

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
            outcome = self._locked_write(decision, settled, back, tidy=tidy)
        except DossierError as error:
            outcome = Outcome(decision, State.KEPT, str(error))
        except OSError as error:
            outcome = Outcome(decision, State.KEPT, f"{self._folder} cannot be written ({error.strerror or error})")
        if outcome.saved:
            del self._unsaved[decision.id]
            return outcome
        message = "; ".join(filter(None, (outcome.message, kept.message)))
        return outcome._replace(message=message, journal=kept.path or self._journal.where(decision.id))

    def _locked_write(
        self, decision: Decision, settled: Settled | None, back: Mapping[str, WayBack], *, tidy: bool
    ) -> Outcome:
        if self._refused is not None:
            raise self._refused
        if self._held:
            return self._write(decision, settled, back, tidy=tidy)
        make_place(self._folder)
        with locked(lock_file(self._folder), self._patience):
            return self._write(decision, settled, back, tidy=tidy)

    def _write(
        self, decision: Decision, settled: Settled | None, back: Mapping[str, WayBack], *, tidy: bool
    ) -> Outcome:
        history = self._log.refresh()
        if decision.id in history or not history.awaits(decision):
            self._journal.tidy(history.__contains__)
            self._forget(decision.id)
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
        self._log.add(_told(decision, plans, settled), _ways_back(decision, plans, settled))
        self._journal.tidy(self._log.history.__contains__)
        joined = any(plan.applied.joined for plan in plans)
        message = "joined with what others changed meanwhile" if joined else ""
        return Outcome(decision, State.SAVED, message, joined=joined)


def _told(decision: Decision, plans: Sequence[Plan], settled: Settled | None) -> Decision:
    """The decision as it goes into the history: taking back one that was settled restores what stood there."""
    if settled is None or decision.act is not Act.DECIDED:
        return decision
    return replace(decision, edits=tuple(edit for plan in plans for edit in plan.applied.edits))


def _ways_back(decision: Decision, plans: Sequence[Plan], settled: Settled | None) -> dict[str, WayBack]:
    """The ways back to exact bytes: none where a step was forced over what others wrote, nor where a save that was
    interrupted had changed the file already.
    """
    if settled is not None and decision.act is not Act.DECIDED:
        return {}
    return {plan.target.name: plan.back for plan in plans if plan.data != plan.target.data}


def _names(plans: Sequence[Plan]) -> str:
    return " and ".join(plan.target.name for plan in plans if plan.applied.conflicts)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
