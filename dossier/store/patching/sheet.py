"""A text that is being patched: the replacements are collected, then made at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, NoReturn

from dossier.store.patching.failure import Failure, PatchError
from dossier.store.patching.habits import Habits
from dossier.store.patching.lines import after_line, column, ends_line, newline_near
from dossier.store.patching.nodes import Node


class Splice(NamedTuple):
    """``text`` in place of the code points ``start`` to ``end``."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """``text`` with all replacements made; they are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for splice in splices:
        parts += (text[at : splice.start], splice.text)
        at = splice.end
    parts.append(text[at:])
    return "".join(parts)


@dataclass(slots=True)
class Sheet:
    """The text of the file ``name``, its habits, and what is to be replaced in it."""

    name: str
    text: str
    habits: Habits
    splices: list[Splice] = field(default_factory=list)

    def replace(self, start: int, end: int, new: str) -> None:
        """Puts ``new`` there, its line feeds as the line breaks in use there."""
        newline = newline_near(self.text, start) if "\n" in new else "\n"
        self.splices.append(Splice(start, end, new.replace("\n", newline)))

    def insert_lines(self, at: int, lines: str) -> None:
        """Puts whole lines at ``at``, where a line begins; after an unfinished last line, its break goes before."""
        if ends_line(self.text, at):
            self.replace(at, at, lines + "\n")
        else:
            self.replace(at, at, "\n" + lines)

    def column(self, at: int) -> int:
        """Code points before ``at`` in its line."""
        return column(self.text, at)

    def after(self, node: Node) -> int:
        """Where the line after ``node`` begins."""
        return after_line(self.text, node.end)

    def ordered(self) -> list[Splice]:
        """The replacements in the order of the text; refuses when two would touch the same words."""
        ordered: list[Splice] = []
        gone = 0
        for splice in sorted(self.splices, key=lambda one: (one.start, one.end)):
            if splice.start == splice.end < gone:
                splice = splice._replace(start=gone, end=gone)  # what it stood before is taken out
            elif not splice.text:
                gone = splice.end
            ordered.append(splice)
        for one, other in pairwise(ordered):
            if other.start < one.end:
                self.refuse(Failure.SHAPE, "two changes touch the same words", other.start, "make them one by one")
        return ordered

    def refuse(self, failure: Failure, message: str, at: int, advice: str) -> NoReturn:
        """Gives up, naming the line of ``at``."""
        raise PatchError(failure, self.name, self.text.count("\n", 0, at) + 1, message, advice)

    def refuse_tie(self, node: Node) -> NoReturn:
        """Gives up because ``node`` has an anchor or tag, or is an alias."""
        advice = "change it in an editor, where what else refers to it can be seen"
        self.refuse(Failure.TIED, f"{node.tie} would have to be changed", node.start, advice)
