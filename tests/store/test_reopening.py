"""Opening a large folder as it was last known: the same as by its files, or not at all."""

import os
import pickle
import sqlite3
import subprocess
import sys

import pytest

import dossier.store.gathering as gathering
import dossier.store.reopening as reopening
from dossier.ingest.walk import Walk
from dossier.model.errors import UnreadableError
from dossier.store.catalogue import Catalogue, open_catalogue
from dossier.store.indexing import index_folder
from dossier.store.listed import ListedSources
from dossier.store.locations import catalogue_file
from dossier.store.opening import open_dossier
from dossier.store.reopening import reopen
from dossier.store.watching import fingerprint


@pytest.fixture
def indexed(large):
    """A large folder of which everything is known, with a folder in it and ids of a person's own."""
    (large / "in").mkdir()
    (large / "in" / "one.txt").write_text("Another one\n\nNatalie Baker came to see what is here.\n", encoding="utf-8")
    list(index_folder(large))
    return large


def same(known, opened):
    assert tuple(known.sources) == tuple(opened.sources)
    assert (known.claims, known.entities, known.problems) == (opened.claims, opened.entities, opened.problems)
    assert (known.name, known.pending, known.stamp) == (opened.name, opened.pending, opened.stamp)
    assert (known.texts.totals(), known.texts.tally()) == (opened.texts.totals(), opened.texts.tally())
    for source in opened.sources:
        assert known.number[source.id] == opened.number[source.id]
        assert known.source[source.id] == source
        assert known.reading(source.id) == opened.reading(source.id)


def without_looking(monkeypatch):
    """From now on nothing may go through the folder."""

    def fail(self):
        raise AssertionError("the folder was gone through")

    monkeypatch.setattr(Walk, "result", fail)


def test_it_is_the_same_and_nothing_is_looked_for(indexed, monkeypatch):
    opened = open_dossier(indexed)
    without_looking(monkeypatch)
    known = reopen(indexed)
    same(known.dossier, opened)
    assert known.unchanged(source.id for source in opened.sources)


def test_its_stamp_is_the_folders(indexed):
    assert reopen(indexed).dossier.stamp == fingerprint(indexed)


def test_sources_are_made_when_they_are_asked_for(indexed):
    known = reopen(indexed).dossier
    quoted = {piece.source for claim in known.claims for piece in claim.evidence}
    assert isinstance(known.sources, ListedSources)
    assert len(known.sources) == 83
    known.texts.totals()
    assert {source.id for source in known.sources._made.values()} == quoted


def test_what_is_sent_to_another_process_is_the_same_there(indexed):
    known = reopen(indexed).dossier
    known.reading("one")
    sent = pickle.loads(pickle.dumps(known, pickle.HIGHEST_PROTOCOL))
    assert "_catalogue" not in sent.texts.__dict__
    assert sent.reading("one") == known.reading("one")
    assert "_catalogue" not in sent.texts.__dict__
    same(sent, open_dossier(indexed))


