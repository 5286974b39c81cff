"""Decisions behind the screen: each is saved in a thread, in the order they were made, and told when it is safe."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from dossier.model.errors import DossierError
from dossier.store.saving.outcome import State

if TYPE_CHECKING:
    from dossier.store.curating.desk import Desk
    from dossier.store.curating.draft import Draft
    from dossier.store.saving.outcome import Outcome
    from dossier.tui.app import DossierApp

Work = Callable[[], "Outcome | None"]


class Deciding:
    """Makes decisions one after the other, and reads the folder again when there are no more."""

    def __init__(self, app: DossierApp) -> None:
        self._app = app
        self._queue: asyncio.Queue[tuple[Work, str]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._desk: Desk | None = None
        self._failed: Outcome | None = None

    @property
    def desk(self) -> Desk:
        """Made when the first decision needs it."""
        from dossier.store.curating.desk import Desk

        if self._desk is None:
            self._desk = Desk(self._app.session.dossier.folder)
        return self._desk

    def recover(self) -> None:
        """Save what could not be saved before, by this run or an earlier one."""
        from dossier.store.saving.places import journal_file, spare_journal_file

        dossier = self._app.session.dossier
        files = (journal_file(dossier.folder), spare_journal_file(dossier.folder))
        kept = any(file.exists() and file.stat().st_size for file in files)
        if not dossier.file and (kept or self._app.session.unsaved):
            self._do(self._recovered, "", silent=True)

    def _recovered(self) -> Outcome | None:
        outcomes = self.desk.recover()
        return next((one for one in outcomes if not one.saved), next(iter(outcomes[-1:]), None))

    def decide(self, draft: Callable[[], Draft]) -> None:
        """Make a decision."""
        dossier = self._app.session.dossier
        if dossier.file:
            self._app.session.notice = "Open the folder to decide: a file by itself has no place to keep decisions"
            return
        self._do(lambda: self.desk.decide(dossier, draft, shown=True), "")

    def undo(self) -> None:
        """Take back the last decision."""
        self._do(lambda: self.desk.undo(), "Nothing to take back")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._do(lambda: self.desk.redo(), "Nothing to do again")

    def settle(self, outcome: Outcome) -> None:
        """Save a decision whose conflicts were settled for it."""
        from dossier.model.edits.merging import Side

        self._do(lambda: self.desk.settle(outcome.decision, outcome.sided(Side.OURS)), "")

    def give_up(self, outcome: Outcome) -> None:
        """Leave what the files say, and forget the decision."""
        try:
            self.desk.give_up(outcome.decision)
        except DossierError as error:
            self._tell(str(error))
        self._app.session.unsaved = self.desk.unsaved

    def left_behind(self) -> str:
        """What becomes of the decisions that could not be saved, when one leaves now; empty when there are none."""
        count, failed = self._app.session.unsaved, self._failed
        if not count or failed is None:
            return ""
        kept = "it is nowhere but in memory and will be lost"
        if failed.journal is not None:
            folder = self._app.session.dossier.folder
            within = failed.journal.is_relative_to(folder)
            kept = f"kept in {failed.journal.relative_to(folder) if within else failed.journal} for the next start"
        said = (
            "1 decision is not saved" if count == 1 else f"{count:,} decisions are not saved, the last of them because"
        )
        return f"{said}: {failed.message}; {kept}"

    def _do(self, work: Work, nothing: str, *, silent: bool = False) -> None:
        """Queue some work; ``nothing`` is what to say where there was none to do."""
        if not silent:
            self._app.session.notice = "Saving"
        self._queue.put_nowait((work, nothing))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())

    async def _work(self) -> None:
        changed = False
        while not self._queue.empty():
            work, nothing = self._queue.get_nowait()
            outcome: Outcome | None = None
            try:
                outcome = await asyncio.to_thread(work)
                said = nothing if outcome is None else told(outcome)
            except DossierError as error:
                said = str(error)
            except Exception as error:
                said = f"This could not be done, by a fault of the program: {error!r}"
            if outcome is not None and outcome.state in (State.CONFLICT, State.KEPT):
                self._failed = outcome
            self._app.session.unsaved = self.desk.unsaved
            if said:
                self._tell(said)
            changed = changed or (outcome is not None and outcome.saved)
            if outcome is not None and outcome.conflicts:
                self._show_conflict(outcome)
        if changed and self._app.watch_folder is not None and not self._app.leaving:
            await self._app.watch_folder.renew()
            if self._queue.empty():
                self._app.reading.room.decided()

    def _show_conflict(self, outcome: Outcome) -> None:
        """Ask whose side to take; a step back or again that nobody answers for is no decision to try again."""
        from dossier.model.edits.edit import Act

        if outcome.decision.act is not Act.DECIDED:
            self.give_up(outcome)
        self._app.reading.room.show_conflict(outcome)

    def _tell(self, notice: str) -> None:
        self._app.session.notice = notice
        if self._app.is_running and not self._app.leaving:
            self._app.reading.sync()

    async def finish(self) -> None:
        """Wait until everything that was decided is saved and shown."""
        if self._task is not None and not self._task.done():
            await self._task

    def finish_now(self) -> None:
        """Save what is still waiting, before the end: the thread that is at work meanwhile is waited for by itself."""
        while not self._queue.empty():
            work, _ = self._queue.get_nowait()
            with contextlib.suppress(DossierError):  # nobody is there any more to be told
                work()


def told(outcome: Outcome) -> str:
    """What became of a decision, for the reader."""
    words = outcome.decision.words
    said = f"{words[:1].upper()}{words[1:]}"
    if outcome.saved:
        return f"{said} ({outcome.message})" if outcome.message else said
    if outcome.state is State.GIVEN_UP:
        return f"Given up, as it was not saved: {said}"
    return f"Not saved yet: {said}: {outcome.message}"
