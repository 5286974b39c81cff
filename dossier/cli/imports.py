"""Imports Textual without the parts of it, and of asyncio, that this application never uses.

A tenth of the time until the first frame would go into them: ``ssl``, though nothing is online, and Textual's own
command palette with the widgets it is made of, though the box of this application takes its place.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def without_tls() -> Iterator[None]:
    """While it is imported, asyncio finds no ``ssl`` and does without; afterwards ``ssl`` can be imported."""
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["ssl"]


@contextmanager
def without_palette() -> Iterator[None]:
    """While it is imported, Textual finds empty classes in place of its palette; afterwards that can be imported.

    Textual needs the names alone until a palette opens, and ``App.ENABLE_COMMAND_PALETTE`` says that none does.
    """
    if "textual.command" in sys.modules:
        yield
        return
    sys.modules["textual.command"] = _Palette("textual.command")
    try:
        yield
    finally:
        del sys.modules["textual.command"]


class _Palette(ModuleType):
    """Has an empty class of every name."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("_"):
            raise AttributeError(name)
        return type(name, (), {})
