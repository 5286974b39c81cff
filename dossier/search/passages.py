"""Where exactly a query stands in one text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from dossier.search.places import Places, Span
from dossier.search.query import Query, Term

MOST_TOGETHER = 2_500
"""Passages of several words that are looked for in one text: more take longer than a key may."""
MOST_PASSAGES = 10_000
"""Passages of one text that are looked for; nobody steps through more."""

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


def find_passages(folded: str, query: Query, limit: int = MOST_PASSAGES) -> Places:
    """The passages of ``query`` in ``folded``, in order of start, none overlapping, at most ``limit``.

    With several terms they are looked for in paragraphs that hold all of them; where there is no such paragraph
    but the text holds them all, each term by itself is a passage. Neighbouring words make one passage.
    """
    if not query.terms or limit <= 0 or any(has(folded, term) for term in query.refused):
        return Places.of(())
    if len(query.terms) == 1:
        return _places(folded, query.terms[0], limit)
    together = _together(folded, query.terms, min(limit, MOST_TOGETHER))
    if together or not all(has(folded, term) for term in query.terms):
        return Places.of(together)
    return Places.of(_apart(folded, query.terms, limit))


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
    """The first ``limit`` places of ``term``, in order.

    Those of a plain word are collected in bulk first, and those within other words then sorted out: what is called
    for every place counts when there are ten thousand.
    """
    word, length = term.text, len(term.text)
    before, after = _guards(term)
    if not (before and word.isalnum()):
        return Places.of(islice(_spans(folded, term), limit))
    kept: list[int] = []
    at = misses = 0
    while at >= 0 and misses < MOST_MISSES and len(kept) < limit:
        found, at = _collected(folded, word, at, MOST_MISSES)
        whole = [start for start in found if not start or not folded[start - 1].isalnum()]
        if after:
            whole = [start for start in whole if not folded[start + length : start + length + 1].isalnum()]
        misses += len(found) - len(whole)
        kept += whole
    if at >= 0 and len(kept) < limit:
        kept += [found.start() for found in islice(pattern(term).finditer(folded, at), limit - len(kept))]
    return Places.of_length(kept[:limit], length)


def _collected(folded: str, word: str, at: int, most: int) -> tuple[list[int], int]:
    """At most so many places of ``word`` from ``at`` on, within other words too, and where the next one is, or -1."""
    found: list[int] = []
    add, find, length = found.append, folded.find, len(word)
    at = find(word, at)
    for _ in range(most):
        if at < 0:
            break
        add(at)
        at = find(word, at + length)
    return found, at


def _guards(term: Term) -> tuple[bool, bool]:
    """Whether no character of a word may stand before and after ``term``."""
    return _EDGE.match(term.text) is not None, not term.prefix and _EDGE.match(term.text[-1]) is not None


def _together(folded: str, terms: Sequence[Term], most: int) -> list[Span]:
    """At most so many passages in the paragraphs that hold all the terms; those with the rarest are gone through."""
    order = sorted(terms, key=lambda term: (folded.count(term.text, 0, LONG), -len(term.text)))
    seekers = [(_seeker(folded, term), 1 << n) for n, term in enumerate(order)]
    (seek_first, _), *others = seekers
    passages: list[Span] = []
    done = 0
    while len(passages) < most and (first := seek_first(done, len(folded))):
        start, done = _paragraph(folded, done, first[0])
        found = [(*first, 1)]
        for seek, bit in others:
            place = seek(start, done)
            if place is None:
                break
            found.append((*place, bit))
        else:
            for (seek, bit), (_, stop, _) in zip(seekers, tuple(found), strict=True):
                while (place := seek(stop, done)) and len(found) < MOST_PASSAGES:
                    stop = place[1]
                    found.append((*place, bit))
            found.sort()
            passages += _best(folded, found)
    return passages[:most]


def _seeker(folded: str, term: Term) -> Callable[[int, int], Span | None]:
    """What finds the first place of ``term`` between two offsets."""
    search, find = pattern(term).search, folded.find
    word, length = term.text, len(term.text)
    before, after = _guards(term)
    misses = MOST_MISSES if " " in word else 0

    def seek(start: int, end: int) -> Span | None:
        nonlocal misses
        while misses < MOST_MISSES:
            at = find(word, start, end)
            if at < 0:
                return None
            stop = at + length
            if not (before and at and folded[at - 1].isalnum()) and not (after and folded[stop : stop + 1].isalnum()):
                return at, stop
            misses += 1
            start = at + 1
        found = search(folded, start, end)
        return found.span() if found else None

    return seek


def _best(folded: str, found: Sequence[tuple[int, int, int]]) -> list[Span]:
    """Of the places in one paragraph, each with a bit for its term, those with most different terms side by side."""
    ended = -_BETWEEN - 1
    for at, stop, _ in found:
        if at - ended <= _BETWEEN:
            return _best_joined(folded, found)
        ended = stop
    return [(at, stop) for at, stop, _ in found]


def _best_joined(folded: str, found: Sequence[tuple[int, int, int]]) -> list[Span]:
    joined: list[tuple[int, int, int]] = []
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
