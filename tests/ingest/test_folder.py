import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.ingest.folder import FoundFile, find_files, holds_sources
from dossier.ingest.walk import natural_key
from dossier.model.problem import Severity


def write(folder: Path, *files: str) -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file)


def names(folder: Path) -> list[str]:
    return [found.file for found in find_files(folder)[0]]


def test_only_sources_are_found_in_natural_order(tmp_path: Path) -> None:
    write(tmp_path, "10.txt", "9.md", "b/2.TXT", "B.text", "a.mkd", "claims.yaml", "dossier.yaml", "x.pdf", "plain")
    write(tmp_path, ".hidden.txt", ".git/x.txt", "b/.y.md", "e.markdown")
    found, problems = find_files(tmp_path)
    assert [f.file for f in found] == ["9.md", "10.txt", "a.mkd", "b/2.TXT", "B.text", "e.markdown"]
    assert problems == []


def test_a_found_file_tells_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    stat = (tmp_path / "in/a.txt").stat()
    assert find_files(tmp_path)[0] == [FoundFile("in/a.txt", str(tmp_path / "in/a.txt"), 8, stat.st_mtime_ns)]


def test_names_that_differ_in_case_only_keep_one_order() -> None:
    files = ["A.txt", "a.txt", "a2.txt", "a10.txt", "a/b.txt", "Ä.txt"]
    shuffled = random.Random(1).sample(files, len(files))
    assert sorted(shuffled, key=natural_key) == sorted(files, key=natural_key)
    assert sorted(shuffled, key=natural_key).index("a2.txt") < sorted(shuffled, key=natural_key).index("a10.txt")


def test_empty_and_missing_folders(tmp_path: Path) -> None:
    assert find_files(tmp_path) == ([], [])
    found, problems = find_files(tmp_path / "none")
    assert found == []
    assert len(problems) == 1
    assert "cannot be read" in problems[0].message


def test_links_are_followed_only_inside(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    write(folder, "a.txt", "sub/b.txt", ".store/kept.txt")
    write(outside, "secret.txt")
    (folder / "same.txt").symlink_to(folder / "a.txt")
    (folder / "stored.txt").symlink_to(folder / ".store/kept.txt")
    (folder / "secret.txt").symlink_to(outside / "secret.txt")
    (folder / "far").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "tool.pdf").symlink_to(outside / "secret.txt")
    found, problems = find_files(folder)
    assert [f.file for f in found] == ["a.txt", "stored.txt", "sub/b.txt"]
    assert [(p.file, p.severity) for p in problems] == [
        ("far", Severity.WARNING),
        ("gone.txt", Severity.WARNING),
        ("secret.txt", Severity.WARNING),
    ]


def test_a_link_with_a_common_prefix_still_leads_outside(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "in-other/b.txt")
    (tmp_path / "in/b.txt").symlink_to(tmp_path / "in-other/b.txt")
    assert names(tmp_path / "in") == ["a.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_an_unreadable_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "locked/b.txt")
    (tmp_path / "locked").chmod(0)
    try:
        found, problems = find_files(tmp_path)
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert [f.file for f in found] == ["a.txt"]
    assert [p.file for p in problems] == ["locked"]


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "locked/b.txt")
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found, problems = find_files(tmp_path)
    assert [f.file for f in found] == ["a.txt"]
    assert [str(p) for p in problems] == [
        "locked: the folder cannot be read (Permission denied); its sources are missing; check its permissions"
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_hostile_names_are_shown_harmless_and_still_open(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\u202eb\nc.txt").write_text("x")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("y")
    found, _ = find_files(tmp_path)
    assert {f.file for f in found} == {"a␛[31m\ufffdb␊c.txt", "\ufffd.txt"}
    assert {Path(f.path).read_text() for f in found} == {"x", "y"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_look_the_same_are_not_both_read(tmp_path: Path) -> None:
    (tmp_path / "a\u202e.txt").write_text("x")
    (tmp_path / "a\u202d.txt").write_text("y")
    found, problems = find_files(tmp_path)
    assert len(found) == 1
    assert len(problems) == 1


def test_holds_sources(tmp_path: Path) -> None:
    assert not holds_sources(tmp_path)
    assert not holds_sources(tmp_path / "none")
    write(tmp_path, "x.pdf", ".a.txt", ".git/b.txt", "claims.yaml")
    (tmp_path / "folder.txt").mkdir()
    assert not holds_sources(tmp_path)
    write(tmp_path, "deep/er/a.md")
    assert holds_sources(tmp_path)


def test_looking_into_a_folder_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); from dossier.ingest.folder import holds_sources;"
        f"holds_sources({str(tmp_path)!r}); new = set(sys.modules) - before;"
        "print(*sorted(new & {'re', 'dataclasses', 'pathlib', 'enum', 'yaml', 'typing', 'inspect'}),"
        " *[m for m in sorted(new) if m.startswith('dossier.model')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
