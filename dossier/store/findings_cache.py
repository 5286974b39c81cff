"""What was found in the sources of a dossier, and derived from all of them, in a SQLite file in the cache."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.model.derived import RULES, Derived
from dossier.model.dossier import Dossier
from dossier.model.source import Source
from dossier.store.locations import cache_directory, key_of

if TYPE_CHECKING:
    import sqlite3

_ALL = f"all {RULES}"
"""What the key of something derived from all sources begins with."""
MOST_SOURCES = 2000
"""Sources up to which they are studied; beyond, suggestions would take minutes and gigabytes."""


def studied_sources(dossier: Dossier) -> list[Source] | None:
    """The sources that are studied: those that were read; None where there are too many of them.

    None of very many is looked at: that would take longer than all else at the start.
    """
    if len(dossier.sources) > 2 * MOST_SOURCES:
        return None
    found = [source for source in dossier.sources if source.digest and not source.problem]
    return found if len(found) <= MOST_SOURCES else None


def known_suggestions(dossier: Dossier) -> Derived | None:
    """What was derived from these sources by the rules of today: partial where some are not as they were then."""
    sources = studied_sources(dossier) if _file_of(dossier).exists() else None
    if sources is None:
        return None
    with contextlib.closing(FindingsCache(dossier)) as kept:
        derived = kept.get(kept.key_of_all(sources)) or kept.last()
        if not isinstance(derived, Derived):
            return None
        now = {source.id: kept.key_of(source) for source in sources}
    if derived.studied == now:
        return derived
    from dossier.store.outdated import still_holding

    return still_holding(derived, now)


class FindingsCache:
    """What was found, in a SQLite file in the cache; where none can be kept, everything is made anew."""

    def __init__(self, dossier: Dossier) -> None:
        import sqlite3

        self._connection: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            path = _file_of(dossier)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._connection = sqlite3.connect(path, timeout=5)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes is made again
            self._connection.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB)")

    def close(self) -> None:
        """Let the file go."""
        if self._connection is not None:
            self._connection.close()

    key_of_frequencies = f"frequencies {RULES}"
    """Of how often what statements are compared by stands in all of them; those of the newest sources are kept."""

    @staticmethod
    def key_of(source: Source) -> str:
        """What findings depend on: the content, the date it was published, and the rules."""
        return f"{RULES} {source.digest} {source.metadata.published}"

    def key_of_all(self, sources: Sequence[Source]) -> str:
        """What is derived from all of them depends on each, and on their ids."""
        from hashlib import sha256

        rows = "\n".join(sorted(f"{source.id} {self.key_of(source)}" for source in sources))
        return f"{_ALL} {sha256(rows.encode()).hexdigest()}"

    def get(self, key: str) -> object:
        """What was kept under a key; None when there is none, or it is damaged."""
        return self._read("SELECT value FROM kept WHERE key = ?", key)

    def _read(self, query: str, *values: str) -> object:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(query, values).fetchone()
            return OwnClasses(io.BytesIO(row[0])).load() if row else None
        except Exception:  # whatever is wrong with the cache, it can be made anew
            return None

    def last(self) -> object:
        """What was last derived from all sources by these rules, whatever they were; None when nothing was."""
        return self._read("SELECT value FROM kept WHERE key LIKE ?", f"{_ALL} %")

    def put(self, found: Mapping[str, object]) -> None:
        """Keep what was found, which may be packed already; of what is derived from all sources only the newest."""
        if self._connection is None or not found:
            return
        import sqlite3

        rows = [(key, value if isinstance(value, bytes) else _packed(value)) for key, value in found.items()]
        with contextlib.suppress(sqlite3.Error), self._connection:
            for kind in ("all", "frequencies"):
                if any(key.startswith(f"{kind} ") for key in found):
                    self._connection.execute("DELETE FROM kept WHERE key LIKE ?", (f"{kind} %",))
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)


def _packed(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


class OwnClasses(pickle.Unpickler):
    """Reads values of this program and of nobody else: a cache is no place for code."""

    def find_class(self, module: str, name: str) -> Any:
        """A value class of the model or the analysis."""
        if module.startswith(("dossier.model.", "dossier.analysis.")) or (module, name) == ("builtins", "frozenset"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not a value of this program")


def _file_of(dossier: Dossier) -> Path:
    return cache_directory() / key_of(dossier.path) / "findings.sqlite"
