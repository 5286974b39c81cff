"""The tables of the catalogue, and the version that says whether they can be used."""

from __future__ import annotations

READING_VERSION = 3
"""Raise it whenever ingest or the finding of names gives another result for the same bytes."""

_SCHEMA_VERSION = 4

VERSION = _SCHEMA_VERSION * 10_000 + READING_VERSION
"""Kept as SQLite's ``user_version``; a catalogue of another version is thrown away and built anew."""

SOURCE_COLUMNS = (
    "file, size, modified, digest, length, opening, problem, title, publisher, author, published, url, language"
)

TABLES = f"""
CREATE TABLE IF NOT EXISTS sources ({SOURCE_COLUMNS}, PRIMARY KEY (file)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS readings (key PRIMARY KEY, text, kinds, starts, ends, derived, original);
CREATE TABLE IF NOT EXISTS mentions (key, names, counts, ids, which, starts, ends, PRIMARY KEY (key, names));
CREATE TABLE IF NOT EXISTS totals (key PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS anchors (key PRIMARY KEY, anchor, start, stop, score, changes) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listing (head, ids, rows, checksum);
PRAGMA user_version = {VERSION};
"""
"""``key`` is the content's: the digest of a file's bytes and how it is read, see ``content_key``."""
