"""What a key costs in a short and in a very long article, against a trivial key of the floor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.bench import CALM, LONG, SHORT, Bench
from tests.benchmarks.dossiers import RARE, make_long
from tests.benchmarks.figures import Figure, ratio, spread
from tests.terminal import QUIET, Response, Terminal

HELD = 60.0, 2.0
"""Presses a second, and for how many seconds."""
FRAME = 1000 / 60
"""Milliseconds of a frame on most screens."""

Case = tuple[str, tuple[str, ...], tuple[str, ...], float]
CASES: Sequence[Case] = (
    ("page", ("g",), ("space", "b"), QUIET),
    ("line", ("g",), ("j",), QUIET),
    ("next claim", ("g",), ("c", "c", "c", "C", "C", "C"), QUIET),
    ("next mention", ("g", "e"), ("e", "e", "e", "E", "E", "E"), QUIET),
    ("next hit", ("g", "/", *RARE, "enter"), ("n", "n", "n", "N", "N", "N"), QUIET),
    ("back and forward", ("G", "C", "m", "g", "c", "'", "enter"), ("H", "L"), QUIET),
    ("claim's other source", ("g", "c"), ("2", "1"), QUIET),
    ("next source", ("g",), ("s",), QUIET),
)
"""Name, keys that lead there, keys that are measured in turn, seconds of silence that end a measurement.

The keys go to and fro, so that the short article, which has soon been seen whole, is asked for the same as the long:
back and forward lead from a claim at one end of the article to one at the other, by a bookmark.
"""
FRESH: Sequence[tuple[str, tuple[str, ...], str]] = (
    ("pages", ("escape", "g"), "space"),
    ("claims", ("escape", "g"), "c"),
    ("mentions", ("escape", "g", "e"), "e"),
    ("hits", ("escape", "g", "/", *RARE, "enter"), "n"),
)
"""Name, keys that lead there, the key that is pressed: onwards only, so that all of it is new."""


def short_and_long(bench: Bench) -> tuple[Path, Path]:
    """The two dossiers."""
    short = bench.made("short", lambda folder: make_long(folder, SHORT))
    return short, bench.made("long", lambda folder: make_long(folder, LONG), indexed=True)


def keys(bench: Bench) -> Iterator[Figure]:
    """Processor time of each key, and the long article against the short one."""
    with bench.running(*short_and_long(bench)) as (floor, short, long):
        for name, lead, pressed, quiet in CASES:
            yield from _case(bench, name, lead, pressed, quiet, (floor, short, long))
        for fresh, lead, key in FRESH:
            yield _fresh(bench, fresh, lead, key, (floor, long))


def _fresh(bench: Bench, name: str, lead: tuple[str, ...], key: str, terminals: tuple[Terminal, Terminal]) -> Figure:
    """What was never on the screen before costs more than what one comes back to."""
    floor, long = terminals
    _prepare(long, lead)
    trivial, found = [], []
    for _ in range(bench.keys):
        trivial.append(floor.respond(partial(floor.key, "x")))
        found.append(long.respond(partial(long.key, key)))
    bench.show(f"{name} never shown before", long)
    return _against(f"{name} never shown before, 5 MB", found, trivial)


def _prepare(terminal: Terminal, lead: tuple[str, ...]) -> None:
    for key in lead:
        terminal.key(key)
        terminal.settle()
    terminal.settle(CALM)


def _case(
    bench: Bench, name: str, lead: tuple[str, ...], pressed: tuple[str, ...], quiet: float,
    terminals: tuple[Terminal, Terminal, Terminal],
) -> Iterator[Figure]:  # fmt: skip
    floor, short, long = terminals
    for terminal in (short, long):
        _prepare(terminal, lead)
    found: list[list[Response]] = [[], [], []]
    for n in range(bench.keys):
        key = pressed[n % len(pressed)]
        found[0].append(floor.respond(partial(floor.key, "x"), quiet))
        found[1].append(short.respond(partial(short.key, key), quiet))
        found[2].append(long.respond(partial(long.key, key), quiet))
        if n == 2:
            bench.show(f"{name}, 6 KB", short)
            bench.show(f"{name}, 5 MB", long)
    bench.say(f"{name}: frames {[r.frames for r in found[2]][:6]}, bytes {[r.bytes for r in found[2]][:6]}")
    yield _against(f"{name}, 6 KB", found[1], found[0])
    yield _against(f"{name}, 5 MB", found[2], found[0])
    yield Figure(f"{name}, 5 MB / 6 KB", ratio(_used(found[2]), _used(found[1])), 1.2)


def _against(name: str, ours: list[Response], floor: list[Response]) -> Figure:
    wall = spread([one.first for one in ours])
    note = f"processor {spread(_used(ours))}; wall {wall}; floor {spread(_used(floor))}"
    return Figure(f"{name} / trivial key", ratio(_used(ours), _used(floor)), 1.6, note)


def _used(responses: list[Response]) -> list[float]:
    return [one.processor for one in responses]


def held(bench: Bench) -> Iterator[Figure]:
    """A key held down: how long after the last press the last frame is there."""
    rate, seconds = HELD
    with bench.running(*short_and_long(bench)) as (floor, _, long):
        for name, key in (("page", "space"), ("line", "j"), ("next claim", "c")):
            lags: list[float] = []
            trivial: list[float] = []
            for _ in range(3):
                trivial.append(floor.hold("x", rate, seconds))
                long.key("g")
                long.settle(CALM)
                lags.append(long.hold(key, rate, seconds))
            bench.show(f"held {name}", long)
            note = f"{spread(lags)}; floor {spread(trivial)}"
            yield Figure(f"held {name} at {rate:.0f} a second, 5 MB: lag in frames", median(lags) / FRAME, 1, note)
