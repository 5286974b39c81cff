"""Studying the sources of a dossier, and what they say together: kept by the content of each source.

``python -m dossier.store.studying PATH [ID ...]`` does it in a process of its own, on as many processors as there are,
the sources with these ids first, and prints a line of JSON, ``{"done": ..., "total": ..., "ready": ...}``, from time
to time: ``ready`` says that something new can be shown. It may be killed at any time.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.analysis.alignment.frequencies import Frequencies
from dossier.analysis.findings import Findings
from dossier.model.derived import Derived
from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError, UnreadableError
from dossier.store.extension import extended, most_near, nearest
from dossier.store.findings_cache import FindingsCache, studied_sources
from dossier.store.outdated import still_holding

if TYPE_CHECKING:
    from dossier.model.source import Block, Source

SEVERAL = 12
"""Sources from which on more than one processor is used: another process costs as much to start as five articles."""
EVERY = 20
"""Sources after which progress is told, and what was found is kept."""
FIRST = 20
"""Sources after which what they say is derived without waiting for the rest: once, as its price grows with them."""
LONGEST = 400_000
"""Code points of a source that are studied."""


def study_dossier(dossier: Dossier, first: Sequence[str] = ()) -> Iterator[tuple[int, int, Derived | None]]:
    """Study what is not known yet, the sources with the ids ``first`` before the rest.

    Yields how many sources are done, of how many, and what was derived: from the first of very many, or from those that
    are new with what held of the others, and at the end from all.
    """
    sources = studied_sources(dossier)
    if sources is None:
        yield len(dossier.sources), len(dossier.sources), Derived()
        return
    sources.sort(key=lambda source: source.id not in first)
    with contextlib.closing(FindingsCache(dossier)) as kept:
        whole = kept.key_of_all(sources)
        derived = kept.get(whole)
        if not isinstance(derived, Derived) or derived.partial:
            for done, part in _parts(dossier, sources, kept, shown=derived is not None):
                if part is not None:
                    kept.put({whole: part})
                yield done, len(sources), part
            return
    yield len(sources), len(sources), derived


def _parts(
    dossier: Dossier, sources: Sequence[Source], kept: FindingsCache, *, shown: bool
) -> Iterator[tuple[int, Derived | None]]:
    """How many sources are done, and what was derived meanwhile; where nothing is ``shown`` yet, from some of them."""
    found: dict[str, Findings] = {}
    held = None if shown else _held(kept, sources)
    early = not shown and held is None
    for done in _studied(dossier, sources, kept, found):
        part = None
        if early and FIRST <= done <= len(sources) // 2:
            part, early = replace(_derived(dossier, sources, found, kept)[0], partial=True), False
        yield done, part
    if held is not None:
        yield len(sources), _extended(dossier, sources, found, kept, held)
        held = None  # as large as what follows
    derived, frequencies = _derived(dossier, sources, found, kept)
    kept.put({kept.key_of_frequencies: frequencies})
    yield len(sources), derived


def _held(kept: FindingsCache, sources: Sequence[Source]) -> Derived | None:
    """What was derived before, and is on the screen, if it tells of half of the sources as they are now."""
    older = kept.last()
    now = {source.id: kept.key_of(source) for source in sources}
    held = still_holding(older, now) if isinstance(older, Derived) else None
    return held if held is not None and 2 * len(held.studied) >= len(sources) else None


def _extended(
    dossier: Dossier, sources: Sequence[Source], found: Mapping[str, Findings], kept: FindingsCache, held: Derived
) -> Derived | None:
    """What held, with the new sources; None where that is no sooner than deriving all."""
    new = frozenset(source.id for source in sources if source.id in found and source.id not in held.studied)
    if not new or 3 * (len(new) + most_near(new)) > len(sources):
        return None
    known = kept.get(kept.key_of_frequencies)
    if not isinstance(known, Frequencies):
        return None
    chosen = new.union(nearest(new, found))
    near, _ = _derived(dossier, [source for source in sources if source.id in chosen], found, kept, known)
    return extended(held, near, new)


def _derived(
    dossier: Dossier,
    sources: Sequence[Source],
    found: Mapping[str, Findings],
    kept: FindingsCache,
    known: Frequencies | None = None,
) -> tuple[Derived, Frequencies]:
    """What the sources that have been studied say together, and by which frequencies it was weighed."""
    from dossier.analysis.deriving import derive_weighed
    from dossier.analysis.each import one_by_one
    from dossier.analysis.statements import Studied
    from dossier.store.forking import each

    those = [source for source in sources if source.id in found]
    studied = [Studied(source.id, _text(dossier, source), found[source.id]) for source in those]
    derived, used = derive_weighed(studied, each if len(studied) >= SEVERAL else one_by_one, known)
    return replace(derived, studied={source.id: kept.key_of(source) for source in those}), used


def _studied(
    dossier: Dossier, sources: Sequence[Source], kept: FindingsCache, found: dict[str, Findings]
) -> Iterator[int]:
    waiting: list[Source] = []
    for source in sources:
        known = kept.get(kept.key_of(source))
        if isinstance(known, Findings):
            found[source.id] = known
        else:
            waiting.append(source)
    fresh: dict[str, object] = {}
    for source, packed in _each(dossier, waiting):
        found[source.id] = pickle.loads(packed)
        fresh[kept.key_of(source)] = packed
        if len(fresh) >= EVERY:
            kept.put(fresh)
            fresh = {}
            yield len(found)
    kept.put(fresh)
    yield len(found)


def _each(dossier: Dossier, sources: Sequence[Source]) -> Iterator[tuple[Source, bytes]]:
    """Study each; in several processes when there are many. What is found is packed once, where it is found."""
    works = ((source, _work(dossier, source)) for source in sources)
    if len(sources) < SEVERAL or (os.cpu_count() or 1) < 2:
        for source, work in works:
            yield source, _study(work)
        return
    from dossier.store.workers import workers

    with workers() as pool:
        yield from zip(sources, pool.map(_study, (work for _, work in works), chunksize=4), strict=True)


Work = tuple[str, "tuple[Block, ...]", str]
"""The text of a source, its blocks, and when it was published."""


def _work(dossier: Dossier, source: Source) -> Work:
    try:
        reading = dossier.reading(source.id)
    except UnreadableError:
        return "", (), ""
    return reading.text[:LONGEST], tuple(b for b in reading.blocks if b.end <= LONGEST), source.metadata.published


def _study(work: Work) -> bytes:
    from dossier.analysis.study import study

    return pickle.dumps(study(*work) if work[0] else Findings(), pickle.HIGHEST_PROTOCOL)


def _text(dossier: Dossier, source: Source) -> str:
    try:
        return dossier.reading(source.id).text
    except UnreadableError:
        return ""


def main() -> int:
    """Study the dossier named on the command line; the exit code is 0, 2 for wrong usage, or the error's."""
    from dossier.store.opening import open_dossier

    if len(sys.argv) < 2:
        print("usage: python -m dossier.store.studying PATH [ID ...]", file=sys.stderr)
        return 2
    gc.disable()  # values, hardly a cycle: looking for cycles among them took a quarter of the time
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        for done, total, derived in study_dossier(open_dossier(Path(sys.argv[1])), sys.argv[2:]):
            print(json.dumps({"done": done, "total": total, "ready": derived is not None}), flush=True)
    except DossierError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # all is written: taking down millions of values one by one took a third of a second
