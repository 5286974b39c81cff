"""How good each step of the analysis is, on labelled data: one file per step, each with a ``figures`` function.

The data is not part of the project; where it is missing the figures are left out, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.bench import Bench
    from tests.benchmarks.figures import Figure

GOLD = Path(__file__).parents[4] / "shared" / "gold"
REAL = GOLD.parent / "seeds"
"""The labelled data, and five real articles, where they are there."""

STEPS = ("sentences", "quantities", "dates", "attribution", "entities", "alignment", "copies", "agreement", "extension")


def analysis(_: Bench) -> Iterator[Figure]:
    """What each step of the analysis reaches on labelled data."""
    if not GOLD.is_dir():
        print("the labelled data is not there: nothing is measured")
        return
    for step in STEPS:
        yield from import_module(f"{__name__}.{step}").figures()
