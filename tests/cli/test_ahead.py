"""Opening in a second process, and what happens when that fails."""

import signal
from pathlib import Path

import pytest

from dossier.cli.ahead import Ahead
from dossier.model.errors import UnreadableError

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
