"""The encoding of a YAML file: read, and written again as it was, with or without its byte order mark."""

from __future__ import annotations

from typing import NamedTuple

from dossier.store.patching.failure import Failure, PatchError

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Encoded(NamedTuple):
    """The text of a file, and how it is encoded."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    def bytes_of(self, text: str, name: str) -> bytes:
        """``text`` as bytes in the same encoding; raises :class:`PatchError` for half a surrogate pair."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            line = text.count("\n", 0, error.start) + 1
            message = "a character that cannot be written (half a surrogate pair)"
            raise PatchError(Failure.VALUE, name, line, message, "remove it") from error


def decoded(data: bytes, name: str) -> Encoded:
    """The text of the file ``name``; raises :class:`PatchError` when it is neither UTF-8 nor UTF-16 with a mark."""
    mark, encoding = next(((mark, code) for mark, code in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return Encoded(data[len(mark) :].decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start + len(mark)) + 1
        raise PatchError(Failure.INVALID, name, line, "not UTF-8 text from here on", "save it as UTF-8") from error
