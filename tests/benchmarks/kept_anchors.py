"""Counts the texts that are read when quotes are anchored a second time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.model.claim import Claim, Evidence
from dossier.model.entity import Mention
from dossier.model.passage import Anchoring, Selector
from dossier.model.source import Reading, Source
from dossier.store.evidence import Anchorer
from tests.benchmarks.mutations.case import reading


class Kept:
    """What the catalogue does for anchors, in memory."""

    def __init__(self) -> None:
        self.anchors: dict[str, Anchoring] = {}

    def anchor(self, key: str) -> Anchoring | None:
        return self.anchors.get(key)

    def keep_anchors(self, anchors: Mapping[str, Anchoring]) -> None:
        self.anchors.update(anchors)


class Counted:
    """Texts that count how often they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.asked = 0

    def reading(self, source: Source) -> Reading:
        self.asked += 1
        return reading(self._text)

    def mentions(self, source: Source) -> Sequence[Mention]:
        return ()

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        return {}

    def unsearched(self) -> int:
        return 0

    def totals(self) -> Mapping[str, tuple[int, int]]:
        return {}


def readings_asked(selectors: Sequence[Selector]) -> int:
    """How many texts are read the second time."""
    source = Source("one", "one.txt", digest="0" * 64)
    claim = Claim("a", "A", evidence=tuple(Evidence("one", selector) for selector in selectors))
    texts, kept = Counted("\n\n".join(selector.exact for selector in selectors)), Kept()
    first = Anchorer({"one": source}, texts, kept).anchored([claim])
    before = texts.asked
    if before != 1 or Anchorer({"one": source}, texts, kept).anchored([claim]) != first:
        raise RuntimeError("what was kept is not what was found")
    return texts.asked - before
