"""Which source or entity a person means on the command line."""

from __future__ import annotations

from dossier.cli.nearest import did_you_mean
from dossier.model.dossier import Dossier
from dossier.model.entity import Entity
from dossier.model.errors import UnreadableError
from dossier.model.source import Source


def source_named(dossier: Dossier, words: str) -> Source:
    """The source with this id, file, number, or file name without its folder, tried in this order.

    Raises :class:`UnreadableError` with the nearest ids when there is none, or with the files when there are several.
    """
    for source in dossier.sources:
        if words == source.id:
            return source
    by_file = {source.file: source for source in dossier.sources}
    if words in by_file:
        return by_file[words]
    if words.isascii() and words.isdigit() and len(words) < 10 and 1 <= int(words) <= len(dossier.sources):
        return dossier.sources[int(words) - 1]
    found = [source for source in dossier.sources if source.file.rpartition("/")[2] == words]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnreadableError(f"several sources are called {words}: {', '.join(source.file for source in found[:5])}")
    near = did_you_mean(words, [name for source in dossier.sources for name in (source.id, source.file)])
    where = "dossier sources lists them" if dossier.sources else "there are none"
    raise UnreadableError(f"no source in {dossier.path} is called {words or repr(words)}{near or '; ' + where}")


def entity_named(dossier: Dossier, words: str) -> Entity:
    """The entity with this id or, upper and lower case alike, this name or alias.

    Raises :class:`UnreadableError` with the nearest names when there is none, or with the ids when there are several.
    """
    if words in dossier.entity:
        return dossier.entity[words]
    folded = " ".join(words.casefold().split())
    found = [entity for entity in dossier.entities if folded in (name.casefold() for name in entity.names)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnreadableError(f"several entities are called {words}: {', '.join(entity.id for entity in found[:5])}")
    near = did_you_mean(words, [name for entity in dossier.entities for name in (entity.id, *entity.names)])
    where = "dossier entities lists them" if dossier.entities else "there are none"
    raise UnreadableError(f"no entity in {dossier.path} is called {words or repr(words)}{near or '; ' + where}")
