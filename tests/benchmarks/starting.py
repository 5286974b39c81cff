"""From the start of the program to the first frame that a person can read."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import SEEDS, SEEDS_WORDS, Bench
from tests.benchmarks.dossiers import make_many
from tests.benchmarks.figures import Figure, ratio, spread
from tests.terminal import CURSOR, Terminal

MANY = 10_000
MANY_WORDS = "Letter number 0 from"
FLOOR_WORDS = "floor 0"


def first(bench: Bench) -> Iterator[Figure]:
    """The first start on the seeds, nothing kept, against the floor."""
    floor: list[float] = []
    ours: list[float] = []
    for n in range(bench.runs + 1):
        times = _start(bench.floor(), FLOOR_WORDS), _start(bench.application(SEEDS), SEEDS_WORDS, bench, n == 0)
        if n:  # the first run writes .pyc files and fills the cache of the file system
            floor.append(times[0])
            ours.append(times[1])
    yield Figure("first start on seeds / floor", ratio(ours, floor), 1.15, f"{spread(ours)}; floor {spread(floor)}")


def repeat(bench: Bench) -> Iterator[Figure]:
    """The second start in the same place: the picture is painted and then taken over."""
    floor: list[float] = []
    ours: list[float] = []
    whole: list[float] = []
    _start(bench.application(SEEDS, "repeat"), SEEDS_WORDS)
    for n in range(bench.runs):
        floor.append(_start(bench.floor(), FLOOR_WORDS))
        terminal = bench.application(SEEDS, "repeat")
        ours.append(_start(terminal, SEEDS_WORDS, bench, n == 0))
        whole.append((terminal.frames[-1][0] - terminal.began) / 1e6)
        taken = terminal.log[: terminal.log.find(b"\x1b[?1049l")]
        assert taken.count(b"\x1b[?1049h") == 1, "the alternate screen was entered again"
        assert b"\x1b[2J" not in taken, "the screen was cleared"
    yield Figure("repeat start on seeds / floor", ratio(ours, floor), 0.1, f"{spread(ours)}; floor {spread(floor)}")


def many(bench: Bench) -> Iterator[Figure]:
    """The first start with 10,000 articles that have been indexed, against the first start on the seeds."""
    folder = bench.made("many", lambda folder: make_many(folder, MANY), indexed=True)
    seeds: list[float] = []
    ours: list[float] = []
    for n in range(bench.runs + 1):
        times = (
            _start(bench.application(SEEDS), SEEDS_WORDS),
            _start(bench.application(folder), MANY_WORDS, bench, n == 0),
        )
        if n:
            seeds.append(times[0])
            ours.append(times[1])
    name = f"first start with {MANY:,} articles / seeds"
    yield Figure(name, ratio(ours, seeds), 1.3, f"{spread(ours)}; seeds {spread(seeds)}")


def _start(terminal: Terminal, words: str, bench: Bench | None = None, show: bool = False) -> float:
    """Milliseconds to the first frame with ``words``; the program is ended by ``q`` as a person would."""
    with terminal:
        terminal.wait_until(lambda: len(terminal.frames) > 0)
        terminal.settle()
        if bench is not None and show:
            bench.show(words, terminal)
        first = terminal.first_shown(words)
        terminal.key("q")
        assert terminal.wait_end() == 0
        assert CURSOR in terminal.modes
        return first
