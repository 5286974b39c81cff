"""What finds the sources that hold the words of a query."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from dossier.search.query import Query


class Index(Protocol):
    """A full-text index of a dossier's sources.

    ``within`` are the ids of the sources to look at, all when it is ``None``. While ``patient`` is false the
    answer must not cost more than a key press may, even if sources are left out.
    """

    def candidates(
        self, query: Query, limit: int, within: Collection[str] | None = None, patient: bool = True
    ) -> list[tuple[str, float]]:
        """The ids of at most ``limit`` sources whose text has the terms of ``query``, best first, scored above 0."""

    def count(self, query: Query, within: Collection[str] | None = None, patient: bool = True) -> int | None:
        """How many sources have the terms of ``query``; ``None`` when not all could be looked at."""
