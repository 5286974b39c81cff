import os
import sqlite3
import stat

import pytest

from dossier.model.claim import Agreement
from dossier.model.errors import DossierError, UnreadableError
from dossier.model.passage import Anchor, Change, ChangeKind
from dossier.model.problem import Severity
from dossier.store import schema
from dossier.store.catalogue import open_catalogue
from dossier.store.indexing import Progress, index_folder, main
from dossier.store.locations import catalogue_file
from dossier.store.opening import open_dossier


def reads(monkeypatch):
    """The files that are read from now on."""
    import dossier.store.gathering as gathering

    seen = []
    read = gathering.read_file

    def noted(found, id):
        seen.append(found.file)
        return read(found, id)

    monkeypatch.setattr(gathering, "read_file", noted)
    return seen


def test_the_first_opening_reads_some_files_and_those_with_evidence_first(large, monkeypatch):
    seen = reads(monkeypatch)
    dossier = open_dossier(large)
    assert (len(dossier.sources), dossier.pending, len(seen)) == (82, 18, 64)
    assert seen[:2] == ["one.txt", "two.txt"]
    assert not dossier.problems
    assert dossier.claims[0].status is Agreement.CLOSE
    last = dossier.sources[79]
    assert last.digest == ""
    assert "camp 79" in dossier.reading(last.id).text
    assert [mention.entity for mention in dossier.mentions(last.id)] == ["natalie-baker"]


def test_what_is_known_and_unchanged_is_never_read_again(large, monkeypatch):
    assert list(index_folder(large))[-1] == Progress(82, 82)
    seen = reads(monkeypatch)
    again = open_dossier(large)
    assert (seen, again.pending, again.problems) == ([], 0, ())
    assert again.claims[0].evidence[0].anchor is Anchor.FOUND
    for source in again.sources[:3]:
        text = again.reading(source.id).text
        assert len(text) == source.length
        assert [text[m.start : m.end] for m in again.mentions(source.id)]
    (large / "more-07.txt").write_text("Another article\n\nWith other words, none of them a name.\n")
    changed = open_dossier(large)
    assert seen == ["more-07.txt"]
    assert "other words" in changed.reading("more-07").text


def test_a_large_dossier_says_the_same_as_a_small_one(large, monkeypatch):
    import dossier.store.gathering as gathering

    list(index_folder(large))
    known = open_dossier(large)
    monkeypatch.setattr(gathering, "SMALL_FILES", 1000)
    read = open_dossier(large)
    assert known.sources == read.sources
    assert known.claims == read.claims
    assert known.texts.tally() == read.texts.tally()
    for source in read.sources:
        assert known.reading(source.id) == read.reading(source.id)
        assert list(known.mentions(source.id)) == list(read.mentions(source.id))


def test_indexing_goes_on_where_it_was_stopped(large, monkeypatch):
    steps = index_folder(large)
    assert next(steps) == Progress(0, 82)
    assert next(steps) == Progress(50, 82)
    steps.close()
    seen = reads(monkeypatch)
    assert list(index_folder(large)) == [Progress(50, 82), Progress(82, 82)]
    assert len(seen) == 32


def test_new_names_are_looked_for_without_reading_files(large, monkeypatch):
    list(index_folder(large))
    (large / "entities.yaml").write_text("- {id: mine, name: mine, kind: thing}\n")
    seen = reads(monkeypatch)
    list(index_folder(large))
    tally = open_dossier(large).texts.tally()
    assert seen == []
    assert len(tally["mine"]) == 82


def test_files_that_are_gone_are_forgotten(large):
    list(index_folder(large))
    (large / "more-00.txt").unlink()
    list(index_folder(large))
    catalogue = open_catalogue(large)
    assert "more-00.txt" not in catalogue.known()
    catalogue.close()
    with sqlite3.connect(catalogue_file(large)) as connection:
        assert connection.execute("SELECT count(*) FROM readings").fetchone() == (81,)
    connection.close()


def test_a_file_that_is_gone_is_read_from_the_catalogue_or_said_to_be_gone(large):
    dossier = open_dossier(large)
    known, unknown = dossier.source["one"], next(source for source in dossier.sources if not source.digest)
    for source in (known, unknown):
        (large / source.file).unlink()
    assert "8,000 jobs" in dossier.reading(known.id).text
    with pytest.raises(UnreadableError, match="gone"):
        dossier.reading(unknown.id)
    assert dossier.mentions(unknown.id) == []


