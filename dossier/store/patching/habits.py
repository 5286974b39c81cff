"""How a file is written: what new lines in it should look like."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from dossier.store.patching.lines import column, line_end
from dossier.store.patching.nodes import ListNode, MapNode, Node, ScalarNode
from dossier.store.patching.scalars import STR_TAG, Manner, tag_of

_T = TypeVar("_T")

SAMPLE = 200
"""Items looked at: a file is written alike throughout, and a small part of a large one tells."""


@dataclass(slots=True)
class Habits:
    """What was seen in a file, as counts, and what follows from it.

    Offsets are columns: ``dash`` from a key to the dash of the list below it, ``content`` from a dash to what it
    holds, ``step`` from a key to the keys of the mapping below it. ``blocks`` says whether texts of several lines
    may be written as block scalars.
    """

    styles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    tags: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    flows: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    quotes: Counter[str] = field(default_factory=Counter)
    dashes: Counter[int] = field(default_factory=Counter)
    contents: Counter[int] = field(default_factory=Counter)
    steps: Counter[int] = field(default_factory=Counter)
    gaps: Counter[bool] = field(default_factory=Counter)
    blocks: bool = True

    def manner(self, key: str, column: int, flow: bool) -> Manner:
        """How the text of ``key`` is mostly written; ``column`` is where further lines of it begin."""
        style = _most(self.styles.get(key), "")
        return Manner(style, self.quote, frozenset(self.tags.get(key, ())), flow, column, block=self.blocks)

    def flow(self, key: str, default: bool) -> bool:
        """Whether lists and mappings under ``key`` are written in brackets."""
        return _most(self.flows.get(key), default)

    @property
    def quote(self) -> str:
        """The quotation mark in use."""
        return _most(self.quotes, '"')

    @property
    def dash(self) -> int:
        """From a key to the dash below it."""
        return _most(self.dashes, 2)

    @property
    def content(self) -> int:
        """From a dash to what it holds."""
        return _most(self.contents, 2)

    @property
    def step(self) -> int:
        """From a key to the keys below it."""
        return _most(self.steps, 2)

    @property
    def gap(self) -> bool:
        """Whether an empty line stands between items."""
        return _most(self.gaps, True)


def _most(counts: Counter[_T] | None, default: _T) -> _T:
    return max(counts, key=lambda one: counts[one]) if counts else default


def habits_of(text: str, root: Node | None, listing: ListNode | None) -> Habits:
    """The habits of a file whose items are ``listing``."""
    habits = Habits()
    if isinstance(root, MapNode):
        for key, value in root.pairs:
            if value is not listing:
                _look(text, habits, value, _name(key), column(text, key.start))
    if listing is None:
        return habits
    if isinstance(root, MapNode) and not listing.flow and listing.items:
        habits.dashes[column(text, listing.start) - column(text, root.start)] += 1
    sample = listing.items[:SAMPLE]
    for item in sample:
        _look(text, habits, item, "", 0)
        if not listing.flow and isinstance(item, MapNode):
            _offset(habits.contents, column(text, item.start) - column(text, listing.start))
    if not listing.flow:
        for one, other in pairwise(sample):
            between = text[line_end(text, one.end) : other.start]
            habits.gaps[any(not line.strip() for line in between.split("\n")[1:-1])] += 1
    return habits


def _look(text: str, habits: Habits, node: Node, key: str, above: int) -> None:
    """Takes note of ``node``, which stands under ``key`` at column ``above``."""
    if isinstance(node, ScalarNode):
        if node.text or node.style:
            habits.styles[key][node.style] += 1
        if node.style in ("'", '"'):
            habits.quotes[node.style] += 1
        elif not node.style and node.text and (tag := tag_of(node.text)) != STR_TAG:
            habits.tags[key][tag] += 1
    elif isinstance(node, ListNode):
        if node.items:
            habits.flows[key][node.flow] += 1
            if key and not node.flow:
                _offset(habits.dashes, column(text, node.start) - above, least=0)
        for item in node.items:
            _look(text, habits, item, key, above)
    elif isinstance(node, MapNode):
        habits.flows[key][node.flow] += 1
        for name, value in node.pairs:
            at = column(text, name.start)
            if isinstance(value, MapNode) and not value.flow:
                _offset(habits.steps, column(text, value.start) - at)
            _look(text, habits, value, _name(name), at)


def _offset(counts: Counter[int], by: int, least: int = 1) -> None:
    if least <= by <= 16:
        counts[by] += 1


def _name(key: Node) -> str:
    return key.text if isinstance(key, ScalarNode) else ""
