"""Plain values of an item: texts, whole numbers, lists and mappings, as they stand in a YAML or JSON file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

Value = str | int | tuple["Value", ...] | Mapping[str, "Value"]
"""A text, a whole number, or a list or mapping of them. Numbers read from a YAML file are texts: ``"1.3e9"``."""

Plain = Mapping[str, Value]
"""The keys and values of one item, in the order in which they are written."""

EMPTY: Plain = MappingProxyType({})
"""An item without keys."""


def frozen(value: object) -> Value:
    """``value`` with lists as tuples and mappings that cannot be changed; raises :class:`TypeError` for others.

    ``None`` is the empty text, as it is for the readers of the YAML files.
    """
    if value is None:
        return ""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        return frozen_item(value)
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return tuple(frozen(one) for one in value)
    raise TypeError(f"{type(value).__name__} cannot stand in an item")


def frozen_item(value: Mapping[str, object]) -> Plain:
    """A mapping as an item; raises :class:`TypeError` when something else than plain values stands in it."""
    for key in value:
        if not isinstance(key, str):
            raise TypeError(f"{type(key).__name__} cannot be a key")
    return MappingProxyType({key: frozen(one) for key, one in value.items()})


def jsonable(value: Value) -> object:
    """``value`` as the JSON module takes it."""
    if isinstance(value, Mapping):
        return {key: jsonable(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [jsonable(one) for one in value]
    return value


def same(one: Value | None, other: Value | None) -> bool:
    """Whether both read alike: a number is its digits, and the order of keys does not matter."""
    if isinstance(one, Mapping):
        return (
            isinstance(other, Mapping)
            and one.keys() == other.keys()
            and all(same(value, other[key]) for key, value in one.items())
        )
    if isinstance(one, tuple):
        return isinstance(other, tuple) and len(one) == len(other) and all(map(same, one, other))
    if one is None or other is None or isinstance(other, Mapping | tuple):
        return one is other
    return str(one) == str(other)
