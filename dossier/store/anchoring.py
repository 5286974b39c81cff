"""Finding a stored passage again: by its exact words, then by their normal form (DESIGN section 7)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from dossier.model.offsets import OffsetMap
from dossier.model.passage import Anchor, Selector
from dossier.model.source import Reading

_MOST_PLACES = 1000
"""Places of one quote that are weighed against each other; whoever quotes something commoner has to say which."""

_MOST_LOOKS = 100_000
"""Occurrences that are looked at before those that may count are that many: a hostile text is one long figure."""

_LONGEST_CONTEXT = 200
"""Code points of prefix and suffix that are compared."""

_BOUNDARY = "\u00ad\u200b\u200c\u200d\u2060\ufeff \n"


def anchor(selector: Selector, reading: Reading) -> tuple[Anchor, int, int]:
    """What became of ``selector`` in ``reading``, and where its words stand: start and end, -1 for an orphan."""
    return QuoteFinder(reading).find(selector)


class QuoteFinder:
    """Finds quotes in one reading; its normal form is made once, when the first quote needs it.

    Occurrences that cut a figure in two are no occurrences: the text that says 18,000 does not say 8,000.
    """

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._blocks = reading.blocks
        self._starts = [block.start for block in reading.blocks]

    def find(self, selector: Selector) -> tuple[Anchor, int, int]:
        """As :func:`anchor`."""
        exact = selector.exact
        places = [(start, start + len(exact)) for start in _occurrences(self._text, exact)]
        if places:
            return self._decided(Anchor.FOUND, places, selector)
        places = list(self._normal_places(exact))
        if places:
            return self._decided(Anchor.CHANGED, places, selector)
        return Anchor.ORPHAN, -1, -1

    @cached_property
    def _normal(self) -> tuple[str, OffsetMap]:
        from dossier.analysis.language.normal_form import normal_form

        return normal_form(self._text)

    def _normal_places(self, exact: str) -> Iterator[tuple[int, int]]:
        from dossier.analysis.language.normal_form import normal_form

        wanted = normal_form(exact)[0].strip()
        normal, back = self._normal
        for start in _occurrences(normal, wanted):
            first, last = back.back(start), back.back(start + len(wanted))
            while last > first and self._text[last - 1] in _BOUNDARY:
                last -= 1
            if last > first:
                yield first, last

    def _decided(self, found: Anchor, places: list[tuple[int, int]], selector: Selector) -> tuple[Anchor, int, int]:
        """The one place that is meant, or the first of those that cannot be told apart."""
        if len(places) > 1:
            places = [place for place in places if self._counts(place[0])] or places
        if len(places) > 1:
            places = self._by_context(places, selector)
        if len(places) > 1 and selector.start is not None:
            hint = selector.start
            nearest = min(abs(start - hint) for start, _ in places)
            places = [place for place in places if abs(place[0] - hint) == nearest]
        return (Anchor.AMBIGUOUS if len(places) > 1 else found), *places[0]

    def _counts(self, start: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at < 0 or self._blocks[at].kind.counts

    def _by_context(self, places: list[tuple[int, int]], selector: Selector) -> list[tuple[int, int]]:
        """The places whose surroundings agree longest with prefix and suffix."""
        if not selector.prefix and not selector.suffix:
            return places
        prefix, suffix = _compared(selector.prefix)[::-1], _compared(selector.suffix)
        scores = []
        for start, end in places:
            before = _compared(self._text[max(start - _LONGEST_CONTEXT, 0) : start])[::-1]
            after = _compared(self._text[end : end + _LONGEST_CONTEXT])
            scores.append(_agreeing(before, prefix) + _agreeing(after, suffix))
        best = max(scores)
        return [place for place, score in zip(places, scores, strict=True) if score == best]


def _occurrences(text: str, words: str) -> list[int]:
    """Where ``words`` stand in ``text``, as whole words if they do so anywhere."""
    whole: list[int] = []
    within: list[int] = []
    at = text.find(words) if words else -1
    for _ in range(_MOST_LOOKS):
        if at < 0 or len(whole) + len(within) >= _MOST_PLACES:
            break
        end = at + len(words)
        if not _cuts_figure(text, at, end):
            inside = _joins(text, at) or _joins(text, end)
            (within if inside else whole).append(at)
        at = text.find(words, at + 1)
    return whole or within


def _joins(text: str, at: int) -> bool:
    """Whether offset ``at`` is inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _cuts_figure(text: str, start: int, end: int) -> bool:
    """Whether a number goes on beyond either end: 8,000 in 18,000, or $1.2 in $1.25."""
    return _within_number(text, start) or _within_number(text, end)


def _within_number(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isdigit() and after.isdigit():
        return True
    if before in ".," and after.isdigit():
        return at > 1 and text[at - 2].isdigit()
    return before.isdigit() and after in ".," and at + 1 < len(text) and text[at + 1].isdigit()


def _compared(context: str) -> str:
    """Context as it is compared: without white space, which is what clippings change most."""
    return "".join(context.split()).casefold()


def _agreeing(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
