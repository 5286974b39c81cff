"""Files of JSON lines that are only ever added to. Each line has a checksum; what is half written is left out."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from dossier.store.regular import open_regular
from dossier.store.saving.locking import PATIENCE, LockedError, acquire, release

_SUM = ', "sum": "'
"""What stands before the checksum at the end of a line."""


def sealed(content: Mapping[str, object]) -> bytes:
    """One line: the object with the checksum of all that stands before it."""
    text = json.dumps(content, ensure_ascii=True)[:-1]
    return f'{text}{_SUM}{_digest(text)}"}}\n'.encode()


def unsealed(line: bytes) -> dict[str, object] | None:
    """The object of a line, ``None`` when it is not whole."""
    text = line.decode("ascii", "replace").strip()
    head, mark, digest = text.rpartition(_SUM)
    if not mark or digest != f'{_digest(head)}"}}':
        return None
    try:
        found = json.loads(f"{head}}}")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=12).hexdigest()


def append(path: Path, content: Mapping[str, object], mode: int = 0o666) -> None:
    """Adds a line and flushes it to the disk; raises :class:`OSError`, and the file is then as it was.

    A half line that a crash left is closed first.
    """
    new = not path.exists()
    with opened(path, os.O_APPEND | os.O_CREAT, mode) as handle:
        _append(handle, sealed(content))
    if new:
        flush_folder(path.parent)


@contextlib.contextmanager
def opened(path: Path, flags: int = 0, mode: int = 0o666, patience: float = PATIENCE) -> Iterator[int]:
    """The file for this handle alone, and not one that was replaced meanwhile.

    Raises :class:`OSError`, and :class:`LockedError` when it was in use for ``patience`` seconds.
    """
    while True:
        handle = os.open(path, os.O_RDWR | flags | getattr(os, "O_BINARY", 0), mode)
        try:
            if not acquire(handle, patience):
                raise LockedError(f"{path} is in use by another program; try again")
            try:
                if _is_still(path, handle):
                    yield handle
                    return
            finally:
                release(handle)
        finally:
            os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), os.stat(path))
    return False


def _append(handle: int, line: bytes) -> None:
    size = os.lseek(handle, 0, os.SEEK_END)
    if size:
        os.lseek(handle, size - 1, os.SEEK_SET)
        line = line if os.read(handle, 1) == b"\n" else b"\n" + line
    try:
        left = memoryview(line)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def flush_folder(folder: Path) -> None:
    """Makes a new name in a folder durable, where the platform lets a folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def lines(path: Path, start: int = 0) -> Iterator[tuple[dict[str, object] | None, int]]:
    """The objects from byte ``start`` on, ``None`` for a line that is not whole, each with where its line ends.

    A last line without its end is left out: it may still be being written. Raises :class:`OSError`; a file that is
    missing has no lines.
    """
    try:
        file = open_regular(path)
    except FileNotFoundError:
        return
    with file:
        file.seek(start)
        for line in file:
            start += len(line)
            if line.endswith(b"\n"):
                if line.strip():
                    yield unsealed(line), start
            else:
                found = unsealed(line)
                if found is not None:
                    yield found, start
