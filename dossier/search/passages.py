"""Where exactly a query stands in one text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, repeat
from typing import NamedTuple

from dossier.search.places import Places, Span
from dossier.search.query import Query, Term


class Bounds(NamedTuple):
    """How many passages are looked for in one text: of one word, and of several words, which take longer."""

    single: int
    together: int

    def of(self, query: Query) -> int:
        """The one that holds for ``query``."""
        return self.single if len(query.terms) < 2 else self.together


WHOLE = Bounds(10_000, 2_500)
"""Nobody steps through more."""
TYPING = Bounds(5_000, 500)
"""For one key press in the box, which shows the first and says that there are more."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that do not part words, as a character class: a word there may begin and end anywhere."""

WORD = r"[^\W_]"
"""A character of a word. The underscore is none: it is how Markdown marks emphasis."""

MOST_MISSES = 2_000
"""Places within words after which the expression takes over, which is slower from hit to hit but passes them at
less cost; "e" stands half a million times in 5 MB."""

PARTING = "\n\n"
"""What stands between the blocks of a reading text."""

LONG = 100_000
"""Code points from which on it matters how often a text is gone through."""

_EDGE = re.compile(f"(?![{UNSPACED}]){WORD}")
_Place = tuple[int, int, int]
"""Start, end, and a bit for each term that stands there."""
_BATCH = 1_000  # places that are looked at together
_BETWEEN = 2  # code points without a letter that may part words which make one passage


@lru_cache(maxsize=256)
def pattern(term: Term) -> re.Pattern[str]:
    """A regular expression that finds ``term`` in folded text, at word starts, in linear time.

    It begins with the first word as a literal, which the engine searches for quickly; what must not stand
    before is checked afterwards by looking back.
    """
    first, *others = (re.escape(word) for word in term.text.split(" "))
    guarded_before, guarded_after = _guards(term)
    before = f"(?<!{WORD}{first})" if guarded_before else ""
    after = f"(?!{WORD})" if guarded_after else ""
    return re.compile(r"\s++".join((first + before, *others)) + after)


def test_of(term: Term) -> Callable[[str], bool]:
    """Tells of a folded text whether ``term`` stands in it."""
    first = term.text.partition(" ")[0]
    search = pattern(term).search

    def test(folded: str) -> bool:
        at = folded.find(first)  # several times quicker than the expression
        if at < 0 or len(folded) > LONG:
            return at >= 0 and next(_spans(folded, term), None) is not None
        return search(folded, at) is not None

    return test


def has(folded: str, term: Term) -> bool:
    """Whether ``term`` stands in ``folded``."""
    return test_of(term)(folded)


def find_passages(
    folded: str, query: Query, bounds: Bounds = WHOLE, borders: Sequence[int] | None = None
) -> Places:
    """The passages of ``query`` in ``folded``, in order of start, none overlapping, as many as ``bounds`` allow.

    ``borders`` are those of :func:`paragraph_borders`, where they are known already.

    With several terms they are looked for in paragraphs that hold all of them; where there is no such paragraph
    but the text holds them all, each term by itself is a passage. Neighbouring words make one passage.
    """
    if not query.terms or any(has(folded, term) for term in query.refused):
        return Places.of(())
    if len(query.terms) == 1:
        return _places(folded, query.terms[0], bounds.single)
    if borders is None:
        borders = paragraph_borders(folded)
    together = _together(folded, query.terms, borders, bounds.together)
    if together or not all(has(folded, term) for term in query.terms):
        return Places.of(together)
    return Places.of(_apart(folded, query.terms, bounds.together))


def paragraph_borders(folded: str) -> list[int]:
    """Where the paragraphs of a text begin, but for the first; a list, which is looked through faster than an array."""
    width = len(PARTING)
    return [at + width for batch in _collected(folded, PARTING) for at in batch]


def marks(folded: str, query: Query, start: int, end: int) -> tuple[Span, ...]:
    """The spans of single terms of ``query`` between ``start`` and ``end`` of ``folded``, none overlapping."""
    found = [found.span() for term in query.terms for found in pattern(term).finditer(folded, start, end)]
    return tuple(_disjoint(sorted(found)))


