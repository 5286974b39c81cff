"""What each block of a source is.

The format's own word comes first, then the lines on top of the text, then each block by itself, and last what
only shows in the company of others: headings, appeals for money and pull quotes. In doubt a block is body:
text wrongly dimmed is worse than furniture shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.ingest.boilerplate import appeal_end, is_appeal, is_boilerplate
from dossier.ingest.bylines import byline, is_credit_line
from dossier.ingest.captions import is_caption
from dossier.ingest.datelines import date_line
from dossier.ingest.draft import Paragraph
from dossier.ingest.head import head_kinds
from dossier.ingest.pullquotes import pull_quotes
from dossier.ingest.shapes import ends_sentence, is_item, is_quotation, is_running, is_shouted, is_unclosed, word_count
from dossier.model.source import BlockKind

LONGEST_HEADING = 110
"""Code points of a heading within the text."""

HEADING_WORDS = 16
"""Words of a heading within the text."""

TAIL = 4
"""Blocks at the end of a text that can name its authors and dates."""


def kinds(texts: Sequence[str], paragraphs: Sequence[Paragraph], titled: bool = False) -> list[BlockKind]:
    """The kind of each block; ``titled`` says that the title is known from elsewhere."""
    hints = [paragraph.kind for paragraph in paragraphs]
    gaps = [paragraph.gap for paragraph in paragraphs]
    found: list[BlockKind | None] = list(hints)
    _mark_furniture(texts, gaps, found)
    head_kinds(texts, gaps, found, titled or BlockKind.TITLE in hints)
    _mark_alone(texts, found)
    _mark_headings(texts, found, BlockKind.HEADING in hints)
    settled = [kind or BlockKind.BODY for kind in found]
    _mark_pull_quotes(texts, hints, settled)
    return settled


def _mark_furniture(texts: Sequence[str], gaps: Sequence[int], found: list[BlockKind | None]) -> None:
    usual = sorted(gaps[1:])[(len(gaps) - 2) // 2] if len(gaps) > 1 else 0
    index = 0
    while index < len(texts):
        end = index + 1
        if found[index] is None:
            if is_boilerplate(texts[index]):
                found[index] = BlockKind.BOILERPLATE
            elif is_appeal(texts[index]) and len(texts) > 1:
                end = appeal_end(texts, gaps, index, usual)
                found[index:end] = [kind or BlockKind.BOILERPLATE for kind in found[index:end]]
        index = end


def _mark_alone(texts: Sequence[str], found: list[BlockKind | None]) -> None:
    content = [index for index, kind in enumerate(found) if kind is not BlockKind.BOILERPLATE]
    tail = set(content[1:][-TAIL:])
    for index in content:
        if found[index] is not None:
            continue
        text = texts[index]
        line = date_line(text)
        if line and (line.labelled or index in tail):
            found[index] = BlockKind.DATELINE
        elif index in tail and (is_credit_line(text) or byline(text) is not None):
            found[index] = BlockKind.BYLINE
        elif is_caption(text, closing=index == content[-1]):
            found[index] = BlockKind.CAPTION
        elif is_quotation(text):
            found[index] = BlockKind.QUOTE


def _mark_headings(texts: Sequence[str], found: list[BlockKind | None], marked: bool) -> None:
    """Short lines that do not end like a sentence and stand before a longer paragraph.

    A format that marks headings needs no guess, and a line between two short ones is verse or a list.
    """
    if marked:
        return
    flow = [index for index, kind in enumerate(found) if kind in (None, BlockKind.QUOTE, BlockKind.BODY)]
    for place, index in enumerate(flow[:-1]):
        if found[index] is not None or (place == 0 and index == 0):
            continue
        after = [texts[other] for other in flow[place + 1 : place + 3]]
        if looks_like_heading(texts[index]) and (
            is_running(after[0], texts[index])
            or (len(after) > 1 and looks_like_heading(after[0]) and is_running(after[1], texts[index]))
        ):
            found[index] = BlockKind.HEADING


def looks_like_heading(text: str) -> bool:
    """Whether a block has the form of a heading, whatever stands around it."""
    if len(text) > LONGEST_HEADING or word_count(text) > HEADING_WORDS or is_item(text):
        return False
    if text[0].islower() or is_unclosed(text):
        return False
    return not ends_sentence(text) or (is_shouted(text) and text[-1] == "." and word_count(text) <= 5)


def _mark_pull_quotes(texts: Sequence[str], hints: Sequence[BlockKind | None], settled: list[BlockKind]) -> None:
    quotes = frozenset(index for index, kind in enumerate(settled) if kind is BlockKind.QUOTE)
    candidates = [
        index
        for index, kind in enumerate(settled)
        if (kind is BlockKind.QUOTE or (kind is BlockKind.BODY and not is_item(texts[index])))
        or (kind is BlockKind.HEADING and hints[index] is None and word_count(texts[index]) >= 8)
    ]
    for index in pull_quotes(texts, candidates, quotes):
        settled[index] = BlockKind.PULL_QUOTE
