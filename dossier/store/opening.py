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
from dossier.model.source import Source
from dossier.store.decisions import Decisions
from dossier.store.gathering import Gathered, is_small, read_all, read_known
from dossier.store.texts import CatalogueTexts, MemoryTexts
from dossier.store.told import merged
from dossier.store.watching import fingerprint, fingerprint_of


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
    decided = Decisions(folder)
    ids = decided.assigned(source_ids([found.file for found in files]))
    claims = decided.claims(ids)
    gathered = _gathered(folder, files, ids, claims)
    told = decided.about.sources
    sources = tuple(merged(source, told.get(source.file)) for source in gathered.sources)
    return decided.dossier(
        sources,
        claims,
        _texts(gathered, files, ids, sources, decided.entities),
        catalogue=gathered.catalogue,
        stamp=stamp,
        pending=gathered.pending,
        walked=problems,
        gathered=gathered.problems,
    )


def _gathered(folder: Path, files: Sequence[FoundFile], ids: Mapping[str, str], claims: Sequence[Claim]) -> Gathered:
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
