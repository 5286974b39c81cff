"""What is told to be decided is in the files, whatever becomes of the program: in a real terminal, with kill -9."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytest.importorskip("termios")

from tests.harbour import write_harbour
from tests.terminal import Terminal


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"DOSSIER_STATE_DIR": str(tmp_path / "state"), "DOSSIER_CACHE_DIR": str(tmp_path / "cache")}


@pytest.fixture
def folder(tmp_path: Path, environment: dict[str, str]) -> Path:
    made = write_harbour(tmp_path / "harbour")
    command = [sys.executable, "-m", "dossier", "claims", str(made)]
    subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=True)
    return made


def claims(folder: Path) -> list[dict[str, object]]:
    file = folder / "claims.yaml"
    return (yaml.safe_load(file.read_text(encoding="utf-8")) or []) if file.exists() else []


def test_what_was_told_survives_being_killed(folder: Path, environment: dict[str, str]) -> None:
    told = 0
    for keys in (("R", "a"), ("R", "a"), ("R", "X")):
        with Terminal([sys.executable, "-m", "dossier", str(folder)], (120, 40), environment) as terminal:
            terminal.wait(r"\d passages? here")
            for key in keys:
                terminal.key(key)
            terminal.wait("Accepted the claim|Turned down the claim")
            os.kill(terminal.pid, signal.SIGKILL)
            told += 1
            assert len(claims(folder)) == told
    assert [("suggestion" in claim) for claim in claims(folder)] == [False, False, True]
    with Terminal([sys.executable, "-m", "dossier", str(folder)], (120, 40), environment) as terminal:
        terminal.wait(r"\d passages? here")
        terminal.key("Z")
        terminal.wait("Took back")
        terminal.key("q")
        assert terminal.wait_end() == 0
    assert len(claims(folder)) == 2


def test_what_is_decided_right_before_the_end_is_saved(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "dossier", str(folder)], (120, 40), environment) as terminal:
        terminal.wait(r"\d passages? here")
        terminal.settle()
        terminal.type("RaXaq")
        assert terminal.wait_end() == 0
    assert len(claims(folder)) == 3
