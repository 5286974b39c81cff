"""What holds for every test: state and cache of its own, colours, the same examples each time."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "same", deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("new", settings.get_profile("same"), derandomize=False)
settings.load_profile(os.environ.get("DOSSIER_EXAMPLES", "same"))
"""DOSSIER_EXAMPLES=new looks for examples that nobody has seen yet."""


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_STATE_DIR", str(tmp_path_factory.mktemp("state")))
    monkeypatch.setenv("DOSSIER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.delenv("NO_COLOR", raising=False)
