"""entities.yaml: the entities that a person settled."""

from __future__ import annotations

from dossier.ingest.identity import slug
from dossier.model.entity import Entity, EntityKind
from dossier.store.yaml_items import Item, Settled, items, shortened
from dossier.store.yaml_nodes import YamlFile

ENTITIES_YAML = "entities.yaml"

_KEYS = frozenset({"id", "name", "kind", "aliases", "not", "merged", "note", "suggestion"})


def read_entities(file: YamlFile) -> tuple[Entity, ...]:
    """The entities of the file, in its order; what cannot be used is added to the file's problems."""
    entities: list[Entity] = []
    lines: dict[str, int] = {}
    for item in items(file, file.root, "entities"):
        item.warn_unknown(_KEYS)
        entity = _entity(item)
        if entity is None:
            continue
        if entity.id in lines:
            where = f"lines {lines[entity.id]} and {item.line}"
            advice = "rename or join them; the first is used"
            item.report(f"the id {shortened(entity.id)} stands twice, in {where}", advice, "id")
            continue
        lines[entity.id] = item.line
        entities.append(entity)
    return tuple(entities)


def _entity(item: Item) -> Entity | None:
    name = item.line_of_text("name")
    if not name:
        item.report("an entity without a name", "add name: with the name it is best known by")
        return None
    return Entity(
        id="-".join(item.text("id").split()) or slug(name),
        name=name,
        kind=item.choice("kind", EntityKind, EntityKind.THING),
        aliases=item.texts("aliases"),
        refused=item.texts("not"),
        merged=item.texts("merged"),
        note=item.text("note"),
        rejected=item.choice("suggestion", Settled, Settled.ACCEPTED) is Settled.REJECTED,
    )
