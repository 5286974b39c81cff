"""notes.yaml: notes, tags and bookmarks on passages."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.ingest.identity import slug
from dossier.model.note import Note
from dossier.model.passage import Selector
from dossier.store.yaml_items import Item, items, shortened
from dossier.store.yaml_nodes import YamlFile
from dossier.store.yaml_selectors import SELECTOR_KEYS, selector_of

_KEYS = SELECTOR_KEYS | {"id", "source", "note", "tags"}


def read_notes(file: YamlFile, sources: Mapping[str, str]) -> tuple[Note, ...]:
    """The notes of the file, in its order, not anchored yet.

    ``sources`` leads from what a note may name, an id or a file, to the id. What cannot be used is added to the
    file's problems.
    """
    notes: list[Note] = []
    lines: dict[str, int] = {}
    for item in items(file, file.root, "notes"):
        item.warn_unknown(_KEYS)
        note = _note(item, sources)
        if note is None:
            continue
        if note.id in lines:
            where = f"lines {lines[note.id]} and {item.line}"
            advice = "give one another id; only the first is used"
            item.report(f"the id {shortened(note.id)} stands twice, in {where}", advice, "id")
            continue
        lines[note.id] = item.line
        notes.append(note)
    return tuple(notes)


def _note(item: Item, sources: Mapping[str, str]) -> Note | None:
    named, quote, text = item.line_of_text("source"), item.text("quote"), item.text("note")
    if not named:
        item.report("a note without a source", "add source: with a source's id or file")
        return None
    source = sources.get(named)
    if source is None:
        message = f"{shortened(named)} is no source of this dossier"
        item.report(message, "use a source's id or file name; this note is left out", "source")
        return None
    id = "-".join(item.text("id").split()) or slug(f"{named} {quote or text}")
    if not quote and not text and not item.texts("tags"):
        item.report("a note without words", "add quote: with words of the source, or note: with your own")
        return None
    return Note(id, source, _selector(item, quote), text, item.texts("tags"), item.line)


def _selector(item: Item, quote: str) -> Selector | None:
    if not quote:
        for key in ("prefix", "suffix", "start"):
            if item.node(key) is not None:
                item.report(f"{key} without a quote", "add quote: with the exact words", key, warning=True)
        return None
    return selector_of(item, quote)
