"""The versions of reading texts that quotes were taken from, kept in the dossier so that they can be cited from them.

A version is named by the SHA-256 of its UTF-8 bytes and kept as ``.dossier/versions/<sha256>.txt.gz``: it belongs to
what a person decided, and is committed with it.
"""

from __future__ import annotations

import os
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Final

from dossier.model.errors import UnreadableError
from dossier.store.anchors.occurrences import cuts_word, occurrences
from dossier.store.atomic import write_atomically
from dossier.store.regular import open_regular

VERSIONS: Final = Path(".dossier", "versions")
"""Where they lie in the folder of a dossier; hidden, so that no version is taken for a source."""

_HEAD: Final = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""A gzip header (RFC 1952) that tells neither time nor system: the same text is the same file everywhere."""

_GZIP: Final = 16 + zlib.MAX_WBITS
_LARGEST: Final = 256 * 1024 * 1024
"""Bytes of a text that is read back; a file that unpacks to more is not one of ours."""


def version_of(text: str) -> str:
    """The SHA-256 of a reading text, 64 hexadecimal digits."""
    return sha256(_encoded(text)).hexdigest()


class Snapshots:
    """The versions that are kept in one dossier folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / VERSIONS

    def file(self, version: str) -> Path:
        """Where the text with this SHA-256 is kept, if it is."""
        return self._folder / f"{version}.txt.gz"

    def has(self, version: str) -> bool:
        """Whether it is kept."""
        return is_version(version) and os.path.isfile(self.file(version))

    def keep(self, text: str) -> str:
        """Keeps ``text`` unless it is kept already, and returns its version.

        Raises :class:`dossier.model.errors.DossierError` when it cannot be written.
        """
        version = version_of(text)
        if not self.has(version):
            write_atomically(self.file(version), _packed(_encoded(text)), mode=0o644)
        return version

    def text(self, version: str) -> str:
        """The text of a version.

        Raises :class:`UnreadableError` when it is not kept, or is not what its name says.
        """
        if not is_version(version):
            raise UnreadableError(f"{version[:80]!r} names no version; a version is a SHA-256, 64 hexadecimal digits")
        shown = (VERSIONS / f"{version}.txt.gz").as_posix()
        try:
            with open_regular(self.file(version)) as file:
                data = _unpacked(file.read())
        except FileNotFoundError:
            raise UnreadableError(f"{shown}: this version is not kept; restore the file from version control") from None
        except OSError as error:
            raise UnreadableError(f"{shown}: cannot be read ({error.strerror or error})") from None
        except (zlib.error, ValueError):
            raise UnreadableError(f"{shown}: damaged; restore the file from version control") from None
        if sha256(data).hexdigest() != version:
            raise UnreadableError(f"{shown}: not the text it is named by; restore the file from version control")
        try:
            return data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise UnreadableError(f"{shown}: not UTF-8 text; restore the file from version control") from None

    def holds(self, version: str, words: str) -> bool:
        """Whether a version is kept and has these words in it, whole: in the same looks or in others."""
        from dossier.analysis.language.normal_form import normal_form

        try:
            text = self.text(version)
        except UnreadableError:
            return False
        return _has(text, words.strip()) or _has(normal_form(text)[0], normal_form(words)[0].strip())

    def holding(self, words: str) -> str:
        """The version kept last that has these words in it, empty for none."""
        files = sorted(self._folder.glob("*.txt.gz"), key=lambda file: (-_written(file), file.name))
        kept = (file.name.removesuffix(".txt.gz") for file in files)
        return next((version for version in kept if self.holds(version, words)), "")


def _has(text: str, words: str) -> bool:
    """Whether the words stand there and neither end is inside another word or figure."""
    return any(not cuts_word(text, at) and not cuts_word(text, at + len(words)) for at in occurrences(text, words))


def _written(file: Path) -> int:
    """When, in nanoseconds since the epoch; 0 for a link that leads nowhere."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def is_version(version: str) -> bool:
    """Whether it has the form of a SHA-256: 64 hexadecimal digits in lower case."""
    return len(version) == 64 and not version.strip("0123456789abcdef")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return _HEAD + packer.compress(data) + packer.flush() + tail


def _unpacked(data: bytes) -> bytes:
    """Raises :class:`zlib.error` or :class:`ValueError` for what is no whole gzip file, or is too large."""
    unpacker = zlib.decompressobj(_GZIP)
    found = unpacker.decompress(data, _LARGEST)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError
    return found
