"""Seeing that a patched text reads as wanted, and that nothing else in it reads otherwise than before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from dossier.model.edits.values import Plain, same
from dossier.store.patching.document import Document
from dossier.store.patching.failure import Failure, PatchError
from dossier.store.patching.nodes import AliasNode, ListNode, MapNode, Node, ScalarNode
from dossier.store.patching.plain import as_read_item, item_of, print_of


@dataclass(slots=True)
class Expected:
    """What a document should read as: its items changed or removed, by index, and others added before an index."""

    old: Document
    changed: dict[int, Plain] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    added: list[tuple[int, Plain]] = field(default_factory=list)
    top: Plain | None = None

    def items(self) -> list[Plain | Node]:
        """In order: the node of an item that stays as it is, or the plain value of one that does not."""
        nodes: list[Node] = self.old.listing.items if self.old.listing else []
        new: dict[int, list[Plain]] = {}
        for at, item in self.added:
            new.setdefault(at, []).append(item)
        found: list[Plain | Node] = []
        for at, node in enumerate(nodes):
            found += new.get(at, ())
            if at not in self.removed:
                found.append(self.changed.get(at, node))
        return [*found, *new.get(len(nodes), ())]


def verify(new: Document, expected: Expected) -> None:
    """Raises :class:`PatchError` when ``new`` does not read as expected."""
    wanted = expected.items()
    found: list[Node] = new.listing.items if new.listing else []
    if len(found) != len(wanted):
        _unsure(new, f"{len(wanted)} items were to be there, and {len(found)} would be")
    for node, item in zip(found, wanted, strict=True):
        if isinstance(item, ScalarNode | AliasNode | ListNode | MapNode):
            right = print_of(node) == print_of(item)
        else:
            right = isinstance(node, MapNode) and same(item_of(node), as_read_item(item))
        if not right:
            line = new.text.count("\n", 0, node.start) + 1
            _unsure(new, f"the item in line {line} would not read as wanted")
    if not _same_top(new, expected):
        _unsure(new, "what stands beside the list would not read as wanted")


def _same_top(new: Document, expected: Expected) -> bool:
    if expected.top is not None:
        return same(new.item("") or {}, as_read_item(expected.top))
    return _top(new) == _top(expected.old)


def _top(document: Document) -> object:
    root = document.root
    if not isinstance(root, MapNode):
        return []
    return [
        (print_of(key), print_of(value))
        for key, value in root.pairs
        if not (isinstance(key, ScalarNode) and key.text == document.list_key)
    ]


def _unsure(document: Document, message: str) -> NoReturn:
    advice = "nothing was written; change it in an editor, and report the file if you can"
    raise PatchError(Failure.UNSURE, document.name, 0, message, advice)
