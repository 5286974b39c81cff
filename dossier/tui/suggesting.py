"""Suggestions on the screen: the process that studies the sources, and what is shown of what it finds."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from dossier.model.derived import Derived
from dossier.model.dossier import Dossier

if TYPE_CHECKING:
    from dossier.tui.app import DossierApp

STEPS = (0.0, 0.25, 0.5, 0.75)
"""Strengths from which on suggested claims are shown, in turn."""


class Suggesting:
    """Holds the dossier as it was decided, and shows it with as many suggestions as the reader wants."""

    def __init__(self, app: DossierApp) -> None:
        self._app = app
        self._decided: Dossier | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None
        self._derived: Derived | None = None
        self.hidden = False
        self.least = 0.0

    def start(self) -> None:
        """Take over what the dossier was opened with; study what is not known."""
        session = self._app.session
        self._derived = session.dossier.derived
        self._decided = session.decided or session.dossier
        if self.wanting:
            self.study()

    @property
    def wanting(self) -> bool:
        """Whether sources have yet to be studied."""
        return self._derived is None or self._derived.partial

    def stop(self) -> None:
        """End the process; what it has not done is done next time."""
        if self._task is not None:
            self._task.cancel()
        if self._process is not None and self._process.returncode is None:
            self._process.kill()

    def complete(self, decided: Dossier) -> Dossier:
        """A newly read dossier with what is known of it; may be called in a thread."""
        from dossier.store.findings_cache import known_suggestions

        self._decided, self._derived = decided, known_suggestions(decided)
        merged = self._merged()
        if merged is not decided:
            self._decided = replace(decided)  # without its tables, which only the one that is shown needs
        return merged

    def _merged(self) -> Dossier:
        from dossier.store.suggestions import with_suggestions

        assert self._decided is not None
        if self.hidden or self._derived is None:
            return self._decided
        return with_suggestions(self._decided, self._derived, self.least)

    def study(self) -> None:
        """Study the sources behind the screen, if that is not being done."""
        if self._process is None and self._decided is not None and self._decided.sources and not self._decided.pending:
            self._task = asyncio.create_task(self._study(self._decided))

    async def _study(self, decided: Dossier) -> None:
        process = self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "dossier.store.studying", str(decided.path), *self._visible(),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdout is not None
        async for line in process.stdout:
            if self._tell(line) and self._decided is decided:
                merged = await asyncio.to_thread(self.complete, decided)
                decided = self._decided
                self._app.renew(merged)
        failed = await process.wait() != 0
        self._process = None
        lost = "no suggestions: what was found could not be kept in the cache" if self.wanting else ""
        self._app.reading.busy = "no suggestions: studying the sources failed" if failed else lost
        self._app.reading.sync()
        if self._decided is not decided and self.wanting:
            self.study()  # the sources have changed meanwhile

    def _visible(self) -> list[str]:
        """The ids of the sources on the screen, which are studied first."""
        return list(dict.fromkeys(pane.tab.source for pane in self._app.session.panes))

    def _tell(self, line: bytes) -> bool:
        """Show how far it is; whether there is something new to show."""
        try:
            said = json.loads(line)
            done, total, ready = int(said["done"]), int(said["total"]), bool(said["ready"])
        except (ValueError, KeyError, TypeError):
            return False
        busy = f"comparing {total:,} sources" if done == total else f"studying {done:,} of {total:,}"
        self._app.reading.busy = busy
        self._app.reading.sync()
        return ready

    def toggle(self) -> str:
        """Hide or show suggestions; returns what to tell the reader."""
        if self._derived is None:
            return "No suggestions yet: the sources are still being studied"
        self.hidden = not self.hidden
        self._app.renew(self._merged())
        return "Only what a person decided" if self.hidden else "With the program's suggestions (~)"

    def strengthen(self) -> str:
        """Show only stronger suggestions, and all again after the strongest; returns what to tell."""
        if self._derived is None:
            return "No suggestions yet: the sources are still being studied"
        self.hidden = False
        self.least = STEPS[(STEPS.index(self.least) + 1) % len(STEPS)]
        self._app.renew(self._merged())
        return f"Suggestions of strength {self.least:.2f} and more" if self.least else "All suggestions"
