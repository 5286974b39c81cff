from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dossier.cli.main import main

SEEDS = str(Path(__file__).parents[2] / "seeds")


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]

ONE = """The mine at Reko Diq

It will create 8,000 jobs, Baker said.

The mine at Reko Diq is [sic] a copper mine — “large”.
"""

CLAIMS = """\
- id: jobs
  text: The mine creates jobs.
  about: [reko-diq]
  evidence:
    - source: one
      quote: will create 8,000 jobs
      value: over 8,000 jobs
      speaker: baker
      date: 2026-02
    - source: two
      quote: creates 7,500 jobs
      value: 7,500 jobs
- id: large
  text: The mine is large.
  evidence:
    - source: one
      quote: a copper mine - "large"
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command, called in this process."""

    def call(*arguments: str) -> Outcome:
        code = main(list(arguments))
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small dossier of two articles with claims; one quote differs in its looks."""
    path = tmp_path / "small"
    path.mkdir()
    (path / "one.txt").write_text(ONE, "utf-8")
    (path / "two.txt").write_text("Another text\n\nIt creates 7,500 jobs in all of the province.\n", "utf-8")
    (path / "claims.yaml").write_text(CLAIMS, "utf-8")
    (path / "entities.yaml").write_text(
        "- {id: reko-diq, name: Reko Diq, kind: facility}\n- {id: baker, name: Natalie Baker, aliases: [Baker]}\n"
    )
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty"
    path.mkdir()
    return path


def is_one_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1 and text[:-1].isprintable()
