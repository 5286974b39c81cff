"""Figures that agree only after some arithmetic: ore and grade against metal, a total against a yearly figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from dossier.analysis.agreement.figures import number, open_end, ounces, overlap, pounds, same_thing
from dossier.analysis.quantities.units import PRECIOUS
from dossier.model.quantity import Quantity

_MOST = 20
"""Figures of one statement that are tried."""

GRADES = ("%", "kg/kg")
"""Units of a share of mass: 0.41 % copper, 0.22 grams per tonne of gold."""

_WORKED_WITH = frozenset(("year", *GRADES))
"""One of these is needed for there to be anything to work out."""


class Sum(NamedTuple):
    """What follows from figures of one side beside one of the other, as text; ``agrees`` when intervals overlap.

    One that does not agree is shown together with the other, and is never called a conflict.
    """

    result: Quantity
    beside: Quantity
    agrees: bool
    words: str


def consistent(figures: Sequence[Quantity], others: Sequence[Quantity]) -> list[Sum]:
    """What can be worked out from one side's figures and set beside the other's, in both directions."""
    if _WORKED_WITH.isdisjoint([one.unit for one in (*figures, *others)]):
        return []
    found = [*_sums(figures[:_MOST], others[:_MOST]), *_sums(others[:_MOST], figures[:_MOST])]
    return list(dict.fromkeys(found))


def _sums(figures: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[Sum]:
    grades = [one for one in figures if one.unit in GRADES and one.thing]
    masses = [one for one in figures if one.unit == "kg"] if grades else []
    for mass, grade in product(masses, grades):
        yield from _metal(mass, grade, others)
    years = [one for one in figures if one.unit == "year"]
    totals = [one for one in figures if one.unit not in ("year", "", *GRADES) and "/" not in one.unit] if years else []
    for total, time in product(totals, years):
        yield from _yearly(total, time, others)


def _metal(ore: Quantity, grade: Quantity, others: Sequence[Quantity]) -> Iterator[Sum]:
    """Ore times its grade is metal; the metal is what stands with the grade, and the ore is not that metal."""
    if set(ore.thing.split()) & set(grade.thing.split()):
        return
    metal = _times(ore, grade, 0.01 if grade.unit == "%" else 1.0)
    for other in others:
        if other.unit == "kg" and other.thing and same_thing(other.thing, grade.thing) and other.low > 0:
            words = f"{_tonnes(ore)} at {_grade(grade)} = {_tonnes(metal)} = {_traded(metal)}, beside {_traded(other)}"
            yield Sum(metal, other, overlap(metal, other), words)


def _yearly(total: Quantity, time: Quantity, others: Sequence[Quantity]) -> Iterator[Sum]:
    """A total over years beside a figure for each year: shown together."""
    if time.low <= 0 or total.thing.startswith("year"):
        return
    low, high = total.low / time.high, total.high / time.low
    yearly = Quantity(total.value / time.value, low, high, f"{total.unit}/year", total.thing, "about")
    for other in others:
        if other.unit == yearly.unit:
            unit = total.unit
            words = (
                f"{number(total.value)} {unit} over {number(time.value)} years = {number(yearly.value)} {unit} a year,"
                f" beside {number(other.value)} {unit} a year"
            )
            yield Sum(yearly, other, overlap(yearly, other), words)


def _times(mass: Quantity, grade: Quantity, factor: float) -> Quantity:
    low, high = mass.low * grade.low * factor, mass.high * grade.high * factor
    return Quantity(mass.value * grade.value * factor, low, high, "kg", grade.thing, "about")


def _tonnes(mass: Quantity) -> str:
    return f"{number(mass.value / 1e3)} tonnes"


def _grade(grade: Quantity) -> str:
    share = f"{number(grade.value)} %" if grade.unit == "%" else f"{number(grade.value * 1e6)} g/t"
    return f"{share} {grade.thing}"


def _traded(mass: Quantity) -> str:
    """Mass as metals are traded: precious ones in troy ounces, others in pounds."""
    if PRECIOUS & set(mass.thing.split()):
        traded = f"{number(ounces(mass.value, mass.thing))} ounces"
    else:
        traded = f"{number(pounds(mass.value), 2)} pounds"
    return f"{open_end(mass)} {traded}".strip()
