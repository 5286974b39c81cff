"""A folder with two articles about a harbour, and what a person decides there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossier.model.claim import Claim
from dossier.model.dossier import Dossier
from dossier.store.curating.desk import Desk
from dossier.store.curating.draft import Draft
from dossier.store.opening import open_dossier
from dossier.store.studying import study_dossier
from dossier.store.suggestions import with_suggestions

ONE = """The Vale Bank lent Port Mara $1.3 billion for a new harbour in March 2024.

"The harbour will create 8,000 jobs," said Ines Calder, the mayor of Port Mara.

Calder was elected in May 2021 with the votes of the fishing villages.
"""
FILES = ("claims.yaml", "entities.yaml", "dossier.yaml", "notes.yaml")


class Room:
    """A folder, and what a person decides there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.desk = Desk(folder, "somebody")

    @property
    def dossier(self) -> Dossier:
        decided = open_dossier(self.folder)
        *_, (_, _, derived) = study_dossier(decided)
        assert derived is not None
        return with_suggestions(decided, derived)

    @property
    def decided(self) -> Dossier:
        return open_dossier(self.folder)

    def claim(self, words: str) -> Claim:
        return next(claim for claim in self.dossier.claims if any(words in p.selector.exact for p in claim.evidence))

    def decide(self, make: Callable[[Dossier], Draft]) -> None:
        dossier = self.dossier
        assert self.desk.decide(dossier, lambda: make(dossier)).saved
        assert not [p for p in open_dossier(self.folder).problems if p.file]

    def files(self) -> dict[str, str]:
        """What the YAML files say; an empty one says as much as none."""
        found = [self.folder / name for name in FILES]
        return {file.name: text for file in found if file.exists() and (text := file.read_text(encoding="utf-8"))}
