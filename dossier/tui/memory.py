"""Memory that is free but still held: long texts leave holes when what was made of them on the way is let go."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Give what is free back to the system, where the C library can (glibc's ``malloc_trim``)."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
