"""Texts made to stall a regular expression, derived from the expression itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

SIGNS = "aA0 .,-_'’\"“\n\té($/:؟م中\U0001f600"
"""Characters tried for a class of characters."""
CHOICES = 3
"""So many strings are kept that match a part of an expression."""
ENDS = ("", "\0", "\nx")
"""What makes a match fail after all that repeats."""

REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
ASSERTS = (_constants.ASSERT, _constants.ASSERT_NOT)
MANY = 8
"""A repeat that goes no further is none."""


class Witnesses:
    """Strings that match the parts of an expression."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._flags = pattern.flags
        self.tree = _parser.parse(pattern.pattern, pattern.flags)

    def of(self, nodes: Any) -> list[str]:
        """Some strings that match ``nodes``, the shortest way through each repeat."""
        texts = [""]
        for node in nodes:
            texts = list(islice(self._longer(texts, self._node(*node)), CHOICES))
        return texts

    @staticmethod
    def _longer(texts: list[str], more: list[str]) -> Iterator[str]:
        for n in range(max(len(texts), len(more))):
            yield texts[n % len(texts)] + more[n % len(more)]

    def _node(self, kind: Any, value: Any) -> list[str]:
        if kind is _constants.LITERAL:
            return [chr(value)]
        if kind in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY, _constants.CATEGORY):
            return self._signs(kind, value)
        if kind is _constants.BRANCH:
            return list(dict.fromkeys(text for branch in value[1] for text in self.of(branch)[:2]))[:12]
        if kind is _constants.SUBPATTERN:
            return self.of(value[3])
        if kind is _constants.ATOMIC_GROUP:
            return self.of(value)
        if kind in REPEATS:
            least, _, body = value
            return [text * max(1, min(least, MANY)) for text in self.of(body)] + ([""] if not least else [])
        return [""]

    def _signs(self, kind: Any, value: Any) -> list[str]:
        one = _compiler.compile(_parser.SubPattern(_parser.State(), [(kind, value)]), self._flags)
        members = [chr(v) for k, v in value if k is _constants.LITERAL] if kind is _constants.IN else []
        members += [chr(v[0]) for k, v in value if k is _constants.RANGE] if kind is _constants.IN else []
        return [sign for sign in (*SIGNS, *members) if one.fullmatch(sign)][: 2 * CHOICES] or ["\0"]

    def repeats(self, nodes: Any, before: str = "") -> Iterator[tuple[str, list[str], str]]:
        """For each long repeat within ``nodes`` what goes before, what it repeats, and what comes after."""
        for at, (kind, value) in enumerate(nodes):
            here = before + self.of(nodes[:at])[0]
            for inner in _inner(kind, value):
                yield from self.repeats(inner, here)
            if kind in REPEATS and value[1] > MANY:
                yield here, [text for text in self.of(value[2]) if text], self.of(nodes[at + 1 :])[0]


def _inner(kind: Any, value: Any) -> list[Any]:
    if kind is _constants.BRANCH:
        return list(value[1])
    if kind is _constants.SUBPATTERN:
        return [value[3]]
    if kind is _constants.ATOMIC_GROUP:
        return [value]
    if kind in REPEATS:
        return [value[2]]
    if kind in ASSERTS:
        return [value[1]]
    return []


def pieces(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """What to begin with, what to repeat and what to end with."""
    found: dict[tuple[str, str, str], None] = {}
    witnesses = Witnesses(pattern)
    for before, bodies, after in witnesses.repeats(witnesses.tree):
        several = "".join(bodies)
        for body in dict.fromkeys((*bodies, several)):
            for end in dict.fromkeys((*ENDS, after[:-1] + "\0")):
                found[before, body, end] = None
            found["", before + body, "\0"] = None
            found["", before + body + after[:-1], "\0"] = None
            found["", before + body + after, "\0"] = None
            found["", body + " ", "\0"] = None
            found["", body + "\n", "\0"] = None
        found["", before, "\0"] = None
        found["", after[:-1], "\0"] = None
    for text in witnesses.of(witnesses.tree):
        found["", text, "\0"] = found["", text[:-1], "\0"] = None
    return [one for one in found if one[1]]


def text(piece: tuple[str, str, str], size: int) -> str:
    """An attack of about ``size`` code points."""
    before, body, end = piece
    return before + body * (size // len(body)) + end
