"""Where decisions are made: a draft becomes edits of the files as they are, and is saved."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import RLock

from dossier.model.dossier import Dossier
from dossier.model.edits.edit import Decision
from dossier.model.edits.history import History
from dossier.model.errors import DossierError, UnreadableError
from dossier.store.anchors.keeping import keep_versions
from dossier.store.anchors.snapshots import Snapshots
from dossier.store.curating.draft import Draft
from dossier.store.curating.sight import Sight
from dossier.store.saving.applying import Settled
from dossier.store.saving.outcome import Outcome, State
from dossier.store.saving.saver import Saver


class NothingToDecideError(DossierError):
    """There was nothing to decide: the message says why."""


class Desk:
    """Saves what a person decides about one dossier; several threads may use it."""

    def __init__(self, folder: Path, who: str = "") -> None:
        self._saver = Saver(folder, who)
        self._versions = Snapshots(folder)
        self._sight = Sight(self._saver)
        self._one = RLock()
        self._kept = False

    def decide(self, dossier: Dossier, draft: Callable[[], Draft], *, shown: bool = False) -> Outcome:
        """Makes the draft and saves it, with the texts that are quoted.

        ``shown`` says that the person looks at ``dossier``: what another program has changed since is not overwritten,
        it is a conflict. Raises :class:`DossierError` when a file cannot be read, and :class:`NothingToDecideError`
        when nothing would change: nothing is written then.
        """
        with self._one, self._saver.alone():
            made = draft()
            edits = made.edits(self._saver.document)
            unseen: frozenset[str] = frozenset()
            if shown:
                seen = {name: self._sight.document(name, dossier.decisions.get(name, b"")) for name in made.files}
                unseen = self._sight.unseen()
                if unseen:
                    edits = made.edits(seen.__getitem__, self._saver.document)
            if not edits:
                raise NothingToDecideError("Nothing to change: it is so already")
            for source in made.quoted:
                if source in dossier.source:
                    self._keep(dossier, source)
            outcome = self._noted(self._saver.decide(made.sentence, edits, made.why), unseen)
        self._keep_written(dossier)
        return outcome

    def _noted(self, outcome: Outcome, unseen: frozenset[str]) -> Outcome:
        if outcome.saved:
            self._sight.decided(outcome.decision, unseen)
        return outcome

    def _keep_written(self, dossier: Dossier) -> None:
        """Once: the texts quoted by evidence that somebody wrote by hand, as long as its words stand there."""
        if not self._kept:
            self._kept = True
            with suppress(DossierError):  # what is decided is safe without
                keep_versions(dossier, unnamed=True)

    def _keep(self, dossier: Dossier, source: str) -> None:
        try:
            self._versions.keep(dossier.reading(source).text)
        except UnreadableError:
            return  # a quote of it cannot be verified either, which is told as a problem
        except DossierError:
            return  # a folder that cannot be written: what is decided is journalled elsewhere, and told

    def undo(self) -> Outcome | None:
        """Takes back the last decision, or gives up one that is not saved; ``None`` when there is nothing."""
        with self._one, self._saver.alone():
            if self._saver.unsaved:
                last = self._saver.unsaved[-1]
                self._saver.give_up(last)
                return Outcome(last, State.GIVEN_UP)
            return self._step(self._saver.undo)

    def redo(self) -> Outcome | None:
        """Does again what was taken back last; ``None`` when there is nothing."""
        with self._one, self._saver.alone():
            return self._step(self._saver.redo)

    def _step(self, step: Callable[[], Outcome | None]) -> Outcome | None:
        unseen = self._sight.unseen()
        outcome = step()
        return None if outcome is None else self._noted(outcome, unseen)

    def recover(self) -> list[Outcome]:
        """Saves what was decided and is not in the files yet."""
        with self._one:
            return self._saver.recover()

    def settle(self, decision: Decision, settled: Settled) -> Outcome:
        """Saves a decision whose conflicts a person has settled."""
        with self._one:
            return self._saver.settle(decision, settled)

    def give_up(self, decision: Decision) -> None:
        """Forgets a decision that was not saved."""
        with self._one:
            self._saver.give_up(decision)

    @property
    def unsaved(self) -> int:
        """How many decisions could not be saved yet."""
        return len(self._saver.unsaved)

    def history(self) -> History:
        """What was decided so far."""
        with self._one:
            return self._saver.history()
