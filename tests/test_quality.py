"""Lint, strict types and layering are part of the one test command."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def script(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def test_lint() -> None:
    run(sys.executable, "-m", "ruff", "check", "--no-cache", ".")


def test_format() -> None:
    run(sys.executable, "-m", "ruff", "format", "--check", "--no-cache", ".")


def test_types(tmp_path: Path) -> None:
    run(sys.executable, "-m", "mypy", "--cache-dir", str(tmp_path))


def test_layers() -> None:
    run(script("lint-imports"), "--no-cache")


def test_files_stay_small() -> None:
    large = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in (ROOT / "dossier").rglob("*.py")
        if (count := len(path.read_text("utf-8").splitlines())) > 400
    ]
    assert not large


ATOMIC = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
"""A group that is repeated possessively, or atomic: Python 3.11 before 3.11.5 may look for it for ever."""


def test_patterns_are_searched_by_every_version_of_python() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "dossier").rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if ATOMIC.search(line)
    ]
    assert not found


def test_top_level_holds_what_the_readme_says() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    visible = {line.partition("/")[0] for line in listed.stdout.splitlines() if not line.startswith(".")}
    assert visible <= {"pyproject.toml", "dossier", "seeds", "tests", "README.md", "LICENSE"}
