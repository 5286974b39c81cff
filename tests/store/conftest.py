from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_directories(tmp_path_factory, monkeypatch):
    """State and cache of each test are its own."""
    monkeypatch.setenv("DOSSIER_STATE_DIR", str(tmp_path_factory.mktemp("state")))
    monkeypatch.setenv("DOSSIER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


ARTICLE = """Mining brings two countries closer

Islamabad, February 12 - The mine at Reko Diq will create 8,000 jobs, Natalie Baker said on Monday.

The United States has pledged $1.3 billion for it, and Baker said that “more will follow” soon.
"""

SECOND = """A loan for the mine

The bank lends $1.25 billion to Reko Diq, which is to create 7,500 jobs in the province over many years.

Baker did not say more.
"""

ENTITIES = """- id: natalie-baker
  name: Natalie Baker
  kind: person
  aliases: [Baker]
- name: Reko Diq
  kind: facility
"""

CLAIMS = """# Claims
- id: jobs
  text: The mine creates thousands of jobs.
  about: [reko-diq]
  evidence:
    - source: one
      quote: will create 8,000 jobs
      value: 8,000 jobs
      speaker: natalie-baker
    - source: two.txt
      quote: is to create 7,500 jobs
      value: 7,500 jobs
- text: The US finances it.
  kind: forecast
  credibility: 2
  evidence:
    - source: one
      quote: The United States has pledged $1.3 billion
      value: $1.3 billion
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A small dossier without a mistake."""
    path = tmp_path / "folder"
    path.mkdir()
    for name, text in (
        ("one.txt", ARTICLE),
        ("two.txt", SECOND),
        ("entities.yaml", ENTITIES),
        ("claims.yaml", CLAIMS),
        ("dossier.yaml", "title: Mines\nsources:\n  - file: one.txt\n    reliability: b\n    published: 2026-02-12\n"),
    ):
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def large(folder) -> Path:
    """The same with so many articles that it is kept in the catalogue."""
    for number in range(80):
        text = f"Article {number}\n\nThe company of Natalie Baker opens camp {number} near the mine this year.\n"
        (folder / f"more-{number:02}.txt").write_text(text, encoding="utf-8")
    return folder
