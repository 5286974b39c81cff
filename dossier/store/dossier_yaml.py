"""dossier.yaml: the title of a dossier, and what a person says about its sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dossier.model.source import Metadata
from dossier.store.scalar_text import file_named
from dossier.store.told import SourceEntry
from dossier.store.yaml_items import Item, items, shortened
from dossier.store.yaml_nodes import Mapping, Scalar, YamlFile

DOSSIER_YAML = "dossier.yaml"

_KEYS = frozenset({"title", "description", "sources"})
_SOURCE_KEYS = frozenset(
    {"file", "id", "title", "publisher", "author", "published", "url", "language", "reliability", "why", "note"}
)
_ABSOLUTE = re.compile(r"/|[A-Za-z]:|~")


@dataclass(frozen=True, slots=True)
class DossierYaml:
    """The content of dossier.yaml; ``sources`` by file."""

    title: str = ""
    description: str = ""
    sources: dict[str, SourceEntry] = field(default_factory=dict)


def read_dossier_yaml(file: YamlFile) -> DossierYaml:
    """Reads the nodes of dossier.yaml; what cannot be used is added to the file's problems."""
    if file.root is None or (isinstance(file.root, Scalar) and not file.root.text):
        return DossierYaml()
    if not isinstance(file.root, Mapping):
        file.report("title, description and sources are expected here", "begin with a line title: ...", file.root.line)
        return DossierYaml()
    top = Item(file, file.root)
    top.warn_unknown(_KEYS)
    sources: dict[str, SourceEntry] = {}
    ids: dict[str, SourceEntry] = {}
    for item in items(file, top.node("sources"), "sources", "sources"):
        entry = _source(item)
        if entry is None:
            continue
        if entry.file in sources:
            where = f"lines {sources[entry.file].line} and {entry.line}"
            item.report(f"{shortened(entry.file)} stands twice, in {where}", "keep one; the first is used", "file")
            continue
        if entry.id in ids:
            where = f"lines {ids[entry.id].line} and {entry.line}"
            advice = "rename one; the first keeps it"
            item.report(f"the id {shortened(entry.id)} is given twice, in {where}", advice, "id")
            entry = entry._replace(id="")
        if entry.id:
            ids[entry.id] = entry
        sources[entry.file] = entry
    return DossierYaml(top.line_of_text("title"), top.text("description"), sources)


def _source(item: Item) -> SourceEntry | None:
    item.warn_unknown(_SOURCE_KEYS)
    written = item.text("file")
    if not written:
        item.report("a source without a file", "add file: with the name of a file in this folder")
        return None
    file = file_named(written)
    if _ABSOLUTE.match(file) or file.split("/")[0] == "..":
        advice = "sources lie in the dossier folder; copy the file there"
        item.report(f"{shortened(written)} is outside the dossier folder", advice, "file")
        return None
    metadata = Metadata(
        title=item.line_of_text("title"),
        publisher=item.line_of_text("publisher"),
        author=item.line_of_text("author"),
        published=item.date("published"),
        url=item.line_of_text("url"),
        language=item.line_of_text("language"),
    )
    id = "-".join(item.text("id").split())
    return SourceEntry(file, id, metadata, _reliability(item), item.text("why"), item.text("note"), item.line)


def _reliability(item: Item) -> str:
    written = item.text("reliability")
    if written and (len(written) != 1 or written.upper() not in "ABCDEF"):
        item.report(f"{shortened(written)} is not a reliability", "use one of A, B, C, D, E, F", "reliability")
        return ""
    return written.upper()
