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

from dossier.analysis.attribution.lexemes import Run, has_verb
from dossier.analysis.language.lexicon import is_role
from dossier.analysis.language.lists import table, words

_LONGEST = 30
"""Words an insertion between a subject and its cue may have."""

_GROUP = 12
"""Words a verb group may have before its cue."""


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
    return re.compile(
        r"[DG]R?[AnUdgJ0s'&K]*[AnUgJ0s]|Dd(?=[VBHMv])|[An0Us$J](?:[AnU0s'&]|[dg](?=n))*(?<!['&])|[POFG]|D(?![AnUdgJ0s'R])"
    )


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
    first = max(first, cue - _GROUP)
    while at > first:
        before = tags[at - 1]
        if before in "BHMNRT" or (tags[at] == "T" and before in "VvdUJg") or (before == "v" and tags[at] in "V"):
            at -= 1
        else:
            break
    return at


def before(run: Run, phrases: Phrases, cue: int, first: int) -> Speaker | None:
    """Who speaks, to the left of a cue in its sentence, which begins at ``first``; None where nobody does."""
    if speaks_not(run, cue, first):
        return None
    if run.tags[cue] == "U":
        owner = _owner(run, phrases, cue, first)
        if owner:
            return owner
    return subject_of(run, phrases, cue, first)


def speaks_not(run: Run, cue: int, first: int) -> bool:
    """Whether the subject of a cue is what is talked about: with verbs of seeming, and in a passive."""
    if run.tags[cue] != "V":
        return False
    word = run.words[cue]
    if word in words("seeming"):
        return True
    return word.endswith("ed") and "B" in run.tags[group_start(run, cue, first) : cue]


def subject_of(run: Run, phrases: Phrases, cue: int, first: int) -> Speaker | None:
    """The grammatical subject of a cue."""
    tags = run.tags
    at = group_start(run, cue, first)
    if at <= first:
        return None
    left = tags[at - 1]
    if left == ",":
        if run.words[cue].endswith("ing") or (at == cue and tags[cue] == "J"):
            return _main(run, phrases, at - 1, first, "participle")
        return _past_insertion(run, phrases, at - 1, first)
    if left == "-":
        opened = tags.rfind("-", max(first, at - _LONGEST), at - 1)
        span = phrase_ending(run, phrases, opened, first) if opened > first else None
        return Speaker(span[0], at, "apposition") if span else None
    if left == "C":
        return _main(run, phrases, at - 1, first, "coordinated")
    if left in "IS" and run.words[cue].endswith("ing"):
        return _main(run, phrases, at - 1, first, "participle")
    if left in "YwW" and run.words[at - 1] in ("who", "which", "that"):
        return Speaker(at - 1, at, "relative")
    span = phrase_ending(run, phrases, at, first)
    if span:
        return Speaker(*_over_clause(run, phrases, span, first), "pronoun" if tags[span[0]] in "PF" else "subject")
    return _main(run, phrases, at, first, "far")


