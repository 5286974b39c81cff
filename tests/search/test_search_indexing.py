import json
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.search.query import parse_query

pytest.importorskip("tantivy")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dossier.search.indexing", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("DOSSIER_STATE_DIR", str(tmp_path / "state"))
    made = tmp_path / "articles"
    made.mkdir()
    return made


def write(folder: Path, number: int) -> None:
    for n in range(number):
        (folder / f"{n:04}.txt").write_text(f"Article {n}\n\nThere is gold in place {n}, and more was said.\n")


def steps(output: str) -> list[tuple[str, int, int]]:
    return [(step["stage"], step["done"], step["total"]) for step in map(json.loads, output.splitlines())]


def test_large_folder_is_read_and_indexed(folder: Path) -> None:
    from dossier.search.tantivy_index import TantivyIndex
    from dossier.store.opening import open_dossier

    write(folder, 520)
    done = run(str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    found = steps(done.stdout)
    assert {stage for stage, _, _ in found} == {"reading", "searching"}
    assert ("reading", 520, 520) in found
    assert found[-1] == ("searching", 520, 520)
    index = TantivyIndex.open(open_dossier(folder))
    assert index is not None
    assert index.count(parse_query("gold")) == 520
    assert steps(run(str(folder)).stdout)[-1] == ("searching", 0, 0)


def test_small_folder_needs_no_index(folder: Path) -> None:
    write(folder, 3)
    done = run(str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert {stage for stage, _, _ in steps(done.stdout)} == {"reading"}


def test_wrong_usage_and_no_such_folder(folder: Path) -> None:
    for arguments, code, words in (((), 2, "usage"), ((str(folder / "no"),), 3, "not a folder")):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (code, "")
        assert words in done.stderr
        assert "Traceback" not in done.stderr


def test_nobody_reads_any_more(folder: Path) -> None:
    write(folder, 520)
    command = [sys.executable, "-m", "dossier.search.indexing", str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == ""
    child.stderr.close()
    assert child.wait() == 0
