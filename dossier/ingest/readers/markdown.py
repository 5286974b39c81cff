"""Markdown, as far as reading needs it: structure by the line, inline marks left out of the text.

Follows CommonMark 0.31 where people write it by hand; whatever is not recognised stays as text.
"""

from __future__ import annotations

import re

from dossier.ingest.cleaning import clean
from dossier.ingest.draft import Draft, Paragraph
from dossier.ingest.encoding import decode
from dossier.ingest.frontmatter import front_matter
from dossier.ingest.inlines import inline_cuts
from dossier.ingest.paragraphs import Line, lines
from dossier.model.source import BlockKind

_FENCE = re.compile(r"(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})(?: +|$)")
_UNDERLINE = re.compile(r"(=+|-{2,})$")
_RULE = re.compile(r"([-*_])(?: *\1){2,}$")
_QUOTE = re.compile(r"(?:> ?)+")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?: +|$)")
_REFERENCE = re.compile(r"\[[^\[\]\n^][^\[\]\n]*\]: *\S+")
_TABLE_RULE = re.compile(r"\|?[ :]*-[-| :]*$")


class MarkdownReader:
    """Reads Markdown with or without front matter."""

    def read(self, data: bytes) -> Draft:
        """The paragraphs of the file; raises UnreadableError for a binary file."""
        text, origins = clean(decode(data)[0])
        metadata, start = front_matter(text)
        text = _without_comments(text)
        return Draft(text, origins, _Blocks(text, start).paragraphs(), metadata)


class _Blocks:
    """Goes through the lines once; ``_open`` is the paragraph being collected."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start
        self._open: Paragraph | None = None
        self._cuts: list[tuple[int, int]] = []
        self._literal = False
        self._fence = ""
        self._level_one = False
        self._done: list[Paragraph] = []

    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs from the start on, with the spans of their markup."""
        for row in lines(self._text):
            if row.start >= self._start:
                self._line(row, self._text[row.start : row.end])
        self._close()
        return self._done

    def _line(self, row: Line, line: str) -> None:
        if self._fenced(row, line):
            return
        if row.gap:
            self._close()
        if self._open and self._open.kind is None and _UNDERLINE.match(line):
            self._heading(1 if line[0] == "=" else 2)
        elif _RULE.match(line) or _REFERENCE.match(line) or ("|" in line and _TABLE_RULE.match(line)):
            self._close()
        elif marks := _HEADING.match(line):
            self._close()
            opened = line.rstrip("#")  # a closing sequence of # after a space is no part of the heading
            end = row.start + max(marks.end(), len(opened)) if opened.endswith(" ") else row.end
            self._begin(Paragraph(row.start + marks.end(), end, row.gap))
            self._heading(len(marks[1]))
        elif quoted := _QUOTE.match(line):
            self._quoted(row, quoted.end())
        elif self._open is None or _ITEM.match(line) or line[0] == "|" or self._broken(row):
            self._close()
            self._begin(Paragraph(row.start, row.end, row.gap))
        else:
            self._open = self._open._replace(end=row.end)

    def _fenced(self, row: Line, line: str) -> bool:
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and fence.end() == len(line):
                self._fence = ""
            else:
                self._begin(Paragraph(row.start, row.end, row.gap, BlockKind.BODY), literal=True)
                self._close()
            return True
        if fence and "`" not in line[fence.end() :]:
            self._close()
            self._fence = fence[1]
            return True
        return False

    def _quoted(self, row: Line, marks: int) -> None:
        start = row.start + marks
        if self._open and self._open.kind is BlockKind.QUOTE and start < row.end:
            self._cuts.append((row.start, start))
            self._open = self._open._replace(end=row.end)
            return
        self._close()
        if start < row.end:
            self._begin(Paragraph(start, row.end, row.gap, BlockKind.QUOTE))

    def _broken(self, row: Line) -> bool:
        """Whether a hard line break (two spaces or a backslash at the end) stands before ``row``."""
        assert self._open is not None
        end = self._open.end
        return self._text.startswith("  ", end) or self._text[end - 1] == "\\"

    def _begin(self, paragraph: Paragraph, literal: bool = False) -> None:
        self._open, self._cuts, self._literal = paragraph, [], literal

    def _heading(self, level: int) -> None:
        if self._open:
            title = level == 1 and not self._level_one
            self._level_one = self._level_one or title
            self._open = self._open._replace(kind=BlockKind.TITLE if title else BlockKind.HEADING)
            self._close()

    def _close(self) -> None:
        if self._open:
            cuts = self._cuts
            if not self._literal:
                cuts = sorted(cuts + inline_cuts(self._text, self._open.start, self._open.end))
            self._done.append(self._open._replace(cuts=tuple(cuts)))
        self._open = None


def _without_comments(text: str) -> str:
    """``text`` with HTML comments blanked out, so that every offset stays."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        end += 3
        pieces += (text[at:start], re.sub(r"[^\n]", " ", text[start:end]))
        at = end
    return "".join((*pieces, text[at:])) if pieces else text