def beside(folded: str, spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """Those of ``spans`` that share a paragraph with one of ``others``; both are in order of start."""
    found: list[Span] = []
    starts = [start for start, _ in others]
    done, shared = 0, False
    for start, end in spans:
        if start >= done:
            begin, done = _paragraph(folded, done, start)
            shared = bisect_left(starts, done) > bisect_left(starts, begin)
        if shared:
            found.append((start, end))
    return found


def _paragraph(folded: str, after: int, at: int) -> Span:
    """The paragraph around ``at`` with what parts it from the next, looked for from ``after`` on."""
    start = folded.rfind(PARTING, after, at)
    end = folded.find(PARTING, at)
    return (after if start < 0 else start + len(PARTING)), (len(folded) if end < 0 else end + len(PARTING))


def _spans(folded: str, term: Term) -> Iterator[Span]:
    """Every place of ``term``, in order."""
    at = 0
    if " " not in term.text:
        misses, length, find = 0, len(term.text), folded.find
        before, after = _guards(term)
        at = find(term.text)
        while at >= 0 and misses < MOST_MISSES:
            end = at + length
            if (before and at and folded[at - 1].isalnum()) or (after and folded[end : end + 1].isalnum()):
                misses += 1
                end = at + 1
            else:
                yield at, end
            at = find(term.text, end)
        if at < 0:
            return
    for found in pattern(term).finditer(folded, at):
        yield found.span()


def _places(folded: str, term: Term, limit: int) -> Places:
    """The first ``limit`` places of ``term``, in order."""
    if not _is_plain(term):
        return Places.of(islice(_spans(folded, term), limit))
    kept: list[int] = []
    for batch in _batches(folded, term):
        kept += batch
        if len(kept) >= limit:
            break
    return Places.of_length(kept[:limit], len(term.text))


def _guards(term: Term) -> tuple[bool, bool]:
    """Whether no character of a word may stand before and after ``term``."""
    return _EDGE.match(term.text) is not None, not term.prefix and _EDGE.match(term.text[-1]) is not None


def _is_plain(term: Term) -> bool:
    """Whether it is one word of letters and figures: no two places of it overlap."""
    return term.text.isalnum() and _guards(term)[0]


def _batches(folded: str, term: Term) -> Iterator[list[int]]:
    """Where ``term`` stands, in order, many places at a time.

    Those of a plain word are collected first, and those within other words then sorted out: what is done for every
    place by itself counts when there are ten thousand.
    """
    if not _is_plain(term):
        spans = _spans(folded, term)
        while batch := [at for at, _ in islice(spans, _BATCH)]:
            yield batch
        return
    length = len(term.text)
    after = _guards(term)[1]
    misses = end = 0
    for found in _collected(folded, term.text):
        whole = [at for at in found if not at or not folded[at - 1].isalnum()]
        if after:
            whole = [at for at in whole if not folded[at + length : at + length + 1].isalnum()]
        yield whole
        misses += len(found) - len(whole)
        end = found[-1] + length
        if misses >= MOST_MISSES:
            break
    else:
        return
    rest = pattern(term).finditer(folded, end)
    while batch := [found.start() for found in islice(rest, _BATCH)]:
        yield batch


def _collected(folded: str, words: str) -> Iterator[list[int]]:
    """Where ``words`` stand, within other words too, many places at a time."""
    find, length = folded.find, len(words)
    at = find(words)
    while at >= 0:
        found: list[int] = []
        add = found.append
        for _ in range(_BATCH):
            add(at)
            at = find(words, at + length)
            if at < 0:
                break
        yield found


def _together(folded: str, terms: Sequence[Term], borders: Sequence[int], most: int) -> list[Span]:
    """At most so many passages in the paragraphs that hold all the terms; those with the rarest are gone through."""
    leading, *others = sorted(terms, key=lambda term: (folded.count(term.text, 0, LONG), -len(term.text)))
    led_in = _within(folded, leading, 1)
    others_in = [_within(folded, term, 2 << n) for n, term in enumerate(others)]
    passages: list[Span] = []
    for number in _paragraphs_with(folded, leading, borders):
        start = borders[number - 1] if number else 0
        end = borders[number] if number < len(borders) else len(folded)
        found: list[_Place] = []
        for places_in in others_in:
            places = places_in(start, end)
            if not places:
                break
            found += places
        else:
            found += led_in(start, end)
            found.sort()
            passages += _best(folded, found)
            if len(passages) >= most:
                return passages[:most]
    return passages


def _paragraphs_with(folded: str, term: Term, borders: Sequence[int]) -> Iterator[int]:
    """The numbers, from 0, of the paragraphs in which ``term`` begins, each once."""
    last = -1
    for batch in _batches(folded, term):
        for number in dict.fromkeys(map(bisect_right, repeat(borders), batch)):
            if number != last:
                yield number
                last = number


def _within(folded: str, term: Term, bit: int) -> Callable[[int, int], list[_Place]]:
    """What finds the places of ``term`` between two offsets, each with this bit."""
    finditer, find = pattern(term).finditer, folded.find
    word, length = term.text, len(term.text)
    before, after = _guards(term)
    misses = MOST_MISSES if " " in word else 0

    def places(start: int, end: int) -> list[_Place]:
        nonlocal misses
        found: list[_Place] = []
        at = find(word, start, end) if misses < MOST_MISSES else start
        while at >= 0 and misses < MOST_MISSES and len(found) < WHOLE.single:
            stop = at + length
            if (before and at and folded[at - 1].isalnum()) or (after and folded[stop : stop + 1].isalnum()):
                misses += 1
                stop = at + 1
            else:
                found.append((at, stop, bit))
            at = find(word, stop, end)
        if at >= 0 and misses >= MOST_MISSES:
            found += [(*match.span(), bit) for match in islice(finditer(folded, at, end), WHOLE.single)]
        return found

    return places


def _best(folded: str, found: Sequence[_Place]) -> list[Span]:
    """Of the places in one paragraph those with most different terms side by side."""
    ended = -_BETWEEN - 1
    for at, stop, _ in found:
        if at - ended <= _BETWEEN:
            return _best_joined(folded, found)
        ended = stop
    return [(at, stop) for at, stop, _ in found]


def _best_joined(folded: str, found: Sequence[_Place]) -> list[Span]:
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


def _apart(folded: str, terms: Sequence[Term], limit: int) -> list[Span]:
    found = sorted(span for term in terms for span in islice(_spans(folded, term), limit))
    return list(islice(_disjoint(found), limit))


def _disjoint(spans: list[Span]) -> Iterator[Span]:
    """``spans`` in order, overlapping ones made one."""
    held: Span | None = None
    for start, end in spans:
        if held is None or start >= held[1]:
            if held is not None:
                yield held
            held = start, end
        else:
            held = held[0], max(held[1], end)
    if held is not None:
        yield held
