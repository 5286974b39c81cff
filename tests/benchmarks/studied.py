"""How fast sources are studied, one and very many, and whether one can read meanwhile.

The articles are those of gold/attribution, given again with other names until there are enough.
"""

from __future__ import annotations

import gc
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from os import environ, getpid
from pathlib import Path
from statistics import mean, quantiles
from typing import TYPE_CHECKING

from tests.benchmarks.bench import Bench
from tests.benchmarks.dossiers import index
from tests.benchmarks.figures import Figure, spread
from tests.processes import resident_mb, tree

if TYPE_CHECKING:
    from dossier.model.source import Reading
    from tests.terminal import Terminal

MANY = 1000
FEW, TIMES = 8, 6
"""The part of them after which memory is looked at first, and how many times as many it is looked at last."""
SIZE = 5000
"""Code points of the article whose price is told."""
TRIES = 3
"""How often each article is studied: what else the machine does meanwhile makes a try dearer, never cheaper."""
SENTENCES = 30_000
BEATS, BEAT = 300, 0.03
"""How often a key is pressed while sources are studied, and seconds between two presses."""
_SYLLABLES = ("ar", "en", "is", "ov", "um", "al", "et", "or")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def studying(bench: Bench) -> Iterator[Figure]:
    """The price of studying an article, the speed and the memory for very many, reading meanwhile, one more article."""
    gc.disable()  # as where sources are studied
    texts = _texts()
    if not texts:
        print("the articles are not there: nothing is measured")
        return
    yield _one_article(texts)
    folder = bench.made("thousand", lambda folder: _write(folder, texts, MANY))
    half = bench.made("half-thousand", lambda folder: _write(folder, texts, MANY // 2))
    yield from _memory_of_one(folder)
    yield from _many(bench, half, folder)
    yield from _reading_meanwhile(bench, folder)
    yield _one_more(texts)


def _texts() -> list[str]:
    from tests.benchmarks.steps import GOLD

    files = sorted((GOLD / "attribution").glob("*.txt"))
    return [file.read_text(encoding="utf-8") for file in files]


def _renamed(text: str, number: int) -> str:
    """The text with every word that begins with a capital made another; as it is for number 0."""
    return _NAME.sub(lambda found: found[0] + _SYLLABLES[(number - 1) % len(_SYLLABLES)], text) if number else text


def _write(folder: Path, texts: list[str], count: int) -> None:
    folder.mkdir()
    for n in range(count):
        text = _renamed(texts[n % len(texts)], n // len(texts))
        (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")


def _reading(text: str) -> Reading:
    from dossier.ingest.reading import read_bytes

    return read_bytes(text.encode(), "article.txt", "article")[1]


def _one_article(texts: list[str]) -> Figure:
    from dossier.analysis.study import study

    readings = [_reading(text) for text in texts]
    for reading in readings[:10]:
        study(reading.text, reading.blocks, "")
    prices, all_prices = [], []
    for reading in readings:
        tries = [_price(partial(study, reading.text, reading.blocks, "2016-03-01")) for _ in range(TRIES)]
        prices.append(min(tries) * 1e3 * SIZE / len(reading.text))
        all_prices.extend(one * 1e3 * SIZE / len(reading.text) for one in tries)
    size = f"{len(prices)} articles of {mean(map(len, texts)):,.0f} code points"
    note = f"{spread(prices)}; {size}; {mean(all_prices):.1f} over every try"
    whole = mean(prices)
    return Figure(f"studying {SIZE / 1000:g} kB: processor ms, mean of the best of {TRIES}", whole, 20, note)


def _price(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _many(bench: Bench, half: Path, whole: Path) -> Iterator[Figure]:
    from_half, of_half, _ = _study(bench, half)
    seconds, most, parts = _study(bench, whole)
    note = f"{seconds:.1f} s; {MANY // 2} articles {from_half:.1f} s"
    yield Figure(f"{MANY} articles end to end, articles a second", MANY / seconds, 60, note, least=True)
    note = f"{most:.0f} MB in {parts} processes; {of_half:.0f} MB for half as many"
    yield Figure("memory of twice the articles / half as many", most / of_half, 2, note)
    yield _one_shown(bench, whole)


def _one_shown(bench: Bench, folder: Path) -> Figure:
    """A new article in a folder that has been studied: when it is shown with what it shares, and when all is done."""
    added = folder / "added.txt"
    added.write_text((folder / "0000.txt").read_text(encoding="utf-8").replace("a", "o"), encoding="utf-8")
    try:
        environment = _environment(bench)
        index(folder, environment)
        began = time.monotonic()
        command = [sys.executable, "-m", "dossier.store.studying", str(folder)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            told = (line for line in process.stdout or () if json.loads(line)["ready"])
            soon, whole = (time.monotonic() - began for _ in told)
    finally:
        added.unlink()
    note = f"{soon:.1f} s; all is derived anew after {whole:.1f} s"
    return Figure(f"one more article of {MANY}: shown / derived anew", soon / whole, 0.33, note)


def _memory_of_one(folder: Path) -> Iterator[Figure]:
    """What a process holds after it has studied very many articles and kept nothing, beside what it held before.

    The first few thousand fill what is kept of words, which has a limit; then next to nothing is added.
    """
    program = (
        "import gc, sys; gc.disable(); from pathlib import Path\n"
        "from tests.benchmarks.studied import study_all\n"
        f"study_all(Path({str(folder)!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=True, text=True)
    early, late, full, last = map(float, done.stdout.split())
    note = f"{late:.0f} MB; {early:.0f} MB after {MANY // FEW} articles"
    yield Figure(f"memory of a process after {MANY} articles / after {MANY // FEW}", late / early, 1.5, note)
    name = f"memory of a process after {TIMES * MANY} articles / after {TIMES * MANY // 2}"
    yield Figure(name, last / full, 1.1, f"{last:.0f} MB")


def study_all(folder: Path) -> None:
    """Study every file and keep nothing, several times with other names; prints the megabytes that are resident after
    some, after all, halfway and in the end."""
    from dossier.analysis.study import study

    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    for n in range(1, TIMES * MANY + 1):
        reading = _reading(_renamed(texts[n % len(texts)], n // len(texts)))
        study(reading.text, reading.blocks, "")
        if n in (MANY // FEW, MANY, TIMES * MANY // 2, TIMES * MANY):
            print(resident_mb(getpid()))


def _environment(bench: Bench, *, new: bool = False) -> dict[str, str]:
    """A cache of its own for what is studied, which is empty where it is ``new``."""
    cache = bench.folder / "studied"
    if new:
        shutil.rmtree(cache, ignore_errors=True)
    return environ | bench.environment() | {"DOSSIER_CACHE_DIR": str(cache)}


def _study(bench: Bench, folder: Path) -> tuple[float, float, int]:
    """Seconds for reading and studying, the most megabytes that were resident, and in how many processes."""
    environment = _environment(bench, new=True)
    began = time.monotonic()
    index(folder, environment)
    read = time.monotonic()
    command = [sys.executable, "-m", "dossier.store.studying", str(folder)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    most, parts = 0.0, 0
    while process.poll() is None:
        alive = tree(process.pid)
        most, parts = max(most, sum(map(resident_mb, alive))), max(parts, len(alive))
        time.sleep(0.1)
    if process.returncode:
        raise RuntimeError(f"studying ended with {process.returncode}")
    ended = time.monotonic()
    bench.say(f"{folder.name}: read in {read - began:.1f} s, studied in {ended - read:.1f} s")
    return ended - began, most, parts


def _reading_meanwhile(bench: Bench, folder: Path) -> Iterator[Figure]:
    """A key every few milliseconds while sources are studied: how long until its frame is there."""
    fresh = bench.folder / "reading"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(folder, fresh)
    for file in fresh.glob("*.txt"):
        file.write_text(f"{file.read_text(encoding='utf-8')}\n\nNumber {time.time_ns()}\n", encoding="utf-8")
    with bench.application(fresh) as terminal:
        terminal.wait("studying", 60)
        waits: list[float] = []
        busy = 0
        for n in range(BEATS):
            waits.append(_wait(terminal, "j" if n % 40 < 20 else "k"))
            busy += any(word in terminal.text() for word in ("studying", "comparing"))
        bench.show("reading while sources are studied", terminal)
    note = f"{spread(waits)}; studied at {busy} of {BEATS} keys"
    yield Figure("key to frame in ms while sources are studied, p99", quantiles(waits, n=100)[98], 33, note)


def _wait(terminal: Terminal, key: str) -> float:
    """Milliseconds from a press to the next frame; then the rest of the beat passes."""
    frames = len(terminal.frames)
    pressed = terminal.key(key)
    ends = time.monotonic() + BEAT
    while len(terminal.frames) == frames or time.monotonic() < ends:
        terminal.pump(max(0.001, ends - time.monotonic()))
        if time.monotonic() > ends + 1:
            return 1000.0
    return (terminal.frames[frames][0] - pressed) / 1e6


def _one_more(texts: list[str]) -> Figure:
    """The price of one more article in an alignment of many, beside studying it."""
    from dossier.analysis.alignment.alignment import Aligner, Statement
    from dossier.analysis.sentences.sentences import sentences
    from dossier.analysis.study import study

    def statements(source: str, reading: Reading) -> list[Statement]:
        text = reading.text
        found = sentences(text, reading.blocks)
        return [Statement(source, one.start, one.end, text[one.start : one.end]) for one in found]

    aligner, count, number = Aligner(), 0, 0
    while count < SENTENCES:
        reading = _reading(_renamed(texts[number % len(texts)], number // len(texts)))
        number += 1
        count += len(aligner.add(statements(f"{number:05}", reading)))
    aligner.pairs(0.9, "00001")
    alone, more = [], []
    for n, text in enumerate(texts[::4]):
        reading, source = _reading(_renamed(text, 97 + n)), f"new-{n}"
        stated = statements(source, reading)
        began = time.process_time()
        study(reading.text, reading.blocks, "")
        studied = time.process_time()
        aligner.add(stated)
        aligner.pairs(0.2, source)
        alone.append(studied - began)
        more.append(time.process_time() - began)
    note = f"{1e3 * mean(more):.1f} ms; alone {1e3 * mean(alone):.1f} ms; {count:,} sentences"
    return Figure("adding one article to 30,000 sentences / studying it alone", mean(more) / mean(alone), 2, note)
