"""One file, one change, one expected text: the styles that people and programs write YAML in."""

from __future__ import annotations

import pytest

from dossier.model.edits.values import frozen_item
from dossier.store.patching.document import Document
from dossier.store.patching.encoding import decoded
from dossier.store.patching.failure import Failure, PatchError
from dossier.store.patching.patch import Change, patch


def changed(text: str, key: str, wanted: dict[str, object] | None, name: str = "claims.yaml", **more: object) -> str:
    change = Change(key, None if wanted is None else frozen_item(wanted), **more)
    return patch(Document(name, text), [change]).document.text


def keys(text: str, key: str, name: str = "claims.yaml", /, **wanted: object) -> str:
    """The text after some keys of an item were changed; ``None`` takes a key away."""
    item = {**(Document(name, text).item(key) or {}), **wanted}
    return changed(text, key, {name: value for name, value in item.items() if value is not None}, name)


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("- id: a\n  text: old # why\n", {"text": "new"}, "- id: a\n  text: new # why\n"),
        ("- id: a\n  text: 'old'\n", {"text": "it's"}, "- id: a\n  text: 'it''s'\n"),
        ('- id: a\n  text: "old"\n', {"text": "new"}, '- id: a\n  text: "new"\n'),
        ("- id: a\n  text: old\n", {"text": "no"}, '- id: a\n  text: "no"\n'),
        ("- id: a\n  text: >-\n    old\n    words\n", {"text": "new"}, "- id: a\n  text: >-\n    new\n"),
        (
            "- id: a\n  text: | # kept\n    old\n  note: x\n",
            {"text": "new\n"},
            "- id: a\n  text: | # kept\n    new\n  note: x\n",
        ),
        ("- id: a\n  credibility: 2\n", {"credibility": "3"}, "- id: a\n  credibility: 3\n"),
        ("- id: a\n  credibility: 2\n", {"credibility": 3}, "- id: a\n  credibility: 3\n"),
        ("- id: a\n  about: [x, y]\n", {"about": ("x", "z", "y")}, "- id: a\n  about: [x, z, y]\n"),
        ("- id: a\n  about: [x, y]\n", {"about": ("y",)}, "- id: a\n  about: [y]\n"),
        ("- id: a\n  about: [x, y,]\n", {"about": ("x", "y", "z")}, "- id: a\n  about: [x, y, z,]\n"),
        ("- id: a\n  about: [] # none\n", {"about": ("x",)}, "- id: a\n  about: [x] # none\n"),
        ("- id: a\n  about:\n", {"about": ("x",)}, "- id: a\n  about: [x]\n"),
        (
            "- id: a\n  about: [\n    x, # first\n    y # second\n  ]\n",
            {"about": ("x", "y", "z")},
            "- id: a\n  about: [\n    x, # first\n    y, # second\n    z\n  ]\n",
        ),
        (
            "- id: a\n  about:\n  - x # first\n  - y\n",
            {"about": ("x", "w", "y")},
            "- id: a\n  about:\n  - x # first\n  - w\n  - y\n",
        ),
        ("- id: a\n  about:\n    - x\n", {"about": ()}, "- id: a\n  about: []\n"),
        ("- {id: a, text: old}\n", {"text": "a, b"}, '- {id: a, text: "a, b"}\n'),
        ("- {id: a, text: old}\n", {"note": "new"}, "- {id: a, text: old, note: new}\n"),
        ('[{"id": "a", "text": "old"}]', {"note": "no"}, '[{"id": "a", "text": "old", "note": "no"}]'),
        ("-\n  id: a\n  # inside\n  text: old\n", {"text": None}, "-\n  id: a\n  # inside\n"),
        ("- text: old\n  id: a\n", {"text": None}, "- id: a\n"),
        ("- text: old\n  # inside\n  id: a\n", {"text": None}, "- \n  # inside\n  id: a\n"),
        (
            "- id: a\r\n  text: old\r\n",
            {"note": "one\ntwo"},
            "- id: a\r\n  text: old\r\n  note: |-\r\n    one\r\n    two\r\n",
        ),
        ("- id: a\n  text: old", {"note": "new"}, "- id: a\n  text: old\n  note: new"),
        ("-   id: a\n    x: 1 # unknown\n", {"note": "new"}, "-   id: a\n    x: 1 # unknown\n    note: new\n"),
        ("- id: a\n  text: one\n  text: two\n", {"text": "new"}, "- id: a\n  text: new\n  text: two\n"),
        ("- id: a\n  text: one\n  text: two\n", {"text": None}, "- id: a\n"),
        ("claims:\n- id: a\n  text: old\n", {"text": "new"}, "claims:\n- id: a\n  text: new\n"),
        ("- id: a\n  date: 2025-12-01\n", {"date": "2025-12-02"}, "- id: a\n  date: 2025-12-02\n"),
        ("- id: a\n  more: {x: {y: 1}}\n", {"more": {"x": {"y": "2"}}}, "- id: a\n  more: {x: {y: 2}}\n"),
        ("- id: a\n  text: old\t# tab\n", {"text": "new"}, "- id: a\n  text: new\t# tab\n"),
    ],
)
def test_the_smallest_part_is_changed(before: str, wanted: dict[str, object], after: str) -> None:
    assert keys(before, "a", **wanted) == after


