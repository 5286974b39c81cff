"""How work on several values is shared out; see :mod:`dossier.store.forking` for doing it in several processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Each(Protocol):
    """Applies a function to every one of some values, in their order, perhaps in several processes."""

    def __call__(self, function: Callable[[_Item], _Result], items: Sequence[_Item], /) -> list[_Result]:
        """The results in the order of ``items``."""


def one_by_one(function: Callable[[_Item], _Result], items: Sequence[_Item], /) -> list[_Result]:
    """Each value after the other, here."""
    return [function(item) for item in items]
