import json
from hashlib import sha256
from pathlib import Path

from tests.cli.conftest import SEEDS, Run

KEYS = ["kind", "status", "claim", "source", "start", "end", "quote", "file", "line", "message", "changes"]


def test_the_demonstration_holds(run: Run) -> None:
    done = run("check", SEEDS)
    assert (done.code, done.out) == (0, "")
    assert "all in their sources" in done.err
    items = json.loads(run("check", SEEDS, "--json").out)
    assert all(list(item) == KEYS for item in items)
    assert {(item["kind"], item["status"], item["message"]) for item in items} == {("quote", "found", "")}


def test_a_quote_with_other_looks_is_listed_and_holds(run: Run, folder: Path) -> None:
    done = run("check", str(folder))
    assert done.code == 0
    kind, where, message = done.out.rstrip("\n").split("\t")
    assert kind == "changed"
    assert where.startswith("claims.yaml:")
    assert "differs in its looks" in message


def test_words_that_are_not_in_the_source_make_it_1(run: Run, folder: Path) -> None:
    (folder / "two.txt").write_text("Another text\n\nIt says nothing of the sort.\n")
    done = run("check", str(folder))
    assert done.code == 1
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["orphan", "changed"]
    assert "3 quotes: 1 not in their sources" in done.err
    items = json.loads(run("check", str(folder), "--json").out)
    assert [item["status"] for item in items] == ["found", "orphan", "changed"]
    lost = items[1]
    assert (lost["claim"], lost["source"], lost["start"], lost["end"]) == ("jobs", "two", -1, -1)
    assert lost["changes"] == []
    line = (folder / "claims.yaml").read_text().splitlines()[lost["line"] - 1]
    assert lost["quote"] in line or "source: two" in line


def test_other_words_at_the_place_make_it_1_and_are_told(run: Run, folder: Path) -> None:
    (folder / "two.txt").write_text("Another text\n\nIt creates 9,500 jobs in all of the province.\n")
    done = run("check", str(folder))
    assert done.code == 1
    altered, changed = done.out.splitlines()
    assert [altered.split("\t")[0], changed.split("\t")[0]] == ["altered", "changed"]
    assert 'number "7,500" is now "9,500"' in altered
    assert "3 quotes: 1 with other words there now" in done.err
    items = json.loads(run("check", str(folder), "--json").out)
    assert [item["status"] for item in items] == ["found", "altered", "changed"]
    assert items[1]["changes"] == [{"kind": "number", "old": "7,500", "new": "9,500"}]
    assert items[1]["end"] - items[1]["start"] == len("creates 9,500 jobs")
    assert items[2]["changes"] == [
        {"kind": "looks", "old": 'a copper mine - "large"', "new": "a copper mine — “large”"}
    ]
    (claim,) = [claim for claim in json.loads(run("claims", str(folder), "--json").out) if claim["id"] == "jobs"]
    assert claim["status"] == "single source"


def test_keep_keeps_the_texts_that_are_quoted(run: Run, folder: Path) -> None:
    (folder / "two.txt").write_text("Another text\n\nIt creates 9,500 jobs in all of the province.\n")
    done = run("check", str(folder), "--keep")
    assert done.code == 1
    assert "1 quoted text kept" in done.err
    (kept,) = (folder / ".dossier" / "versions").iterdir()
    text = run("read", "one", str(folder), "--text-only").out
    assert kept.name == f"{sha256(text.encode()).hexdigest()}.txt.gz"
    before = kept.stat()
    assert run("check", str(folder), "--keep").code == 1
    assert kept.stat() == before
    assert run("check", SEEDS).err.count("kept") == 0


def test_a_read_article_tells_what_changed_in_a_quote(run: Run, folder: Path) -> None:
    (folder / "two.txt").write_text("Another text\n\nIt creates 9,500 jobs in all of the province.\n")
    out = " ".join(run("read", "two", str(folder), "--plain").out.split())
    assert "changed in the source: “7,500” is now “9,500” (not counted)" in out


def test_words_that_moved_are_no_problem(run: Run, folder: Path) -> None:
    claims = (folder / "claims.yaml").read_text()
    (folder / "claims.yaml").write_text(claims.replace("quote: creates", "start: 3\n      quote: creates"))
    done = run("check", str(folder))
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert "all in their sources, 1 moved" in done.err
    assert [item["status"] for item in json.loads(run("check", str(folder), "--json").out)][1] == "moved"


def test_a_source_that_is_gone_makes_it_1(run: Run, folder: Path) -> None:
    (folder / "two.txt").unlink()
    done = run("check", str(folder))
    assert done.code == 1
    assert "two" in done.out


def test_problems_of_other_files_are_listed(run: Run, folder: Path) -> None:
    (folder / "entities.yaml").write_text("- name: A\n  kind: person\n  colour: red\n- [\n")
    done = run("check", str(folder), "--json")
    assert done.code == 0
    problems = [item for item in json.loads(done.out) if item["kind"] == "problem"]
    assert all(list(item) == KEYS and item["message"] for item in problems)
    assert "entities.yaml" in {item["file"] for item in problems}
    assert "entities.yaml" in run("check", str(folder)).out


def test_broken_claims_are_not_all_right(run: Run, folder: Path) -> None:
    (folder / "claims.yaml").write_text("- id: [\n")
    done = run("check", str(folder))
    assert done.code == 1
    assert "claims.yaml" in done.out
    assert "cannot be used" in done.err


def test_a_folder_without_claims_has_nothing_to_check(run: Run, empty: Path, folder: Path) -> None:
    for path in (empty, folder / "one.txt"):
        done = run("check", str(path))
        assert (done.code, done.out) == (0, "")
        assert "no quotes to check" in done.err
