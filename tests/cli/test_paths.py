import sys
from pathlib import Path

import pytest

from dossier.cli import paths
from dossier.model.errors import UnreadableError
from tests.cli.conftest import SEEDS


def test_the_demonstration_is_found_in_the_repository() -> None:
    assert paths.demonstration() == SEEDS


@pytest.mark.parametrize("package", ["lib/python3.11/site-packages/dossier", "dossier"])
def test_the_demonstration_is_found_where_it_is_installed(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "share" / "dossier" / "seeds"
    installed.mkdir(parents=True)
    (installed / "dossier.yaml").touch()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / package / "cli" / "paths.py"))
    assert paths.demonstration() == str(installed)


def test_the_demonstration_is_found_under_the_prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "prefix" / "share" / "dossier" / "seeds"
    installed.mkdir(parents=True)
    (installed / "dossier.yaml").touch()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "a/b/c/d/e/f/dossier/cli/paths.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "prefix"))
    assert paths.demonstration() == str(installed)


def test_a_missing_demonstration_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "a/b/c/d/e/f/dossier/cli/paths.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError, match="name a folder or a file"):
        paths.chosen_path(None)


def test_a_current_folder_that_is_gone_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert paths.chosen_path(None) == SEEDS
    assert paths.chosen_path("named") == "named"