EVIDENCE = """\
- id: a
  evidence:
    # the first
    - source: one
      quote: gold  # exact
      date: 2025-12
    - {source: two, quote: "gold"}

    # repeated in one source
    - source: one
      quote: silver
      start: 5
    - source: one
      quote: silver
      start: 90
"""


def test_evidence_is_known_by_source_quote_and_start() -> None:
    item = Document("claims.yaml", EVIDENCE).item("a")
    assert item is not None
    first, second, third, fourth = item["evidence"]
    wanted = {**item, "evidence": (first, second, third, {**fourth, "stance": "disputes"})}
    assert changed(EVIDENCE, "a", wanted) == EVIDENCE + "      stance: disputes\n"
    wanted = {**item, "evidence": (first, second, fourth)}
    assert changed(EVIDENCE, "a", wanted) == EVIDENCE.replace(
        "    - source: one\n      quote: silver\n      start: 5\n", ""
    )
    wanted = {**item, "evidence": (first, second, {"source": "two", "quote": "tin"}, third, fourth)}
    new = EVIDENCE.replace('"gold"}\n', '"gold"}\n    - {source: two, quote: tin}\n')
    assert changed(EVIDENCE, "a", wanted) == new
    wanted = {**item, "evidence": ({**first, "quote": "gold ore"}, second, third, fourth)}
    assert changed(EVIDENCE, "a", wanted) == EVIDENCE.replace("gold  #", "gold ore  #")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("claims.yaml", "", "- id: new\n  text: New\n"),
        ("claims.yaml", "# only words\n", "# only words\n\n- id: new\n  text: New\n"),
        ("claims.yaml", "[]\n", "- id: new\n  text: New\n"),
        ("claims.yaml", "[] # none yet\n", " # none yet\n- id: new\n  text: New\n"),
        ("claims.yaml", "---\n...\n", "---\n- id: new\n  text: New\n...\n"),
        ("claims.yaml", "claims: []\n", "claims:\n  - id: new\n    text: New\n"),
        ("claims.yaml", "claims:\n# end\n", "claims:\n  - id: new\n    text: New\n# end\n"),
        ("claims.yaml", "- id: a\n", "- id: a\n\n- id: new\n  text: New\n"),
        ("claims.yaml", "- id: a\n- id: b", "- id: a\n- id: b\n- id: new\n  text: New"),
        ("claims.yaml", "- {id: a}\n- {id: b}\n", "- {id: a}\n- {id: b}\n- {id: new, text: New}\n"),
        ("claims.yaml", "[{id: a}]\n", "[{id: a}, {id: new, text: New}]\n"),
        ("dossier.yaml", "", "sources:\n  - file: new\n    title: New\n"),
        ("dossier.yaml", "title: T\n", "title: T\nsources:\n  - file: new\n    title: New\n"),
        ("dossier.yaml", "sources: []\ntitle: T\n", "sources:\n  - file: new\n    title: New\ntitle: T\n"),
    ],
)
def test_a_new_item_is_written_as_the_others(name: str, before: str, after: str) -> None:
    wanted = {"file": "new", "title": "New"} if name == "dossier.yaml" else {"id": "new", "text": "New"}
    assert changed(before, "new", wanted, name) == after


def test_title_and_description_are_changed_beside_the_sources() -> None:
    text = "# D\ntitle: Old # t\nsources:\n  - file: a.txt\n"
    assert changed(text, "", {"title": "New", "description": "D"}, "dossier.yaml") == (
        "# D\ntitle: New # t\ndescription: D\nsources:\n  - file: a.txt\n"
    )
    assert changed("", "", {"title": "New"}, "dossier.yaml") == "title: New\n"


REMARKED = """\
- id: a
  evidence:
    - source: one
      quote: gold
      # of the gold
    # more to come
  # of a

  # of a, too
# the rest
- id: b
"""


def test_a_comment_inside_an_item_stays_with_it() -> None:
    remarks = "  # of a\n\n  # of a, too\n"
    with_new = changed(REMARKED, "new", {"id": "new"}, place="a")
    assert with_new == REMARKED.replace(remarks, f"{remarks}\n- id: new\n")
    assert changed(with_new, "new", None) == REMARKED.replace(remarks, f"{remarks}\n")
    item = Document("claims.yaml", REMARKED).item("a")
    assert item is not None
    gold, silver = {"source": "one", "quote": "gold"}, {"source": "two", "quote": "silver"}
    with_silver = changed(REMARKED, "a", {**item, "evidence": (gold, silver)})
    lines = "      # of the gold\n"
    assert with_silver == REMARKED.replace(lines, f"{lines}    - source: two\n      quote: silver\n")
    assert changed(with_silver, "a", item) == REMARKED
    with_note = keys(REMARKED, "a", note="mine")
    assert with_note == REMARKED.replace("    # more to come\n", "    # more to come\n  note: mine\n")
    assert changed(with_note, "a", item) == REMARKED


