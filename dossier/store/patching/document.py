"""A YAML file of the dossier as a list of items, each known by its key."""

from __future__ import annotations

from functools import cached_property

from dossier.model.edits.values import Plain
from dossier.store.patching.failure import Failure, PatchError
from dossier.store.patching.habits import Habits, habits_of
from dossier.store.patching.kinds import IDENTIFYING, KINDS, TOP, Kind, key_of
from dossier.store.patching.nodes import ListNode, MapNode, Node, ScalarNode, parse
from dossier.store.patching.plain import item_of, readable, texts_of
from dossier.store.scalar_text import NULLS


class Document:
    """The text of the file ``name`` and the items in it.

    Raises :class:`PatchError` when it is not YAML, or not built as such a file is.
    """

    def __init__(self, name: str, text: str) -> None:
        if name not in KINDS:
            raise PatchError(Failure.SHAPE, name, 0, "not a file of decisions", f"use one of {', '.join(KINDS)}")
        self.name = name
        self.text = text
        self.kind: Kind = KINDS[name]
        self.root, self.begin = parse(name, text)
        if isinstance(self.root, ScalarNode) and is_null(self.root):
            self.void: ScalarNode | None = self.root
            self.root = None
        else:
            self.void = None
        self.list_key, node = self._list_node()
        if node is not None and not isinstance(node, ListNode) and not is_null(node):
            raise self._unshapely(node)
        self.list_node: Node | None = node
        self.listing = node if isinstance(node, ListNode) else None

    def _list_node(self) -> tuple[str, Node | None]:
        root, listed = self.root, self.kind.listed
        if root is None or (isinstance(root, ListNode) and not self.kind.top):
            return "", root
        if not isinstance(root, MapNode):
            raise self._unshapely(root)
        if self.kind.top or root.value(listed) is not None:
            return listed, root.value(listed)
        lists = [(key, value) for key, value in root.pairs if isinstance(value, ListNode)]
        if len(lists) == 1 and isinstance(lists[0][0], ScalarNode):
            return lists[0][0].text, lists[0][1]
        if lists or root.pairs:
            raise self._unshapely(root)
        return listed, None

    def _unshapely(self, node: Node) -> PatchError:
        expected = "title, description and sources" if self.kind.top else f"a list of {self.kind.listed}"
        line = self.text.count("\n", 0, node.start) + 1
        return PatchError(Failure.SHAPE, self.name, line, f"{expected} is expected here", "mend it, then save again")

    @cached_property
    def nodes(self) -> list[tuple[str, int]]:
        """The key and the index in the list of every item that can be read, keys that stand twice included."""
        items = self.listing.items if self.listing else []
        found = ((at, node) for at, node in enumerate(items) if isinstance(node, MapNode) and readable(node))
        return [(key_of(self.name, texts_of(node, IDENTIFYING)), at) for at, node in found]

    @cached_property
    def index(self) -> dict[str, int]:
        """The place in the list of each item by its key; of a key that stands twice the first."""
        return {key: at for key, at in reversed(self.nodes) if key}

    @cached_property
    def habits(self) -> Habits:
        """How the file is written."""
        return habits_of(self.text, self.root, self.listing)

    def item(self, key: str) -> Plain | None:
        """The plain value of an item, ``None`` when there is none; :data:`TOP` is what stands beside the list."""
        if key == TOP:
            if not isinstance(self.root, MapNode):
                return None
            return {name: value for name, value in item_of(self.root).items() if name != self.list_key}
        at = self.index.get(key)
        node = self.listing.items[at] if self.listing and at is not None else None
        return item_of(node) if isinstance(node, MapNode) else None

    def before(self, key: str) -> str:
        """The key of the item that an item stands after, empty for the first."""
        keys = [key for key, _ in self.nodes]
        at = keys.index(key) if key in keys else len(keys)
        return keys[at - 1] if at else TOP


def is_null(node: Node) -> bool:
    """Whether nothing stands there, or a word for nothing."""
    return isinstance(node, ScalarNode) and not node.style and not node.tie and node.text in NULLS
