"""One walk through a folder of sources."""

from __future__ import annotations

import os
import re
from pathlib import Path

from dossier.ingest.folder import is_source_name
from dossier.ingest.found import FoundFile
from dossier.model.problem import Problem, Severity

_DIGITS = re.compile(r"[0-9]+")
_PLACES = 20  # digits of the largest number that is put in order by its value


def natural_key(file: str) -> tuple[str, str]:
    """The order people expect: folder by folder, numbers by value, upper and lower case alike, then exactly."""
    return _DIGITS.sub(_padded, file.casefold().replace("/", "\0")), file


def _padded(number: re.Match[str]) -> str:
    return number[0].zfill(_PLACES)


def folder_time(path: str) -> int:
    """When something was last added to a folder, taken away or renamed, in nanoseconds; -1 when it is gone."""
    try:
        return os.stat(path).st_mtime_ns
    except (OSError, ValueError):
        return -1


class Walk:
    """Goes through a folder once and collects its sources and problems.

    ``folders`` says of each folder that was looked into, relative to the first, when it had last changed by then:
    see :func:`folder_time`. The first itself is among them as "".
    """

    def __init__(self, folder: Path) -> None:
        self._root = os.fspath(folder)
        self._real = os.path.realpath(self._root)
        self.folders: dict[str, int] = {}
        self._files: list[FoundFile] = []
        self._links: list[tuple[str, os.DirEntry[str]]] = []
        self._problems: list[Problem] = []

    def result(self) -> tuple[list[FoundFile], list[Problem]]:
        """The files in natural order, and the problems in order of their place."""
        waiting = [(self._root, "")]
        while waiting:
            waiting.extend(self._directory(*waiting.pop()))
        self._resolve_links()
        self._files.sort(key=lambda found: natural_key(found.file))
        self._drop_namesakes()
        self._problems.sort(key=lambda problem: (problem.file, problem.message))
        return self._files, self._problems

    def _directory(self, path: str, prefix: str) -> list[tuple[str, str]]:
        inner: list[tuple[str, str]] = []
        self.folders[prefix] = folder_time(path)  # before looking: what changes meanwhile is not taken for seen
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.name[:1] == ".":
                        continue
                    file = prefix + entry.name
                    if entry.is_symlink():
                        self._links.append((file, entry))
                    elif entry.is_dir(follow_symlinks=False):
                        inner.append((entry.path, file + "/"))
                    elif is_source_name(entry.name) and entry.is_file(follow_symlinks=False):
                        self._add(file, entry.path, entry)
        except OSError as error:
            advice = "its sources are missing; check its permissions"
            where = _shown(prefix.rstrip("/")) or "."
            self._warn(where, f"the folder cannot be read ({error.strerror})", advice)
        return inner

    def _add(self, file: str, path: str, entry: os.DirEntry[str]) -> None:
        try:
            stat = entry.stat()
        except OSError:
            return  # gone since it was listed: no longer part of the folder
        self._files.append(FoundFile(_shown(file), path, stat.st_size, stat.st_mtime_ns))

    def _resolve_links(self) -> None:
        if not self._links:
            return
        listed = {os.path.realpath(found.path) for found in self._files}
        for file, entry in sorted(self._links, key=lambda link: natural_key(link[0])):
            target = os.path.realpath(entry.path)
            source = is_source_name(entry.name)
            if not os.path.exists(target):
                if source:
                    self._warn(_shown(file), "the link leads nowhere", "remove it or restore the file it names")
            elif not self._inside(target):
                if source or os.path.isdir(target):
                    advice = "copy the file into the folder to use it as a source"
                    self._warn(_shown(file), "the link leads outside the folder and was not followed", advice)
            elif source and os.path.isfile(target) and target not in listed:
                listed.add(target)
                self._add(file, entry.path, entry)

    def _inside(self, target: str) -> bool:
        return target == self._real or target.startswith(self._real.rstrip(os.sep) + os.sep)

    def _drop_namesakes(self) -> None:
        kept: dict[str, FoundFile] = {}
        if len({found.file for found in self._files}) == len(self._files):
            return
        self._files.sort(key=lambda found: (natural_key(found.file), found.path))
        for found in self._files:
            if kept.setdefault(found.file, found) is not found:
                self._warn(found.file, "two files have names that look the same", "rename one; only the first is read")
        self._files = list(kept.values())

    def _warn(self, file: str, message: str, advice: str) -> None:
        self._problems.append(Problem(message, advice, file=file, severity=Severity.WARNING))


def _shown(file: str) -> str:
    if file.isprintable():
        return file
    from dossier.ingest.cleaning import clean

    return clean(file)[0].replace("\n", "␊")
