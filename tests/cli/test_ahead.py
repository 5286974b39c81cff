"""Opening in a second process, and what happens when that fails."""

import signal
from pathlib import Path

import pytest

from dossier.cli.ahead import Ahead, read_all
from dossier.ingest.walk import Walk
from dossier.model.errors import UnreadableError
from dossier.store.indexing import index_folder

SEEDS = str(Path(__file__).parents[2] / "seeds")


def test_the_other_process_opens_it() -> None:
    session, fresh, settings = Ahead(SEEDS).result()
    assert fresh
    assert settings == {}
    assert len(session.dossier.sources) == 5
    assert session.claim
    assert session.dossier.texts.tally()


def test_what_opening_raises_is_raised_here(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        Ahead(str(tmp_path / "nowhere")).result()


def test_nobody_left_to_wait_for() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert len(Ahead(SEEDS).result()[0].dossier.sources) == 5
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_without_fork_it_is_opened_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.fork")
    assert len(Ahead(SEEDS).result()[0].dossier.sources) == 5


def test_a_process_that_dies_is_made_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.cli.ahead._send", lambda path, pipe: None)
    assert len(Ahead(SEEDS).result()[0].dossier.sources) == 5


@pytest.fixture
def indexed(tmp_path: Path) -> Path:
    """A folder of many articles, all of them read before."""
    for n in range(80):
        (tmp_path / f"{n:02}.txt").write_text(f"Article {n}\n\nIt says what number {n} has to say.\n", encoding="utf-8")
    list(index_folder(tmp_path))
    return tmp_path


def looks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that are gone through from now on."""
    seen: list[Path] = []
    walk = Walk.result

    def noted(self: Walk) -> object:
        seen.append(Path(self._root))
        return walk(self)

    monkeypatch.setattr(Walk, "result", noted)
    return seen


def test_a_folder_that_is_known_is_not_gone_through(indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = looks(monkeypatch)
    session, fresh, _ = read_all(str(indexed))
    assert (seen, fresh, len(session.dossier.sources)) == ([], True, 80)
    assert "number 0 has" in session.dossier.reading("00").text


@pytest.mark.parametrize("name", ["00.txt", "01.txt"])
def test_a_file_on_the_first_screen_that_has_changed_is_read(
    name: str, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (indexed / name).write_text("Something else altogether.\n", encoding="utf-8")
    seen = looks(monkeypatch)
    session, _, _ = read_all(str(indexed))
    assert seen == [indexed]
    assert "Something else" in session.dossier.reading(name[:2]).text


def test_a_large_dossier_comes_from_the_other_process(indexed: Path) -> None:
    session, _, _ = Ahead(str(indexed)).result()
    assert [source.file for source in session.dossier.sources][-1] == "79.txt"
    assert "number 79 has" in session.dossier.reading("79").text
