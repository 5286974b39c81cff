"""A passage of a text, and what becomes of it when the text is changed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from dossier.model.offsets import OffsetMap
from dossier.model.passage import Anchor, ChangeKind, Selector
from dossier.model.source import Block, BlockKind, Reading


class Passage(NamedTuple):
    """A quote in a text: offsets of the quote, its sentence and its paragraph; ``other`` is some other text."""

    text: str
    start: int
    end: int
    sentence: tuple[int, int]
    paragraph: tuple[int, int]
    selector: Selector
    other: str

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]


class Case(NamedTuple):
    """A changed text, what became of the quote, where its words stand now (-1 nowhere), and the kind of the change."""

    selector: Selector
    text: str
    anchor: Anchor
    start: int = -1
    end: int = -1
    kinds: frozenset[ChangeKind] = frozenset()


Mutation = Callable[[Passage, Random], Case | None]
"""``None`` where a passage has nothing that could be changed like this."""


def reading(text: str) -> Reading:
    """The reading of a text whose paragraphs are all body text."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.BODY, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Reading(text, tuple(blocks), OffsetMap())


def replaced(passage: Passage, quote: str, anchor: Anchor, *kinds: ChangeKind) -> Case | None:
    """Other words in the place of the quote; nothing where they are the same."""
    if quote == passage.quote:
        return None
    text = passage.text[: passage.start] + quote + passage.text[passage.end :]
    return Case(passage.selector, text, anchor, passage.start, passage.start + len(quote), frozenset(kinds))


def everywhere(passage: Passage, change: Callable[[str], str]) -> Case | None:
    """A change of looks in the whole text. Where it leaves the quote as it is, that has at most moved."""
    before, quote, after = passage.text[: passage.start], passage.quote, passage.text[passage.end :]
    changed = [change(part) for part in (before, quote, after)]
    start = len(changed[0])
    unchanged = Anchor.FOUND if start == passage.start else Anchor.MOVED
    anchor = unchanged if changed[1] == quote else Anchor.CHANGED
    kinds = frozenset({ChangeKind.LOOKS}) if anchor is Anchor.CHANGED else frozenset[ChangeKind]()
    text = "".join(changed)
    return Case(passage.selector, text, anchor, start, start + len(changed[1]), kinds) if text != passage.text else None