def test_a_removed_item_leaves_the_comments_between() -> None:
    text = "# head\n\n- id: a\n\n# section\n- id: b\n  # of b\n  text: x\n  # of b too\n\n# last\n- id: c\n"
    assert changed(text, "b", None) == "# head\n\n- id: a\n\n# section\n\n# last\n- id: c\n"
    assert changed("claims:\n  - id: a\nmore: 1\n", "a", None) == "claims: []\nmore: 1\n"


TIED = """\
- &one
  id: a
  text: x
- id: b
  text: &two x
  note: !!str 5
  about: [*two, y]
- <<: *one
  id: c
  text: z
- id: d
  text: *two
"""


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("a", {"text": "new"}),
        ("a", None),
        ("b", {"text": "new"}),
        ("b", {"note": "6"}),
        ("b", None),
        ("d", {"text": "q"}),
    ],
)
def test_anchors_aliases_and_tags_are_never_touched(key: str, wanted: dict[str, object] | None) -> None:
    with pytest.raises(PatchError) as caught:
        keys(TIED, key, **wanted) if wanted else changed(TIED, key, None)
    assert caught.value.failure is Failure.TIED
    assert caught.value.line > 0
    assert str(caught.value).startswith("claims.yaml:")


def test_an_item_is_known_by_what_is_read_of_it() -> None:
    text = '- id: "caf\\u200be"\n  text: "A\\tdeal\\u200b"\n  evidence:\n    - source: one\n      quote: "a\\tb"\n'
    item = Document("claims.yaml", text).item("caf\ufffde")
    assert item == frozen_item({"id": "caf\ufffde", "text": "A deal ", "evidence": [{"source": "one", "quote": "a b"}]})
    assert keys(text, "caf\ufffde", note="x") == text + "  note: x\n"


def test_what_is_beside_anchors_and_aliases_can_be_changed() -> None:
    assert keys(TIED, "b", about=("y", "w")) == TIED.replace("[*two, y]", "[*two, y, w]")
    assert keys(TIED, "c", text="new") == TIED.replace("text: z", "text: new")
    assert keys(TIED, "d", note="new") == TIED + "  note: new\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [("- id: a\n  text: [x\n", 2), ("- id: a\n\tb: c\n", 2), ("- id: a\n  b: \x07\n", 2), ("[" * 1000, 1)],
)
def test_a_file_that_is_not_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(PatchError, match=r"^claims\.yaml:\d+: not valid YAML \(.*; mend it") as caught:
        Document("claims.yaml", text)
    assert caught.value.failure is Failure.INVALID
    assert line <= caught.value.line <= line + 1


@pytest.mark.parametrize(("name", "text"), [("claims.yaml", "words\n"), ("dossier.yaml", "- a\n"), ("x.yaml", "")])
def test_a_file_of_another_shape_is_refused(name: str, text: str) -> None:
    with pytest.raises(PatchError):
        Document(name, text)


def test_text_that_is_no_text_is_refused() -> None:
    with pytest.raises(PatchError, match="not UTF-8"):
        decoded(b"- id: \xff\n", "claims.yaml")
    encoded = decoded(b"", "claims.yaml")
    with pytest.raises(PatchError, match="surrogate"):
        encoded.bytes_of("\ud800", "claims.yaml")


def test_many_items_are_changed_at_once() -> None:
    text = "".join(f"- id: c{number}\n  text: t\n" for number in range(50))
    document = Document("claims.yaml", text)
    changes = [Change(f"c{number}", frozen_item({"id": f"c{number}", "text": "new"})) for number in range(0, 50, 2)]
    changes += [Change(f"c{number}", None) for number in range(1, 50, 4)]
    changes += [Change(f"n{number}", frozen_item({"id": f"n{number}"}), "c7") for number in range(3)]
    new = patch(document, changes).document
    order = [key for key, _ in new.nodes]
    assert order[order.index("c7") : order.index("c8")] == ["c7", "n0", "n1", "n2"]
    assert len(order) == 50 - 13 + 3
    assert new.text.count("text: new") == 25


@pytest.mark.parametrize("shared", [{}, {"about": ("x", "x"), "evidence": ({"source": "s", "quote": "q"},) * 3}])
def test_what_stands_twice_is_told_apart_by_its_order(shared: dict[str, object]) -> None:
    text = changed("", "a", {"id": "a", **shared})
    new = keys(text, "a", about=("x", "y", "x"))
    assert Document("claims.yaml", new).item("a") == frozen_item({"id": "a", **shared, "about": ("x", "y", "x")})