def test_taking_it_in_another_process_loads_nothing_heavy(indexed):
    known = reopen(indexed).dossier
    made = known.sources[0].id
    known.reading(made)
    code = (
        "import sys, pickle; known = pickle.load(sys.stdin.buffer);"
        f"assert known.reading({made!r}).text and known.source[{made!r}].file and known.number[{made!r}] == 1;"
        "print(*sorted({'sqlite3', 'json', 'yaml', 'dossier.store.yaml_nodes', 'dossier.store.catalogue'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(known), capture_output=True, check=True)
    assert done.stdout.strip() == b""


def test_small_folders_and_such_as_were_never_read_whole_are_not_known(folder, large, tmp_path):
    assert reopen(folder) is None
    open_dossier(large)
    assert reopen(large) is None
    assert reopen(tmp_path / "nowhere") is None
    assert reopen(large / "one.txt") is None
    assert reopen(tmp_path / "a\0b") is None


def test_opening_where_nothing_was_kept_makes_no_catalogue(folder):
    assert reopen(folder) is None
    assert not catalogue_file(folder).exists()


@pytest.mark.parametrize("where", ["", "in"])
def test_a_file_added_taken_away_or_renamed_is_seen(where, indexed):
    inside = indexed / where
    for change in (
        lambda: (inside / "new.txt").write_text("Something new."),
        lambda: (inside / "one.txt").unlink(),
        lambda: (inside / "new.txt").rename(inside / "newer.txt"),
        lambda: (inside / "deeper").mkdir(),
    ):
        assert reopen(indexed) is not None
        change()
        assert reopen(indexed) is None
        list(index_folder(indexed))
        same(reopen(indexed).dossier, open_dossier(indexed))


def test_what_is_written_into_a_file_is_seen_by_its_file_and_by_the_stamp(indexed):
    (indexed / "one.txt").write_text("Quite another text, and a longer one.\n", encoding="utf-8")
    known = reopen(indexed)
    assert not known.unchanged(["two", "one"])
    assert known.unchanged(["two"])
    assert known.dossier.stamp != fingerprint(indexed)
    list(index_folder(indexed))
    assert reopen(indexed).dossier.reading("one").text.startswith("Quite another")


def test_a_file_that_is_gone_is_not_unchanged(indexed):
    known = reopen(indexed)
    (indexed / "one.txt").unlink()
    assert not known.unchanged(["one"])


def test_decisions_are_read_anew(indexed):
    (indexed / "dossier.yaml").write_text("sources:\n- {file: two.txt, id: in-one, title: Mine}\n- file: no.txt\n")
    (indexed / "claims.yaml").write_text("- text: A\n  evidence: [{source: in-one, quote: Baker did not}]\n")
    (indexed / "entities.yaml").write_text("- {id: b, name: Baker}\n")
    known = reopen(indexed).dossier
    assert (known.source["in-one"].file, known.source["in-one"].name) == ("two.txt", "Mine")
    assert known.claims[0].evidence[0].start >= 0
    assert [problem.line for problem in known.problems if problem.file == "dossier.yaml"] == [3]
    same(known, open_dossier(indexed))


def test_a_file_that_could_not_be_read_is_tried_again(indexed, monkeypatch):
    read = gathering.read_file

    def refused(found, id):
        if found.file == "two.txt":
            raise UnreadableError("two.txt: no permission to read it; change its permissions")
        return read(found, id)

    monkeypatch.setattr(gathering, "read_file", refused)
    os.utime(indexed / "two.txt")
    list(index_folder(indexed))
    known = reopen(indexed).dossier
    assert known.problems[0].message == "no permission to read it"
    same_problems = open_dossier(indexed).problems
    assert known.problems == same_problems
    monkeypatch.setattr(gathering, "read_file", read)
    assert reopen(indexed) is None


def test_what_is_wrong_with_the_folder_is_kept(large):
    (large / "nowhere.txt").symlink_to(large / "missing")
    list(index_folder(large))
    known = reopen(large).dossier
    assert [problem.message for problem in known.problems] == ["the link leads nowhere"]
    same(known, open_dossier(large))


def test_names_that_cannot_be_shown_and_such_as_cannot_be_listed(large):
    (large / "a\x85b.txt").write_text("Words enough for an article.")
    list(index_folder(large))
    same(reopen(large).dossier, open_dossier(large))
    known = next(source for source in reopen(large).dossier.sources if source.file.startswith("a"))
    assert reopen(large).unchanged([known.id])
    (large / "a\x1eb.txt").write_text("Words enough for another article.")
    list(index_folder(large))
    assert reopen(large) is None


@pytest.mark.parametrize("column", ["head", "ids", "rows", "checksum"])
def test_a_damaged_listing_is_no_listing(column, indexed):
    with sqlite3.connect(catalogue_file(indexed)) as connection:
        connection.execute(f"UPDATE listing SET {column} = ?", (b"\x55" * 99,))
    connection.close()
    assert reopen(indexed) is None
    list(index_folder(indexed))
    assert reopen(indexed) is not None


def test_the_same_listing_is_not_written_again(indexed, monkeypatch):
    told = []
    tell = Catalogue._tell

    def noted(self, *statements):
        told.extend(statement for statement, rows in statements if rows)
        tell(self, *statements)

    monkeypatch.setattr(Catalogue, "_tell", noted)
    list(index_folder(indexed))
    assert [statement for statement in told if "listing" in statement or "totals" in statement] == []


def test_a_file_that_changes_while_it_is_indexed_keeps_no_listing(large, monkeypatch):
    monkeypatch.setattr("dossier.store.indexing.pending_files", lambda files, known: list(files))
    list(index_folder(large))
    assert reopen(large) is None


def test_the_totals_are_there_before_they_are_asked_for(indexed, monkeypatch):
    def fail(*_):
        raise AssertionError("everything was counted again")

    monkeypatch.setattr(Catalogue, "tally", fail)
    assert reopen(indexed).dossier.texts.totals()["natalie-baker"][1] == 83


def test_no_more_than_some_of_the_unreadable_are_tried(indexed, monkeypatch):
    tried = []
    monkeypatch.setattr(reopening, "read_or_problem", lambda found, id: tried.append(found.file) or (None, None))
    monkeypatch.setattr(reopening, "SMALL_FILES", 2)
    kept = open_catalogue(indexed).listing()
    monkeypatch.setattr(Catalogue, "listing", lambda self: kept._replace(unreadable=(0, 1, 2, 3)))
    assert reopen(indexed) is not None
    assert len(tried) == 2
