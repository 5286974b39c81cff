"""Decisions about entities and their names."""

from __future__ import annotations

from dossier.ingest.identity import slug
from dossier.model.dossier import Dossier
from dossier.model.edits.values import Plain, same
from dossier.model.entity import Entity, EntityKind
from dossier.model.errors import DossierError
from dossier.store.curating.draft import Change, Draft, texts, told, with_values
from dossier.store.entities_yaml import ENTITIES_YAML
from dossier.store.yaml_items import Settled


def accept(entity: Entity) -> Draft:
    """A suggested entity with all its names."""
    return Draft(
        f"accepted the {entity.kind.value} {told(entity.name)}",
        (Change(ENTITIES_YAML, entity.id, lambda item: _item(entity, item)),),
    )


def reject(entity: Entity) -> Draft:
    """Its names name nothing, and are not suggested again."""

    def make(item: Plain | None) -> Plain:
        if item is not None and not entity.decided and item.get("suggestion") != Settled.REJECTED.value:
            raise DossierError(f"somebody has accepted {entity.name} meanwhile: it stays as it is")
        return with_values(item or entity_item(entity), suggestion=Settled.REJECTED.value)

    return Draft(f"turned down the {entity.kind.value} {told(entity.name)}", (Change(ENTITIES_YAML, entity.id, make),))


def restore(dossier: Dossier, entity: Entity) -> Draft:
    """An entity that was turned down is suggested again; one that is written otherwise than suggested is held again."""
    derived = dossier.derived.entities if dossier.derived is not None else ()
    suggested = next((entity_item(one) for one in derived if one.id == entity.id), None)

    def make(item: Plain | None) -> Plain | None:
        if item is None or item.get("suggestion") != Settled.REJECTED.value:
            return item
        held = with_values(item, suggestion=None)
        return None if same(held, suggested) else held

    sentence = f"no longer turned down: the {entity.kind.value} {told(entity.name)}"
    return Draft(sentence, (Change(ENTITIES_YAML, entity.id, make),))


def create(dossier: Dossier, name: str, kind: EntityKind = EntityKind.THING) -> Draft:
    """A new entity."""
    if not name.strip():
        raise DossierError("an entity needs a name")
    if any(name.casefold() == one.casefold() for e in dossier.entities if e.decided for one in e.names):
        raise DossierError(f"{name} is there already")
    made = with_values({"id": slug(name), "name": name, "kind": kind.value})
    change = Change(ENTITIES_YAML, slug(name), lambda _: made, fresh=True)
    return Draft(f"added the {kind.value} {told(name)}", (change,))


def set_value(entity: Entity, key: str, value: str) -> Draft:
    """``name``, ``kind`` or ``note`` of an entity; a suggested one is accepted with it."""

    if key == "name" and not value.strip():
        raise DossierError("an entity needs a name")

    def make(item: Plain | None) -> Plain:
        before = _item(entity, item)
        if key != "name":
            return with_values(before, **{key: value})
        old = () if entity.name in texts(before, "aliases") or entity.name == value else (entity.name,)
        aliases = tuple(one for one in (*texts(before, "aliases"), *old) if one != value)
        return with_values(before, name=value, aliases=aliases)

    sentence = f"{key} of {told(entity.name)}: {told(value) if value else 'none'}"
    return Draft(sentence, (Change(ENTITIES_YAML, entity.id, make),))


def add_alias(entity: Entity, alias: str) -> Draft:
    """A name it goes by, too."""

    def make(item: Plain | None) -> Plain:
        before = _item(entity, item)
        aliases = tuple(dict.fromkeys((*texts(before, "aliases"), alias)))
        refused = tuple(one for one in texts(before, "not") if one != alias)
        return with_values(before, aliases=aliases, **{"not": refused})

    return Draft(f"{told(entity.name)} is called {told(alias)}, too", (Change(ENTITIES_YAML, entity.id, make),))


def split(entity: Entity, alias: str) -> Draft:
    """A name that is not its own, but an entity's of its own."""
    if alias not in entity.aliases:
        raise DossierError(f"{alias!r} is none of the other names of {entity.name}")

    def make(item: Plain | None) -> Plain:
        before = _item(entity, item)
        aliases = tuple(one for one in texts(before, "aliases") if one != alias)
        refused = tuple(dict.fromkeys((*texts(before, "not"), alias)))
        return with_values(before, aliases=aliases, **{"not": refused})

    own = with_values({"id": slug(alias), "name": alias, "kind": entity.kind.value})
    changes = (Change(ENTITIES_YAML, entity.id, make), Change(ENTITIES_YAML, slug(alias), lambda item: item or own))
    return Draft(f"{told(alias)} is not {told(entity.name)}", changes)


def merge(entity: Entity, other: Entity) -> Draft:
    """``other`` is ``entity`` under other names: claims about it are about ``entity``."""
    if entity.id == other.id:
        raise DossierError("an entity is always the same as itself")

    def make(item: Plain | None) -> Plain:
        before = _item(entity, item)
        names = (one for one in (*texts(before, "aliases"), *other.names) if one != before.get("name"))
        merged = (*texts(before, "merged"), *((other.id, *other.merged) if other.decided else ()))
        refused = tuple(one for one in texts(before, "not") if one not in other.names)
        return with_values(
            before, aliases=tuple(dict.fromkeys(names)), merged=tuple(dict.fromkeys(merged)), **{"not": refused}
        )

    changes = [Change(ENTITIES_YAML, entity.id, make)]
    if other.decided:
        changes.append(Change(ENTITIES_YAML, other.id, lambda _: None))
    return Draft(f"{told(other.name)} is {told(entity.name)}", tuple(changes))


def _item(entity: Entity, item: Plain | None) -> Plain:
    """What is written of an entity, else what was suggested; raises where somebody has turned it down meanwhile."""
    if item is not None and not entity.rejected and item.get("suggestion") == Settled.REJECTED.value:
        raise DossierError(f"somebody has turned {entity.name} down meanwhile: take that back first")
    return item or entity_item(entity)


def noted_entity(entity: Entity) -> Change:
    """An entity is written down with the names it has, if it is not yet."""
    return Change(
        ENTITIES_YAML, entity.id, lambda item: item if item is not None or entity.decided else entity_item(entity)
    )


def entity_item(entity: Entity) -> Plain:
    """A suggested entity as it is written down."""
    return with_values({"id": entity.id, "name": entity.name, "kind": entity.kind.value}, aliases=entity.aliases)
