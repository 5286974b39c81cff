"""From what was found in each source to what the sources say together: entities, claims, speakers, copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dossier.analysis.alignment.frequencies import Frequencies
from dossier.analysis.claiming import Claiming
from dossier.analysis.each import Each, one_by_one
from dossier.analysis.entities.merging import Suggested, merge_names
from dossier.analysis.entities.speaking import Speaking
from dossier.analysis.findings import Said
from dossier.analysis.origins.copies import copies
from dossier.analysis.origins.origins import joined_sources
from dossier.analysis.statements import Statements, Studied
from dossier.model.derived import Copied, Derived, Speech
from dossier.model.entity import Entity, Mention


def derive(studied: Sequence[Studied], each: Each = one_by_one) -> Derived:
    """Everything the sources say together. The same sources give the same, in any order.

    ``each`` applies a function to some values; it may do so in several processes.
    """
    return derive_weighed(studied, each)[0]


def derive_weighed(
    studied: Sequence[Studied], each: Each = one_by_one, known: Frequencies | None = None
) -> tuple[Derived, Frequencies]:
    """The same, and the frequencies by which statements were weighed: their own, or those ``known`` of many more."""
    ordered = sorted(studied, key=lambda one: one.source)
    names = {one.source: one.findings.names for one in ordered}
    texts = {one.source: one.text for one in ordered if one.text}
    steps: Sequence[Callable[[], Any]] = (
        lambda: Statements(ordered, known, each),  # here, the other elsewhere where there is more than one processor
        lambda: (merge_names(names), copies(texts)),
    )
    statements, (suggested, shared) = each(lambda step: step(), steps)
    named = Speaking(suggested)
    statements.name(named)
    wires = {one.source: one.findings.wire for one in ordered if one.findings.wire}
    joined = joined_sources(shared, wires)
    claiming = Claiming(statements, {one.id: one.name for one in suggested}, joined, each)
    derived = Derived(
        entities=tuple(Entity(s.id, s.name, s.kind, s.aliases, note=_note(s), decided=False) for s in suggested),
        mentions=_mentions(suggested),
        claims=claiming.claims(),
        speech={one.source: tuple(_speech(one, said, named) for said in one.findings.said) for one in ordered},
        copies=tuple(Copied(copy.source, copy.of, round(copy.containment, 3)) for copy in shared),
        foreign=frozenset(one.source for one in ordered if not one.findings.language),
        wires=wires,
        joined=joined,
    )
    return derived, statements.aligner.frequencies


def _note(suggested: Suggested) -> str:
    """What the texts call it, and why its names were put together."""
    parts = ["; ".join(suggested.roles), "put together by " + ", ".join(suggested.reasons) if suggested.reasons else ""]
    return ". ".join(part for part in parts if part)


def _mentions(suggested: Sequence[Suggested]) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {}
    for entity in suggested:
        for source, start, end in entity.mentions:
            found.setdefault(source, []).append(Mention(entity.id, source, start, end))
    return {source: tuple(sorted(mentions, key=lambda m: m.start)) for source, mentions in found.items()}


def _speech(one: Studied, said: Said, named: Speaking) -> Speech:
    speaker = named.speaker(one.source, one.text, said.speaker_at, said.speaker)
    return Speech(
        one.source, said.content, said.cue, speaker, said.kind, said.hedged, said.denied, said.anonymous, said.document
    )
