"""The folders of a full-text index: one in use, one being built, switched by a rename."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from dossier.search.schema import VERSION

_POINTER = "current.json"


@dataclass(frozen=True, slots=True)
class Generations:
    """The generations of one index below ``folder``, numbered from 1."""

    folder: Path

    def current(self) -> Path | None:
        """The folder of the index in use; ``None`` when none of this version has been finished."""
        found = self._pointer()
        if found.get("version") != VERSION:
            return None
        path = self._path(found["generation"])
        return path if path.is_dir() else None

    def next(self) -> Path:
        """The folder to build the next generation in; what an interrupted build left there is still there."""
        return self._path(self._pointer().get("generation", 0) + 1)

    def beside(self) -> Path:
        """An empty folder of this process to make something in that is then renamed."""
        path = self.folder / f"new-{os.getpid()}"
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        return path

    def switch(self, to: Path) -> None:
        """Make the finished index in the folder ``to`` the one in use, and remove the others."""
        pointer = {"generation": int(to.name[1:]), "version": VERSION}
        beside = self.folder / f"{_POINTER}.{os.getpid()}"
        with beside.open("w", encoding="utf-8") as file:
            json.dump(pointer, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, self.folder / _POINTER)
        for other in (*self.folder.glob("g*"), *self.folder.glob("new-*")):
            if other != to:
                # a reader may still hold it open where open files cannot be removed; the next switch tries again
                shutil.rmtree(other, ignore_errors=True)

    def discard(self, path: Path) -> None:
        """Remove an index that cannot be used; raises :class:`OSError` when the folder is not writable."""
        if self.current() == path:
            (self.folder / _POINTER).unlink(missing_ok=True)
        shutil.rmtree(path, ignore_errors=True)

    def _path(self, generation: int) -> Path:
        return self.folder / f"g{generation}"

    def _pointer(self) -> dict[str, int]:
        """What the pointer file says; nothing when there is none or it is damaged."""
        try:
            found = json.loads((self.folder / _POINTER).read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict) or not all(isinstance(value, int) for value in found.values()):
            return {}
        return found if {"generation", "version"} <= found.keys() else {}
