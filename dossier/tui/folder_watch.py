"""What goes on behind the screen: noticing changed files, and the process that reads and indexes large folders."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError

if TYPE_CHECKING:
    from dossier.tui.app import DossierApp

LOOK_EVERY = 2.0
"""Seconds between two looks at the folder; longer where a look takes long."""
SHARE = 100
"""A look may take one hundredth of the time at most."""
READ_EVERY = 5.0
"""Seconds between two readings of a folder that is still being indexed."""


READING = "Reading the folder again"


class FolderWatch:
    """Two tasks of the event loop, and one process of their own for what is heavy."""

    def __init__(self, app: DossierApp) -> None:
        self._app = app
        self._tasks: set[asyncio.Task[None]] = set()
        self._process: asyncio.subprocess.Process | None = None
        self._reading = asyncio.Lock()

    def start(self) -> None:
        """Begin watching; index what has not been read yet."""
        self._begin(self._watch())
        self._index_if_needed()

    def stop(self) -> None:
        """End the tasks and the process; what it has not done is done next time."""
        for task in self._tasks:
            task.cancel()
        if self._process is not None and self._process.returncode is None:
            self._process.kill()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """A task must not end unseen: what went wrong in it is the application's to tell."""
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._app.call_later(_fail, error)

    def read(self) -> None:
        """Read the folder again now."""
        self._app.session.notice = READING
        self._begin(self._read())

    async def renew(self) -> None:
        """Read the folder again, and come back when it is shown."""
        await self._read()

    async def _watch(self) -> None:
        from dossier.store.watching import fingerprint

        while True:
            began = time.monotonic()
            dossier = self._app.session.dossier
            found = await asyncio.to_thread(fingerprint, dossier.path)
            if dossier.stamp and found != dossier.stamp and dossier is self._app.session.dossier:
                await self._read()
                self._index_if_needed()
            await asyncio.sleep(max(LOOK_EVERY, SHARE * (time.monotonic() - began)))

    async def _read(self) -> None:
        async with self._reading:
            session = self._app.session
            try:
                dossier = await asyncio.to_thread(self._opened, session.dossier.path)
            except DossierError as error:
                session.notice = str(error)
                self._app.reading.sync()
                return
            if session.notice == READING:
                session.notice = ""
            self._app.renew(dossier)
            if self._app.suggesting is not None and self._app.suggesting.wanting:
                self._app.suggesting.study()

    def _opened(self, path: Path) -> Dossier:
        """The dossier as it is now, with what is known of it."""
        from dossier.store.opening import open_dossier

        dossier = open_dossier(path)
        return dossier if self._app.suggesting is None else self._app.suggesting.complete(dossier)

    def _index_if_needed(self) -> None:
        """A file that was opened by itself needs no index, and its neighbours are none of its business."""
        from dossier.search.choosing import wants_index

        dossier = self._app.session.dossier
        if self._process is not None or dossier.file:
            return
        if dossier.pending or wants_index(dossier) or dossier.texts.unsearched():
            self._begin(self._index())

    async def _index(self) -> None:
        """Run the indexing process, show how far it is, and take what it has read from time to time."""
        before = self._app.session.dossier
        process = self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "dossier.search.indexing", str(before.folder),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        incomplete = bool(before.pending or await asyncio.to_thread(before.texts.unsearched))
        read_at = time.monotonic()
        assert process.stdout is not None
        async for line in process.stdout:
            self._tell(line)
            if self._app.session.dossier.pending and time.monotonic() - read_at > READ_EVERY:
                await self._read()
                read_at = time.monotonic()
        failed = await process.wait() != 0
        self._process = None
        reading = self._app.reading
        reading.busy = "indexing failed: search is slower" if failed else ""
        if incomplete and not failed:
            await self._read()
        else:
            reading.renewed()

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


def _fail(error: BaseException) -> None:
    raise error
