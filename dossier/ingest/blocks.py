"""The reading text: paragraphs as a person reads them, one after the other, and where each came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dossier.ingest.draft import Draft, Paragraph
from dossier.ingest.tracing import Trace, compose
from dossier.model.offsets import OffsetMap

SEPARATOR = "\n\n"
"""What stands between two blocks of a reading text."""

_RUN = " [ \n]+|\n[ \n]+|\xad(?: *\n *)?"
_FOLD = re.compile(_RUN)
_WIDE = "[\u2e80-\u9fff\uff00-\uffef]"  # scripts that do not part words: their lines join without a space
_WIDE_BREAK = f"(?<={_WIDE})\n(?={_WIDE})"
_MAYBE_WIDE_BREAK = re.compile("\n(?=[^\0-\u2e7f])")  # compiles five times as fast as the exact one
_BATCH = 4096  # pieces joined at a time, so that a text of many short ones stays near its own size


def assemble(draft: Draft) -> tuple[list[str], list[Paragraph], OffsetMap]:
    """The texts of the blocks, the paragraphs they were made from, and the way back into the decoded file.

    Line ends inside a paragraph become spaces, runs of spaces one space; soft hyphens and the format's markup
    are left out, and paragraphs of which nothing is left. The map is of the texts joined by :data:`SEPARATOR`.
    """
    trace = Trace()
    texts: list[str] = []
    kept: list[Paragraph] = []
    at = 0
    for paragraph in draft.paragraphs:
        text = _read(draft.text, paragraph, at, trace)
        if text:
            trace.add(at + len(text), paragraph.end)
            texts.append(text)
            kept.append(paragraph)
            at += len(text) + len(SEPARATOR)
    return texts, kept, compose(trace.map(), draft.origins)


def _read(text: str, paragraph: Paragraph, at: int, trace: Trace) -> str:
    if not paragraph.cuts:
        whole = text[paragraph.start : paragraph.end]
        if "\n" not in whole and "  " not in whole and "\xad" not in whole:  # nearly every line of an article
            trace.add(at, paragraph.start)
            return whole
    batches: list[str] = []
    pieces: list[str] = []
    length = 0
    spaced = True  # nothing, or a space, stands before: a space more would be one too many
    for start, end in _kept(text, paragraph):
        piece = text[start:end].replace("\n", " ")
        if spaced and piece[:1].isspace():
            stripped = piece.lstrip()
            start += len(piece) - len(stripped)
            piece = stripped
        if piece:
            trace.add(at + length, start)
            pieces.append(piece)
            length += len(piece)
            spaced = piece[-1] == " "
            if len(pieces) == _BATCH:
                batches.append("".join(pieces))
                pieces.clear()
    whole = "".join((*batches, *pieces)) if batches or len(pieces) != 1 else pieces[0]
    return whole.rstrip() if whole[-1:].isspace() else whole


@cache
def _fold_wide() -> re.Pattern[str]:
    return re.compile(f"{_RUN}|{_WIDE_BREAK}")


def _kept(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The spans of ``paragraph`` that are read, a run of white space being worth its first character."""
    start = paragraph.start
    fold = _fold_wide() if _MAYBE_WIDE_BREAK.search(text, paragraph.start, paragraph.end) else _FOLD
    for cut, after in (*paragraph.cuts, (paragraph.end, paragraph.end)):
        for found in fold.finditer(text, start, cut):
            first = found.start() + (found[0][0] in " \n" and len(found[0]) > 1)
            yield start, first
            start = found.end()
        if start < cut:
            yield start, cut
        start = max(start, after)


def spans(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each of ``texts`` stands in the reading text they make."""
    at = 0
    for text in texts:
        yield at, at + len(text)
        at += len(text) + len(SEPARATOR)
