"""Work on values in memory, shared among the processors: children that see everything and send back their results.

A child is a copy of this process (POSIX fork), so nothing has to be handed to it; what it finds comes back through a
pipe. Where there is no fork that is safe to use, as beside other threads, or a child fails, the work is done here.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

FAILED = 70
"""Exit code of a child that could not do its part (EX_SOFTWARE of sysexits.h)."""


def can_fork() -> bool:
    """Whether a copy of this process is safe to make, and there is a processor for it."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def each(function: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    """``function`` of every item, in their order: the first is done here, each further one in a child of its own."""
    if not can_fork():
        return [function(item) for item in items]
    children = [_child(function, item) for item in items[1:]]
    waiting = list(children)
    try:
        results = [function(item) for item in items[:1]]
        for item, (pid, reading) in zip(items[1:], children, strict=True):
            waiting.pop(0)
            results.append(_result(pid, reading, function, item))
    finally:
        for pid, reading in waiting:  # only where one before them failed here
            _end(pid, reading)
    return results


def _child(function: Callable[[_Item], _Result], item: _Item) -> tuple[int, int]:
    """The process that works on an item, and the end of the pipe where its result comes out; -1 where there is none."""
    reading, writing = os.pipe()
    try:
        pid = os.fork()
    except OSError:  # too many processes, or no memory for one
        os.close(reading)
        os.close(writing)
        return -1, -1
    if pid:
        os.close(writing)
        return pid, reading
    code = FAILED
    try:
        with open(writing, "wb") as pipe:
            pickle.dump(function(item), pipe, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)  # nothing of the parent's is closed or written twice


def _end(pid: int, reading: int) -> None:
    """A child whose result nobody wants any more is not left behind."""
    if pid > 0:
        os.close(reading)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _result(pid: int, reading: int, function: Callable[[_Item], _Result], item: _Item) -> _Result:
    if pid < 0:
        return function(item)
    with open(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(pid, 0)
    if status:
        return function(item)
    result: _Result = pickle.loads(data)
    return result
