import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.model.dossier import Dossier
from dossier.search import choosing
from dossier.search.choosing import choose_index, wants_index
from dossier.search.finder import Finder
from dossier.search.memory import MemoryIndex
from dossier.search.query import parse_query
from dossier.search.texts import FoldedTexts

from .dossiers import dossier_of, minerals

pytest.importorskip("tantivy")

from dossier.search.tantivy_building import BusyError, build
from dossier.search.tantivy_index import TantivyIndex, index_folder_of, open_index

SUBJECTS = ("gold", "copper", "Munir", "Reko Diq", "café", "minerals", "US-Pakistan", "8,000 jobs", "中国铜矿")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_CACHE_DIR", str(tmp_path / "cache"))


def many(number: int = 60) -> Dossier:
    """Articles on two subjects each, some with one in the title."""
    texts: dict[str, str | None] = {}
    titles = {}
    for n in range(number):
        one, other = SUBJECTS[n % len(SUBJECTS)], SUBJECTS[n // 3 % len(SUBJECTS)]
        text = f"Article {n} about {one}.\n\nSaid of {other}, and {one} again; it is mining news.\n"
        texts[f"s{n}"] = text * (n % 4 + 1)
        titles[f"s{n}"] = f"On {one}" if n % 2 else f"Article {n}"
    return dossier_of(texts, titles)


def built(dossier: Dossier) -> TantivyIndex:
    for _ in build(dossier):
        pass
    index = TantivyIndex.open(dossier)
    assert index is not None
    return index


QUERIES = [
    "gold",
    "gold copper",
    "mini*",
    '"reko diq"',
    '"8,000 jobs"',
    "cafe",
    "café news",
    "us-pakistan",
    "munir -gold",
    'munir -"reko diq"',
    "article",
    "g*",
    '"said of gol',
    "铜矿",
    "nothing",
    "-gold",
]


@pytest.mark.parametrize("text", QUERIES)
def test_the_same_sources_as_in_memory(text: str) -> None:
    dossier = many()
    query = parse_query(text, typing=text.startswith('"said'))
    memory, index = MemoryIndex(dossier), built(dossier)
    expected = {source for source, _ in memory.candidates(query, 100)}
    assert {source for source, _ in index.candidates(query, 100)} == expected
    assert index.count(query) == memory.count(query) == len(expected)


def test_within_and_limit() -> None:
    dossier = many()
    index = built(dossier)
    query = parse_query("article")
    assert len(index.candidates(query, 7)) == 7
    assert {source for source, _ in index.candidates(query, 50, {"s1", "s2", "unknown"})} == {"s1", "s2"}
    assert index.count(query, {"s1", "s2"}) == 2
    assert index.candidates(query, 50, set()) == []
    assert index.candidates(query, 0) == []


def test_title_ranks_before_body() -> None:
    body = "words and more words about nothing at all " * 20
    dossier = dossier_of(
        {"a": f"{body} goldsmith {body}", "b": f"{body} gold {body}", "c": f"{body} gold {body}"},
        {"a": "A", "b": "B", "c": "The gold rush"},
    )
    index = built(dossier)
    assert [source for source, _ in index.candidates(parse_query("gold"), 9)] == ["c", "b"]
    assert index.candidates(parse_query("gol", typing=True), 9)[0][0] == "c"
    assert [source for source, _ in index.candidates(parse_query("gold", typing=True), 9)] == ["c", "b", "a"]


def test_only_what_changed_is_indexed_again() -> None:
    texts = {"a": "gold", "b": "copper", "c": "zinc"}
    built(dossier_of(texts))
    changed = dossier_of({"a": "gold", "b": "silver", "d": "lead"})
    assert list(build(changed))[-1].total == 2
    index = built(changed)
    for word, expected in (("gold", ["a"]), ("silver", ["b"]), ("lead", ["d"]), ("copper", []), ("zinc", [])):
        assert [source for source, _ in index.candidates(parse_query(word), 9)] == expected
        assert index.count(parse_query(word)) == len(expected)


def test_a_new_title_is_indexed_again() -> None:
    built(dossier_of({"a": "gold"}, {"a": "One"}))
    assert list(build(dossier_of({"a": "gold"}, {"a": "Two"})))[-1].total == 1


def test_nothing_to_do() -> None:
    built(many())
    assert [(progress.done, progress.total) for progress in build(many())] == [(0, 0)]


def test_emptied_dossier() -> None:
    built(many())
    index = built(dossier_of({}))
    assert index.count(parse_query("gold")) == 0
    assert index.candidates(parse_query("gold"), 5) == []


def test_unreadable_source_and_hostile_text() -> None:
    dossier = dossier_of({"a": None, "b": "x" * 200_000 + " gold", "c": "\x00 gold \ud800 " + "é" * 70_000})
    assert sorted(source for source, _ in built(dossier).candidates(parse_query("gold"), 5)) == ["b", "c"]


def test_open_index_sees_later_builds_after_reload() -> None:
    index = built(dossier_of({"a": "gold"}))
    later = dossier_of({"a": "gold", "b": "gold"})
    reader = TantivyIndex.open(later)
    assert reader is not None
    for _ in build(later):
        pass
    reader.reload()
    assert reader.count(parse_query("gold")) == 2
    index.reload()
    assert [source for source, _ in index.candidates(parse_query("gold"), 5)] == ["a"]


CHILD = """
import sys
from pathlib import Path
from search.dossiers import dossier_of
from dossier.search import tantivy_building
tantivy_building.BATCH_SOURCES = 10
dossier = dossier_of({f"s{n}": f"gold {n} " * 50 for n in range(400)})
for progress in tantivy_building.build(dossier):
    print(progress.done, flush=True)
    if progress.done == int(sys.argv[1]):
        sys.stdin.read()
"""


@pytest.mark.parametrize("done", [0, 10, 200])
def test_killed_while_building(done: int) -> None:
    dossier = dossier_of({f"s{n}": f"gold {n} " * 50 for n in range(400)})
    tests = Path(__file__).parents[1]
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(done)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=tests,
    )
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) == done:
            break
    assert TantivyIndex.open(dossier) is None  # not finished, so not in use
    if done:
        with pytest.raises(BusyError, match="another process"):
            list(build(dossier))
    child.kill()
    child.communicate()
    assert list(build(dossier))[-1].total == 400 - done
    index = TantivyIndex.open(dossier)
    assert index is not None
    assert index.count(parse_query("gold")) == 400
    assert [source for source, _ in index.candidates(parse_query("399"), 5)] == ["s399"]


