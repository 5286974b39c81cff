"""On which claims the sources differ."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model.claim import Agreement, Claim

IMPORTANCE = (Agreement.CONFLICTING, Agreement.UPDATED, Agreement.CLOSE)
"""Conflicts first, then figures that grew, then figures that round to each other."""


def differing(claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose sources differ: the most important first, decided ones before suggestions, more sources first."""
    found = [claim for claim in claims if claim.status in IMPORTANCE]
    return sorted(found, key=lambda c: (IMPORTANCE.index(c.status), not c.decided, -len(c.sources), -c.strength))
