"""Reading a figure as a person writes it, be it an hour of the day, a rank or a quantity."""

from __future__ import annotations

from itertools import chain

from dossier.analysis.details.hours import hours
from dossier.analysis.details.ranks import ranks
from dossier.analysis.quantities.reading import read_quantity
from dossier.model.quantity import Quantity

_AT = "at "
"""What makes "17:45" an hour."""
_LONGEST = 40
"""Code points of what a person writes for an hour or a rank."""


def read_figure(text: str) -> Quantity | None:
    """The figure that a short ``text`` begins with, or ``None``: "$1.3 billion", "5 p.m.", "third title"."""
    if len(text) <= _LONGEST:
        said = f"{_AT}{text}"
        for found in chain(hours(said), ranks(said)):
            if not any(map(str.isdigit, said[: found.start])):
                return found.quantity
    return read_quantity(text)
