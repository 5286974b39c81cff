"""The catalogue: what is derived from the files of a large dossier, in SQLite in the cache directory.

Losing it loses nothing. Whatever is wrong with it, a dossier opens: it then works in memory and says so.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import Any

from dossier.ingest.found import FoundFile
from dossier.model.entity import Mention
from dossier.model.mentions import Mentions
from dossier.model.passage import Anchor, Anchoring, Change, ChangeKind
from dossier.model.problem import Problem, Severity
from dossier.model.source import Metadata, Reading, Source
from dossier.store.listing import Listing, pack_listing, unpack_listing
from dossier.store.locations import catalogue_file
from dossier.store.packing import content_key, counted, numbers, pack_reading, unpack_reading, unpacked
from dossier.store.schema import SOURCE_COLUMNS, TABLES, VERSION

_PATIENCE = 0.5
"""Seconds to wait for another process that writes; opening a dossier must not hang on one."""

Row = tuple[Any, ...]
"""A row of a table; SQLite does not say what is in it."""


class Catalogue:
    """What is known of files by their size, time and content. Safe to use from several threads.

    ``problem`` says why nothing can be kept, where that is so.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, problem: Problem | None = None) -> None:
        self._folder = folder
        self._connection = connection
        self._lock = RLock()
        self.problem = problem

    @property
    def folder(self) -> Path:
        """The folder it is of."""
        return self._folder

    def known(self) -> dict[str, tuple[int, int, Row]]:
        """Size, modification time and row of every file that was read before, by file."""
        rows = self._ask(f"SELECT {SOURCE_COLUMNS} FROM sources")
        return {row[0]: (row[1], row[2], row) for row in rows}

    def keep(self, read: Iterable[tuple[FoundFile, Source, Reading | None]]) -> None:
        """Keeps what was read from files, in one transaction; a source with a problem has no reading."""
        sources: list[Row] = []
        readings: list[Row] = []
        for found, source, reading in read:
            about = source.metadata
            state = (found.file, found.size, found.modified, source.digest, source.length, source.opening)
            told = (about.title, about.publisher, about.author, about.published, about.url, about.language)
            sources.append((*state, source.problem, *told))
            if reading is not None:
                readings.append((content_key(source), *pack_reading(reading)))
        self._tell(
            (f"INSERT OR REPLACE INTO sources VALUES ({', '.join('?' * 13)})", sources),
            ("INSERT OR IGNORE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?)", readings),
        )

    def reading(self, source: Source) -> Reading | None:
        """The reading of a source, if its content is known."""
        query = "SELECT text, kinds, starts, ends, derived, original FROM readings WHERE key = ?"
        for row in self._ask(query, (content_key(source),)):
            with contextlib.suppress(ValueError, IndexError, TypeError, AttributeError):  # damaged: read it again
                return unpack_reading(row)
        return None

    def mentions(self, source: Source, names: str) -> Mentions | None:
        """The mentions in a source that were found with the names of that hash, if they were looked for."""
        query = "SELECT ids, which, starts, ends FROM mentions WHERE key = ? AND names = ?"
        for ids, which, starts, ends in self._ask(query, (content_key(source), names)):
            with contextlib.suppress(ValueError, IndexError, TypeError):
                return Mentions(source.id, json.loads(ids), unpacked(which), unpacked(starts), unpacked(ends))
        return None

    def keep_mentions(self, names: str, found: Iterable[tuple[Source, Sequence[Mention]]]) -> None:
        """Keeps mentions that were found with the names of that hash."""
        rows: list[Row] = []
        for source, mentions in found:
            counts = counted([mention.entity for mention in mentions])
            index = {entity: number for number, entity in enumerate(counts)}
            which = numbers(index[mention.entity] for mention in mentions)
            starts = numbers(mention.start for mention in mentions)
            ends = numbers(mention.end for mention in mentions)
            rows.append((content_key(source), names, json.dumps(counts), json.dumps(list(counts)), which, starts, ends))
        self._tell(("INSERT OR REPLACE INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)", rows))

    def tally(self, names: str) -> dict[str, Mapping[str, int]]:
        """How often each entity is named, by content key."""
        rows = self._ask("SELECT key, counts FROM mentions WHERE names = ?", (names,))
        found: dict[str, Mapping[str, int]] = {}
        for key, counts in rows:
            with contextlib.suppress(ValueError, TypeError):
                found[key] = json.loads(counts)
        return found

    def searched(self, names: str) -> set[str]:
        """The content keys of the texts that were searched for the names of that hash."""
        return {key for (key,) in self._ask("SELECT key FROM mentions WHERE names = ?", (names,))}

    def totals(self, key: str) -> dict[str, tuple[int, int]] | None:
        """Mentions and sources of each entity, if they were counted for the texts of that key."""
        for (value,) in self._ask("SELECT value FROM totals WHERE key = ?", (key,)):
            with contextlib.suppress(ValueError, TypeError):
                return {entity: (mentions, sources) for entity, (mentions, sources) in json.loads(value).items()}
        return None

    def keep_totals(self, key: str, totals: Mapping[str, tuple[int, int]]) -> None:
        """Keeps what was counted for the texts of that key, and forgets what was counted for others."""
        self._tell(("DELETE FROM totals", [()]), ("INSERT INTO totals VALUES (?, ?)", [(key, json.dumps(totals))]))

    def listing(self) -> Listing | None:
        """All the sources as they were when all of them were last known here."""
        for row in self._ask("SELECT head, ids, rows, checksum FROM listing"):
            with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):  # damaged: look at the files
                return unpack_listing(row)
        return None

    def keep_listing(self, listing: Listing) -> None:
        """Keeps the listing in the place of the one before; the same one is not written again."""
        if listing != self.listing():
            packed = pack_listing(listing)
            self._tell(("DELETE FROM listing", [()]), ("INSERT INTO listing VALUES (?, ?, ?, ?)", [packed]))

    def anchor(self, key: str) -> Anchoring | None:
        """What became of a selector in a text, if that was found out before."""
        query = "SELECT anchor, start, stop, score, changes FROM anchors WHERE key = ?"
        for anchor, start, stop, score, changes in self._ask(query, (key,)):
            with contextlib.suppress(ValueError, TypeError):
                told = json.loads(changes) if changes else ()
                found = tuple(Change(ChangeKind(kind), old, new) for kind, old, new in told)
                return Anchoring(Anchor(anchor), start, stop, score, found)
        return None

    def keep_anchors(self, anchors: Mapping[str, Anchoring]) -> None:
        """Keeps what became of selectors, by key."""
        rows = [
            (key, one.anchor.value, one.start, one.end, one.score, json.dumps(one.changes) if one.changes else "")
            for key, one in anchors.items()
        ]
        self._tell(("INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?, ?, ?)", rows))

    def forget_others(self, files: Iterable[str], names: str) -> None:
        """Drops what belongs to files that are gone and to names that have changed."""
        there = set(files)
        rows = self._ask("SELECT file, digest FROM sources")
        gone = [(file,) for file, _ in rows if file not in there]
        kept = {content_key(Source("", file, digest=digest)) for file, digest in rows if file in there}
        stale = [row for row in self._ask("SELECT key FROM readings") if row[0] not in kept]
        self._tell(
            ("DELETE FROM sources WHERE file = ?", gone),
            ("DELETE FROM readings WHERE key = ?", stale),
            ("DELETE FROM mentions WHERE key = ?", stale),
            ("DELETE FROM mentions WHERE names <> ?", [(names,)]),
        )

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()

    def __del__(self) -> None:
        # A dossier is opened anew whenever its files change, and nobody closes the one before.
        self._connection.close()

    def _ask(self, query: str, parameters: tuple[object, ...] = ()) -> list[Row]:
        try:
            with self._lock:
                return self._connection.execute(query, parameters).fetchall()
        except sqlite3.Error as error:
            self.problem = _not_kept(str(error))
            return []

    def _tell(self, *statements: tuple[str, Sequence[Row]]) -> None:
        try:
            with self._lock, self._connection:
                for statement, rows in statements:
                    self._connection.executemany(statement, rows)
        except sqlite3.Error as error:
            self.problem = _not_kept(str(error))


