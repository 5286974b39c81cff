"""Where reading texts and mentions come from: memory for a small dossier, the catalogue for a large one."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from dossier.model.entity import Entity, Mention
from dossier.model.errors import UnreadableError
from dossier.model.mentions import Mentions
from dossier.model.source import Reading, Source

if TYPE_CHECKING:
    from dossier.analysis.entities.mentions import NameFinder
    from dossier.store.catalogue import Catalogue

_MOST_READINGS = 16
"""Readings kept at hand: four panes and the sources one jumps between."""

_MOST_MENTIONS = 256


def names_hash(entities: Sequence[Entity]) -> str:
    """Tells one set of names from another: mentions are only good for the names they were found with."""
    from hashlib import sha256

    whole = sha256()
    for entity in entities:
        whole.update("\0".join((entity.id, *entity.names, "\0", *entity.refused, "\0\n")).encode("utf-8", "replace"))
    return whole.hexdigest()


def texts_hash(sources: Iterable[Source]) -> str:
    """Tells one set of texts from another."""
    from hashlib import sha256

    return sha256("\n".join(source.digest for source in sources).encode()).hexdigest()


def totals_of(tally: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[int, int]]:
    """Mentions and sources of each entity."""
    return {entity: (sum(counts.values()), len(counts)) for entity, counts in tally.items()}


class MemoryTexts:
    """All readings in memory, by source id; mentions are looked for when they are first asked for."""

    def __init__(self, readings: Mapping[str, Reading], sources: Sequence[Source], entities: Sequence[Entity]) -> None:
        self._readings = readings
        self._sources = sources
        self._entities = entities
        self._mentions: dict[str, Sequence[Mention]] = {}

    @cached_property
    def _finder(self) -> NameFinder:
        return name_finder(self._entities)

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: everything found, and not what it was found with."""
        self.tally()
        return {name: value for name, value in self.__dict__.items() if name != "_finder"}

    def reading(self, source: Source) -> Reading:
        """The text of ``source``; raises :class:`UnreadableError` when it could not be read."""
        reading = self._readings.get(source.id)
        if reading is None:
            raise UnreadableError(source.problem or f"{source.file} has not been read; open the dossier again")
        return reading

    def mentions(self, source: Source) -> Sequence[Mention]:
        """Where ``source`` names entities; nowhere when it could not be read."""
        found = self._mentions.get(source.id)
        if found is None:
            reading = self._readings.get(source.id)
            found = mentions_in(source, reading, self._finder) if reading else []
            self._mentions[source.id] = found
        return found

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        """How often each entity is named, entity id to source id to a count."""
        return self._tally

    def totals(self) -> Mapping[str, tuple[int, int]]:
        """How often, and in how many sources, each entity is named."""
        return totals_of(self._tally)

    def unsearched(self) -> int:
        """Every source is searched for names when it is first asked for."""
        return 0

    @cached_property
    def _tally(self) -> Mapping[str, Mapping[str, int]]:
        tally: dict[str, dict[str, int]] = {}
        for source in self._sources:
            _add(tally, source.id, Counter(mention.entity for mention in self.mentions(source)))
        return tally


