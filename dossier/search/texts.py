"""The texts that were searched lately, as they are read and as they are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dossier.model.dossier import Dossier
from dossier.model.errors import UnreadableError
from dossier.search.folding import fold
from dossier.search.occurrences import LONG
from dossier.search.passages import WHOLE, Bounds, find_passages
from dossier.search.places import Places
from dossier.search.query import Query, Term
from dossier.search.together import paragraph_borders

MOST_KEPT = 32_000_000
"""Code points of text that are kept, each text twice: as it is and folded."""

SLICE = 500_000
"""Code points that are folded at once: some milliseconds, whatever letters they are."""

PASSAGES_KEPT = 64
"""Sources whose passages are remembered: the box, the highlights and the next hit ask for the same query."""


@dataclass(frozen=True)
class FoldedText:
    """A reading text and the same text folded; offsets (code points) are the same in both."""

    text: str
    folded: str

    @cached_property
    def borders(self) -> list[int]:
        """Where its paragraphs begin, but for the first; found when several words are first looked for."""
        return paragraph_borders(self.folded)

    def passages(self, query: Query, bounds: Bounds) -> Places:
        """Where ``query`` stands in it."""
        return find_passages(self.folded, query, bounds, self.borders if len(query.terms) > 1 else None)


class FoldedTexts:
    """Texts of a dossier, folded when first asked for, the ones asked for longest ago let go first.

    The text of the source with the id ``current`` is always kept. ``bound`` is in code points of text.
    """

    def __init__(self, dossier: Dossier, bound: int = MOST_KEPT) -> None:
        self.current = ""
        self._dossier = dossier
        self._bound = bound
        self._kept: dict[str, FoldedText] = {}
        self._size = 0
        self._passages: dict[tuple[str, tuple[Term, ...], tuple[Term, ...]], tuple[int, Places]] = {}

    def renewed(self, dossier: Dossier) -> FoldedTexts:
        """Those of another dossier, with what is kept here of the texts that are the same in it."""
        new = FoldedTexts(dossier, self._bound)
        before, after = self._dossier.source, dossier.source
        for id, kept in self._kept.items():
            old, source = before.get(id), after.get(id)
            if old is not None and source is not None and old.digest and old.digest == source.digest:
                new._kept[id] = kept
                new._size += len(kept.text)
        return new

    def get(self, source: str) -> FoldedText:
        """The text of the source with this id; an empty one when it cannot be read, which is a problem listed."""
        kept = self._kept.pop(source, None)
        if kept is None:
            text = self._read(source)
            kept = FoldedText(text, fold(text))
            self._size += len(text)
        self._kept[source] = kept  # last in order: asked for last
        if self._size > self._bound:
            self._let_go(source)
        return kept

    def prepare(self, source: str) -> Iterator[None]:
        """Fold the text of the source with this id if there is room for it, some milliseconds at each step."""
        text = self._read(source)
        width = len(text) if text.isascii() else SLICE  # plain letters are folded ten times as quickly as others
        folded: list[str] = []
        for first in range(0, len(text), width or 1):
            folded.append(fold(text[first : first + width]))
            yield
        if not self.holds(source) and self.has_room(len(text)):
            self._kept[source] = kept = FoldedText(text, "".join(folded))
            self._size += len(text)
            if len(text) > LONG:
                yield
                _ = kept.borders

    def _read(self, source: str) -> str:
        try:
            return self._dossier.reading(source).text
        except UnreadableError:
            return ""  # the dossier lists it among its problems; here it has no words

    def passages(self, source: str, query: Query, bounds: Bounds = WHOLE) -> Places:
        """Where ``query`` stands in the source with this id; long texts are not gone through twice for it."""
        key = source, query.terms, query.refused
        most, found = self._passages.get(key, (0, Places.of(())))
        if most < bounds.of(query):
            if len(self._passages) >= PASSAGES_KEPT:
                self._passages.clear()
            most, found = bounds.of(query), self.get(source).passages(query, bounds)
            self._passages[key] = (most if len(found) >= most else WHOLE.of(query)), found
        return found

    def holds(self, source: str) -> bool:
        """Whether the text of the source with this id can be had without reading it."""
        return source in self._kept

    def has_room(self, length: int) -> bool:
        """Whether ``length`` code points more can be kept without letting any go."""
        return self._size + length <= self._bound

    def _let_go(self, wanted: str) -> None:
        for source in list(self._kept):
            if self._size <= self._bound:
                return
            if source not in (self.current, wanted):
                self._size -= len(self._kept.pop(source).text)
