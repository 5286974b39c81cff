"""Typing into the sidebar's filter, and into the search box."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from statistics import median

from tests.benchmarks.bench import CALM, LONG, Bench
from tests.benchmarks.dossiers import make_crowded, make_long
from tests.benchmarks.figures import Figure, ratio, spread

ENTITIES = 50_000
TYPED = ("amina", "lindq", "on 12", "karin", "zz", "o")
QUERIES = {
    "a letter": ("t", "m", "w", "s", "b"),
    "three letters": ("cop", "har", "min", "out", "wat"),
    "a word": ("tender", "council", "harbour", "ministry", "season"),
    "two words": ("harbour council", "copper output", "debt loan", "county season", "water power"),
    "a phrase": ('"copper output"', '"rail price"', '"bank study"', '"plant road"', '"mine copper"'),
    "a name": ("Amina Barwick", "Olga Norsby", "Hamid Mengal", "Greta Jatoi", "Celia Ibsen"),
    "a rare word": ("plot 4711", "4712", "plot 99", "$777", "valued 5001"),
    "nothing": ("zqx", "xzq", "qqq", "zzqx", "qxqx"),
}
"""Every query is asked once: a finder may remember what it has found."""


def sidebar(bench: Bench) -> Iterator[Figure]:
    """Filtering very many entities as one types."""
    folder = bench.made("crowded", lambda folder: make_crowded(folder, ENTITIES))
    with bench.running(folder) as (floor, ours):
        ours.key("f")
        ours.settle(CALM)
        used, trivial, wall, frames = [], [], [], []
        for word in TYPED:
            for character in word:
                trivial.append(floor.respond(partial(floor.key, "x")).processor)
                found = ours.respond(partial(ours.key, "space" if character == " " else character))
                used.append(found.processor)
                wall.append(found.first)
                frames.append(found.frames)
            bench.show(f"filter {word}", ours)
            ours.key("escape")
            ours.settle()
    note = f"processor {spread(used)}; wall {spread(wall)}; floor {spread(trivial)}"
    yield Figure(f"typing with {ENTITIES:,} entities: frames a key, at most", max(frames), 1)
    yield Figure(f"typing with {ENTITIES:,} entities / trivial key", ratio(used, trivial), 2.5, note)


def finding(bench: Bench) -> Iterator[Figure]:
    """Finding in one long article: the finder alone, and a key in the box."""
    folder = bench.made("single", lambda folder: make_long(folder, LONG, 1), indexed=True)
    yield from _finder(bench, folder)
    with bench.running(folder) as (floor, ours):
        ours.key("/")
        ours.type("copper")
        ours.settle(CALM)
        used, trivial, wall, frames = [], [], [], []
        for character in (*" harbour", *["backspace"] * 8, *" tender"):
            trivial.append(floor.respond(partial(floor.key, "x")).processor)
            found = ours.respond(partial(ours.key, "space" if character == " " else character))
            used.append(found.processor)
            wall.append(found.first)
            frames.append(found.frames)
        bench.show("search in 5 MB", ours)
    note = f"wall {spread(wall)}; floor {spread(trivial)}; frames at most {max(frames)}"
    yield Figure("typing in the search box, 5 MB: processor ms a key", median(used), None, f"{spread(used)}; {note}")


def _finder(bench: Bench, folder: object) -> Iterator[Figure]:
    import os
    from pathlib import Path

    os.environ.update(bench.environment("single"))
    from dossier.search.finder import Finder
    from dossier.store.opening import open_dossier

    dossier = open_dossier(Path(str(folder)))
    finder = Finder(dossier)
    source = dossier.sources[0].id
    began = time.process_time()
    finder.results("copper", source)
    first = 1000 * (time.process_time() - began)
    each: dict[str, list[float]] = {}
    for kind, queries in QUERIES.items():
        for query in queries:
            began = time.process_time()
            hits = finder.results(query, source).total_hits
            each.setdefault(kind, []).append(1000 * (time.process_time() - began))
            if bench.verbose:
                print(f"--- {query}: {hits} hits, {each[kind][-1]:.1f} ms")
    medians = {kind: median(times) for kind, times in each.items()}
    note = f"first query {first:.1f}; " + ", ".join(f"{kind} {ms:.1f}" for kind, ms in medians.items())
    yield Figure("finding in 5 MB: processor ms, slowest kind of query", max(medians.values()), 10, note)
