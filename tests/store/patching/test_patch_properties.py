"""Whatever the hand a file is in: what was not edited stays as it is, and what was edited reads as wanted."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from odd_files import entry_values, files, item_values, texts

from dossier.model.edits.values import frozen_item, jsonable
from dossier.store.patching.document import Document
from dossier.store.patching.failure import PatchError
from dossier.store.patching.lines import column
from dossier.store.patching.patch import Change, patch
from dossier.store.yaml_nodes import Listing, read_yaml


def read(text: str) -> list[object]:
    found = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return found or []


def document(text: str) -> Document:
    try:
        return Document("claims.yaml", text)
    except PatchError:
        assume(False)
        raise


@st.composite
def edited(draw: st.DrawFn, item: dict[str, object]) -> dict[str, object]:
    """The item with some keys changed, added and taken away, its id apart."""
    new = dict(item)
    for _ in range(draw(st.integers(1, 3))):
        key = draw(st.sampled_from(("text", "note", "unknown", "about", "evidence", "verdict", "drop", "credibility")))
        if key == "drop":
            for gone in draw(st.lists(st.sampled_from(("note", "unknown", "about", "evidence")), max_size=2)):
                new.pop(gone, None)
        elif key == "about":
            new[key] = draw(shuffled(tuple(new.get(key, ())), texts))
        elif key == "evidence":
            new[key] = draw(shuffled(tuple(new.get(key, ())), entry_values))
        else:
            new[key] = draw(texts)
    return new


@st.composite
def shuffled(draw: st.DrawFn, values: tuple[object, ...], new: st.SearchStrategy[object]) -> tuple[object, ...]:
    kept = [one for one in values if draw(st.integers(0, 2))]
    for value in draw(st.lists(new, max_size=2)):
        kept.insert(draw(st.integers(0, len(kept))), value)
    return tuple(kept)


def pieces(doc: Document) -> list[str]:
    """The written text of every item."""
    return [doc.text[node.start : node.end] for node in (doc.listing.items if doc.listing else [])]


@given(st.data())
def test_an_edited_item_reads_as_wanted_and_the_others_stay(data: st.DataObject) -> None:
    items, text = data.draw(files())
    doc = document(text)
    assume(items and read(text) == [dict(jsonable(frozen_item(item))) for item in items])
    at = data.draw(st.integers(0, len(items) - 1))
    wanted = data.draw(edited(items[at]))
    new = patch(doc, [Change(str(items[at]["id"]), frozen_item(wanted))]).document
    expected = [jsonable(frozen_item(wanted if number == at else item)) for number, item in enumerate(items)]
    assert read(new.text) == expected
    before, after = pieces(doc), pieces(new)
    assert before[:at] + before[at + 1 :] == after[:at] + after[at + 1 :]
    node = doc.listing.items[at]
    assert new.text.startswith(text[: node.start])
    assert new.text.endswith(text[node.end :].partition("\n")[2])


def elsewhere(rest: str, dash: int) -> str:
    """What follows an item: not the comments that are indented as what is in it, nor empty lines before."""
    lines = rest.splitlines(keepends=True)
    while lines and (not lines[0].strip() or lines[0][dash : dash + 1] == " "):
        lines = lines[1:]
    return "".join(lines)


@given(st.data())
def test_a_removed_item_takes_only_its_own_lines(data: st.DataObject) -> None:
    items, text = data.draw(files())
    doc = document(text)
    assume(items and read(text) == [dict(jsonable(frozen_item(item))) for item in items])
    at = data.draw(st.integers(0, len(items) - 1))
    node = doc.listing.items[at]
    new = patch(doc, [Change(str(items[at]["id"]), None)]).document
    assert read(new.text) == [jsonable(frozen_item(item)) for number, item in enumerate(items) if number != at]
    head = text[: node.start]
    assert new.text.startswith(head[: max(head.rfind("\n"), head.rfind("\r")) + 1])
    assert new.text.endswith(elsewhere(text[node.end :].partition("\n")[2], column(text, doc.listing.start)))


@given(st.data())
def test_a_new_item_stands_where_it_should_and_moves_nothing(data: st.DataObject) -> None:
    items, text = data.draw(files())
    doc = document(text)
    assume(read(text) == [dict(jsonable(frozen_item(item))) for item in items])
    new_item = {**data.draw(item_values), "id": "brand-new"}
    at = data.draw(st.integers(0, len(items)))
    place = str(items[at - 1]["id"]) if at else ""
    patched = patch(doc, [Change("brand-new", frozen_item(new_item), place)])
    values = [jsonable(frozen_item(item)) for item in items]
    assert read(patched.document.text) == [*values[:at], jsonable(frozen_item(new_item)), *values[at:]]
    (splice,) = patched.splices
    assert splice.start == splice.end or not items


@given(texts, st.sampled_from(("plain", "'old'", '"old"', "|\n    old", ">-\n    old\n    words", "old\n   words")))
def test_any_text_reads_back_in_any_style(value: str, old: str) -> None:
    doc = Document("claims.yaml", f"- id: a\n  text: {old}\n  note: x\n- id: b\n")
    new = patch(doc, [Change("a", {"id": "a", "text": value, "note": value})]).document.text
    expected = [{"id": "a", "text": value, "note": value}, {"id": "b"}]
    assert yaml.safe_load(new) == expected
    assert read(new) == expected


@given(st.text() | st.sampled_from(("~", "null", "Null")), st.sampled_from((None, '"')))
def test_what_is_changed_reads_as_it_is_read_elsewhere(
    tmp_path_factory: pytest.TempPathFactory, value: str, style: str | None
) -> None:
    path = tmp_path_factory.getbasetemp() / "claims.yaml"
    path.write_text(yaml.safe_dump([{"id": "a", "note": value}], default_style=style), encoding="utf-8")
    item = Document("claims.yaml", path.read_text(encoding="utf-8")).item("a")
    assert item is not None
    root = read_yaml(path).root
    assert isinstance(root, Listing)
    assert item["note"] == root.items[0].entries["note"].text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_encoding_reads_back(encoding: str) -> None:
    from dossier.store.patching.encoding import decoded

    data = "- id: a\n  text: é😀\n".encode(encoding)
    encoded = decoded(data, "claims.yaml")
    assert encoded.bytes_of(encoded.text, "claims.yaml") == data