def _over_clause(run: Run, phrases: Phrases, span: tuple[int, int], first: int) -> tuple[int, int]:
    """The subject whose relative clause ends in the phrase: "people who know the matter" rather than "the matter"."""
    tags = run.tags
    who = tags.rfind("Y", max(first, span[0] - _LONGEST // 2), span[0])
    if who > first and "," not in tags[who - 1 : span[0]] and any(tag in "VvBHMdn" for tag in tags[who + 1 : span[0]]):
        further = phrase_ending(run, phrases, who, first)
        if further:
            return further[0], span[1]
    return span


def after(run: Run, phrases: Phrases, at: int, last: int, relation: str) -> Speaker | None:
    """The phrase that begins at ``at`` with what hangs on it: an inverted subject, or an agent after "by" or "to"."""
    end = phrases.by_start.get(at)
    if end is None:
        return None
    end = min(hanging(run, phrases, min(end, last), last), last)
    tags = run.tags
    if end < last and tags[end] == "(":
        close = tags.find(")", end, min(last, end + 8))
        end = close + 1 if close > 0 else end
    if relation == "according":
        end = _with_office(run, at, end, last)
    for _ in range(3 if relation != "according" else 0):
        if end + 1 >= last or tags[end] != "," or tags[end + 1] not in "DG0IAnU":
            break
        stop = end + 1
        while stop < last and tags[stop] not in ",q.;-":
            stop += 1
        if tags[end + 1] not in "D0" and any(tag in "VBHMPF" for tag in tags[end + 1 : stop]):
            break
        if tags[end + 1] == "D" and stop < last and tags[stop] == "," and "M" in tags[end + 1 : stop]:
            break
        end = stop
    return Speaker(at, _with_clause(tags, end, last), relation)


def _with_office(run: Run, start: int, end: int, last: int) -> int:
    """Where an office between commas behind a full name ends, at the beginning of a sentence: "According to Ann Doe,
    the chief executive, talks began ..."."""
    tags, stop = run.tags, run.tags.find(",", end + 1, min(last, end + _OFFICE))
    named = tags[start:end] == "A" * (end - start) and end - start > 1
    begins = tags[max(start - _OPENER, 0) : max(start - 2, 0)] in ("", ".")
    if stop < 0 or not named or not begins or tags[end] != "," or tags[end + 1] not in "DG":
        return end
    inside = tags[end + 1 : stop]
    goes_on = tags[stop + 1 : stop + 2] in ("Y", "w", "C")
    return stop if not (has_verb(inside) or goes_on) and any(map(is_role, run.words[end + 1 : stop])) else end


_OPENER = 3
"""Words of "according to", and the stop before them."""

_OFFICE = 8
"""Words that an office may have, with the comma before it."""


def _with_clause(tags: str, end: int, last: int) -> int:
    """Where a relative clause about a person ends, where one follows: "said Ms. Doe, who runs the shop"."""
    at = end + 1 if tags[end : end + 1] == "," else end
    if at + 1 < last and tags[at] == "Y" and tags[at + 1] != "V":
        while at < last and tags[at] not in ",q.;-":
            at += 1
        return at
    return end


@cache
def _close() -> frozenset[str]:
    return words("attaching")


def _joins(run: Run, at: int) -> bool:
    """Whether a preposition or "and" joins two noun phrases into one."""
    return (run.tags[at] == "I" and run.words[at] in _close()) or (run.tags[at] == "C" and run.words[at] == "and")


def hanging(run: Run, phrases: Phrases, end: int, last: int) -> int:
    """Prepositional phrases after a noun phrase, and what "and" joins to it."""
    while end + 1 < last and _joins(run, end):
        stop = phrases.by_start.get(end + 1)
        if stop is None or run.tags[end + 1] in "PFK":
            break
        end = stop
    return end


def phrase_ending(run: Run, phrases: Phrases, end: int, first: int) -> tuple[int, int] | None:
    """The noun phrase that ends at ``end`` with the phrases it hangs on to the left."""
    tags = run.tags
    at = end
    if at > first and tags[at - 1] == "K":
        at = end = at - 2 if at - 1 > first and tags[at - 2] == "I" else at - 1
    if at > first and tags[at - 1] == ")":
        opened = tags.rfind("(", max(first, at - _LONGEST), at)
        at = opened if opened > first else at
    while at - 2 > first and run.words[at - 1] in _time_words()[0] and run.words[at - 2] in _time_words()[1]:
        at = end = at - 2
    start = phrases.by_end.get(at)
    if start is None and at > first and tags[at - 1] not in "DGJ'":
        start = _cut(run, phrases, at, first)
    if start is None or start < first:
        return None
    while start - 1 > first and tags[start] not in "PF":
        at = start - 1
        if not _joins(run, at):
            at = _modifier(run, at, first)
        further = phrases.by_end.get(at) if at > first else None
        if further is None and run.words[at] in words("open_adjectives"):
            further = phrases.by_end.get(at + 1)  # "a person close" to her
        if further is None or further < first:
            break
        if tags[at] == "C" and further > first and tags[further - 1] in "Vvd":
            break
        start = further
    return start, end


def _modifier(run: Run, at: int, first: int) -> int:
    """Where a participle with its preposition begins that ends at ``at``: "accounts linked to" the group; else 0."""
    if at - 2 <= first or run.tags[at] not in "IT":
        return 0
    back, word = run.tags[at - 1], run.words[at - 1]
    if back == "d" or (back == "V" and word.endswith("ed")) or word in words("open_adjectives"):
        return at - 1
    return 0


def _cut(run: Run, phrases: Phrases, at: int, first: int) -> int | None:
    """The start of a phrase that was read on past ``at``, as in "The mayor plans", unless a verb governs it."""
    index = bisect_right(phrases.starts, at - 1) - 1
    if index < 0 or phrases.ends[index] <= at:
        return None
    start = phrases.starts[index]
    if start > first and (
        run.tags[start - 1] in "VvHMBTdgUN" or (run.tags[start - 1] == "I" and run.words[start - 1] not in _close())
    ):
        return None
    return start


@cache
def _time_words() -> tuple[frozenset[str], frozenset[str]]:
    """Units of time, and the words that make an adverbial of them: "last week"."""
    rows = table("time_words")
    return tuple(frozenset(word for word, kind in rows.items() if kind == one) for one in ("unit", "which"))  # type: ignore[return-value]


def _past_insertion(run: Run, phrases: Phrases, comma: int, first: int) -> Speaker | None:
    """The subject before an apposition, a relative clause or an adverbial between commas."""
    tags = run.tags
    low = max(first, comma - _LONGEST)
    relative = max(tags.rfind(",Y", low, comma), tags.rfind(",w", low, comma))
    if relative > first:
        span = phrase_ending(run, phrases, relative, first)
        if span:
            return Speaker(_appositive(run, phrases, span, first)[0], comma + 1, "apposition")
    stop = comma
    for _ in range(3):
        opened = tags.rfind(",", low, stop)
        if opened <= first:
            break
        span = phrase_ending(run, phrases, opened, first)
        inside = tags[opened + 1]
        if span and _degrees().issuperset(run.words[span[0] : span[1]]):
            stop = opened
            continue  # "Ann Doe, MD, the chief of the hospital, said"
        if span and tags[span[0]] not in "K":
            return Speaker(span[0], comma + 1 if inside in "DnAUG0" else span[1], "apposition")
        stop = opened
    return _main(run, phrases, comma, first, "coordinated")


@cache
def _degrees() -> frozenset[str]:
    """What follows a name after a comma, as a word of a run."""
    return frozenset(word.lower() for word in words("postnominals"))


def _appositive(run: Run, phrases: Phrases, span: tuple[int, int], first: int) -> tuple[int, int]:
    """The phrase with the name before it, where it is an apposition itself: "Ms. Doe, a nurse, who ..."."""
    start, end = span
    if start - 1 > first and run.tags[start - 1] == "," and run.tags[start] in "D0":
        further = phrase_ending(run, phrases, start - 1, first)
        if further:
            return further[0], end
    return span


def _owner(run: Run, phrases: Phrases, cue: int, first: int) -> Speaker | None:
    """The owner of a cue noun: "his claim", "the ministry's report"."""
    at = bisect_right(phrases.starts, cue) - 1
    start = cue if at < 0 or phrases.ends[at] <= cue else phrases.starts[at]
    tags = run.tags
    mark = tags.rfind("'", start, cue)
    if mark > start:
        begin = mark
        if tags[mark - 1] == "A":
            while begin > start and tags[begin - 1] == "A":
                begin -= 1
        else:
            begin = start
        return Speaker(begin, mark + 1, "owner")
    if start < cue and tags[start] == "G":
        return Speaker(start, start + 1, "owner")
    return None


def _main(run: Run, phrases: Phrases, at: int, first: int, relation: str) -> Speaker | None:
    """The subject of the clause that a participle or a second verb before ``at`` hangs on: the first phrase with a
    verb after it that no preposition governs, counted from the last "and" or ";" that begins a clause."""
    tags = run.tags
    if relation == "participle" and (behind := _inverted(run, phrases, at, first)):
        return behind
    low = max(first, at - 2 * _LONGEST)
    index = bisect_right(phrases.starts, low - 1)
    found: Speaker | None = None
    while index < len(phrases.starts) and phrases.ends[index] <= at:
        start, end = phrases.starts[index], phrases.ends[index]
        index += 1
        if tags[start] in "OG" and end == start + 1:
            continue
        back = tags[start - 1] if start > first else "^"
        if back in "ITVvdgWwY" and not (back == "d" and tags[start] == "P"):
            continue
        if found and back not in ("C;-S" if relation == "coordinated" else "C;-"):
            continue
        end = min(hanging(run, phrases, end, at), at)
        if governs(tags, end) or (tags[end] in ",(Y" and (not found) and start in (first, first + 1)):
            span = phrase_ending(run, phrases, end, first) or (start, end)
            found = Speaker(span[0], _insertion_end(tags, span[1], at), relation)
    return found


def _inverted(run: Run, phrases: Phrases, at: int, first: int) -> Speaker | None:
    """The subject behind the cue of a quotation, which a second cue goes on from: "It rains," said Ms. Doe, adding."""
    tags = run.tags
    quoted = max(tags.rfind("qV", first, at), tags.rfind("sV", first, at), tags.rfind(",V", first, at))
    if quoted < 0 or quoted + 2 >= at or tags[quoted + 2] not in "ADGPF":
        return None
    return after(run, phrases, quoted + 2, at, "participle")


def _insertion_end(tags: str, end: int, last: int) -> int:
    """Where an insertion between commas after a subject ends, if a verb follows it."""
    if tags[end : end + 1] == ",":
        close = tags.find(",", end + 1, min(last, end + _LONGEST))
        if (
            close > 0
            and tags[end + 1 : close].strip("RI")
            and tags[close + 1 : close + 2] in ("V", "v", "B", "H", "M", "d", "U")
        ):
            return close + 1
    return end


def governs(tags: str, end: int) -> bool:
    """Whether a verb follows a phrase that ends at ``end``."""
    after = tags[end : end + 2]
    return after[:1] in "VvBHMdU" or (after[:1] in "RN" and after[1:] in "VvBHMdU")


def is_subject(run: Run, start: int, end: int) -> bool:
    """Whether a noun phrase is followed by a verb or an insertion, and no preposition governs it; or follows a cue."""
    tags = run.tags
    before_it = tags[start - 1 : start]
    if before_it in ("I", "T"):
        return False
    inverted = before_it == "V" and tags[max(start - 2, 0)] in _BEFORE_INVERTED
    return governs(tags, end) or inverted or tags[end : end + 1] in (",", "(")


_BEFORE_INVERTED = frozenset("V,q.s-RB")
"""Letters of what stands before a cue whose subject comes after it: "..., said Ms. Doe", not "he backed Ms. Doe"."""
