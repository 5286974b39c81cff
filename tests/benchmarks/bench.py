"""What every benchmark is given: the programs, folders to work with, and how often to repeat."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
SEEDS_WORDS = "Over 37 years"
"""Words of the first article of the seeds, far up."""
SIZE = 160, 48
LONG, SHORT = 5_000_000, 6_000
"""Characters of the long and of the short article."""
CALM = 0.5
"""Seconds of silence after which nothing goes on behind a screen any more."""
FLOOR_COMMAND = [sys.executable, str(ROOT / "tests" / "benchmarks" / "floor.py")]


@dataclass
class Bench:
    """``folder`` is for what is generated, ``runs`` how many times a start is measured; keys three times as often."""

    folder: Path
    runs: int = 9
    verbose: bool = False
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def keys(self) -> int:
        """How often a key is pressed."""
        return 3 * self.runs

    def made(self, name: str, make: Callable[[Path], object], *, indexed: bool = False) -> Path:
        """The generated folder of that name, made and indexed when it is not there yet."""
        from tests.benchmarks.dossiers import index

        folder = self.folder / name
        done = self.folder / f"{name}.done"
        if not done.exists():
            self.say(f"making {name}")
            make(folder)
            if indexed:
                index(folder, os.environ | self.environment(name))
            done.touch()
        return folder

    def environment(self, state: str = "") -> dict[str, str]:
        """State in a folder of that name, a new one for none; the cache is one for all."""
        state = state or f"new-{next(self._numbers)}-{os.getpid()}"
        return {
            "DOSSIER_STATE_DIR": str(self.folder / "state" / state),
            "DOSSIER_CACHE_DIR": str(self.folder / "cache"),
            "PYTHONPATH": str(ROOT),
        }

    def floor(self) -> Terminal:
        """The bare application, just started."""
        return Terminal(FLOOR_COMMAND, SIZE, self.environment("floor"))

    def application(self, path: Path, state: str = "", size: tuple[int, int] = SIZE) -> Terminal:
        """Dossier, just started."""
        return Terminal([sys.executable, "-m", "dossier", str(path)], size, self.environment(state))

    @contextmanager
    def running(self, *paths: Path) -> Iterator[list[Terminal]]:
        """The floor and dossier on each of the paths, all calm."""
        with ExitStack() as stack:
            terminals = [stack.enter_context(self.floor())]
            terminals[0].wait("floor 0")
            for path in paths:
                terminals.append(stack.enter_context(self.application(path)))
                terminals[-1].wait("search", 120)
            for terminal in terminals:
                terminal.settle(CALM)
            yield terminals

    def say(self, text: str) -> None:
        """Narrate, on standard error."""
        print(f"  {text}", file=sys.stderr, flush=True)

    def show(self, title: str, terminal: Terminal) -> None:
        """The screen, when asked to be verbose, so that one can see what was measured."""
        if self.verbose:
            print(f"--- {title}\n{terminal.text()}", flush=True)
