from pathlib import Path

import pytest

from .folders import FILES, LONG, write


@pytest.fixture
def vale(tmp_path: Path) -> Path:
    """The small dossier of the harbour."""
    return write(tmp_path / "vale")


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """The same with a long report before the rest."""
    return write(tmp_path / "long", {**FILES, "0-report.txt": LONG})
