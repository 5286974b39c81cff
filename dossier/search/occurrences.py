"""Where one term of a query stands in a folded text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from dossier.search.places import Places, Span
from dossier.search.query import Term

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that do not part words, as a character class: a word there may begin and end anywhere."""

WORD = r"[^\W_]"
"""A character of a word. The underscore is none: it is how Markdown marks emphasis."""

MOST_MISSES = 2_000
"""Places within words after which the expression takes over, which is slower from hit to hit but passes them at
less cost; "e" stands half a million times in 5 MB."""

LONG = 100_000
"""Code points from which on it matters how often a text is gone through."""

_EDGE = re.compile(f"(?![{UNSPACED}]){WORD}")
_BATCH = 1_000  # places that are looked at together


@lru_cache(maxsize=256)
def pattern(term: Term) -> re.Pattern[str]:
    """A regular expression that finds ``term`` in folded text, at word starts, in linear time.

    It begins with the first word as a literal, which the engine searches for quickly; what must not stand
    before is checked afterwards by looking back.
    """
    first, *others = (re.escape(word) for word in term.text.split(" "))
    guarded_before, guarded_after = guards(term)
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
            return at >= 0 and next(spans_of(folded, term), None) is not None
        return search(folded, at) is not None

    return test


def has(folded: str, term: Term) -> bool:
    """Whether ``term`` stands in ``folded``."""
    return test_of(term)(folded)


def spans_of(folded: str, term: Term) -> Iterator[Span]:
    """Every place of ``term``, in order."""
    at = 0
    if " " not in term.text:
        misses, length, find = 0, len(term.text), folded.find
        before, after = guards(term)
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


def places_of(folded: str, term: Term, limit: int) -> Places:
    """The first ``limit`` places of ``term``, in order."""
    if not _is_plain(term):
        return Places.of(islice(spans_of(folded, term), limit))
    kept: list[int] = []
    for batch in batches(folded, term):
        kept += batch
        if len(kept) >= limit:
            break
    return Places.of_length(kept[:limit], len(term.text))


def guards(term: Term) -> tuple[bool, bool]:
    """Whether no character of a word may stand before and after ``term``."""
    return _EDGE.match(term.text) is not None, not term.prefix and _EDGE.match(term.text[-1]) is not None


def _is_plain(term: Term) -> bool:
    """Whether it is one word of letters and figures: no two places of it overlap."""
    return term.text.isalnum() and guards(term)[0]


def batches(folded: str, term: Term) -> Iterator[list[int]]:
    """Where ``term`` stands, in order, many places at a time.

    Those of a plain word are collected first, and those within other words then sorted out: what is done for every
    place by itself counts when there are ten thousand.
    """
    if not _is_plain(term):
        spans = spans_of(folded, term)
        while batch := [at for at, _ in islice(spans, _BATCH)]:
            yield batch
        return
    length = len(term.text)
    after = guards(term)[1]
    misses = end = 0
    for found in collected(folded, term.text):
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


def collected(folded: str, words: str) -> Iterator[list[int]]:
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
