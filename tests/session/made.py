"""A small dossier in memory: four articles, three entities, five claims."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from dossier.model.claim import Agreement, Claim, Evidence, Stance
from dossier.model.dossier import Dossier
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.errors import UnreadableError
from dossier.model.offsets import OffsetMap
from dossier.model.passage import Anchor, Selector
from dossier.model.source import Block, BlockKind, Metadata, Reading, Source
from dossier.store.texts import totals_of

ALPHA = """Alpha title

The mine creates 8,000 jobs, said Baker. A loan of $1.3 billion was signed.

Munir met Baker in March. The mine is large."""

BETA = """Beta title

A loan of $1.25 billion was signed in March. Munir stayed away."""

GAMMA = """Gamma title

Nobody is named here."""

DELTA = """Delta title

Baker said the mine creates 7,500 jobs. A loan of $1.3 billion, she said, was good. Munir agreed."""

TEXTS = {"alpha": ALPHA, "beta": BETA, "gamma": GAMMA, "delta": DELTA}

ENTITIES = (
    Entity("baker", "Natalie Baker", EntityKind.PERSON, ("Baker",), merged=("n-baker",)),
    Entity("munir", "Asim Munir", EntityKind.PERSON, ("Munir",)),
    Entity("nobody", "Never Named", EntityKind.PERSON),
)


class Texts:
    """Readings in memory; ``gone`` are ids of sources that cannot be read any more."""

    def __init__(self, texts: Mapping[str, str], entities: Sequence[Entity], gone: Sequence[str] = ()) -> None:
        self._texts, self._entities, self._gone = texts, entities, gone

    def reading(self, source: Source) -> Reading:
        if source.id in self._gone:
            raise UnreadableError(f"{source.file}: the file is gone")
        text = self._texts[source.id]
        title = text.find("\n") if "\n" in text else len(text)
        return Reading(text, (Block(BlockKind.TITLE, 0, title), Block(BlockKind.BODY, title, len(text))), OffsetMap())

    def mentions(self, source: Source) -> Sequence[Mention]:
        text = self.reading(source).text
        found = {
            match.start(): Mention(entity.id, source.id, *match.span())
            for entity in self._entities
            for name in sorted(entity.names, key=len)
            for match in re.finditer(re.escape(name), text)
        }
        return [found[start] for start in sorted(found)]

    def unsearched(self) -> int:
        return 0

    def totals(self) -> Mapping[str, tuple[int, int]]:
        return totals_of(self.tally())

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for id, text in self._texts.items():
            for entity in self._entities:
                if number := sum(text.count(name) for name in entity.names):
                    counts.setdefault(entity.id, {})[id] = number
        return counts


def evidence(source: str, words: str, texts: Mapping[str, str] = TEXTS, **facts: object) -> Evidence:
    """Evidence whose words are looked for in the text; an orphan when they are not there."""
    start = texts.get(source, "").find(words)
    anchor = Anchor.FOUND if start >= 0 else Anchor.ORPHAN
    end = start + len(words) if start >= 0 else -1
    return Evidence(source, Selector(words), anchor=anchor, start=start, end=end, **facts)  # type: ignore[arg-type]


def claims(texts: Mapping[str, str] = TEXTS) -> tuple[Claim, ...]:
    return (
        Claim(
            "jobs",
            "The mine creates thousands of jobs",
            ("baker",),
            evidence=(
                evidence("alpha", "creates 8,000 jobs", texts, value="8,000 jobs", speaker="baker"),
                evidence("delta", "creates 7,500 jobs", texts, value="7,500 jobs"),
            ),
            status=Agreement.CLOSE,
        ),
        Claim(
            "loan",
            "A loan was signed",
            evidence=(
                evidence("alpha", "A loan of $1.3 billion was signed", texts),
                evidence("beta", "A loan of $1.25 billion was signed", texts),
                evidence("delta", "A loan of $1.3 billion", texts, stance=Stance.MENTIONS),
            ),
            status=Agreement.CLOSE,
        ),
        Claim("meeting", "They met", ("munir", "baker"), evidence=(evidence("alpha", "Munir met Baker", texts),)),
        Claim("lost", "These words stand nowhere", evidence=(evidence("alpha", "no such words", texts),)),
        Claim("bare", "A claim without evidence"),
    )


def dossier_of(
    texts: Mapping[str, str] = TEXTS,
    claims_: Sequence[Claim] | None = None,
    entities: Sequence[Entity] = ENTITIES,
    gone: Sequence[str] = (),
) -> Dossier:
    """A dossier of sources with these ids and texts."""
    sources = tuple(
        Source(
            id,
            f"{id}.txt",
            Metadata(f"{id.title()} title", "The Post" if id == "alpha" else "", published="2026-02-12"),
            len(text),
            digest=str(len(text)),
            opening=text[:20],
        )
        for id, text in texts.items()
    )
    found = claims(texts) if claims_ is None else tuple(claims_)
    return Dossier(Path("nowhere"), "Test", "", sources, tuple(entities), found, (), Texts(texts, entities, gone))
