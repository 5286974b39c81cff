"""Lines of a YAML text: where they begin and end, by every line break that YAML 1.1 knows. Offsets are code points."""

from __future__ import annotations

import re

_BREAKS = "\n\r\x85\u2028\u2029"
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")

_COMMENT_LINE = re.compile(
    r"(?:[ \t]*(?:\r\n|\r(?!\n)|[\n\x85\u2028\u2029]))*([ ]*)#[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|$)"
)
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\r(?!\n)|[\n\x85\u2028\u2029]))*")


def line_start(text: str, at: int) -> int:
    """Where the line that holds ``at`` begins."""
    while at and text[at - 1] not in _BREAKS:
        at -= 1
    return at


def line_end(text: str, at: int) -> int:
    """Where the line that holds ``at`` ends, before its break."""
    match = _BREAK.search(text, at)
    return match.start() if match else len(text)


def after_line(text: str, at: int) -> int:
    """Where the next line begins, or the text ends; ``at`` itself when a line has just ended there."""
    if at and text[at - 1] in _BREAKS:
        return at
    match = _BREAK.search(text, at)
    return match.end() if match else len(text)


def after_blank_lines(text: str, at: int) -> int:
    """Where the first line from ``at`` on begins that is not empty, ``at`` being where a line begins."""
    match = _BLANK_LINES.match(text, at)
    return match.end() if match else at


def after_inner_comments(text: str, at: int, beyond: int) -> int:
    """Where the comments end that begin at the line ``at`` and are indented beyond a column: those of what is above."""
    while match := _COMMENT_LINE.match(text, at):
        if len(match[1]) <= beyond:
            break
        at = match.end()
    return at


def column(text: str, at: int) -> int:
    """How many code points stand before ``at`` in its line."""
    return at - line_start(text, at)


def ends_line(text: str, at: int) -> bool:
    """Whether a line begins at ``at``: after a break, or at the beginning."""
    return not at or text[at - 1] in _BREAKS


def newline_near(text: str, at: int) -> str:
    """The line break in use there: that of the line before, else of the first line, else a line feed."""
    start = line_start(text, at)
    if start:
        if text[start - 2 : start] == "\r\n":
            return "\r\n"
        return text[start - 1] if text[start - 1] in "\n\r" else "\n"
    match = _BREAK.search(text)
    return match[0] if match and match[0] in ("\n", "\r\n", "\r") else "\n"
