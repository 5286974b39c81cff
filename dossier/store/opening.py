"""Opening a folder, or a single file, as a dossier."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from dossier.ingest.cleaning import clean_line
from dossier.ingest.folder import find_files
from dossier.ingest.found import FoundFile
from dossier.ingest.identity import source_ids
from dossier.ingest.reading import read_file
from dossier.model.claim import Claim
from dossier.model.dossier import Dossier, Texts
from dossier.model.entity import Entity
from dossier.model.errors import UnreadableError
from dossier.model.source import Metadata, Source
from dossier.store.claims_yaml import CLAIMS_YAML, read_claims
from dossier.store.dossier_yaml import DOSSIER_YAML, DossierYaml, SourceEntry, read_dossier_yaml
from dossier.store.entities_yaml import ENTITIES_YAML, read_entities
from dossier.store.evidence import Anchorer, anchor_problems
from dossier.store.gathering import Gathered, is_small, read_all, read_known
from dossier.store.texts import CatalogueTexts, MemoryTexts
from dossier.store.watching import YAML_FILES, fingerprint, fingerprint_of
from dossier.store.yaml_nodes import YamlFile, read_yaml


def open_dossier(path: Path) -> Dossier:
    """The dossier in the folder ``path``, or the dossier of the one source that the file ``path`` is.

    Raises :class:`UnreadableError` when there is no such path or it cannot be read. Whatever is wrong inside a
    folder is in the dossier's problems instead.
    """
    path = Path(os.path.abspath(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.scandir(path).close()
            return _open_folder(path)
    except FileNotFoundError:
        raise UnreadableError(f"{clean_line(str(path))}: no such file or folder; check the spelling") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        shown = clean_line(str(path))
        raise UnreadableError(f"{shown}: cannot be opened ({reason}); check the path and its permissions") from None
    return _open_file(FoundFile(clean_line(path.name), str(path), status.st_size, status.st_mtime_ns))


def _open_file(found: FoundFile) -> Dossier:
    stamp = fingerprint(Path(found.path))
    source, reading = read_file(found, source_ids([found.file])[found.file])
    texts = MemoryTexts({source.id: reading}, [source], [])
    folder, file = Path(found.path).parent, os.path.basename(found.path)
    return Dossier(folder, source.name, "", (source,), (), (), (), texts, file=file, stamp=stamp)


def _open_folder(folder: Path) -> Dossier:
    files, problems = find_files(folder)
    stamp = fingerprint_of(folder, files)
    yaml = {name: read_yaml(folder / name) for name in YAML_FILES}
    settings = read_dossier_yaml(yaml[DOSSIER_YAML])
    ids = assigned_ids(files, settings)
    _report_missing(yaml[DOSSIER_YAML], settings, ids)
    entities = read_entities(yaml[ENTITIES_YAML])
    claims = read_claims(yaml[CLAIMS_YAML], _source_names(ids), _entity_names(entities))
    gathered = _gathered(folder, files, ids, claims)
    sources = tuple(_merged(source, settings.sources.get(source.file)) for source in gathered.sources)
    texts = _texts(gathered, files, ids, sources, entities)
    by_id = {source.id: source for source in sources}
    claims = Anchorer(by_id, texts, gathered.catalogue).anchored(claims)
    for file in yaml.values():
        problems.extend(file.problems)
    problems.extend(gathered.problems)
    problems.extend(anchor_problems(claims, by_id, gathered.catalogue is not None))
    return Dossier(
        folder=folder,
        name=settings.title or clean_line(folder.name) or str(folder),
        description=settings.description,
        sources=sources,
        entities=entities,
        claims=claims,
        problems=tuple(problems),
        texts=texts,
        pending=gathered.pending,
        stamp=stamp,
    )


def assigned_ids(files: Sequence[FoundFile], settings: DossierYaml) -> dict[str, str]:
    """The id of every file: the one in dossier.yaml, else one made from its name that no other file has."""
    names = [found.file for found in files]
    ids = source_ids(names)
    given = {file: entry.id for file, entry in settings.sources.items() if entry.id and file in ids}
    if not given:
        return ids
    taken = set(given.values()) | {id for file, id in ids.items() if file not in given}
    claimed = set(given.values())
    for file in names:
        if file in given:
            ids[file] = given[file]
        elif ids[file] in claimed:
            number = 2
            while f"{ids[file]}-{number}" in taken:
                number += 1
            ids[file] = f"{ids[file]}-{number}"
            taken.add(ids[file])
    return ids


def _report_missing(file: YamlFile, settings: DossierYaml, ids: Mapping[str, str]) -> None:
    for entry in settings.sources.values():
        if entry.file not in ids:
            message = f"{entry.file} is not among the sources of this folder"
            advice = "correct the name, or restore the file; kinds that cannot be read are not sources"
            file.report(message, advice, entry.line, "file")


def _source_names(ids: Mapping[str, str]) -> dict[str, str]:
    """What evidence may call a source: its file, or its id, which wins."""
    return dict(ids) | {id: id for id in ids.values()}


def _entity_names(entities: Sequence[Entity]) -> dict[str, str]:
    merged = {old: entity.id for entity in entities for old in entity.merged}
    return merged | {entity.id: entity.id for entity in entities}


def _gathered(
    folder: Path, files: Sequence[FoundFile], ids: Mapping[str, str], claims: Sequence[Claim]
) -> Gathered:
    if is_small(files):
        return read_all(files, ids)
    from dossier.store.catalogue import open_catalogue

    quoted = {piece.source for claim in claims for piece in claim.evidence}
    first = frozenset(file for file, id in ids.items() if id in quoted)
    return read_known(files, ids, first, open_catalogue(folder))


def _texts(
    gathered: Gathered,
    files: Sequence[FoundFile],
    ids: Mapping[str, str],
    sources: Sequence[Source],
    entities: Sequence[Entity],
) -> Texts:
    if gathered.catalogue is None:
        return MemoryTexts(gathered.readings, sources, entities)
    return CatalogueTexts(gathered.catalogue, {ids[found.file]: found.path for found in files}, sources, entities)


def _merged(source: Source, entry: SourceEntry | None) -> Source:
    """The source with what a person says about it, which beats what its text says."""
    if entry is None:
        return source
    told, read = entry.metadata, source.metadata
    metadata = Metadata(
        title=told.title or read.title,
        publisher=told.publisher or read.publisher,
        author=told.author or read.author,
        published=told.published or read.published,
        url=told.url or read.url,
        language=told.language or read.language,
    )
    return source._replace(metadata=metadata, reliability=entry.reliability, why=entry.why, note=entry.note)
