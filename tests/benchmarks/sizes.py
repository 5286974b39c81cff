"""Resizing, and memory."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.benchmarks.bench import LONG, SEEDS, Bench
from tests.benchmarks.dossiers import make_long
from tests.benchmarks.figures import Figure, ratio, spread
from tests.processes import resident_mb
from tests.terminal import Response

TWO_SIZES = (122, 40), (112, 36)
"""So narrow that another width of the terminal is another width of the text, and all of it is wrapped anew."""
ALLOWED_MB, TIMES_TEXT = 20, 4


def resize(bench: Bench) -> Iterator[Figure]:
    """Another size of the terminal with a very long article open, against the floor's own resize."""
    folder = bench.made("single", lambda folder: make_long(folder, LONG, 1), indexed=True)
    found: list[list[Response]] = [[], []]
    with bench.running(folder) as terminals:
        for n in range(bench.keys):
            width, height = TWO_SIZES[n % 2]
            for terminal, responses in zip(terminals, found, strict=True):
                responses.append(terminal.respond(partial(terminal.resize, width - n // 2, height)))
            if n < 2:
                bench.show("resized", terminals[1])
    frames = f"; frames {max(one.frames for one in found[1])}, floor {max(one.frames for one in found[0])}"
    for what in ("processor", "last"):
        floor, ours = ([getattr(one, what) for one in responses] for responses in found)
        name = "processor" if what == "processor" else "wall"
        note = f"{spread(ours)}; floor {spread(floor)}{frames}"
        yield Figure(f"resize with 5 MB open / floor's resize, {name}", ratio(ours, floor), 1.4, note)


def memory(bench: Bench) -> Iterator[Figure]:
    """What is resident, beyond what the floor has."""
    single = bench.made("single", lambda folder: make_long(folder, LONG, 1), indexed=True)
    plain = bench.made("plain", _without_yaml, indexed=True)
    texts = {"seeds": SEEDS, "5 MB with 6,000 claims": single, "5 MB alone": plain}
    with bench.running(*texts.values()) as terminals:
        floor, *ours = [resident_mb(terminal.pid) for terminal in terminals]
        for (name, folder), used in zip(texts.items(), ours, strict=True):
            text = sum(file.stat().st_size for file in folder.glob("*.txt")) / 1e6
            allowed = ALLOWED_MB + TIMES_TEXT * text
            note = f"{used:.1f} MB; floor {floor:.1f} MB"
            yield Figure(f"memory beyond the floor in MB, {name}", used - floor, round(allowed, 1), note)


def _without_yaml(folder: object) -> None:
    from pathlib import Path

    made = make_long(Path(str(folder)), LONG, 1)
    for file in made.glob("*.yaml"):
        file.unlink()
