"""Quotations that stand in paragraphs of their own, or in sentences that name no speaker: whose they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dossier.analysis.attribution.contents import Candidate
from dossier.analysis.attribution.lexemes import Run
from dossier.analysis.attribution.readings import Reading, Span, continued
from dossier.analysis.language.lists import words
from dossier.analysis.sentences.quoting import quoted_spans

_ANNOUNCING = ":"
"""What a paragraph ends with before one that it announces."""


def with_announced(text: str, blocks: Sequence[Span]) -> Iterator[Span]:
    """The blocks, each that ends with a colon together with those behind it that are nothing but a quotation.

    So releases give what somebody says: "Announcing the results, the minister said:", and his words below.
    """
    waiting: Span | None = None
    for start, end in blocks:
        if waiting is not None and quoted_spans(text, start, end) == [(start, end)]:
            waiting = waiting[0], end
            continue
        if waiting is not None:
            yield waiting
        waiting = (start, end) if text[start:end].endswith(_ANNOUNCING) else None
        if waiting is None:
            yield start, end
    if waiting is not None:
        yield waiting


def is_quotation(run: Run, sentence: Span) -> bool:
    """Whether a sentence in a block is nothing but a quotation, and not the first there."""
    first, last = sentence
    return first > 0 and run.tags[first:last].rstrip(".") == "q"


def following(kept: Sequence[Reading], quotations: Sequence[tuple[Run, Span]]) -> Iterator[Reading]:
    """The readings that sentences which are nothing but quotations add: words of whom the sentence before reports.

    Of "Ms. Doe said she was for it. 'We want it here.'" both are hers, though nothing says so of the second. The
    quotations after it go with it.
    """
    taken = sorted(span for one in kept for span in one.spans)
    reported = {(one.run.block, one.sentence[1]): one for one in reversed(kept) if _is_somebody(one)}
    for run, (first, last) in quotations:
        before = reported.get((run.block, first))
        place = bisect_left(taken, (run.ends[first], run.ends[first]))
        if before is None or (place and taken[place - 1][1] > run.starts[first]):
            continue
        said = Candidate("R", ((first, first + 1),), before.candidate.speaker, "end")
        yield before._replace(candidate=said, sentence=(first, last))


def _is_somebody(one: Reading) -> bool:
    """Whether a reading has a speaker who says so, and not "my", who is not in the text."""
    speaker, cue = one.candidate.speaker, one.run.words[one.cue]
    named = speaker is not None and one.run.tags[speaker.start : speaker.end] != _POSSESSIVE
    return named and cue not in words("denials")


_POSSESSIVE = "G"
"""Letter of "my" and "his"."""


def continue_over_blocks(text: str, kept: Sequence[Reading], alone: Sequence[Span]) -> list[tuple[Span, ...]]:
    """The contents, with the blocks after them that are nothing but quotation and have no cue of their own.

    A quotation of several paragraphs belongs to one speaker, whose name stands in the first.
    """
    contents = [one.spans for one in kept]
    last = {_end_of_words(one): number for number, one in enumerate(kept) if _is_quoted(one)}
    last |= {spans[-1][1]: number for number, spans in enumerate(contents)}
    taken = sorted(span for spans in contents for span in spans)
    for start, end in alone:
        before = start
        while before and text[before - 1].isspace():
            before -= 1
        number = last.get(before, last.get(before - 1))
        if number is None or text[before - 1] not in _CLOSING:
            continue
        place = bisect_left(taken, (end, end))
        if place and taken[place - 1][1] > start:
            continue
        contents[number] = (*contents[number], (start, end))
        last[end] = number
    return contents


def _end_of_words(one: Reading) -> int:
    """The code point at which the sentence of a reading ends, with the quotations that go on after it."""
    stops = [one.sentence[1], *(stop for _, stop in continued(one.run, one.sentence[1]))]
    return one.run.ends[stops[-1] - 1]


def _is_quoted(one: Reading) -> bool:
    return any("q" in one.run.tags[start:end] for start, end in one.candidate.content)


_CLOSING = "\"”'’.!?»"
