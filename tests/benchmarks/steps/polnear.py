"""The articles of gold/attribution with their attributions, read from PolNeAR's standoff files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.steps import GOLD

FOLDER = GOLD / "attribution"

Span = tuple[int, int]


class Said(NamedTuple):
    """One attribution as people marked it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Article(NamedTuple):
    """A text, its paragraphs and what is said in it."""

    text: str
    blocks: list[Span]
    said: list[Said]


def articles() -> list[Article]:
    """All articles in the order of their names; empty where the data is missing."""
    return [_read(path) for path in sorted(FOLDER.glob("*.ann"))]


def paragraphs(text: str) -> list[Span]:
    """The spans between blank lines, without white space around them."""
    found: list[Span] = []
    at = 0
    for part in text.split("\n\n"):
        start = at + len(part) - len(part.lstrip())
        end = at + len(part.rstrip())
        if start < end:
            found.append((start, end))
        at += len(part) + 2
    return found


def _read(path: Path) -> Article:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    marks: dict[str, tuple[Span, ...]] = {}
    said: list[Said] = []
    for line in path.read_text("utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans = rest.partition("\t")[0].partition(" ")[2]
            marks[name] = tuple((int(a), int(b)) for a, b in (span.split() for span in spans.split(";")))
        elif name.startswith("E"):
            parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for role, _, mark in (argument.partition(":") for argument in rest.split()[1:]):
                parts.setdefault(role.rstrip("23"), []).extend(marks.get(mark, ()))
            if parts["Content"]:
                said.append(Said(*(tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content"))))
    return Article(text, paragraphs(text), said)