def source_of(row: Row, id: str) -> Source:
    """The source that a row of the catalogue describes."""
    file, _, _, digest, length, opening, problem, *about = row
    return Source(id, file, Metadata(*about), length, digest, opening=opening, problem=problem)


def open_catalogue(folder: Path) -> Catalogue:
    """The catalogue of ``folder``; a damaged one is built anew, and where none can be kept it is in memory."""
    path = catalogue_file(folder)
    try:
        return Catalogue(folder, _connected(path))
    except sqlite3.OperationalError as error:  # locked, or no place to write to: not damaged
        reason = str(error)
    except (sqlite3.DatabaseError, ValueError):
        try:
            for end in ("", "-wal", "-shm"):
                Path(f"{path}{end}").unlink(missing_ok=True)
            return Catalogue(folder, _connected(path))
        except (OSError, sqlite3.Error) as error:
            reason = str(error)
    except OSError as error:
        reason = error.strerror or str(error)
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    memory.executescript(TABLES)
    return Catalogue(folder, memory, _not_kept(reason))


def _connected(path: Path) -> sqlite3.Connection:
    """Raises :class:`ValueError` for a catalogue of another version."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, VERSION):
            raise ValueError(version)
        if version == 0:
            connection.executescript(TABLES)
        connection.execute("SELECT file FROM sources LIMIT 1").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _not_kept(reason: str) -> Problem:
    advice = "everything works, but files are read again each time; check the cache directory"
    return Problem(f"the cache cannot be used ({reason})", advice, severity=Severity.WARNING)
