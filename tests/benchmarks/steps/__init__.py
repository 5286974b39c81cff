"""How good each step of the analysis is, on labelled data: one file per step, each with a ``figures`` function.

The data is not part of the project; where it is missing the figures are left out, and that is said.
"""

from __future__ import annotations

from pathlib import Path

GOLD = Path(__file__).parents[4] / "shared" / "gold"
REAL = GOLD.parent / "seeds"
"""The labelled data, and five real articles, where they are there."""
