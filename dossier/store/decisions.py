"""What a person decided: the YAML files of a folder, read together, and the dossier they make of its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.ingest.cleaning import clean_line
from dossier.model.claim import Claim
from dossier.model.dossier import Dossier, Refusals, Texts
from dossier.model.problem import Problem
from dossier.model.source import Source
from dossier.model.sources import SourcesById, numbers_of
from dossier.store.claims_yaml import CLAIMS_YAML, read_claims
from dossier.store.dossier_yaml import DOSSIER_YAML, read_dossier_yaml
from dossier.store.entities_yaml import ENTITIES_YAML, read_entities
from dossier.store.evidence import Anchorer, AnchorStore, anchor_problems
from dossier.store.watching import NOTES_YAML, YAML_FILES
from dossier.store.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from dossier.model.note import Note
    from dossier.store.anchors.snapshots import Snapshots


class Decisions:
    """The YAML files of one folder. ``about`` is what dossier.yaml says, ``entities`` those of entities.yaml."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._versions: Snapshots | None = None
        self._files = {name: read_yaml(folder / name) for name in YAML_FILES}
        self.about = read_dossier_yaml(self._files[DOSSIER_YAML])
        written = read_entities(self._files[ENTITIES_YAML])
        self.entities = tuple(entity for entity in written if not entity.rejected)
        self._rejected = tuple(entity for entity in written if entity.rejected)

    def assigned(self, ids: Mapping[str, str]) -> dict[str, str]:
        """The id of every file: the one in dossier.yaml, else the one in ``ids`` or, where that is taken, another.

        What dossier.yaml says of files that are not there is reported.
        """
        self._report_missing(ids)
        assigned = dict(ids)
        given = {file: entry.id for file, entry in self.about.sources.items() if entry.id and file in ids}
        if not given:
            return assigned
        taken = set(given.values()) | {id for file, id in ids.items() if file not in given}
        claimed = set(given.values())
        for file in ids:
            if file in given:
                assigned[file] = given[file]
            elif assigned[file] in claimed:
                number = 2
                while f"{ids[file]}-{number}" in taken:
                    number += 1
                assigned[file] = f"{ids[file]}-{number}"
                taken.add(assigned[file])
        return assigned

    def _report_missing(self, ids: Mapping[str, str]) -> None:
        for entry in self.about.sources.values():
            if entry.file not in ids:
                message = f"{entry.file} is not among the sources of this folder"
                advice = "correct the name, or restore the file; kinds that cannot be read are not sources"
                self._files[DOSSIER_YAML].report(message, advice, entry.line, "file")

    def claims(self, ids: Mapping[str, str]) -> tuple[Claim, ...]:
        """The claims, not anchored yet; evidence may call a source by its file, or by its id, which wins."""
        sources = dict(ids) | {id: id for id in ids.values()}
        merged = {old: entity.id for entity in self.entities for old in entity.merged}
        entities = merged | {entity.id: entity.id for entity in self.entities}
        return read_claims(self._files[CLAIMS_YAML], sources, entities, self._held)

    def _held(self, version: str, words: str) -> bool:
        """Whether a version is kept, and holds some words."""
        from dossier.store.anchors.snapshots import Snapshots

        if self._versions is None:
            self._versions = Snapshots(self._folder)
        return self._versions.holds(version, words)

    def notes(self, sources: Sequence[Source]) -> tuple[Note, ...]:
        """The notes, not anchored yet; a note may call its source by its file, or by its id, which wins."""
        file = self._files[NOTES_YAML]
        if file.root is None:
            return ()
        from dossier.store.notes_yaml import read_notes

        return read_notes(file, {source.file: source.id for source in sources} | {one.id: one.id for one in sources})

    def dossier(
        self,
        sources: Sequence[Source],
        claims: Sequence[Claim],
        texts: Texts,
        *,
        catalogue: AnchorStore | None,
        stamp: str,
        pending: int = 0,
        walked: Sequence[Problem] = (),
        gathered: Sequence[Problem] = (),
    ) -> Dossier:
        """The dossier of these sources; ``walked`` and ``gathered`` are problems of the folder and of its files."""
        notes = self.notes(sources)
        by_id = SourcesById(sources, numbers_of(sources))
        anchored, rejected = _anchored(Anchorer(by_id, texts, catalogue), claims)
        problems = [*walked, *(problem for file in self._files.values() for problem in file.problems), *gathered]
        problems += anchor_problems(anchored, by_id, catalogue is not None)
        return Dossier(
            folder=self._folder,
            name=self.about.title or clean_line(self._folder.name) or str(self._folder),
            description=self.about.description,
            sources=sources,
            entities=self.entities,
            claims=anchored,
            problems=tuple(problems),
            texts=texts,
            pending=pending,
            stamp=stamp,
            refusals=Refusals(rejected, self._rejected),
            notes=notes,
            decisions={name: file.data for name, file in self._files.items()},
        )


def _anchored(anchorer: Anchorer, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims that hold and those that were turned down, with the places of their words and of words refused."""
    refusing = [claim for claim in claims if claim.refused]
    found = anchorer.anchored((*claims, *(claim._replace(evidence=claim.refused) for claim in refusing)))
    refused = {claim.id: claim.evidence for claim in found[len(claims) :]}
    held = [claim._replace(refused=refused.get(claim.id, ())) for claim in found[: len(claims)]]
    return tuple(c for c in held if not c.rejected), tuple(c for c in held if c.rejected)
