"""Figures."""

from __future__ import annotations

from typing import NamedTuple

AGE, CLOCK, RANK, MAJORITY = "age", "o'clock", "rank", "majority"
"""Years that a person, named by ``thing``, is old; hours since midnight, with what happened then; the how manieth
``thing`` of somebody; by how many votes of ``thing`` something was carried or lost."""

DETAILS = frozenset((AGE, CLOCK, RANK, MAJORITY))
"""Units of what a statement says by the way: it differs between sources, but is never what they have in common."""


class Quantity(NamedTuple):
    """A number with its unit, as precise as it was written.

    ``value`` is the number in ``unit`` (a currency code such as ``USD``, a base unit such as ``kg``, ``%``, or
    empty for a count); ``low`` and ``high`` the interval its own digits and qualifier stand for, low
    inclusive and high exclusive, ``inf`` where it is open. ``qualifier`` is ``about``, ``at least``,
    ``at most``, ``range`` or empty. ``thing`` is what is counted, empty when nothing is named.
    """

    value: float
    low: float
    high: float
    unit: str = ""
    thing: str = ""
    qualifier: str = ""

    @classmethod
    def whole(cls, value: float, unit: str, thing: str = "") -> Quantity:
        """A whole number, which stands for what rounds to it."""
        return cls(value, value - 0.5, value + 0.5, unit, thing)
