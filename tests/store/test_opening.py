import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.model.claim import Agreement, ClaimKind
from dossier.model.errors import UnreadableError
from dossier.model.passage import Anchor
from dossier.model.problem import Severity
from dossier.store.anchors.snapshots import version_of
from dossier.store.opening import open_dossier


def test_a_small_dossier(folder):
    dossier = open_dossier(folder)
    assert dossier.problems == ()
    assert (dossier.name, dossier.pending, dossier.folder) == ("Mines", 0, folder)
    assert [source.id for source in dossier.sources] == ["one", "two"]
    one = dossier.source["one"]
    assert (one.reliability, one.metadata.published) == ("B", "2026-02-12")
    jobs, money = dossier.claims
    assert jobs.status is Agreement.CLOSE
    assert (money.kind, money.credibility, money.status) == (ClaimKind.FORECAST, 2, Agreement.SINGLE)
    for claim in dossier.claims:
        for piece in claim.evidence:
            text = dossier.reading(piece.source).text
            assert piece.anchor is Anchor.FOUND
            assert text[piece.start : piece.end] == piece.selector.exact
    assert jobs.evidence[1].source == "two"
    assert [piece.reported for piece in jobs.evidence] == ["2026-02-12", ""]
    assert (jobs.evidence[0].line, jobs.line) == (6, 2)


def test_mentions_and_tally(folder):
    dossier = open_dossier(folder)
    text = dossier.reading("one").text
    assert [text[m.start : m.end] for m in dossier.mentions("one")] == ["Reko Diq", "Natalie Baker", "Baker"]
    assert dossier.texts.tally() == {
        "reko-diq": {"one": 1, "two": 1},
        "natalie-baker": {"one": 2, "two": 1},
    }


def test_no_such_path(tmp_path):
    with pytest.raises(UnreadableError, match=r"nowhere: no such file or folder"):
        open_dossier(tmp_path / "nowhere")


def test_a_path_with_a_nul(tmp_path):
    with pytest.raises(UnreadableError, match="cannot be opened"):
        open_dossier(tmp_path / "a\0b")


def test_a_file_instead_of_a_folder(folder):
    dossier = open_dossier(folder / "one.txt")
    assert [source.file for source in dossier.sources] == ["one.txt"]
    assert (dossier.folder, dossier.path) == (folder, folder / "one.txt")
    assert dossier.claims == dossier.entities == dossier.problems == ()
    assert "8,000 jobs" in dossier.reading(dossier.sources[0].id).text
    assert dossier.mentions(dossier.sources[0].id) == []


def test_a_file_of_a_hostile_name(tmp_path):
    path = tmp_path / "a\x1b[31m.txt"
    path.write_text("Words enough for an article.")
    dossier = open_dossier(path)
    assert "\x1b" not in dossier.sources[0].file + dossier.sources[0].id
    assert dossier.path == path


def test_an_empty_folder(tmp_path):
    dossier = open_dossier(tmp_path)
    assert dossier.sources == dossier.problems == ()
    assert dossier.texts.tally() == {}


def test_a_folder_without_yaml(folder):
    for name in ("dossier.yaml", "entities.yaml", "claims.yaml"):
        (folder / name).unlink()
    dossier = open_dossier(folder)
    assert (len(dossier.sources), dossier.claims, dossier.problems, dossier.name) == (2, (), (), "folder")


def test_a_file_that_is_no_text_is_listed_and_the_rest_opens(folder):
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 40)
    dossier = open_dossier(folder)
    broken = dossier.source["broken"]
    if not broken.problem:
        pytest.skip("the reader takes any bytes for text")
    assert [problem.source for problem in dossier.problems] == ["broken"]
    with pytest.raises(UnreadableError):
        dossier.reading("broken")
    assert dossier.mentions("broken") == []
    assert len(dossier.claims) == 2


def test_a_file_that_vanishes_while_the_folder_is_read(folder, monkeypatch):
    import dossier.store.opening as opening

    def then_gone(path, find=opening.find_files):
        found = find(path)
        (path / "one.txt").unlink()
        return found

    monkeypatch.setattr(opening, "find_files", then_gone)
    dossier = open_dossier(folder)
    assert dossier.source["one"].problem
    kinds = [(problem.source, problem.file, problem.line) for problem in dossier.problems]
    assert kinds == [("one", "one.txt", 0), ("one", "claims.yaml", 6), ("one", "claims.yaml", 17)]
    assert "cannot be checked" in dossier.problems[1].message
    assert dossier.claims[0].status is Agreement.SINGLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_file_without_permission(folder):
    (folder / "one.txt").chmod(0)
    assert "permission" in open_dossier(folder).source["one"].problem


def test_a_file_changed_after_opening_keeps_its_text_in_memory(folder):
    dossier = open_dossier(folder)
    (folder / "one.txt").unlink()
    assert "8,000 jobs" in dossier.reading("one").text


