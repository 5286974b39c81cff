"""A room to decide in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harbour import write_harbour
from tests.room import ONE, Room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    folder = write_harbour(tmp_path / "harbour")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    return Room(folder)
