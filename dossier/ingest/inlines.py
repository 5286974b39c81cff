"""The inline marks of Markdown: which characters a person does not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INLINE = re.compile(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>(?<!`)(?P<ticks>`{1,2})(?!`)(?P<literal>[^`]++)(?P=ticks)(?!`))
    | !?\[ (?=(?P<text>(?:[^\[\]]++|\[[^\[\]]*+\](?:\([^()\s]*+\))?)*)) (?P=text) \]
        (?: \( [ ]*+ (?:<[^<>\n]*+>|(?:[^()\s]++|\([^()\s]*+\))*) (?:\s++(?:"[^"]*+"|'[^']*+'))? [ ]*+ \)
        | \[[^\[\]]*+\] )
    | <(?P<address>(?:https?://|mailto:)[^\s<>]++)>
    | (?P<delimiter>\*{1,3}|_{1,3}|~~)
    """,
    re.VERBOSE,
)
"""The text of a link is looked ahead for and then taken as found, so that no part of it is tried twice."""
_MARK = re.compile(r"[\\`*_\[<~]")


def inline_cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of markup between code points ``start`` and ``end`` of ``text``, in order, none overlapping."""
    return sorted(_cuts(text, start, end)) if _MARK.search(text, start, end) else []


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    emphasis = _Emphasis(text, start, end)
    for found in _INLINE.finditer(text, start, end):
        match found.lastgroup:
            case "escape":
                yield found.start(), found.start() + 1
            case "delimiter":
                yield from emphasis.pair(*found.span())
            case "address":
                yield found.start(), found.start() + 1
                yield found.end() - 1, found.end()
            case "code":
                yield found.start(), found.start("literal")
                yield found.end("literal"), found.end()
            case _:
                yield found.start(), found.start("text")
                yield from _cuts(text, *found.span("text"))
                yield found.end("text"), found.end()


class _Emphasis:
    """Pairs runs of ``*``, ``_`` and ``~~`` that open and close, in one pass."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._open: dict[str, tuple[int, int]] = {}

    def pair(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The two runs that the run from ``start`` to ``end`` completes, if it closes one."""
        run = self._text[start:end]
        before = self._text[start - 1] if start > self._start else " "
        after = self._text[end] if end < self._end else " "
        inside = run[0] == "_"  # an underscore within a word is a letter of it
        if not before.isspace() and run in self._open and not (inside and after.isalnum()):
            yield self._open.pop(run)
            yield start, end
        elif not after.isspace() and not (inside and before.isalnum()):
            self._open[run] = (start, end)