def test_a_persons_word_beats_the_texts(folder):
    (folder / "dossier.yaml").write_text(
        "sources:\n- file: one.txt\n  id: first\n  title: My title\n  why: because\n  note: a note\n"
    )
    dossier = open_dossier(folder)
    first = dossier.source["first"]
    assert (first.metadata.title, first.name, first.why, first.note) == ("My title", "My title", "because", "a note")


def test_an_id_given_in_dossier_yaml_is_taken_from_the_file_that_would_have_had_it(folder):
    (folder / "dossier.yaml").write_text("sources:\n- file: one.txt\n  id: two\n")
    assert {source.file: source.id for source in open_dossier(folder).sources} == {"one.txt": "two", "two.txt": "two-2"}


def test_evidence_that_is_not_there_changed_or_ambiguous(folder):
    (folder / "claims.yaml").write_text(
        """- id: a
  text: A
  evidence:
    - {source: one, quote: the ferry is late}
    - {source: one, quote: THE UNITED STATES has  pledged}
    - {source: one, quote: Baker said}
    - {source: one, quote: Baker said, prefix: "and "}
"""
    )
    dossier = open_dossier(folder)
    anchors = [piece.anchor for piece in dossier.claims[0].evidence]
    assert anchors == [Anchor.ORPHAN, Anchor.CHANGED, Anchor.AMBIGUOUS, Anchor.FOUND]
    found = [(p.line, p.source, p.claim, p.severity, p.start >= 0) for p in dossier.problems]
    assert found == [
        (4, "one", "a", Severity.ERROR, False),
        (5, "one", "a", Severity.WARNING, True),
        (6, "one", "a", Severity.WARNING, True),
    ]
    assert all(problem.advice and problem.file == "claims.yaml" for problem in dossier.problems)
    told = 'claims.yaml:4 (quote): the quote "the ferry is late" is not in one.txt; copy'
    assert str(dossier.problems[0]).startswith(told)


def test_what_changed_materially_has_a_place_and_does_not_count(folder):
    text = (folder / "claims.yaml").read_text().replace("will create 8,000 jobs", "will create 9,000 jobs")
    (folder / "claims.yaml").write_text(text)
    dossier = open_dossier(folder)
    claim = dossier.claim["jobs"]
    altered, other = claim.evidence
    assert altered.anchor is Anchor.ALTERED
    assert dossier.reading("one").text[altered.start : altered.end] == "will create 8,000 jobs"
    assert (claim.counted, claim.sources, claim.status) == ((other,), ("two",), Agreement.SINGLE)
    (problem,) = dossier.problems
    assert (problem.severity, problem.claim, problem.start) == (Severity.ERROR, "jobs", altered.start)
    assert 'number "9,000" is now "8,000"' in problem.message


def test_merged_entities_lead_to_the_one_that_is_left(folder):
    (folder / "entities.yaml").write_text("- {id: reko-diq, name: Reko Diq, merged: [rd]}\n")
    (folder / "claims.yaml").write_text("- text: A\n  about: [rd, reko-diq]\n")
    dossier = open_dossier(folder)
    assert dossier.claims[0].about == ("reko-diq",)
    assert dossier.claims[0].status is Agreement.UNSUPPORTED


def test_opening_writes_nothing(folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    open_dossier(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_opening_a_small_folder_loads_nothing_heavy(folder):
    code = (
        "import sys, pathlib; from dossier.store.opening import open_dossier;"
        f"d = open_dossier(pathlib.Path({str(folder)!r})); d.texts.tally(); assert len(d.claims) == 2;"
        "heavy = {'sqlite3', 'rapidfuzz', 'textual', 'rich', 'tantivy', 'charset_normalizer', 'platformdirs'};"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_demonstration_and_the_shared_texts():
    root = Path(__file__).parents[2]
    dossier = open_dossier(root / "seeds")
    assert not dossier.problems
    assert {piece.anchor for claim in dossier.claims for piece in claim.evidence} == {Anchor.FOUND}
    shared = root.parent / "shared" / "seeds"
    if not shared.is_dir():
        pytest.skip("the shared texts are not here")
    opened = open_dossier(shared)
    assert len(opened.sources) == 5
    assert not opened.problems


def test_a_version_says_that_an_offset_is_certain(folder):
    text = "The same words. The same words.\n"
    (folder / "one.txt").write_text(text)
    version = version_of(open_dossier(folder).reading("one").text)
    piece = '{source: one, quote: The same words, suffix: ".", start: 16'
    (folder / "claims.yaml").write_text(f"- text: A\n  evidence:\n  - {piece}}}\n  - {piece}, version: {version}}}\n")
    first, second = open_dossier(folder).claims[0].evidence
    assert first.anchor is Anchor.AMBIGUOUS
    assert (second.anchor, second.start, second.selector.version) == (Anchor.FOUND, 16, version)
