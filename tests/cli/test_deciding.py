"""Everything a person can decide in the application can be decided by a script."""

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run
from tests.harbour import write_harbour


@pytest.fixture
def harbour(tmp_path: Path) -> str:
    return str(write_harbour(tmp_path / "harbour"))


def read(folder: str, name: str) -> list[dict[str, object]]:
    file = Path(folder) / name
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else []


def ids(run: Run, folder: str) -> list[str]:
    return [claim["id"] for claim in json.loads(run("claims", folder, "--json").out) if not claim["decided"]]


def test_from_suggestions_to_a_curated_dossier_and_back(run: Run, harbour: str) -> None:
    first, second, *_ = ids(run, harbour)
    steps = [
        ("claim", "accept", first),
        ("claim", "set", first, "credibility", "2"),
        ("claim", "set", first, "verdict", "as the bank says"),
        ("claim", "reject", second),
        ("claim", "add", "one", "The old market square was repaved", "The square was repaved."),
        ("claim", "attach", first, "one", "with local stone", "mentions"),
        ("entity", "add", "Harbour Board", "organisation"),
        ("entity", "alias", "Harbour Board", "the Board"),
        ("entity", "split", "Harbour Board", "the Board"),
        ("entity", "merge", "Harbour Board", "the Board"),
        ("entity", "reject", "Port Mara"),
        ("source", "set", "one", "reliability", "B"),
        ("note", "add", "two", "7,500 jobs", "who counts? #ask"),
    ]
    for step in steps:
        done = run(*step, "--in", harbour, "--why", "because", "--by", "me")
        assert done.code == 0, (step, done.err)
    claims = {str(claim["id"]): claim for claim in read(harbour, "claims.yaml")}
    assert (claims[first]["credibility"], claims[first]["verdict"]) == (2, "as the bank says")
    assert claims[second]["suggestion"] == "rejected"
    assert run("check", harbour).code == 0
    history = json.loads(run("history", harbour, "--json").out)
    assert len(history) == len(steps)
    assert {(entry["who"], entry["why"], entry["act"]) for entry in history} == {("me", "because", "decided")}
    for _ in steps:
        assert run("undo", "--in", harbour).code == 0
    assert "nothing to take back" in run("undo", "--in", harbour).err
    assert not read(harbour, "claims.yaml")
    for _ in steps:
        assert run("redo", "--in", harbour).code == 0
    assert {str(claim["id"]): claim for claim in read(harbour, "claims.yaml")} == claims


def test_what_somebody_changed_since_is_taken_back_for_one_side_only(run: Run, harbour: str) -> None:
    assert run("source", "set", "one", "reliability", "B", "--in", harbour).code == 0
    file = Path(harbour) / "dossier.yaml"
    changed = file.read_text(encoding="utf-8").replace("B", "C")
    file.write_text(changed, encoding="utf-8")
    refused = run("undo", "--in", harbour)
    assert refused.code == 1
    assert "C”, yours “nothing”" in refused.err
    assert "--take yours" in refused.err
    assert file.read_text(encoding="utf-8") == changed
    assert run("undo", "--in", harbour, "--take", "yours").code == 0
    assert "C" not in file.read_text(encoding="utf-8")
    assert run("redo", "--in", harbour).code == 0
    assert "reliability: B" in file.read_text(encoding="utf-8")


def test_a_file_is_known_by_its_name_however_it_is_spaced(run: Run, harbour: str) -> None:
    name = "a  b.txt"
    (Path(harbour) / name).write_text("A title\n\nThe port of Mara opened on Monday.\n", encoding="utf-8")
    for value in ("2026-01-01", "2026-01-02", "2026-01-03"):
        assert run("source", "set", name, "published", value, "--in", harbour).code == 0
    written = yaml.safe_load((Path(harbour) / "dossier.yaml").read_text(encoding="utf-8"))["sources"]
    assert [one for one in written if one["file"] == name] == [{"file": name, "published": "2026-01-03"}]


def test_what_is_said_of_a_suggestion_tells_that_it_is_accepted_with_it(run: Run, harbour: str) -> None:
    first, *_ = ids(run, harbour)
    done = run("claim", "set", first, "note", "do not trust this", "--in", harbour)
    assert done.err.lower().startswith("accepted with 2 passages, note of")
    again = run("claim", "set", first, "note", "or do", "--in", harbour)
    assert "accepted" not in again.err


def test_deciding_the_same_again_is_no_failure(run: Run, harbour: str) -> None:
    assert run("source", "set", "one", "reliability", "B", "--in", harbour).code == 0
    again = run("source", "set", "one", "reliability", "B", "--in", harbour)
    assert again.code == 0
    assert "nothing to change" in again.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("claim", "accept"), "accept CLAIM"),
        (("claim", "accept", "nothing"), "is no claim's id"),
        (("claim", "grow", "x"), "invalid choice"),
        (("claim", "add", "one", "no such words", "x"), "quote words that stand there"),
        (("claim", "add", "one", "Port Mara", "x"), "is ambiguous"),
        (("entity", "add", "X", "animal"), "is not a kind"),
        (("entity", "accept", "Nobody"), "no entity"),
        (("source", "set", "one", "reliability", "G"), "is not a reliability"),
        (("note", "remove", "x"), "is no note's id"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_is_written(run: Run, harbour: str, words: tuple, said: str) -> None:
    done = run(*words, "--in", harbour)
    assert done.code in (2, 3)
    assert said in done.err
    assert not list(Path(harbour).glob("*.yaml"))


def test_deciding_the_same_again_says_so(run: Run, harbour: str) -> None:
    assert run("source", "set", "one", "reliability", "B", "--in", harbour).code == 0
    assert "it is so already" in run("source", "set", "one", "reliability", "B", "--in", harbour).err
