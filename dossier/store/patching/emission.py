"""Writing new values, nested ones too, as the file writes its own. Line breaks are line feeds until they are placed."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.edits.values import Plain, Value
from dossier.store.patching.habits import Habits
from dossier.store.patching.scalars import Manner, written

_FLOW_WIDTH = 100
"""Columns that a list of texts may fill in brackets before it is written below its key."""


def key_text(key: str, quoted: str = "", *, flow: bool = False) -> str:
    """A key as it is written before its colon; ``quoted`` is the mark other keys there stand in."""
    return written(key, Manner(quoted, flow=flow))


def in_flow(value: Value, habits: Habits, key: str = "", quoted: str = "") -> str:
    """``value`` on one line, lists and mappings in brackets. ``quoted`` is the mark around keys and texts: JSON."""
    if isinstance(value, Mapping):
        pairs = (
            f"{key_text(name, quoted, flow=True)}: {in_flow(one, habits, name, quoted)}" for name, one in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(in_flow(one, habits, key, quoted) for one in value) + "]"
    manner = habits.manner(key, 0, flow=True)
    return written(value, manner._replace(style=quoted) if quoted else manner)


def pair(key: str, value: Value, habits: Habits, at: int) -> str:
    """A key and its value in a block mapping whose keys stand at column ``at``; the first line is not indented."""
    return f"{key_text(key)}:{after_colon(key, value, habits, at)}"


def after_colon(key: str, value: Value, habits: Habits, at: int, *, block: bool = True) -> str:
    """What stands after the colon of a key at column ``at``: " text", or line breaks and what is below.

    ``block`` is false where a comment follows, which would become part of a block scalar.
    """
    if isinstance(value, Mapping):
        if not value or habits.flow(key, False):
            return " " + in_flow(value, habits, key)
        return "\n" + " " * (at + habits.step) + pairs(value, habits, at + habits.step)
    if isinstance(value, tuple):
        short = " " + in_flow(value, habits, key)
        texts = not any(isinstance(one, Mapping | tuple) for one in value)
        if not value or habits.flow(key, texts and len(short) + len(key) + at < _FLOW_WIDTH):
            return short
        dash = at + habits.dash
        return "".join("\n" + " " * dash + entry(one, habits, dash, key) for one in value)
    return " " + written(value, habits.manner(key, at + 2, flow=False)._replace(block=block and habits.blocks))


def pairs(item: Plain, habits: Habits, at: int) -> str:
    """The lines of a block mapping whose keys stand at column ``at``; the first is not indented."""
    return ("\n" + " " * at).join(pair(key, value, habits, at) for key, value in item.items())


def entry(value: Value, habits: Habits, dash: int, key: str = "", content: int = 0) -> str:
    """One entry of a block list whose dashes stand at column ``dash``, which is not indented itself.

    ``content`` are the columns from the dash to what it holds, where this list has its own way.
    """
    content = content or habits.content
    if isinstance(value, Mapping) and value:
        return "-" + " " * (content - 1) + pairs(value, habits, dash + content)
    if isinstance(value, Mapping | tuple):
        return "-" + " " * (content - 1) + in_flow(value, habits, key)
    return "-" + " " * (content - 1) + written(value, habits.manner(key, dash + 2, flow=False))
