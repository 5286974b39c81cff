from collections import Counter
from pathlib import Path

import pytest

from dossier.ingest.folder import find_files
from dossier.ingest.identity import source_ids
from dossier.ingest.reading import read_file
from dossier.model.source import Reading, Source

SHARED = Path(__file__).parents[2].parent / "shared" / "seeds"
OWN = Path(__file__).parents[2] / "seeds"


def dossier(folder: Path) -> list[tuple[Source, Reading]]:
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    found, problems = find_files(folder)
    assert problems == []
    ids = source_ids([f.file for f in found])
    return [read_file(f, ids[f.file]) for f in found]


def tally(reading: Reading) -> Counter[str]:
    return Counter(block.kind.value for block in reading.blocks)


def words(reading: Reading, kind: str) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks if b.kind == kind]


def test_the_clipped_articles() -> None:
    closer, meeting, asset, golden, investments = dossier(SHARED)
    assert closer[0].metadata.title.startswith("Pakistan, US Forge")
    assert [b.kind.value for b in closer[1].blocks] == [
        *("title", "standfirst", "dateline", "boilerplate"),
        *["body"] * 11,
        "boilerplate",
    ]
    assert meeting[0].metadata.title == ""
    assert tally(meeting[1]) == {"body": 22, "heading": 5, "boilerplate": 2}
    assert tally(asset[1]) == {"body": 6, "heading": 2}
    assert golden[0].metadata.title.startswith("Golden Opportunity?")
    assert tally(golden[1]) == {"title": 1, "standfirst": 1, "body": 33, "pull-quote": 3, "boilerplate": 6}
    assert [b.kind.value for b in investments[1].blocks] == ["caption", *["body"] * 5]
    assert [source.metadata.published for source, _ in (closer, meeting, asset, golden, investments)] == [
        *("2026-02-12", "2026-02-13", "", "", "2026-02-06")
    ]
    assert [source.metadata.publisher for source, _ in (closer, meeting, asset, golden, investments)] == [
        *("", "SouthAsianDesk", "", "", "")
    ]


def test_the_demonstration() -> None:
    sources = {source.id: (source, reading) for source, reading in dossier(OWN)}
    assert {id: tally(reading) for id, (_, reading) in sources.items()} == {
        "closer-ties": {"title": 1, "standfirst": 1, "dateline": 1, "boilerplate": 2, "body": 11},
        "foreign-investments": {"caption": 1, "body": 5},
        "golden-opportunity": {"title": 1, "standfirst": 1, "body": 33, "pull-quote": 3, "boilerplate": 6},
        "high-level-meeting": {"body": 22, "heading": 5, "boilerplate": 2},
        "strategic-asset": {"body": 6, "heading": 2},
    }
    assert {id: source.metadata.published for id, (source, _) in sources.items()} == {
        "closer-ties": "2026-02-12",
        "foreign-investments": "2026-02-06",
        "golden-opportunity": "",
        "high-level-meeting": "2026-02-13",
        "strategic-asset": "",
    }


def test_every_word_of_the_demonstration_leads_back_to_its_file() -> None:
    for source, reading in dossier(OWN):
        text = (OWN / source.file).read_text(encoding="utf-8")
        for block in reading.blocks:
            for at in range(block.start, block.end):
                assert text[reading.origins.back(at)] == reading.text[at]


def test_titles_of_public_articles() -> None:
    folder = SHARED.parent / "gold" / "attribution"
    kinds: Counter[str] = Counter()
    for _, reading in dossier(folder):
        kinds.update(tally(reading))
        assert len(words(reading, "title")) <= 1
    assert kinds["body"] > 0.9 * (kinds.total() - kinds["title"])
    assert kinds["boilerplate"] < 0.01 * kinds.total()
