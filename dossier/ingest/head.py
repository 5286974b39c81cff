"""The lines above a text: section, title, standfirst, byline, dateline, pictures, as far as the lede."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.ingest.bylines import byline, is_name
from dossier.ingest.captions import is_caption
from dossier.ingest.datelines import date_line, dateline
from dossier.ingest.phrases import fold, words
from dossier.ingest.shapes import ends_sentence, is_item, is_running, is_title_case, last_sign, word_count
from dossier.model.source import BlockKind

REACH = 12
"""Blocks among which the head is looked for."""

NEAR = 5
"""Blocks below a title among which the running text starts, where no blank line sets the title off."""

LONGEST_TITLE = 160
"""Code points of a title."""

BRIEF, BELOW = 14, 2
"""Words of a title that ends with a stop, and how many times longer what comes after it is."""

LONGEST_STANDFIRST = 400
"""Code points of a standfirst."""

_LABELS = {
    "title": BlockKind.TITLE,
    "headline": BlockKind.TITLE,
    "author": BlockKind.BYLINE,
    "authors": BlockKind.BYLINE,
    "byline": BlockKind.BYLINE,
    "date": BlockKind.DATELINE,
    "published": BlockKind.DATELINE,
    "publisher": BlockKind.BYLINE,
    "publication": BlockKind.BYLINE,
    "source": BlockKind.BYLINE,
    "url": BlockKind.BOILERPLATE,
    "link": BlockKind.BOILERPLATE,
    "language": BlockKind.BOILERPLATE,
}
_LABELLED = re.compile(rf"(?P<label>{'|'.join(_LABELS)})\s*:\s+(?P<value>\S.*)", re.IGNORECASE)
_PLACE_ONLY = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}, [^\W\d_a-z][\w.'’ -]{1,30}")


def labelled(text: str) -> tuple[str, str] | None:
    """Label in lower case and value of a line such as ``Author: Jane Doe``, or ``None`` for another line."""
    found = _LABELLED.fullmatch(text) if len(text) <= LONGEST_STANDFIRST else None
    return (found["label"].lower(), found["value"].strip()) if found else None


def head_kinds(texts: Sequence[str], gaps: Sequence[int], found: list[BlockKind | None], titled: bool) -> None:
    """Fills in the kinds of the lines above the text in ``found``, where they are still ``None``.

    ``gaps`` are the blank lines before each; ``titled`` says that the title is already known.
    """
    open_lines: list[int] = []  # lines that are standfirsts if a byline or a date follows them
    title = titled
    for index in range(min(len(texts), REACH)):
        if found[index] is not None:
            if found[index] not in (BlockKind.BOILERPLATE, BlockKind.TITLE):
                break
            continue
        kind = _line(texts, index, title, found)
        if kind is None and not title and is_title(texts, gaps, found, index):
            kind, title = BlockKind.TITLE, True
        if kind in (BlockKind.BYLINE, BlockKind.DATELINE):
            _settle(texts, open_lines, found)
        if kind is None:
            if not title or len(open_lines) == 2 or not _may_be_standfirst(texts[index]):
                break
            open_lines.append(index)
            continue
        title = title or kind is BlockKind.TITLE
        found[index] = kind
    _settle_rest(texts, gaps, open_lines, found)


def _line(texts: Sequence[str], index: int, title: bool, found: Sequence[BlockKind | None]) -> BlockKind | None:
    text = texts[index]
    if label := labelled(text):
        return _LABELS[label[0]]
    if date_line(text):
        return BlockKind.DATELINE
    if byline(text) is not None or (title and _is_bare_name(texts, index)):
        return BlockKind.BYLINE
    if title and len(text) <= 40 and _PLACE_ONLY.fullmatch(text):
        return BlockKind.DATELINE
    if len(text) <= 80 and (fold(text).strip(" :") in words("sections") or " > " in text or " › " in text):
        return BlockKind.BOILERPLATE
    return BlockKind.CAPTION if is_caption(text) else None


def is_title(texts: Sequence[str], gaps: Sequence[int], found: Sequence[BlockKind | None], index: int) -> bool:
    """Whether a block is the title: short, not ending like a sentence unless in title case, above longer text."""
    text = texts[index]
    if len(text) > LONGEST_TITLE or is_item(text):
        return False
    if text[0].islower() and text[:2].islower():
        return False
    rest = [other for other in range(index + 1, len(texts)) if found[other] is not BlockKind.BOILERPLATE]
    if not rest or max(len(texts[other]) for other in rest[:REACH]) <= len(text):
        return False
    # The first line of verse or of a list is followed at once by one like it.
    after = rest[0]
    if ends_sentence(text) and not _is_stopped_title(text, texts[after]):
        return False
    alike = len(texts[after]) < len(text) * 3 // 2 and not date_line(texts[after]) and byline(texts[after]) is None
    near = (texts[other] for other in rest[1:NEAR])
    return gaps[after] > 0 or not alike or any(is_running(other, text) for other in near)


def _is_stopped_title(text: str, after: str) -> bool:
    """Whether a line is a title in spite of its stop: in title case, with a second deck, above a dateline or a byline,
    or short and without the words of a sentence above a much longer paragraph.
    """
    sign = last_sign(text)
    below = dateline(after) is not None or byline(after) is not None
    if sign == ";" or (sign in ".!" and (is_title_case(text) or below)):
        return True
    brief = word_count(text) <= BRIEF and len(after) > BELOW * len(text)
    said = fold(text).strip(".").split()
    endings = tuple(words("past_endings"))
    past = any(word.endswith(endings) for word in said)
    return sign == "." and brief and not past and words("telling_words").isdisjoint(said)


def _is_bare_name(texts: Sequence[str], index: int) -> bool:
    """Whether a line is a person's name with the date right below it."""
    after = texts[index + 1] if index + 1 < len(texts) else ""
    return word_count(texts[index]) <= 4 and is_name(texts[index]) and date_line(after) is not None


def _may_be_standfirst(text: str) -> bool:
    return len(text) <= LONGEST_STANDFIRST and not is_item(text) and dateline(text) is None


def _settle(texts: Sequence[str], open_lines: list[int], found: list[BlockKind | None]) -> None:
    for index in open_lines:
        found[index] = BlockKind.STANDFIRST
    open_lines.clear()


def _settle_rest(
    texts: Sequence[str], gaps: Sequence[int], open_lines: Sequence[int], found: list[BlockKind | None]
) -> None:
    """Settles lines after the title that no byline or date closed: only what cannot be the lede is a standfirst."""
    for index in open_lines[:1]:
        text = texts[index]
        after = texts[index + 1] if index + 1 < len(texts) else ""
        title = texts[index - 1] if index else ""
        unstopped = not ends_sentence(text) and len(text) >= 40 and len(after) >= 80
        if unstopped or title.endswith(";") or (len(after) > len(text) // 2 and dateline(after) is not None):
            found[index] = BlockKind.STANDFIRST
