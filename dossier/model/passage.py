"""Passages of a source, and selectors to find them again."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.choice import Choice


class Passage(NamedTuple):
    """A span of one source: code points ``start`` to ``end`` of its reading text, end exclusive."""

    source: str
    start: int
    end: int


class Selector(NamedTuple):
    """How a passage is stored: W3C Web Annotation TextQuoteSelector and TextPositionSelector.

    ``start`` is a hint in code points, ``None`` when it was not given. ``version`` is the SHA-256 of the reading text
    that the words were taken from, empty when it was not noted; see :mod:`dossier.store.anchors.snapshots`.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    version: str = ""

    @property
    def end(self) -> int | None:
        """Where the words ended in the text they were taken from, in code points, end exclusive."""
        return None if self.start is None else self.start + len(self.exact)


class Anchor(Choice):
    """What became of a selector when its words were looked for in the text (DESIGN section 7)."""

    FOUND = "found"
    MOVED = "moved"
    """The exact words, at another offset than was stored."""
    CHANGED = "changed"
    """The same words with other looks: case, spaces, quotation marks, dashes, punctuation."""
    ALTERED = "altered"
    """Other words: what was quoted has changed materially, and is no evidence until a person settles it."""
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"

    @property
    def exact(self) -> bool:
        """Whether the words at the place are the exact words, at one place."""
        return self is Anchor.FOUND or self is Anchor.MOVED


class ChangeKind(Choice):
    """What changed in a quote. Everything but looks is material."""

    LOOKS = "looks"
    NUMBER = "number"
    CURRENCY = "currency"
    UNIT = "unit"
    DATE = "date"
    NEGATION = "negation"
    MODAL = "modal"
    SPEAKER = "speaker"
    NAME = "name"
    WORDING = "wording"

    @property
    def material(self) -> bool:
        """Whether the words may say something else now."""
        return self is not ChangeKind.LOOKS


class Change(NamedTuple):
    """One change in a quote: the words as they were noted, and as they stand there now; either may be empty."""

    kind: ChangeKind
    old: str
    new: str


class Anchoring(NamedTuple):
    """What became of one selector: where its words stand, in code points, -1 for an orphan, and what changed there.

    ``score`` is from 0 to 1: how much of the words and of what stood around them is there.
    """

    anchor: Anchor
    start: int = -1
    end: int = -1
    score: float = 0.0
    changes: tuple[Change, ...] = ()

    @property
    def material(self) -> bool:
        """Whether something changed but looks, be it at one of several places."""
        return any(change.kind.material for change in self.changes)
