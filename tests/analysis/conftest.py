"""Tests that measure time run only where that is asked for: on a busy machine they say nothing."""

from __future__ import annotations

import inspect
import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent

TIMING = ("process_time", "seconds(", "taken(", "growth(")
"""What a test that measures time says."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("DOSSIER_TIMED"):
        return
    for item in items:
        if item.path.parent != HERE:
            continue
        source = inspect.getsource(item.function)  # type: ignore[attr-defined]
        if any(sign in source for sign in TIMING) or "linear" in item.name:
            item.add_marker(pytest.mark.skip(reason="measures time: set DOSSIER_TIMED=1"))
