"""Where statements come from once copies, shared speakers and wire stories are collapsed (DESIGN.md, "origin")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lists import table
from dossier.analysis.language.normal_form import unified
from dossier.analysis.origins.copies import Copy

_LONGEST_CREDIT = 120
"""Code points of a byline, dateline or closing line that can be a credit."""


class Voice(NamedTuple):
    """Who states something: the source, and the speaker it names (an entity's id or plain words), or nobody."""

    source: str
    speaker: str = ""


def count_origins(voices: Iterable[Voice], copies: Iterable[Copy] = (), wires: Mapping[str, str] | None = None) -> int:
    """How many origins stand behind them: the most voices of which no two share a source or a speaker.

    Sources that copy each other count as one, and so do sources with the same agency in ``wires`` (source id to
    agency). Voices are edges between a source and a speaker; the number is that of a largest matching (Kuhn 1955).
    """
    joined = joined_sources(copies, wires or {})
    edges: dict[str, set[str]] = {}
    for source, speaker in voices:
        origin = joined.get(source, source)
        edges.setdefault(origin, set()).add(speaker or f"\0{origin}")
    return len(_matching(edges))


def joined_sources(copies: Iterable[Copy], wires: Mapping[str, str]) -> dict[str, str]:
    """Every source that is one origin with another, and the first of them by name."""
    groups: dict[str, set[str]] = {}
    pairs = [(copy.source, copy.of) for copy in copies]
    by_wire: dict[str, str] = {}
    for source, agency in sorted(wires.items()):
        if agency:
            pairs.append((source, by_wire.setdefault(agency, source)))
    for one, other in pairs:
        merged = groups.get(one, {one}) | groups.get(other, {other})
        for name in merged:
            groups[name] = merged
    return {name: min(group) for name, group in groups.items()}


def wire(lines: Iterable[str], language: str = "en") -> str:
    """The agency that bylines, datelines and closing lines credit: "(Reuters)", "ISLAMABAD (AP) -", "AFP"; or ""."""
    known = table("wires", language)
    for line in lines:
        text = unified(line.strip()[:_LONGEST_CREDIT]).lower()
        parts = [part.removeprefix("by ").removeprefix("the ").strip() for part in _edges().split(text)]
        for part in parts:
            if part in known:
                return known[part]
    return ""


@cache
def _edges() -> re.Pattern[str]:
    return re.compile(r"[()\[\]|/,;:.]| -+ |--| with | and | via ")


def _matching(edges: Mapping[str, set[str]]) -> dict[str, str]:
    """A largest matching of a bipartite graph: speaker to source. Paths are followed without recursion."""
    taken: dict[str, str] = {}
    for start in sorted(edges):
        reached: dict[str, str] = {}
        waiting = [start]
        end = ""
        while waiting and not end:
            source = waiting.pop()
            for speaker in sorted(edges[source] - reached.keys()):
                reached[speaker] = source
                if speaker not in taken:
                    end = speaker
                    break
                waiting.append(taken[speaker])
        _flip(end, start, reached, taken)
    return taken


def _flip(end: str, start: str, reached: Mapping[str, str], taken: dict[str, str]) -> None:
    """Gives every source on the path the speaker it was reached for."""
    holds = {source: speaker for speaker, source in taken.items()}
    while end:
        source = reached[end]
        given_up = holds.get(source, "")
        taken[end] = source
        end = "" if source == start else given_up
