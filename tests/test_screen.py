"""What stands on a real terminal is what a complete painting would put there, whatever was opened and left before."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios")

from tests.terminal import Terminal

SEEDS = Path(__file__).parents[1] / "seeds"
CHOOSERS = ["f10", "ctrl+p", "?", "t", "'", "/"]
WALK = [
    "j", "space", "c", "d", "o", "H", "L", "s", "S", "v", "tab", "i", "e", "E", "u", "w", "z", "[", "]", "{", "}", "n",
    "N", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "down", "enter", "escape", "m", "'", "t", "?", "f10", "ctrl+p", "/",
    "f", "x", "1", "2", "V", "right", "A", ".", "M", "R", "p", "P", "W",
]  # fmt: skip


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A copy of the seeds, as keys decide, and a folder in which the suggestions for them are known."""
    made = tmp_path_factory.mktemp("seeds")
    seeds, folder = str(made / "seeds"), str(made / "cache")
    shutil.copytree(SEEDS, seeds)
    command = [sys.executable, "-m", "dossier", "claims", seeds]
    subprocess.run(command, env={**os.environ, "DOSSIER_CACHE_DIR": folder}, capture_output=True, check=True)
    return seeds, folder


@pytest.fixture
def environment(tmp_path: Path, cache: tuple[str, str]) -> dict[str, str]:
    return {"DOSSIER_STATE_DIR": str(tmp_path / "state"), "DOSSIER_CACHE_DIR": cache[1], "FOLDER": cache[0]}


def start(environment: dict[str, str], size: tuple[int, int] = (120, 40)) -> Terminal:
    return Terminal([sys.executable, "-m", "dossier", environment["FOLDER"]], size, environment)


def ready(terminal: Terminal) -> None:
    terminal.wait("Over 37 years")
    terminal.settle(0.5)


def without_status(terminal: Terminal) -> list[str]:
    """The screen without the line that tells what was done last."""
    rows = terminal.text().splitlines()
    return [*rows[:-2], rows[-1]]


def assert_whole(terminal: Terminal, pressed: object) -> None:
    """Painting everything anew changes nothing."""
    terminal.settle()
    before = without_status(terminal)
    terminal.key("ctrl+l")
    terminal.settle()
    assert without_status(terminal) == before, f"after {pressed}"


@pytest.mark.parametrize("key", CHOOSERS)
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_what_was_opened_leaves_nothing_behind(environment: dict[str, str], key: str, size: tuple[int, int]) -> None:
    with start(environment, size) as terminal:
        ready(terminal)
        before = terminal.text()
        for n in range(3):
            terminal.key(key)
            terminal.wait_until(lambda: terminal.text() != before, f"{key} to open")
            terminal.settle()
            terminal.key("escape")
            terminal.settle(0.4)  # a lone escape is told from the start of a sequence by time
            assert terminal.text() == before, f"after closing {n + 1} times"
        terminal.key("q")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize("seed", range(3))
def test_every_key_leaves_what_a_complete_painting_would(environment: dict[str, str], seed: int) -> None:
    chance = random.Random(seed)
    keys = chance.sample(WALK * 2, 40)
    with start(environment) as terminal:
        ready(terminal)
        for n, key in enumerate(keys):
            terminal.key(key)
            if key == "escape":
                terminal.settle(0.4)
            assert_whole(terminal, keys[: n + 1])
