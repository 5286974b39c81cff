"""Processor time and memory of a process and its children, from /proc (Linux)."""

from __future__ import annotations

import os
from pathlib import Path

PROC = Path("/proc")


def tree(root: int) -> list[int]:
    """``root`` and all its descendants that are alive."""
    found = [root]
    for pid in found:
        for task in _tasks(pid):
            found += [int(child) for child in _read(task / "children").split()]
    return found


def processor_ms(root: int) -> float:
    """Milliseconds the threads of the tree that are alive have run so far, as the scheduler counts them (schedstat)."""
    total = 0
    for pid in tree(root):
        for task in _tasks(pid):
            total += int((_read(task / "schedstat").split() or ["0"])[0])
    return total / 1e6


def resident_mb(pid: int) -> float:
    """Megabytes (10**6) of ``pid`` that are in memory."""
    pages = (_read(PROC / str(pid) / "statm").split() or ["0", "0"])[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _tasks(pid: int) -> list[Path]:
    """The folders of its threads; none when it has ended, which it may do at any moment."""
    folder = PROC / str(pid) / "task"
    try:
        return [folder / name for name in os.listdir(folder)]
    except OSError:
        return []


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""  # the thread or process has ended