def test_a_file_that_cannot_be_read_is_tried_again(large, monkeypatch):
    import dossier.store.gathering as gathering

    read = gathering.read_file

    def refused(found, id):
        if found.file == "one.txt":
            raise UnreadableError("one.txt: no permission to read it; change its permissions")
        return read(found, id)

    monkeypatch.setattr(gathering, "read_file", refused)
    dossier = open_dossier(large)
    assert dossier.source["one"].problem
    assert dossier.problems[0].message == "no permission to read it"
    list(index_folder(large))
    monkeypatch.setattr(gathering, "read_file", read)
    assert not open_dossier(large).problems


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but long enough to look like one" * 50])
def test_a_corrupt_catalogue_is_built_anew(large, damage):
    path = catalogue_file(large)
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    assert open_dossier(large).problems == ()
    assert open_dossier(large).pending == 0


def test_a_catalogue_damaged_in_the_middle_does_not_keep_a_dossier_from_opening(large):
    list(index_folder(large))
    path = catalogue_file(large)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    path.write_bytes(data)
    dossier = open_dossier(large)
    assert len(dossier.sources) == 82
    assert "8,000 jobs" in dossier.reading("one").text
    assert all(problem.severity is Severity.WARNING for problem in dossier.problems)


def test_a_catalogue_of_another_version_is_built_anew(large, monkeypatch):
    list(index_folder(large))
    monkeypatch.setattr("dossier.store.catalogue.VERSION", schema.VERSION + 1)
    assert open_dossier(large).pending == 18


def test_a_locked_catalogue_does_not_keep_a_dossier_from_opening(large, monkeypatch):
    monkeypatch.setattr("dossier.store.catalogue._PATIENCE", 0.01)
    open_dossier(large)
    other = sqlite3.connect(catalogue_file(large))
    other.execute("BEGIN EXCLUSIVE")
    dossier = open_dossier(large)
    other.close()
    assert len(dossier.sources) == 82
    assert "8,000 jobs" in dossier.reading("one").text
    assert [problem.severity for problem in dossier.problems] == [Severity.WARNING]
    assert "locked" in dossier.problems[0].message


def test_a_cache_directory_that_cannot_be_written_is_a_warning(large, tmp_path, monkeypatch):
    (tmp_path / "occupied").write_text("a file where the folder should be")
    monkeypatch.setenv("DOSSIER_CACHE_DIR", str(tmp_path / "occupied"))
    dossier = open_dossier(large)
    assert (dossier.pending, [problem.severity for problem in dossier.problems]) == (18, [Severity.WARNING])
    assert "8,000 jobs" in dossier.reading("one").text
    with pytest.raises(DossierError, match="cache cannot be used"):
        list(index_folder(large))


def test_the_catalogue_is_the_owners_alone(large):
    list(index_folder(large))
    path = catalogue_file(large)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(path.parent).st_mode) == 0o700


def test_a_small_folder_has_no_catalogue(folder):
    assert list(index_folder(folder)) == [Progress(2, 2)]
    open_dossier(folder)
    assert not catalogue_file(folder).exists()


def test_the_same_words_read_as_text_and_as_markdown_are_kept_apart(large):
    for end in ("md", "txt"):
        (large / f"same.{end}").write_text("# A heading\n\nSome *words* of an article that goes on for a while.\n")
    list(index_folder(large))
    dossier = open_dossier(large)
    kinds = {source.file: dossier.reading(source.id).text for source in dossier.sources if "same" in source.file}
    assert kinds["same.md"] != kinds["same.txt"]


def test_indexing_from_the_command_line(large, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["indexing", str(large)])
    assert main() == 0
    assert capsys.readouterr().out.splitlines()[-1] == '{"done": 82, "total": 82}'
    monkeypatch.setattr("sys.argv", ["indexing", str(large / "nowhere")])
    assert main() == 3
    assert "nowhere" in capsys.readouterr().err
    monkeypatch.setattr("sys.argv", ["indexing"])
    assert main() == 2


def test_what_changed_in_a_quote_is_kept_with_its_place(large, monkeypatch):
    claims = (large / "claims.yaml").read_text().replace("will create 8,000", "will create 9,000")
    (large / "claims.yaml").write_text(claims)
    first = open_dossier(large).claims
    monkeypatch.setattr("dossier.store.evidence.QuoteFinder", None)  # whoever looks for it again fails
    again = open_dossier(large).claims
    assert again == first
    altered = again[0].evidence[0]
    assert (altered.anchor, altered.changes) == (Anchor.ALTERED, (Change(ChangeKind.NUMBER, "9,000", "8,000"),))
