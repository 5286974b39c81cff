"""What people use instead, where it is installed: opening, paging and searching the same 5 MB."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.bench import CALM, LONG, SIZE, Bench
from tests.benchmarks.dossiers import RARE, make_long
from tests.benchmarks.figures import Figure
from tests.terminal import QUIET, Terminal

TITLE = "Valuations, part 1"
VIEWERS = {"less": ["less"], "vim": ["vim", "-u", "NONE", "-n"], "nvim": ["nvim", "-u", "NONE", "-n"]}
SEARCHERS = {"grep": ["grep", "-c", RARE], "rg": ["rg", "-c", RARE]}
ABSENT = "zqx zqx"


def others(bench: Bench) -> Iterator[Figure]:
    """Dossier's times over theirs."""
    folder = bench.made("single", lambda folder: make_long(folder, LONG, 1), indexed=True)
    text = folder / "article-1.txt"
    opened: dict[str, list[float]] = {}
    paged: dict[str, list[float]] = {}
    searched: dict[str, list[float]] = {}
    commands = {name: command for name, command in VIEWERS.items() if shutil.which(command[0])}
    for _ in range(max(3, bench.runs // 2)):
        for name in ("dossier", *commands):
            terminal = _opened(bench, name, commands, folder, text)
            with terminal:
                terminal.wait(TITLE)
                terminal.settle(CALM)
                opened.setdefault(name, []).append(terminal.first_shown(TITLE))
                key = {"dossier": "space", "less": "space"}.get(name, "ctrl+f")
                pages = [terminal.respond(partial(terminal.key, key)).last for _ in range(5)]
                paged.setdefault(name, []).append(median(pages))
                terminal.type("/" + ABSENT[:-1])
                terminal.settle(CALM)
                act = partial(terminal.type, ABSENT[-1] + ("" if name == "dossier" else "\r"))
                searched.setdefault(name, []).append(terminal.respond(act, QUIET).last)
                bench.show(f"{name}: {ABSENT!r} searched", terminal)
    for name in commands:
        for what, times in (("open", opened), ("page", paged), ("search to the end of", searched)):
            ours, theirs = median(times["dossier"]), median(times[name])
            note = f"{ours:.1f} ms against {theirs:.1f}, wall"
            yield Figure(f"{what} 5 MB / {name}", ours / theirs, None, note)
    for name, command in SEARCHERS.items():
        if shutil.which(command[0]):
            theirs = median(_run([*command, str(text)]) for _ in range(bench.runs))
            ours = median(searched["dossier"])
            note = f"{ours:.1f} ms against {theirs:.1f}, wall"
            yield Figure(f"a key in the search box, 5 MB / {name} once", ours / theirs, None, note)


def _opened(bench: Bench, name: str, commands: dict[str, list[str]], folder: Path, text: Path) -> Terminal:
    if name == "dossier":
        return bench.application(folder)
    return Terminal([*commands[name], str(text)], SIZE, {"LESS": "", "LESSHISTFILE": "-"})


def _run(command: list[str]) -> float:
    began = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    os.waitpid(os.posix_spawnp(command[0], command, os.environ, file_actions=quiet), 0)
    return 1000 * (time.perf_counter() - began)
