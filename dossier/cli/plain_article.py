"""One article as linear text: for a screen reader, a printer or another program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model.claim import Evidence, Stance
from dossier.model.dossier import Dossier
from dossier.model.source import Block, BlockKind, Source
from dossier.session.labels import anchor_note, date_label, origin_line, speaker_label, status_line
from dossier.tui.wrapping import wrap

INDENT = 4
"""Cells before the lines of a note."""

UNMARKED = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.BODY})
"""Kinds whose words explain themselves; the others are named."""


def plain_article(dossier: Dossier, source: Source, width: int) -> Iterator[str]:
    """The lines of ``source``, at most ``width`` cells long: title, origin, text with note marks, notes.

    Raises :class:`dossier.model.errors.UnreadableError` when it cannot be read.
    """
    text = dossier.reading(source.id).text
    marks, numbers = _numbered(dossier, source)
    yield from _wrapped(source.metadata.title or "(no title)", width)
    yield from _wrapped(origin_line(source), width)
    yield from _wrapped(" · ".join(part for part in (source.file, source.metadata.url) if part), width)
    for block, ends in _with_marks(dossier.reading(source.id).blocks, marks):
        words = text[block.start : block.end]
        if block.kind is BlockKind.TITLE and not ends and words.split() == source.metadata.title.split():
            continue
        yield ""
        kind = "" if block.kind in UNMARKED else f"[{block.kind.value.replace('-', ' ')}] "
        yield from _wrapped(kind + _marked(words, block.start, ends), width)
    yield from _notes(dossier, source, numbers, width)
    yield from _lost(dossier, source, width)


def _numbered(dossier: Dossier, source: Source) -> tuple[list[tuple[int, int]], dict[str, int]]:
    """Where each mark goes (code point, number) in order, and the number of each claim, in order of the marks."""
    numbers: dict[str, int] = {}
    marks: set[tuple[int, int]] = set()
    for claim, evidence in sorted(dossier.evidence(source.id), key=lambda pair: (pair[1].end, pair[1].start)):
        marks.add((evidence.end, numbers.setdefault(claim.id, len(numbers) + 1)))
    return sorted(marks), numbers


def _with_marks(blocks: Sequence[Block], marks: list[tuple[int, int]]) -> Iterator[tuple[Block, list[tuple[int, int]]]]:
    """Each block with the marks up to the start of the next one."""
    at = 0
    for n, block in enumerate(blocks):
        first = at
        last = n + 1 == len(blocks)
        while at < len(marks) and (last or marks[at][0] <= blocks[n + 1].start):
            at += 1
        yield block, marks[first:at]


def _marked(words: str, start: int, ends: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for end, number in ends:
        here = min(max(end - start, at), len(words))
        parts.append(f"{words[at:here]}[{number}]")
        at = here
    return "".join(parts) + words[at:]


def _notes(dossier: Dossier, source: Source, numbers: dict[str, int], width: int) -> Iterator[str]:
    if not numbers:
        yield ""
        yield from _wrapped("No claims are recorded for this article.", width)
        if not (dossier.derived and dossier.derived.claims):
            yield from _wrapped("--suggested adds those that the program suggests.", width)
        return
    yield ""
    yield "Notes"
    for id, number in numbers.items():
        claim = dossier.claim[id]
        yield ""
        told = claim.text if claim.decided else f"(suggested) {claim.text}"
        yield from _wrapped(f"{f'[{number}]':<{INDENT - 1}} {told}", width, INDENT)
        yield from _hanging(status_line(claim), width)
        for evidence in claim.evidence:
            if evidence.source == source.id and not evidence.settled:
                yield from _hanging(f"{source.id}: {_said(dossier, evidence)}", width)
        others = [evidence for evidence in claim.evidence if evidence.source != source.id]
        if not others:
            yield from _hanging("No other source states it.", width)
        for evidence in others:
            yield from _hanging(f"{evidence.source}: {_said(dossier, evidence)}", width)


def _said(dossier: Dossier, evidence: Evidence) -> str:
    """The words in quotation marks, and what is known of them."""
    said = [
        "" if evidence.stance is Stance.SUPPORTS else f"{evidence.stance.value} it",
        speaker_label(dossier, evidence),
        evidence.value,
        date_label(evidence.date) if evidence.date else "",
        "" if evidence.start >= 0 else "these words are not there",
        "" if evidence.settled else anchor_note(evidence),
    ]
    known = "; ".join(part for part in said if part)
    words = " ".join(evidence.selector.exact.split())
    return f"“{words}” ({known})" if known else f"“{words}”"


def _lost(dossier: Dossier, source: Source, width: int) -> Iterator[str]:
    """Quotes of this article that are not in it any more."""
    lost = [(c, e) for c in dossier.claims for e in c.evidence if e.source == source.id and e.start < 0]
    if lost:
        yield ""
        yield from _wrapped("Quoted from this article, but not found in it", width)
    for claim, evidence in lost:
        yield ""
        yield from _hanging(claim.text, width)
        yield from _hanging(_said(dossier, evidence), width)


def _hanging(text: str, width: int) -> Iterator[str]:
    yield from _wrapped(" " * INDENT + text, width, INDENT)


def _wrapped(text: str, width: int, indent: int = 0) -> Iterator[str]:
    """The lines of ``text``, all but the first moved in by ``indent`` cells."""
    head, rest = text[:indent], text[indent:]
    starts = wrap(rest, width - indent)
    for n in range(len(starts) - 1):
        line = rest[starts[n] : starts[n + 1]].rstrip()
        yield f"{head if n == 0 else ' ' * indent}{line}" if line else ""
