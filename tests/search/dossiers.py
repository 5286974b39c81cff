"""Small dossiers in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from dossier.model.claim import Claim, Evidence
from dossier.model.dossier import Dossier
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.errors import UnreadableError
from dossier.model.offsets import OffsetMap
from dossier.model.passage import Anchor, Selector
from dossier.model.source import Metadata, Reading, Source
from dossier.store.texts import totals_of


class Texts:
    """Readings and mentions by exact names; ``read`` lists every reading asked for."""

    def __init__(self, texts: Mapping[str, str | None], entities: Sequence[Entity]) -> None:
        self._texts = texts
        self._entities = entities
        self.read: list[str] = []

    def reading(self, source: Source) -> Reading:
        self.read.append(source.id)
        text = self._texts[source.id]
        if text is None:
            raise UnreadableError(f"{source.file} is gone")
        return Reading(text, (), OffsetMap())

    def mentions(self, source: Source) -> Sequence[Mention]:
        text = self._texts[source.id]
        if text is None:
            raise UnreadableError(f"{source.file} is gone")
        found = [
            Mention(entity.id, source.id, *match.span())
            for entity in self._entities
            for name in entity.names
            for match in re.finditer(re.escape(name), text)
        ]
        return sorted(found, key=lambda mention: mention.start)

    def unsearched(self) -> int:
        return 0

    def totals(self) -> Mapping[str, tuple[int, int]]:
        return totals_of(self.tally())

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for id, text in self._texts.items():
            for entity in self._entities:
                if number := sum((text or "").count(name) for name in entity.names):
                    counts.setdefault(entity.id, {})[id] = number
        return counts


def dossier_of(
    texts: Mapping[str, str | None],
    titles: Mapping[str, str] | None = None,
    publishers: Mapping[str, str] | None = None,
    entities: Iterable[Entity] = (),
    claims: Iterable[Claim] = (),
    folder: Path = Path("/nowhere"),
) -> Dossier:
    """A dossier of sources with these ids and texts; ``None`` for a text that cannot be read."""
    entities = tuple(entities)
    sources = tuple(
        Source(
            id,
            f"{id}.txt",
            Metadata(title=(titles or {}).get(id, ""), publisher=(publishers or {}).get(id, "")),
            len(text or ""),
            digest=sha256((text or "").encode("utf-8", "surrogatepass")).hexdigest(),
            opening=(text or "")[:40],
        )
        for id, text in texts.items()
    )
    return Dossier(folder, "Test", "", sources, entities, tuple(claims), (), Texts(texts, entities))


GEO = """Munir meets Baker on Reko Diq

The United States committed $1.3 billion to the Reko  Diq project.

Pakistan's army chief Asim Munir said the mines would create 8,000 jobs.

"It's a game changer," said Natalie Baker. The copper and gold mine is Barrick's."""

HT = """EXIM loan

The Export-Import Bank approved $1.25 billion for Reko
Diq. Munir was not there.

India's Jaishankar did not comment on minerals."""

DAWN = """Weather

Rain over Quetta. Mining of café sugar is no thing. The minister spoke."""


def minerals() -> Dossier:
    """Three articles, seven entities and three claims."""
    entities = (
        Entity("asim-munir", "Asim Munir", EntityKind.PERSON, ("Munir", "Field Marshal Munir")),
        Entity("natalie-baker", "Natalie Baker", EntityKind.PERSON, ("Baker",)),
        Entity("reko-diq", "Reko Diq", EntityKind.PLACE),
        Entity("exim", "Export-Import Bank", EntityKind.ORGANISATION, ("EXIM",)),
        Entity("jaishankar", "S. Jaishankar", EntityKind.PERSON, ("Jaishankar",)),
        Entity("barrick", "Barrick Mining", EntityKind.ORGANISATION, ("Barrick",)),
        Entity("muneer", "Muneer Ahmad", EntityKind.PERSON),
    )
    at = GEO.index("8,000 jobs")
    jobs = Evidence("geo", Selector("8,000 jobs"), anchor=Anchor.FOUND, start=at, end=at + 10)
    claims = (
        Claim("exim-money", "EXIM lends money for Reko Diq", about=("exim", "reko-diq")),
        Claim("jobs", "The mine creates thousands of jobs", about=("reko-diq",), evidence=(jobs,)),
        Claim("weather", "It rains in Quetta"),
    )
    return dossier_of(
        {"geo": GEO, "ht": HT, "dawn": DAWN},
        {"geo": "Munir meets Baker on Reko Diq", "ht": "EXIM loan", "dawn": "Weather"},
        {"geo": "Geo", "ht": "Hindustan Times"},
        entities,
        claims,
    )
