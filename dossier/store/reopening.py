"""Opening a large folder as it was when all of it was last in the catalogue, without looking for its files.

What a person decided is read anew each time. Files that were added, taken away or renamed are seen by the times of
their folders; what was written into a file where it lies is not. So whoever opens a dossier this way looks at the
files it shows first, with :meth:`Known.unchanged`, and compares the dossier's stamp with the folder soon after, as
:mod:`dossier.store.watching` does.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.ingest.walk import folder_time
from dossier.model.dossier import Dossier
from dossier.store.decisions import Decisions
from dossier.store.gathering import SMALL_FILES, read_or_problem, unreadable
from dossier.store.listed import ListedFiles, ListedPaths, ListedSources
from dossier.store.listing import Listing
from dossier.store.locations import catalogue_file
from dossier.store.texts import CatalogueTexts
from dossier.store.watching import joined_fingerprint

if TYPE_CHECKING:
    from dossier.store.catalogue import Catalogue


class Known(NamedTuple):
    """A dossier as it was last known, and its files."""

    dossier: Dossier
    files: ListedFiles

    def unchanged(self, sources: Iterable[str]) -> bool:
        """Whether the files of the sources with these ids are as they were."""
        number = self.dossier.number
        return all(self.files.unchanged(number[source] - 1) for source in sources)


def reopen(path: Path) -> Known | None:
    """The dossier in the folder ``path`` as it was last known; ``None`` when it has to be opened by its files."""
    folder = Path(os.path.abspath(path))
    try:
        kept = folder.is_dir() and catalogue_file(folder).exists()
    except (OSError, ValueError):
        return None
    if not kept:
        return None
    from dossier.store.catalogue import open_catalogue

    catalogue = open_catalogue(folder)
    listing = catalogue.listing()
    if listing is None or not _still_there(folder, listing):
        return None
    files = ListedFiles(folder, listing.rows)
    if _readable_now(files, listing):
        return None
    return Known(_dossier(folder, catalogue, listing, files), files)


def _still_there(folder: Path, listing: Listing) -> bool:
    """Whether nothing was added, taken away or renamed, as far as the folders tell."""
    return all(folder_time(os.path.join(folder, name)) == time for name, time in listing.folders.items())


def _readable_now(files: ListedFiles, listing: Listing) -> bool:
    """Whether a file that could not be read can be now: permissions leave no trace in it."""
    failed = listing.unreadable[:SMALL_FILES]
    return any(read_or_problem(files.found(at), listing.ids[at])[1] is not None for at in failed)


def _dossier(folder: Path, catalogue: Catalogue, listing: Listing, files: ListedFiles) -> Dossier:
    stamp = joined_fingerprint(folder, listing.stamp)
    decided = Decisions(folder)
    ids = decided.assigned(dict(zip(files.names(), listing.ids, strict=True)))
    sources = ListedSources(list(ids.values()), files, decided.about.sources)
    texts = CatalogueTexts(catalogue, ListedPaths(sources, files), sources, decided.entities, listing.texts)
    return decided.dossier(
        sources,
        decided.claims(ids),
        texts,
        catalogue=catalogue,
        stamp=stamp,
        walked=listing.problems,
        gathered=unreadable(sources[at] for at in listing.unreadable),
    )
