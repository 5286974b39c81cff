"""Processes that work for this one, as many as there are processors, and end when it does."""

from __future__ import annotations

import gc
import os
import threading
from typing import TYPE_CHECKING

from dossier.store.forking import can_fork

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def workers() -> ProcessPoolExecutor:
    """A pool of them; copies of this process where that is safe, which are there at once."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(
        os.cpu_count(), mp_context=get_context("fork" if can_fork() else "spawn"), initializer=_begin
    )


def _begin() -> None:
    """What a worker does first: it looks for no cycles, and watches the process it works for, which may be killed."""
    gc.disable()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
