"""Finding a stored passage again: by its exact words, by their normal form, then by most of them (DESIGN section 7)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dossier.model.offsets import OffsetMap
from dossier.model.passage import Anchor, Anchoring, Change, ChangeKind, Selector
from dossier.model.source import Reading
from dossier.store.anchors.context import context_share
from dossier.store.anchors.occurrences import cuts_word, joins, occurrences
from dossier.store.anchors.scoring import LEAST, LOOKS, Candidate, apart, foremost

if TYPE_CHECKING:
    from dossier.store.anchors.likely import Likely, LikelyPlaces, Wanted
    from dossier.store.anchors.listed import ListedWords

_LONG, _MANY = 1_000_000, 200
"""Code points of a text, and quotes in it, from which its words are listed before anything is looked for."""

_BOUNDARY = "\u00ad\u200b\u200c\u200d\u2060\ufeff \n"


def anchor(selector: Selector, reading: Reading) -> Anchoring:
    """What became of ``selector`` in ``reading``."""
    return QuoteFinder(reading).find(selector)


class QuoteFinder:
    """Finds quotes in one reading; its normal form and the list of its words are made once, when a quote needs them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._blocks = reading.blocks
        self._starts = [block.start for block in reading.blocks]

    def find(self, selector: Selector) -> Anchoring:
        """What became of ``selector``."""
        return _result(self._judged(self._found(selector), selector), selector)

    def find_all(self, selectors: Iterable[Selector]) -> dict[Selector, Anchoring]:
        """What became of each, all together: of copies that are alike, one may be the only one in their order."""
        selectors = list(selectors)
        if len(self._text) >= _LONG and len(selectors) >= _MANY:
            _ = self._likely_places
        places = {selector: self._found(selector) for selector in selectors}
        found = {one: _result(self._judged(candidates, one), one) for one, candidates in places.items()}
        copies = {
            selector: candidates
            for selector, candidates in places.items()
            if len(candidates) > 1 and selector.start is not None
        }
        if copies and len(found) > len(copies):
            from dossier.store.anchors.order import in_order

            starts = {selector: [one.start for one in candidates] for selector, candidates in copies.items()}
            for selector, start in in_order(found, starts).items():
                only = [one for one in copies[selector] if one.start == start]
                found[selector] = _result(self._judged(only, selector), selector)
        return found

    def _found(self, selector: Selector) -> list[Candidate]:
        """The one place that is meant, or all that cannot be told apart, the best first.

        The exact words come first, then what stands where a part of them is, then those that differ in their looks,
        then most of them. The next are only looked for where the ones before are nowhere, or stand where little is
        left of what the selector says stood around.
        """
        found = self._best(self._exact(selector), selector)
        if found and found[0].meant:
            return found
        wanted: Wanted | None = None
        if (selector.prefix or selector.suffix) and len(self._text) < _LONG:
            wanted, near = self._nearby(selector, found)
            if near and near[0].meant:
                return near
        found = self._best([*found, *self._looking_alike(selector, found)], selector)
        if found and found[0].meant:
            return found
        places = self._likely_places.find(wanted or _wanted(selector))
        return self._best([*found, *self._likely(places, selector, found)], selector)

    def _exact(self, selector: Selector) -> list[Candidate]:
        length = len(selector.exact)
        starts = self._listed.exact(selector.exact) if self._listed is not None else None
        return [
            self._candidate(start, start + length, selector, 1.0, ())
            for start in occurrences(self._text, selector.exact, starts)
            if not self._cuts_word(start, start + length, selector)
        ]

    def _nearby(self, selector: Selector, found: Sequence[Candidate]) -> tuple[Wanted, list[Candidate]]:
        from dossier.store.anchors.nearby import likely_nearby

        wanted = _wanted(selector)
        places = likely_nearby(self._text, selector, wanted)
        return wanted, self._best([*found, *self._likely(places, selector, found)], selector)

    def _looking_alike(self, selector: Selector, known: Sequence[Candidate]) -> Iterator[Candidate]:
        starts = {place.start for place in known}
        for start, end in self._normal_places(selector.exact):
            if start not in starts and not self._cuts_word(start, end, selector):
                changes = (Change(ChangeKind.LOOKS, _line(selector.exact), _line(self._text[start:end])),)
                yield self._candidate(start, end, selector, LOOKS, changes)

    def _likely(self, places: Iterable[Likely], selector: Selector, known: Sequence[Candidate]) -> list[Candidate]:
        """Places with other words; where the same words stand elsewhere, only those whose surroundings are there."""
        found = [
            self._candidate(start, end, selector, min(share, LOOKS), changes) for start, end, (share, changes) in places
        ]
        return apart((one for one in found if one.score >= LEAST and (one.meant or not known)), known)

    def _candidate(
        self, start: int, end: int, selector: Selector, share: float, changes: tuple[Change, ...]
    ) -> Candidate:
        stored = bool(selector.prefix or selector.suffix)
        return Candidate(start, end, share, context_share(self._text, start, end, selector), stored, changes)

    def _cuts_word(self, start: int, end: int, selector: Selector) -> bool:
        """Whether a place begins or ends inside a word, which the quote did not: the end of "unable" is not "able".

        Where the selector does not tell what stood around the quote, it began and ended with words, as far as the
        script parts them, unless it stands in the very place that was noted in this very text.
        """
        cut = self._inside(start, selector.prefix[-1:]) or self._inside(end, selector.suffix[:1])
        return cut and not (selector.start == start and selector.version == self._version)

    def _inside(self, at: int, stood: str) -> bool:
        return joins(self._text, at) and not stood.isalnum() if stood else cuts_word(self._text, at)

    def _normal_places(self, exact: str) -> Iterator[tuple[int, int]]:
        from dossier.analysis.language.normal_form import normal_form

        wanted = normal_form(exact)[0].strip()
        normal, back = self._normal
        starts = self._listed.normal(wanted) if self._listed is not None else None
        for start in occurrences(normal, wanted, starts):
            first, last = back.back(start), back.back(start + len(wanted))
            while last > first and self._text[last - 1] in _BOUNDARY:
                last -= 1
            if last > first:
                yield first, last

    def _best(self, places: Sequence[Candidate], selector: Selector) -> list[Candidate]:
        """The places that cannot be told from the best one, that one first."""
        if len(places) > 1:
            places = [place for place in places if self._counts(place.start)] or places
        found = foremost(places)
        if len(found) > 1 and selector.start is not None and self._tells(selector):
            hint = selector.start
            nearest = min(abs(place.start - hint) for place in found)
            found = [place for place in found if abs(place.start - hint) == nearest]
        return found

    def _tells(self, selector: Selector) -> bool:
        """Whether an offset tells copies apart: in the text it was noted in, or where a person noted nothing else.

        Elsewhere it tells nothing. A copy may have been put in before the words, and nobody knows then.
        """
        stored = selector.prefix or selector.suffix
        return not stored or (bool(selector.version) and selector.version == self._version)

    def _judged(self, found: Sequence[Candidate], selector: Selector) -> Sequence[Candidate]:
        """The same with what changed beside the quote, where that makes the one place say something else."""
        if len(found) != 1 or not found[0].stored or found[0].around == 1.0 or found[0].material:
            return found
        from dossier.store.anchors.surroundings import turning_changes

        (one,) = found
        return [one._replace(changes=(*one.changes, *turning_changes(self._text, one.start, one.end, selector)))]

    def _counts(self, start: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at < 0 or self._blocks[at].kind.counts

    @cached_property
    def _version(self) -> str:
        from dossier.store.anchors.snapshots import version_of

        return version_of(self._text)

    @cached_property
    def _normal(self) -> tuple[str, OffsetMap]:
        from dossier.analysis.language.normal_form import normal_form

        return normal_form(self._text)

    @cached_property
    def _likely_places(self) -> LikelyPlaces:
        from dossier.store.anchors.likely import LikelyPlaces

        return LikelyPlaces.of_normal(self._text, *self._normal)

    @property
    def _listed(self) -> ListedWords | None:
        """The list of the text's words, where it is long and was read already because it was needed."""
        if "_likely_places" not in self.__dict__ or len(self._text) < _LONG:
            return None
        return self._list

    @cached_property
    def _list(self) -> ListedWords:
        return self._likely_places.listed(self._normal[0])


def _wanted(selector: Selector) -> Wanted:
    from dossier.store.anchors.likely import Wanted

    return Wanted.of(selector)


def _result(found: Sequence[Candidate], selector: Selector) -> Anchoring:
    """What the places that are left make of a selector."""
    if not found:
        return Anchoring(Anchor.ORPHAN)
    best = found[0]
    score = round(best.score, 3)
    if len(found) > 1:
        changes = next((one.changes for one in found if one.material), best.changes)
        return Anchoring(Anchor.AMBIGUOUS, best.start, best.end, score, changes)
    if best.changes:
        anchor = Anchor.ALTERED if best.material else Anchor.CHANGED
        return Anchoring(anchor, best.start, best.end, score, best.changes)
    moved = selector.start is not None and selector.start != best.start
    return Anchoring(Anchor.MOVED if moved else Anchor.FOUND, best.start, best.end, score)


def _line(words: str) -> str:
    return " ".join(words.split())
