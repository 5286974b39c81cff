"""What goes on behind the screen: noticing changed files, and the process that reads and indexes large folders."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import TYPE_CHECKING

from dossier.model.errors import DossierError

if TYPE_CHECKING:
    from dossier.tui.app import DossierApp

LOOK_EVERY = 2.0
"""Seconds between two looks at the folder; longer where a look takes long."""
SHARE = 100
"""A look may take one hundredth of the time at most."""
READ_EVERY = 5.0
"""Seconds between two readings of a folder that is still being indexed."""


class FolderWatch:
    """Two tasks of the event loop, and one process of their own for what is heavy."""

    def __init__(self, app: DossierApp) -> None:
        self._app = app
        self._tasks: set[asyncio.Task[None]] = set()
        self._process: asyncio.subprocess.Process | None = None
        self._fingerprint: object = None

    def start(self) -> None:
        """Begin watching; index what has not been read yet."""
        from dossier.search.choosing import wants_index

        self._begin(self._watch())
        dossier = self._app.session.dossier
        if dossier.pending or wants_index(dossier):
            self._begin(self._index())

    def stop(self) -> None:
        """End the tasks and the process; what it has not done is done next time."""
        for task in self._tasks:
            task.cancel()
        if self._process is not None and self._process.returncode is None:
            self._process.kill()

    def _begin(self, work: object) -> None:
        assert asyncio.iscoroutine(work)
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def read(self) -> None:
        """Read the folder again now."""
        self._app.session.notice = "Reading the folder again"
        self._begin(self._read())

    async def _watch(self) -> None:
        from dossier.store.watching import fingerprint

        path = self._app.session.dossier.path
        while True:
            began = time.monotonic()
            found = await asyncio.to_thread(fingerprint, path)
            if self._fingerprint is not None and found != self._fingerprint:
                await self._read()
                if self._app.session.dossier.pending and self._process is None:
                    self._begin(self._index())
            self._fingerprint = found
            pause = max(LOOK_EVERY, SHARE * (time.monotonic() - began))
            await asyncio.sleep(pause)

    async def _read(self) -> None:
        from dossier.store.opening import open_dossier

        path = self._app.session.dossier.path
        try:
            dossier = await asyncio.to_thread(open_dossier, path)
        except DossierError as error:
            self._app.session.notice = str(error)
            self._app.reading.sync()
            return
        self._app.renew(dossier)

    async def _index(self) -> None:
        """Run the indexing process, show how far it is, and take what it has read from time to time."""
        folder = self._app.session.dossier.folder
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "dossier.search.indexing", str(folder),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        assert self._process.stdout is not None
        read_at = time.monotonic()
        async for line in self._process.stdout:
            self._tell(line)
            if self._app.session.dossier.pending and time.monotonic() - read_at > READ_EVERY:
                await self._read()
                read_at = time.monotonic()
        await self._process.wait()
        self._process = None
        self._app.reading.busy = ""
        if self._app.session.dossier.pending:
            await self._read()
        else:
            self._app.reading.room.renewed()
            self._app.reading.sync()

    def _tell(self, line: bytes) -> None:
        """A line of progress into the status bar; anything else is passed over."""
        try:
            said = json.loads(line)
            stage = {"reading": "reading", "searching": "indexing"}.get(said["stage"], "")
            done, total = int(said["done"]), int(said["total"])
        except (ValueError, KeyError, TypeError):
            return
        self._app.reading.busy = f"{stage} {done:,} of {total:,}" if done < total else ""
        self._app.reading.sync()
