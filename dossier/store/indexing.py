"""Reading what is pending into the catalogue, behind the reader's back.

``python -m dossier.store.indexing FOLDER`` does it in a process of its own and prints a line of JSON, ``{"done":
..., "total": ...}``, after every batch. It can be stopped at any time and goes on where it was.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dossier.analysis.each import Each, one_by_one
from dossier.analysis.entities.mentions import NameFinder
from dossier.ingest.found import FoundFile
from dossier.ingest.identity import source_ids
from dossier.ingest.walk import Walk
from dossier.model.errors import DossierError, UnreadableError
from dossier.model.problem import Problem
from dossier.model.source import Reading, Source
from dossier.store.catalogue import Catalogue, open_catalogue, source_of
from dossier.store.entities_yaml import ENTITIES_YAML, read_entities
from dossier.store.gathering import is_small, pending_files, read_or_problem
from dossier.store.listing import listing_of
from dossier.store.packing import content_key
from dossier.store.texts import CatalogueTexts, mentions_in, names_hash, texts_hash
from dossier.store.watching import files_stamp
from dossier.store.yaml_nodes import read_yaml

BATCH = 50
"""Files to a transaction: what is lost when the process is killed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the files are read."""

    done: int
    total: int


def index_folder(folder: Path, each: Each = one_by_one) -> Iterator[Progress]:
    """Reads what the catalogue of ``folder`` does not know yet and finds the names in it; ``each`` shares out the work.

    Yields after each batch, and once at least. A small folder has no catalogue and is done at once. Raises
    :class:`UnreadableError` when ``folder`` is none, :class:`DossierError` when nothing can be kept.
    """
    if not folder.is_dir():
        raise UnreadableError(f"{folder}: not a folder; only folders are indexed")
    walk = Walk(folder)
    files, problems = walk.result()
    if is_small(files):
        yield Progress(len(files), len(files))
        return
    catalogue = open_catalogue(folder)
    try:
        indexing = _Indexing(folder, catalogue, files, each)
        yield from indexing.run()
        indexing.keep_whole(walk.folders, problems)
    finally:
        catalogue.close()


class _Indexing:
    """One run over one folder."""

    def __init__(self, folder: Path, catalogue: Catalogue, files: list[FoundFile], each: Each) -> None:
        entities = read_entities(read_yaml(folder / ENTITIES_YAML))
        self._folder, self._each = folder, each
        self._entities = entities
        self._finder = NameFinder(entities)
        self._names = names_hash(entities)
        self._catalogue = catalogue
        self._files = files
        self._ids = source_ids([found.file for found in files])

    def run(self) -> Iterator[Progress]:
        """Reads what is pending, then finds names where that was not done with the names of today."""
        self._check()
        self._catalogue.forget_others(self._ids, self._names)
        pending = pending_files(self._files, self._catalogue.known())
        total = len(self._files)
        done = total - len(pending)
        yield Progress(done, total)
        for first in range(0, len(pending), BATCH):
            batch = pending[first : first + BATCH]
            read = [*chain.from_iterable(self._each(self._read, (batch[::2], batch[1::2])))]
            self._catalogue.keep(read)
            found_names = [
                (source, mentions_in(source, reading, self._finder)) for _, source, reading in read if reading
            ]
            self._catalogue.keep_mentions(self._names, found_names)
            self._check()
            done += len(batch)
            yield Progress(done, total)
        yield from self._names_of_known(total)

    def _read(self, batch: Sequence[FoundFile]) -> list[tuple[FoundFile, Source, Reading | None]]:
        return [(found, *read_or_problem(found, self._ids[found.file])) for found in batch]

    def keep_whole(self, folders: Mapping[str, int], problems: Sequence[Problem]) -> None:
        """Keeps what the next opening asks of all the files together, once all of them are known."""
        known = self._catalogue.known()
        if pending_files(self._files, known):
            return  # one has changed since it was found
        sources = [source_of(known[found.file][2], self._ids[found.file]) for found in self._files]
        stamp, texts = files_stamp(self._files), texts_hash(sources)
        both = list(zip(self._files, sources, strict=True))
        listing = listing_of(self._folder, stamp, folders, problems, both, texts)
        if listing is not None:
            self._catalogue.keep_listing(listing)
        CatalogueTexts(self._catalogue, {}, sources, self._entities, texts).totals()

    def _names_of_known(self, total: int) -> Iterator[Progress]:
        """Texts that were read with other names: no reading of files, so the count stays what it is."""
        sources = [source_of(row, row[0]) for _, _, row in self._catalogue.known().values()]
        have = self._catalogue.tally(self._names)
        left = [source for source in sources if source.digest and content_key(source) not in have]
        for first in range(0, len(left), BATCH):
            batch = left[first : first + BATCH]
            read = [(source, self._catalogue.reading(source)) for source in batch]
            found = [(source, mentions_in(source, reading, self._finder)) for source, reading in read if reading]
            self._catalogue.keep_mentions(self._names, found)
            self._check()
            yield Progress(total, total)

    def _check(self) -> None:
        if self._catalogue.problem is not None:
            raise DossierError(str(self._catalogue.problem))


def main() -> int:
    """Indexes the folder named on the command line; the exit code is 0, 2 for wrong usage, or the error's."""
    import json

    from dossier.store.forking import each

    if len(sys.argv) != 2:
        print("usage: python -m dossier.store.indexing FOLDER", file=sys.stderr)
        return 2
    try:
        for progress in index_folder(Path(sys.argv[1]), each):
            print(json.dumps({"done": progress.done, "total": progress.total}), flush=True)
    except DossierError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
