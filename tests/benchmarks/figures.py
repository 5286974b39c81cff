"""What a benchmark says: a figure, what was asked for, and whether it was met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median


@dataclass(frozen=True)
class Figure:
    """``measured`` against ``asked``; without ``asked`` it is only told.

    A price should not exceed what was asked for; a score (``least``) should reach it.
    """

    name: str
    measured: float
    asked: float | None = None
    note: str = ""
    least: bool = False

    @property
    def verdict(self) -> str:
        """Whether it was met, in a word."""
        if self.asked is None:
            return ""
        met = self.measured >= self.asked if self.least else self.measured <= self.asked
        return "met" if met else "NOT MET"


def typical(values: Sequence[float]) -> float:
    """The mean of the middle half: steady as the median, and it does not jump where there are two kinds of values."""
    ordered = sorted(values)
    cut = len(ordered) // 4
    return mean(ordered[cut : len(ordered) - cut])


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The typical value of the one over that of the other."""
    return typical(ours) / typical(theirs)


def spread(values: Sequence[float], unit: str = "ms") -> str:
    """Median, least and most, for the notes."""
    return f"{median(values):.1f} {unit} ({min(values):.1f} to {max(values):.1f})"


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text."""
    rows = [("figure", "asked", "measured", "", "")]
    for one in figures:
        asked = "" if one.asked is None else f"{'>=' if one.least else '<='} {one.asked:g}"
        rows.append((one.name, asked, f"{one.measured:.3g}", one.verdict, one.note))
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row[:4], widths, strict=True)), row[4]]) for row in rows
    )
