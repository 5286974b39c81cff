"""Where several words stand in the same paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, repeat

from dossier.search.occurrences import LONG, MOST_MISSES, batches, collected, guards, pattern
from dossier.search.places import Span
from dossier.search.query import Term

PARTING = "\n\n"
"""What stands between the blocks of a reading text."""
MOST_IN_PARAGRAPH = 10_000
"""Places of one term that are looked for in one paragraph."""

_Place = tuple[int, int, int]
"""Start, end, and a bit for each term that stands there."""
_BETWEEN = 2  # code points without a letter that may part words which make one passage


def paragraph_borders(folded: str) -> list[int]:
    """Where the paragraphs of a text begin, but for the first; a list, which is looked through faster than an array."""
    width = len(PARTING)
    return [at + width for batch in collected(folded, PARTING) for at in batch]


def passages_together(folded: str, terms: Sequence[Term], borders: Sequence[int], most: int) -> list[Span]:
    """At most so many passages in the paragraphs that hold all the terms; those with the rarest are gone through."""
    leading, *others = sorted(terms, key=lambda term: (folded.count(term.text, 0, LONG), -len(term.text)))
    # the leading one is known to begin there, so it comes last; that it also ends there is to be seen
    finders = [_within(folded, term, 1 << n) for n, term in enumerate((*others, leading))]
    passages: list[Span] = []
    for number in _paragraphs_with(folded, leading, borders):
        start = borders[number - 1] if number else 0
        end = borders[number] if number < len(borders) else len(folded)
        found: list[_Place] = []
        for places_in in finders:
            places = places_in(start, end)
            if not places:
                break
            found += places
        else:
            found.sort()
            passages += _best(folded, found)
            if len(passages) >= most:
                return passages[:most]
    return passages


def _paragraphs_with(folded: str, term: Term, borders: Sequence[int]) -> Iterator[int]:
    """The numbers, from 0, of the paragraphs in which ``term`` begins, each once."""
    last = -1
    for batch in batches(folded, term):
        for number in dict.fromkeys(map(bisect_right, repeat(borders), batch)):
            if number != last:
                yield number
                last = number


def _within(folded: str, term: Term, bit: int) -> Callable[[int, int], list[_Place]]:
    """What finds the places of ``term`` between two offsets, each with this bit."""
    finditer, find = pattern(term).finditer, folded.find
    word, length = term.text, len(term.text)
    before, after = guards(term)
    misses = MOST_MISSES if " " in word else 0

    def places(start: int, end: int) -> list[_Place]:
        nonlocal misses
        found: list[_Place] = []
        at = find(word, start, end) if misses < MOST_MISSES else start
        while at >= 0 and misses < MOST_MISSES and len(found) < MOST_IN_PARAGRAPH:
            stop = at + length
            if (before and at and folded[at - 1].isalnum()) or (after and folded[stop : stop + 1].isalnum()):
                misses += 1
                stop = at + 1
            else:
                found.append((at, stop, bit))
            at = find(word, stop, end)
        if at >= 0 and misses >= MOST_MISSES:
            found += [(*match.span(), bit) for match in islice(finditer(folded, at, end), MOST_IN_PARAGRAPH)]
        return found

    return places


def _best(folded: str, found: Sequence[_Place]) -> list[Span]:
    """Of the places in one paragraph those with most different terms side by side."""
    ended = -_BETWEEN - 1
    for at, stop, _ in found:
        if at - ended <= _BETWEEN:
            return best_joined(folded, found)
        ended = stop
    return [(at, stop) for at, stop, _ in found]


def best_joined(folded: str, found: Sequence[_Place]) -> list[Span]:
    """The same where some places touch or overlap: neighbours of different terms are made one."""
    joined: list[_Place] = []
    for place in found:
        at, stop, term = place
        if joined:
            before, ended, held = joined[-1]
            if at < ended or (at - ended <= _BETWEEN and not term & held and _parted_only(folded[ended:at])):
                joined[-1] = before, max(ended, stop), held | term
                continue
        joined.append(place)
    most = max([held.bit_count() for _, _, held in joined])
    return [(at, stop) for at, stop, held in joined if held.bit_count() == most]


def _parted_only(between: str) -> bool:
    return not any(map(str.isalnum, between))
