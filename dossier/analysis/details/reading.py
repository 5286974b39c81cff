"""Reading a figure as a person writes it, be it an age, an hour of the day, a rank, a tally of votes or a quantity."""

from __future__ import annotations

from dossier.analysis.details.ages import read_age
from dossier.analysis.details.hours import hours
from dossier.analysis.details.ranks import ranks
from dossier.analysis.details.tallies import tallies
from dossier.analysis.quantities.reading import read_quantity
from dossier.model.quantity import Quantity

_AT, _OWN = "at ", "her "
"""What makes "17:45" an hour, and "third title" a rank; "86 votes to 77" tells by itself that it is a tally."""
_LONGEST = 40
"""Code points of what a person writes for an age, an hour, a rank or a tally."""


def read_figure(text: str) -> Quantity | None:
    """The figure in a short ``text``, or ``None``: "$1.3 billion", "aged 38", "about 5 p.m.", "third title".

    An age, an hour, a rank or a tally is all there is; who or what it is of is left to the words it is taken from.
    """
    if len(text) > _LONGEST:
        return read_quantity(text)
    for found, lead in ((hours, _AT), (ranks, _OWN), (tallies, "")):
        for one in found(f"{lead}{text}"):
            if (one.start, one.end) == (len(lead), len(lead) + len(text)):
                return one.quantity
    return read_age(text) or read_quantity(text)
