"""Who speaks: the phrase that names the source of a cue.

The patterns are those of English reporting clauses (Quirk et al., A Comprehensive Grammar of the English Language,
14.28 ff.): the subject before the cue or after it, the agent after "by", the owner of a noun, and for participles the
subject of the sentence they hang on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from dossier.analysis.lexemes import Run

_LONGEST = 30
"""Words an insertion between a subject and its cue may have."""


class Speaker(NamedTuple):
    """Words from ``start`` to ``end`` of a run, and how they hang on the cue: one of the names in this file."""

    start: int
    end: int
    relation: str


class Phrases(NamedTuple):
    """The noun phrases of a run: starts and ends in order, and from each end to its start and the other way round."""

    starts: list[int]
    ends: list[int]
    by_end: dict[int, int]
    by_start: dict[int, int]


@cache
def _noun_phrase() -> re.Pattern[str]:
    return re.compile(r"[DG][R]?[AnUdgJ0s'&]*[AnUgJ0s]|[An0Us$J][AnU0s'&dg]*(?<!['&dg])|[POFG]|D(?![AnUdgJ0s'R])")


def noun_phrases(run: Run) -> Phrases:
    """The simple noun phrases of a run."""
    spans = [match.span() for match in _noun_phrase().finditer(run.tags)]
    return Phrases(
        [start for start, _ in spans],
        [end for _, end in spans],
        {end: start for start, end in spans},
        dict(spans),
    )


def group_start(run: Run, cue: int, first: int) -> int:
    """Where the verb group of a cue begins: auxiliaries, negation, adverbs, verbs that govern an infinitive."""
    tags = run.tags
    at = cue
    while at > first:
        before = tags[at - 1]
        if before in "BHMNRT" or (tags[at] == "T" and before in "VvdUJg") or (before == "v" and tags[at] in "V"):
            at -= 1
        else:
            break
    return at


def before(run: Run, phrases: Phrases, cue: int, first: int) -> Speaker | None:
    """The subject to the left of a cue in its sentence, which begins at ``first``."""
    tags = run.tags
    at = group_start(run, cue, first)
    if run.tags[cue] == "U":
        owner = _owner(run, phrases, cue, first)
        if owner:
            return owner
    if at <= first:
        return None
    left = tags[at - 1]
    if left == ",":
        if run.words[cue].endswith("ing"):
            return _main(run, phrases, at - 1, first, "participle")
        return _past_insertion(run, phrases, at - 1, first)
    if left == ")":
        opened = tags.rfind("(", max(first, at - _LONGEST), at)
        if opened > first:
            at = opened
    if left == "C":
        return _main(run, phrases, at - 1, first, "coordinated")
    if left in "YwW":
        end = at - 2 if at - 2 > first and tags[at - 2] == "," else at - 1
        span = _ending(run, phrases, end, first)
        return Speaker(*span, "relative") if span else None
    span = _ending(run, phrases, at, first)
    if span:
        return Speaker(*span, "pronoun" if tags[span[0]] in "PF" else "subject")
    return _main(run, phrases, at, first, "far")


def after(run: Run, phrases: Phrases, at: int, last: int, relation: str) -> Speaker | None:
    """The phrase that begins at ``at`` with what hangs on it: an inverted subject, or an agent after "by" or "to"."""
    end = phrases.by_start.get(at)
    if end is None:
        return None
    end = min(_hanging(run, phrases, min(end, last), last), last)
    tags = run.tags
    if tags[end - 1 : end] == "q":
        return None
    if end < last and tags[end] == "(":
        close = tags.find(")", end, min(last, end + 8))
        end = close + 1 if close > 0 else end
    if end + 1 < last and tags[end] == ",":
        follows = end + 1
        stop = phrases.by_start.get(follows)
        if tags[follows] in "Yw":
            stop = follows
            while stop < last and tags[stop] not in ",q.;":
                stop += 1
        elif stop is not None:
            stop = _hanging(run, phrases, stop, last)
            if stop < last and tags[stop] not in ",.;-q":
                stop = None
        if stop is not None and tags[follows] in "DYwnAU":
            end = stop
    return Speaker(at, end, relation)


def _hanging(run: Run, phrases: Phrases, end: int, last: int) -> int:
    """Prepositional phrases after a noun phrase, and what "and" joins to it."""
    tags = run.tags
    while end + 1 < last and (tags[end] == "I" or (tags[end] == "C" and run.words[end] == "and")):
        stop = phrases.by_start.get(end + 1)
        if stop is None or tags[end + 1] in "PFK":
            break
        end = stop
    return end


def _ending(run: Run, phrases: Phrases, end: int, first: int) -> tuple[int, int] | None:
    """The noun phrase that ends at ``end`` with the phrases it hangs on to the left."""
    tags = run.tags
    if end > first and tags[end - 1] == "K":
        end -= 1
    start = phrases.by_end.get(end)
    if start is None or start < first:
        return None
    while start - 1 > first and (tags[start - 1] == "I" or (tags[start - 1] == "C" and run.words[start - 1] == "and")):
        further = phrases.by_end.get(start - 1)
        if further is None or further < first or (tags[start - 1] == "C" and tags[start] in "PF"):
            break
        if tags[start] in "PF":
            break
        start = further
    return start, end


def _past_insertion(run: Run, phrases: Phrases, comma: int, first: int) -> Speaker | None:
    """The subject before an apposition, a relative clause or an adverbial between commas."""
    tags = run.tags
    stop = comma
    for _ in range(3):
        opened = tags.rfind(",", max(first, stop - _LONGEST), stop)
        if opened <= first:
            break
        span = _ending(run, phrases, opened, first)
        inside = tags[opened + 1]
        if span and (inside in "DnAUYwdgG0V" or tags[span[0]] in "PA"):
            end = comma + 1 if inside in "DnAUYwG0" else span[1]
            return Speaker(span[0], end, "apposition")
        stop = opened
    span = _ending(run, phrases, comma, first)
    if span:
        return Speaker(*span, "comma")
    return None


def _owner(run: Run, phrases: Phrases, cue: int, first: int) -> Speaker | None:
    """The owner of a cue noun: "his claim", "the ministry's report"."""
    at = bisect_right(phrases.starts, cue) - 1
    if at < 0 or phrases.ends[at] <= cue:
        start = cue
    else:
        start = phrases.starts[at]
    tags = run.tags
    mark = tags.rfind("'", start, cue)
    if mark > start:
        return Speaker(start, mark + 1, "owner")
    if start < cue and tags[start] == "G":
        return Speaker(start, start + 1, "owner")
    return None


def _main(run: Run, phrases: Phrases, at: int, first: int, relation: str) -> Speaker | None:
    """The nearest phrase to the left that is the subject of a verb, not the object of a preposition."""
    tags = run.tags
    index = bisect_right(phrases.ends, at) - 1
    found: Speaker | None = None
    low = max(first, at - 2 * _LONGEST)
    while index >= 0 and phrases.starts[index] >= low:
        start, end = phrases.starts[index], phrases.ends[index]
        index -= 1
        if tags[start] in "OG" and end == start + 1:
            continue
        if start > first and tags[start - 1] in "ITVvdg":
            continue
        if tags[end] in "VvBHMdRN," or (tags[end] == "U" and tags[start] in "PA"):
            found = Speaker(start, end, relation)
            if tags[end] != "," or start == first:
                break
    return found
