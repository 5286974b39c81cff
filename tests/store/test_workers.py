"""Workers end when the process they work for does, however it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.store.workers import workers
from tests.harbour import ONE, TWO
from tests.processes import tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")

STUDY = """
import sys
from dossier.store import studying, workers
workers.can_fork = lambda: {fork}
sys.argv = ["studying", {folder!r}]
if __name__ == "__main__":
    studying.main()
"""
"""The program that studies a dossier, its workers copies of itself or started anew."""


@pytest.mark.parametrize("fork", [True, False], ids=["copies", "started anew"])
def test_nothing_is_left_of_a_process_that_was_killed(tmp_path: Path, *, fork: bool) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    for n in range(60):
        (folder / f"{n}.txt").write_text("\n\n".join([f"Report {n}", *(ONE, TWO) * 40]))
    program = tmp_path / "study.py"
    program.write_text(STUDY.format(fork=fork, folder=str(folder)))
    environment = os.environ | {"DOSSIER_CACHE_DIR": str(tmp_path / "cache")}
    with subprocess.Popen([sys.executable, program], env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert b'"done"' in process.stdout.readline()
        working = tree(process.pid)
        process.kill()
    assert len(working) > 2
    ends = time.monotonic() + 30
    while (left := [pid for pid in working if is_alive(pid)]) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not left


def is_alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_workers_that_are_done_with_are_gone() -> None:
    with workers() as pool:
        assert list(pool.map(abs, range(-3, 0))) == [3, 2, 1]
        working = tree(os.getpid())[1:]
    assert not [pid for pid in working if is_alive(pid) and pid in tree(os.getpid())]
