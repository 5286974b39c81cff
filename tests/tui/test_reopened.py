"""A large folder that was opened as it was last known, and has changed since."""

import asyncio
from pathlib import Path

import pytest

from dossier.model.dossier import Dossier
from dossier.store.indexing import index_folder
from dossier.store.reopening import reopen

from .screens import Watched, desk


@pytest.fixture
def indexed(tmp_path: Path) -> Path:
    """A folder of many articles, all of them read before."""
    for n in range(80):
        (tmp_path / f"{n:02}.txt").write_text(f"Article {n}\n\nIt says what number {n} has to say.\n", encoding="utf-8")
    list(index_folder(tmp_path))
    return tmp_path


def as_known(path: Path) -> Dossier:
    known = reopen(path)
    assert known is not None
    return known.dossier


@pytest.fixture
def renewed(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """The application opens what was last known; the event is set when it has read the folder again."""
    monkeypatch.setattr("tests.tui.screens.open_dossier", as_known)
    event = asyncio.Event()
    renew = Watched.renew

    def noted(self: Watched, dossier: Dossier) -> None:
        renew(self, dossier)
        event.set()

    monkeypatch.setattr(Watched, "renew", noted)
    return event


async def test_a_file_that_was_written_to_is_noticed_at_once(indexed: Path, renewed: asyncio.Event) -> None:
    (indexed / "50.txt").write_text("Article 50\n\nIt says something else now.\n", encoding="utf-8")
    async with desk(indexed) as at:
        assert "number 50" in at.session.dossier.reading("50").text
        await asyncio.wait_for(renewed.wait(), 60)
        assert "something else" in at.session.dossier.reading("50").text


async def test_nothing_is_read_again_where_nothing_changed(
    indexed: Path, renewed: asyncio.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = asyncio.Event()
    seen: list[str] = []
    here = asyncio.get_running_loop()

    from dossier.store import watching

    fingerprint = watching.fingerprint

    def noted(path: Path) -> str:
        seen.append(fingerprint(path))
        here.call_soon_threadsafe(looked.set)
        return seen[-1]

    monkeypatch.setattr(watching, "fingerprint", noted)
    async with desk(indexed) as at:
        await asyncio.wait_for(looked.wait(), 60)
        await at.settle()
        assert seen == [at.session.dossier.stamp]
        assert not renewed.is_set()
        await at.press("s", "s", "f5", "end", "enter", "slash", *"number", "enter")
        assert "79" in at.session.dossier.sources[-1].id
