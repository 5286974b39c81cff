"""Who and what a dossier is about."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.choice import Choice


class EntityKind(Choice):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    FACILITY = "facility"
    EVENT = "event"
    THING = "thing"

    @property
    def plural(self) -> str:
        """The heading of a list of them."""
        return {
            EntityKind.PERSON: "People",
            EntityKind.ORGANISATION: "Organisations",
            EntityKind.PLACE: "Places",
            EntityKind.FACILITY: "Facilities",
            EntityKind.EVENT: "Events",
            EntityKind.THING: "Things",
        }[self]


class Entity(NamedTuple):
    """A person, organisation, place, facility, event or thing.

    ``aliases`` are the other names it goes by in the texts; ``refused`` the names a person said are not its
    own; ``merged`` the ids that were folded into it. ``decided`` is false for a suggestion. One that is ``rejected``
    was turned down: its names name nothing, and are not suggested again.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    note: str = ""
    decided: bool = True
    rejected: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the canonical one first, refused ones left out."""
        return tuple(name for name in dict.fromkeys((self.name, *self.aliases)) if name not in self.refused)


class Mention(NamedTuple):
    """A passage that names an entity: code points ``start`` to ``end`` of the source's reading text."""

    entity: str
    source: str
    start: int
    end: int
