"""One writer at a time: an advisory lock that ends with the process that holds it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from dossier.model.errors import DossierError

PATIENCE = 5.0
"""Seconds to wait for another program that saves: a save takes far less, and a person waits no longer."""
_PAUSE = 0.01
"""Seconds between two attempts."""
_FAR = 1 << 30
"""The byte that is locked on Windows, where a locked byte cannot be read: far behind the content."""


class LockedError(DossierError):
    """Another program holds the lock; the message says which."""


@contextlib.contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds the lock file ``path``, which is made where it is missing and stays.

    Waits up to ``patience`` seconds; raises :class:`LockedError` then, and :class:`OSError` when there can be no lock.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not acquire(handle, patience):
            raise LockedError(f"{path.parent.parent} is being saved by {_holder(handle)}; try again when it is done")
        _sign(handle)
        try:
            yield
        finally:
            release(handle)
    finally:
        os.close(handle)


def acquire(handle: int, patience: float) -> bool:
    """Locks an open file for this handle alone; false when it was not to be had within ``patience`` seconds."""
    until = time.monotonic() + patience
    while not _try(handle):
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE)
    return True


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def release(handle: int) -> None:
        """Lets go of the lock."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(handle: int) -> None:
        """Lets go of the lock."""
        fcntl.flock(handle, fcntl.LOCK_UN)


def _sign(handle: int) -> None:
    """Says who holds it, for the message of whoever waits; a full disk is no reason not to hold it."""
    with contextlib.suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps({"process": os.getpid(), "host": socket.gethostname()}).encode())


def _holder(handle: int) -> str:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        found = json.loads(os.read(handle, 1000))
        return f"another program (process {int(found['process'])} on {str(found['host'])[:60]!r})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another program"
