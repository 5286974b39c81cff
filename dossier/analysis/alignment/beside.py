"""Statements of different sources that arithmetic brings together: ore and grade beside metal, totals beside rates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise, product
from typing import NamedTuple

from dossier.analysis.agreement.figures import same_name
from dossier.analysis.agreement.sums import GRADES, Sum, consistent
from dossier.analysis.alignment.alignment import Statement

CROWDED = 60
"""Statements with a figure of one unit beyond which such a figure brings nothing together."""
ENDS = (".", "!", "?", '"', "”", "’", ")")
"""What a sentence or a quotation ends with."""
JOINED = 6
"""Code points between two clauses of a sentence: a comma and "and"."""
MOST_FIGURES = 12
"""Of one statement: a table is not compared cell by cell."""
MOST = 3
"""Statements that are shown beside one."""


class Beside(NamedTuple):
    """The number of a statement, and what of it follows from another, or the other from it."""

    number: int
    sum: Sum


def beside(statements: Mapping[int, Statement]) -> dict[int, list[Beside]]:
    """What stands beside each statement: of another source, about an entity in common, the best first."""
    by_unit: dict[str, list[int]] = {}
    for number, statement in statements.items():
        for unit in dict.fromkeys(figure.unit for figure in statement.figures):
            by_unit.setdefault(unit, []).append(number)
    found: dict[int, list[Beside]] = {}
    for number, statement in statements.items():
        for other in _others(statement, by_unit):
            there = statements[other]
            if there.source == statement.source or not set(there.entities) & set(statement.entities):
                continue
            for one in consistent(statement.figures, there.figures):
                found.setdefault(number, []).append(Beside(other, one))
                found.setdefault(other, []).append(Beside(number, one))
    return {number: _best(those) for number, those in found.items()}


def siblings(statements: Mapping[int, Statement], texts: Mapping[str, str]) -> dict[int, list[int]]:
    """Clauses that follow each other and count the same: "6,000 jobs in the north and 7,500 jobs in the south".

    ``texts`` are those of the sources by id.
    """
    found: dict[int, list[int]] = {}
    for (number, one), (next_number, other) in pairwise(statements.items()):
        if one.source != other.source or not 0 <= other.start - one.end <= JOINED or one.text.endswith(ENDS):
            continue
        if "\n" not in texts[one.source][one.end : other.start] and _count_the_same(one, other):
            found.setdefault(number, []).append(next_number)
            found.setdefault(next_number, []).append(number)
    return found


def _count_the_same(one: Statement, other: Statement) -> bool:
    """Whether both give a figure of one named thing."""
    pairs = product(one.figures[:MOST_FIGURES], other.figures[:MOST_FIGURES])
    return any(a.thing and a.unit == b.unit and same_name(a.thing, b.thing) for a, b in pairs)


def _others(statement: Statement, by_unit: Mapping[str, list[int]]) -> Iterator[int]:
    """Statements with a figure that something can be worked out for from this one's."""
    units = {figure.unit for figure in statement.figures}
    wanted = {f"{unit}/year" for unit in units} if "year" in units else set()
    if units & set(GRADES) and "kg" in units:
        wanted.add("kg")
    for unit in sorted(wanted):
        holders = by_unit.get(unit, ())
        if len(holders) <= CROWDED:
            yield from holders


def _best(those: list[Beside]) -> list[Beside]:
    """Those that agree first; each once, at most so many."""
    ordered = sorted(dict.fromkeys(those), key=lambda one: (not one.sum.agrees, one.number, one.sum.words))
    kept = list(dict.fromkeys(one.number for one in ordered))[:MOST]
    return [one for one in ordered if one.number in kept]