def test_damaged_index_is_given_up_and_built_anew() -> None:
    dossier = many()
    built(dossier)
    folder = index_folder_of(dossier.folder)
    for file in folder.glob("g*/*.term"):
        file.write_bytes(file.read_bytes()[:10])
    assert TantivyIndex.open(dossier) is None
    assert built(dossier).count(parse_query("article")) == 60


def test_damaged_pointer_and_missing_files() -> None:
    dossier = many()
    built(dossier)
    folder = index_folder_of(dossier.folder)
    for content in (b"", b"{", b"[]", b'{"generation": "../..", "version": 1}', b'{"generation": 99, "version": 1}'):
        (folder / "current.json").write_bytes(content)
        assert TantivyIndex.open(dossier) is None
        assert built(dossier).count(parse_query("article")) == 60
    shutil.rmtree(next(folder.glob("g*")))
    assert TantivyIndex.open(dossier) is None
    assert built(dossier).count(parse_query("article")) == 60


def test_index_of_another_version_is_built_anew() -> None:
    dossier = many()
    built(dossier)
    folder = index_folder_of(dossier.folder)
    (folder / "current.json").write_text('{"generation": 1, "version": 0}')
    assert TantivyIndex.open(dossier) is None
    assert built(dossier).count(parse_query("article")) == 60
    assert [path.name for path in folder.glob("g*")] == ["g2"]


def test_no_index_where_none_was_built(tmp_path: Path) -> None:
    assert TantivyIndex.open(many()) is None
    with pytest.raises(ValueError, match="no index here"):
        open_index(tmp_path)


def test_small_dossiers_are_searched_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = many()
    assert not wants_index(dossier)
    assert isinstance(choose_index(dossier, FoldedTexts(dossier)), MemoryIndex)
    monkeypatch.setattr(choosing, "MANY_SOURCES", 60)
    assert wants_index(dossier)
    assert isinstance(choose_index(dossier, FoldedTexts(dossier)), MemoryIndex)  # none built yet
    built(dossier)
    assert isinstance(choose_index(dossier, FoldedTexts(dossier)), TantivyIndex)


def test_without_tantivy_the_texts_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = many()
    built(dossier)
    monkeypatch.setattr(choosing, "MANY_SOURCES", 1)
    monkeypatch.setitem(sys.modules, "tantivy", None)
    finder = Finder(dossier)
    assert isinstance(finder.index, MemoryIndex)
    assert finder.results("gold").total_hits


def test_a_place_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DOSSIER_CACHE_DIR", str(tmp_path / "file"))
    monkeypatch.setattr(choosing, "MANY_SOURCES", 1)
    dossier = many()
    assert isinstance(Finder(dossier).index, MemoryIndex)
    with pytest.raises(OSError, match="file"):
        list(build(dossier))


def test_finder_shows_exact_passages_of_an_index() -> None:
    dossier = minerals()
    finder = Finder(dossier, built(dossier))
    results = finder.results("reko di", "geo")
    assert (results.total_hits, results.total_sources, results.complete) == (3, 2, True)
    assert [hit.source for hit in finder.hits_across('"reko diq"')] == ["geo", "geo", "ht"]


def test_index_damaged_while_open_is_done_without() -> None:
    from dossier.search.tantivy_index import DamagedIndexError

    class Damaged:
        def candidates(self, *asked: object) -> list[tuple[str, float]]:
            raise DamagedIndexError("damaged")

        def count(self, *asked: object) -> int:
            raise DamagedIndexError("damaged")

    finder = Finder(minerals(), Damaged())
    assert finder.results("gold").total_hits == 1
    assert isinstance(finder.index, MemoryIndex)


def test_the_cache_is_for_its_owner_alone() -> None:
    dossier = many()
    built(dossier)
    if os.name == "posix":
        assert index_folder_of(dossier.folder).stat().st_mode & 0o077 == 0
