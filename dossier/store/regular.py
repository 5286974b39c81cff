"""Opening a file to read it: a pipe or a device with the name of a file is told, and nobody waits for it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_regular(path: Path) -> BinaryIO:
    """The file, open for reading; raises :class:`OSError`, for what is no file too."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, f"{path.name} is not a file")
        return open(handle, "rb")
    except OSError:
        os.close(handle)
        raise