class CatalogueTexts:
    """Readings from the catalogue, or from the file where the catalogue has none; a few are kept at hand."""

    def __init__(
        self,
        catalogue: Catalogue,
        paths: Mapping[str, str],
        sources: Sequence[Source],
        entities: Sequence[Entity],
        texts: str = "",
    ) -> None:
        """``texts`` is :func:`texts_hash` of the sources where that is known already."""
        self._folder = catalogue.folder
        self._catalogue = catalogue
        self._texts = texts
        self._paths = paths
        self._sources = sources
        self._entities = entities
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._mentions: OrderedDict[str, Sequence[Mention]] = OrderedDict()
        self._lock = RLock()

    @cached_property
    def _finder(self) -> NameFinder:
        return name_finder(self._entities)

    @cached_property
    def _catalogue(self) -> Catalogue:
        from dossier.store.catalogue import open_catalogue

        return open_catalogue(self._folder)

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process, which opens the catalogue for itself when it needs it."""
        left_out = ("_finder", "_lock", "_catalogue", "_tally")
        return {name: value for name, value in self.__dict__.items() if name not in left_out}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._lock = RLock()

    def reading(self, source: Source) -> Reading:
        """The text of ``source``; raises :class:`UnreadableError` when it is gone."""
        with self._lock:
            reading = self._readings.get(source.id)
            if reading is None:
                reading = self._fetched(source)
                self._readings[source.id] = reading
                if len(self._readings) > _MOST_READINGS:
                    self._readings.popitem(last=False)
            self._readings.move_to_end(source.id)
            return reading

    def mentions(self, source: Source) -> Sequence[Mention]:
        """Where ``source`` names entities; nowhere when it cannot be read."""
        with self._lock:
            found = self._mentions.get(source.id)
            if found is None:
                found = self._found(source)
                self._mentions[source.id] = found
                if len(self._mentions) > _MOST_MENTIONS:
                    self._mentions.popitem(last=False)
            self._mentions.move_to_end(source.id)
            return found

    def tally(self) -> Mapping[str, Mapping[str, int]]:
        """How often each entity is named in the sources that were indexed when this was first asked."""
        return self._tally

    def totals(self) -> Mapping[str, tuple[int, int]]:
        """How often, and in how many sources, each entity is named; counted once for the same names and texts."""
        return self._totals

    def unsearched(self) -> int:
        """Sources in which these names have not been looked for yet; the indexing process does."""
        if not self._entities:
            return 0
        from dossier.store.packing import content_key

        known = self._catalogue.searched(self.names)
        return sum(1 for source in self._sources if source.digest and content_key(source) not in known)

    @cached_property
    def _totals(self) -> Mapping[str, tuple[int, int]]:
        from hashlib import sha256

        texts = self._texts or texts_hash(self._sources)
        key = sha256(f"{self.names}\n{texts}".encode()).hexdigest()
        totals = self._catalogue.totals(key)
        if totals is None:
            totals = totals_of(self._tally)
            self._catalogue.keep_totals(key, totals)
        return totals

    @cached_property
    def names(self) -> str:
        """The hash of the names that mentions are found with."""
        return names_hash(self._entities)

    @cached_property
    def _tally(self) -> Mapping[str, Mapping[str, int]]:
        tally: dict[str, dict[str, int]] = {}
        from dossier.store.packing import content_key

        known = self._catalogue.tally(self.names)
        for source in self._sources:
            _add(tally, source.id, known.get(content_key(source), {}))
        return tally

    def _fetched(self, source: Source) -> Reading:
        reading = self._catalogue.reading(source) if source.digest else None
        if reading is not None:
            return reading
        if source.problem or source.id not in self._paths:
            raise UnreadableError(source.problem or f"{source.file} is not in the folder; reload it")
        from dossier.ingest.found import FoundFile
        from dossier.ingest.reading import read_file

        return read_file(FoundFile(source.file, self._paths[source.id], 0, 0), source.id)[1]

    def _found(self, source: Source) -> Sequence[Mention]:
        found = self._catalogue.mentions(source, self.names) if source.digest else None
        if found is not None:
            return found
        try:
            return mentions_in(source, self.reading(source), self._finder)
        except UnreadableError:  # whoever asks for the text itself is told
            return []


def name_finder(entities: Sequence[Entity]) -> NameFinder:
    """What finds the names of ``entities``; imported when the first text is searched."""
    from dossier.analysis.entities.mentions import NameFinder

    return NameFinder(entities)


def mentions_in(source: Source, reading: Reading, finder: NameFinder) -> Mentions:
    """The mentions in one reading."""
    found = finder.find(reading.text)
    return Mentions.of(source.id, (Mention(entity, source.id, start, end) for entity, start, end in found))


def _add(tally: dict[str, dict[str, int]], source: str, counts: Mapping[str, int]) -> None:
    for entity, count in counts.items():
        tally.setdefault(entity, {})[source] = count
