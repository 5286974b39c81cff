"""Studying the sources of a dossier, and what they say together: kept by the content of each source.

``python -m dossier.store.studying PATH`` does it in a process of its own, on as many processors as there are, and
prints a line of JSON, ``{"done": ..., "total": ...}``, from time to time. It may be killed at any time.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import pickle
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.analysis.findings import RULES, Findings
from dossier.model.derived import Derived
from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError, UnreadableError
from dossier.store.locations import cache_directory, key_of

if TYPE_CHECKING:
    from dossier.model.source import Block, Source

MOST_SOURCES = 2000
"""Sources up to which they are studied; beyond, suggestions would take minutes and gigabytes."""
SEVERAL = 12
"""Sources from which on more than one processor is used: another process costs as much to start as five articles."""
EVERY = 20
"""Sources after which progress is told, and what was found is kept."""
LONGEST = 400_000
"""Code points of a source that are studied."""


def study_dossier(dossier: Dossier) -> Iterator[tuple[int, int, Derived | None]]:
    """Study what is not known yet; yields how many sources are done, of how many, and at the end what was derived."""
    from dossier.analysis.deriving import Studied, derive

    sources = [source for source in dossier.sources if source.digest and not source.problem]
    if len(sources) > MOST_SOURCES:
        yield len(sources), len(sources), Derived()
        return
    with contextlib.closing(_Kept(dossier)) as kept:
        whole = kept.key_of_all(sources)
        derived = kept.get(whole)
        if isinstance(derived, Derived):
            yield len(sources), len(sources), derived
            return
        found: dict[str, Findings] = {}
        for done in _studied(dossier, sources, kept, found):
            yield done, len(sources), None
        studied = [Studied(s.id, _text(dossier, s), found[s.id]) for s in sources if s.id in found]
        derived = derive(studied)
        kept.put({whole: derived})
    yield len(sources), len(sources), derived


def known_suggestions(dossier: Dossier) -> Derived | None:
    """What was derived from exactly these sources by the rules of today; None where that is not known."""
    sources = [source for source in dossier.sources if source.digest and not source.problem]
    if len(sources) > MOST_SOURCES or not _file_of(dossier).exists():
        return None
    with contextlib.closing(_Kept(dossier)) as kept:
        derived = kept.get(kept.key_of_all(sources))
    return derived if isinstance(derived, Derived) else None


def _studied(
    dossier: Dossier, sources: Sequence[Source], kept: _Kept, found: dict[str, Findings]
) -> Iterator[int]:
    waiting: list[Source] = []
    for source in sources:
        known = kept.get(kept.key_of(source))
        if isinstance(known, Findings):
            found[source.id] = known
        else:
            waiting.append(source)
    fresh: dict[str, object] = {}
    for source, findings in _each(dossier, waiting):
        found[source.id] = findings
        fresh[kept.key_of(source)] = findings
        if len(fresh) >= EVERY:
            kept.put(fresh)
            fresh = {}
            yield len(found)
    kept.put(fresh)
    yield len(found)


def _each(dossier: Dossier, sources: Sequence[Source]) -> Iterator[tuple[Source, Findings]]:
    """Study each; in several processes when there are many."""
    works = ((source, _work(dossier, source)) for source in sources)
    if len(sources) < SEVERAL or (os.cpu_count() or 1) < 2:
        for source, work in works:
            yield source, _study(work)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        yield from zip(sources, pool.map(_study, (work for _, work in works), chunksize=4), strict=True)


Work = tuple[str, "tuple[Block, ...]", str]
"""The text of a source, its blocks, and when it was published."""


def _work(dossier: Dossier, source: Source) -> Work:
    try:
        reading = dossier.reading(source.id)
    except UnreadableError:
        return "", (), ""
    return reading.text[:LONGEST], tuple(b for b in reading.blocks if b.end <= LONGEST), source.metadata.published


def _study(work: Work) -> Findings:
    from dossier.analysis.study import study

    return study(*work) if work[0] else Findings()


def _text(dossier: Dossier, source: Source) -> str:
    try:
        return dossier.reading(source.id).text
    except UnreadableError:
        return ""


class _Kept:
    """What was found, in a SQLite file in the cache; where none can be kept, everything is made anew."""

    def __init__(self, dossier: Dossier) -> None:
        self._connection: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            path = _file_of(dossier)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._connection = sqlite3.connect(path, timeout=5)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB)")

    def close(self) -> None:
        """Let the file go."""
        if self._connection is not None:
            self._connection.close()

    @staticmethod
    def key_of(source: Source) -> str:
        """What findings depend on: the content, the date it was published, and the rules."""
        return f"{RULES} {source.digest} {source.metadata.published}"

    def key_of_all(self, sources: Sequence[Source]) -> str:
        """What is derived from all of them depends on each, and on their ids."""
        from hashlib import sha256

        rows = "\n".join(sorted(f"{source.id} {self.key_of(source)}" for source in sources))
        return f"all {sha256(rows.encode()).hexdigest()}"

    def get(self, key: str) -> object:
        """What was kept under a key; None when there is none, or it is damaged."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
            return _OwnClasses(io.BytesIO(row[0])).load() if row else None
        except Exception:  # whatever is wrong with the cache, it can be made anew
            return None

    def put(self, found: Mapping[str, object]) -> None:
        """Keep what was found; of what is derived from all sources only the newest."""
        if self._connection is None or not found:
            return
        rows = [(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL)) for key, value in found.items()]
        with contextlib.suppress(sqlite3.Error), self._connection:
            if any(key.startswith("all ") for key in found):
                self._connection.execute("DELETE FROM kept WHERE key LIKE 'all %'")
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)


class _OwnClasses(pickle.Unpickler):
    """Reads values of this program and of nobody else: a cache is no place for code."""

    def find_class(self, module: str, name: str) -> Any:
        """A value class of the model or the analysis."""
        if module.startswith(("dossier.model.", "dossier.analysis.")) or (module, name) == ("builtins", "frozenset"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not a value of this program")


def _file_of(dossier: Dossier) -> Path:
    return cache_directory() / key_of(dossier.path) / "findings.sqlite"


def main() -> int:
    """Study the dossier named on the command line; the exit code is 0, 2 for wrong usage, or the error's."""
    from dossier.store.opening import open_dossier

    if len(sys.argv) != 2:
        print("usage: python -m dossier.store.studying PATH", file=sys.stderr)
        return 2
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        for done, total, _ in study_dossier(open_dossier(Path(sys.argv[1]))):
            print(json.dumps({"done": done, "total": total}), flush=True)
    except DossierError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
