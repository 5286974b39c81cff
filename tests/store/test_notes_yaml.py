"""notes.yaml: what it may hold, and what is said of what it may not."""

from dossier.model.passage import Selector
from dossier.store.opening import open_dossier

NOTES = """\
- id: first
  source: one
  quote: gold mine
  prefix: "the "
  start: 12
  note: Ask the ministry.
  tags: [money, to do]
- source: one.txt
  quote: copper
- source: two
  tags: read later
"""


def opened(tmp_path, notes):
    (tmp_path / "one.txt").write_text("One\n\nThis is the gold mine, and copper.\n")
    (tmp_path / "two.txt").write_text("Two\n\nNothing here.\n")
    (tmp_path / "notes.yaml").write_text(notes)
    return open_dossier(tmp_path)


def test_notes_tags_and_bookmarks_are_read(tmp_path):
    dossier = opened(tmp_path, NOTES)
    assert not [problem for problem in dossier.problems if problem.file == "notes.yaml"]
    first, second, third = dossier.notes
    assert first.id == "first"
    assert first.selector == Selector("gold mine", "the ", "", 12)
    assert (first.text, first.tags, first.line) == ("Ask the ministry.", ("money", "to do"), 1)
    assert second.id == "one-txt-copper"
    assert second.bookmark
    assert not first.bookmark
    assert second.source == first.source
    assert (third.selector, third.tags) == (None, ("read later",))


def test_what_is_wrong_is_listed_with_line_and_key(tmp_path):
    notes = (
        "- quote: gold\n- source: nowhere\n  quote: gold\n- source: one\n- source: one\n  quote: gold\n  color: red\n"
        "- source: one\n  quote: gold\n- source: one\n  note: x\n  start: 3\n- words\n"
    )
    dossier = opened(tmp_path, notes)
    found = [(one.line, one.key, one.message) for one in dossier.problems if one.file == "notes.yaml"]
    assert found == [
        (1, "", "a note without a source"),
        (2, "source", '"nowhere" is no source of this dossier'),
        (4, "", "a note without words"),
        (7, "color", 'unknown key "color"'),
        (8, "id", 'the id "one-gold" stands twice, in lines 5 and 8'),
        (12, "start", "start without a quote"),
        (13, "", "this is not one of the notes"),
    ]
    assert [note.line for note in dossier.notes] == [5, 10]
