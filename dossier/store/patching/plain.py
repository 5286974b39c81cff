"""The plain values of nodes: what a change is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dossier.model.edits.values import Plain, Value
from dossier.store.patching.nodes import AliasNode, ListNode, MapNode, Node, ScalarNode
from dossier.store.scalar_text import NULLS, scalar_text

_PLAIN_TAGS = frozenset(
    f"!tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)


def readable(node: Node) -> bool:
    """Whether its value can be told: not an alias, and no tag that asks for more than text, list or mapping."""
    if isinstance(node, AliasNode):
        return False
    return not node.tie or node.tie[0] == "&" or node.tie == "!!" or node.tie in _PLAIN_TAGS


def value_of(node: Node) -> Value:
    """Text as it is read, an unquoted null as the empty text; aliases and foreign tags left out, as by the readers."""
    if isinstance(node, ScalarNode):
        return scalar_text(node.text, node.style)
    if isinstance(node, ListNode):
        return tuple(value_of(item) for item in node.items if readable(item))
    if isinstance(node, MapNode):
        return item_of(node)
    raise TypeError("an alias has no value of its own")


def item_of(node: MapNode) -> Plain:
    """The keys and values of a mapping; of a key that stands twice the first."""
    found: dict[str, Value] = {}
    seen: set[str] = set()
    for key, value in node.pairs:
        if isinstance(key, ScalarNode) and readable(key) and key.text not in seen:
            seen.add(key.text)
            if readable(value):
                found[key.text] = value_of(value)
    return MappingProxyType(found)


def texts_of(node: MapNode, keys: frozenset[str]) -> Plain:
    """The texts under some keys of a mapping: as :func:`item_of`, without the rest."""
    found: dict[str, Value] = {}
    for key, value in node.pairs:
        if isinstance(key, ScalarNode) and key.text in keys and readable(key) and key.text not in found:
            found[key.text] = value_of(value) if isinstance(value, ScalarNode) and readable(value) else ()
    return found


def as_read(value: Value) -> Value:
    """The value as it reads once it is written."""
    if isinstance(value, Mapping):
        return as_read_item(value)
    if isinstance(value, tuple):
        return tuple(map(as_read, value))
    return scalar_text(value) if isinstance(value, str) else value


def as_read_item(item: Plain) -> Plain:
    """An item as it reads once it is written."""
    return MappingProxyType({key: as_read(value) for key, value in item.items()})


def print_of(node: Node) -> object:
    """Everything the node holds, aliases, tags and repeated keys included, to see that nothing else changed."""
    if isinstance(node, ScalarNode):
        return (node.text, bool(node.style), node.tie) if node.tie or node.text in NULLS else node.text
    if isinstance(node, AliasNode):
        return ("*", node.name)
    if isinstance(node, ListNode):
        return [node.tie, *map(print_of, node.items)]
    return {"": node.tie, "pairs": [(print_of(key), print_of(value)) for key, value in node.pairs]}
