"""Building the index on disk and keeping it up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError, UnreadableError
from dossier.model.source import Source
from dossier.search.generations import Generations
from dossier.search.schema import DIGEST, NUMBER, analyzer, digest_of, document, number_of, schema
from dossier.search.tantivy_index import index_folder_of, open_index

if TYPE_CHECKING:
    import tantivy

WRITER_BYTES = 64_000_000
"""Memory of the one writing thread; it runs beside a person reading."""

BATCH_TEXT, BATCH_SOURCES = 20_000_000, 2_000
"""Code points and sources after which what is done so far is made safe; a commit costs 100 to 300 ms."""


class BusyError(DossierError):
    """Another process is building the same index; nothing needs to be done but wait for it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of ``total`` sources to be indexed are ``done`` and safe."""

    done: int
    total: int


def build(dossier: Dossier, folder: Path | None = None) -> Iterator[Progress]:
    """Bring the index of ``dossier`` up to date: only what is new, changed or gone; yields after each batch.

    ``folder`` is where the index is, the dossier's own place in the cache when it is ``None``. It may be stopped
    at any time, and goes on where it was. Raises :class:`BusyError` when another process builds it,
    :class:`ImportError` without tantivy and :class:`OSError` when the folder cannot be written.
    """
    generations = Generations(folder or index_folder_of(dossier.folder))
    generations.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = generations.current()
    index = _opened(path)
    if path is None or index is None:
        if path is not None:
            generations.discard(path)
        path = generations.next()
        index = _opened(path) or _created(generations, path)
    yield from _update(index, dossier)
    if path != generations.current():
        generations.switch(path)


def _opened(path: Path | None) -> tantivy.Index | None:
    """The index at ``path``, if there is one and its files are whole."""
    if path is None:
        return None
    try:
        index = open_index(path)
        index.register_tokenizer("dossier", analyzer())
        index.reload()
        index.searcher()
    except ValueError:
        return None
    return index


def _created(generations: Generations, path: Path) -> tantivy.Index:
    """A new index at ``path``: made beside it and renamed, so that what is there is never half made."""
    import tantivy

    generations.discard(path)
    beside = generations.beside()
    tantivy.Index(schema(), str(beside), reuse=False)
    os.rename(beside, path)
    index = open_index(path)
    index.register_tokenizer("dossier", analyzer())
    return index


def _update(index: tantivy.Index, dossier: Dossier) -> Iterator[Progress]:
    known = _known(index)
    wanted = {number_of(source.id): source for source in dossier.sources}
    gone = known.keys() - wanted.keys()
    changed = [source for number, source in wanted.items() if known.get(number) != digest_of(source)]
    total = len(changed)
    yield Progress(0, total)
    if not gone and not changed:
        return
    writer = _writer(index)
    for number in gone:
        _delete(writer, index.schema, number)
    done = 0
    for batch in _batches(changed):
        for source in batch:
            if number_of(source.id) in known:
                _delete(writer, index.schema, number_of(source.id))
            writer.add_document(document(source, _text(dossier, source)))
        writer.commit()
        done += len(batch)
        yield Progress(done, total)
    if not changed:
        writer.commit()
    writer.wait_merging_threads()  # ends this writer; what the merges left over is the next one's to remove
    _writer(index).garbage_collect_files()


def _delete(writer: tantivy.IndexWriter, fields: tantivy.Schema, number: int) -> None:
    import tantivy

    # deleting by term takes the number for a signed one, and then deletes nothing
    writer.delete_documents_by_query(tantivy.Query.term_query(fields, NUMBER, number))


def _known(index: tantivy.Index) -> dict[int, int]:
    """The digest of each source in the index, by number."""
    import tantivy

    index.reload()
    searcher = index.searcher()
    if not searcher.num_docs:
        return {}
    found = searcher.search(tantivy.Query.all_query(), searcher.num_docs, count=False).hits
    addresses = [address for _, address in found]
    numbers = searcher.fast_field_values(NUMBER, addresses)
    digests = searcher.fast_field_values(DIGEST, addresses)
    return {int(n): int(d) for n, d in zip(numbers, digests, strict=True) if n is not None and d is not None}


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    try:
        return index.writer(WRITER_BYTES, 1)
    except ValueError as error:
        if "LockBusy" in str(error):
            raise BusyError("the search index is being built by another process; it will be ready soon") from error
        raise


def _batches(sources: list[Source]) -> Iterator[list[Source]]:
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += source.length
        if size >= BATCH_TEXT or len(batch) >= BATCH_SOURCES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _text(dossier: Dossier, source: Source) -> str:
    try:
        return dossier.reading(source.id).text
    except UnreadableError:
        return ""  # listed among the dossier's problems; it is indexed again when its digest changes
