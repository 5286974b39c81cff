"""Selectors as they stand in an item of a YAML file."""

from __future__ import annotations

from dossier.model.passage import Selector
from dossier.store.yaml_items import Item
from dossier.store.yaml_nodes import Scalar

SELECTOR_KEYS = frozenset({"quote", "prefix", "suffix", "start", "end", "version"})
"""The keys of a selector; ``end`` follows from the others."""

_LAST_OFFSET = 2**31


def selector_of(item: Item, quote: str) -> Selector:
    """The selector of an item whose quote is this; what else it says of the place is added to the problems if wrong."""
    start = item.number("start", 0, _LAST_OFFSET)
    return Selector(
        quote, _context(item, "prefix"), _context(item, "suffix"), start, item.line_of_text("version").lower()
    )


def _context(item: Item, key: str) -> str:
    """Prefix and suffix keep the white space at their ends, which is where the quote begins."""
    node = item.node(key)
    return node.text if isinstance(node, Scalar) else item.text(key)
