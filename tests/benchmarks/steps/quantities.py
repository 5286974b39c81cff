"""Quantities: cases of the Recognizers-Text specifications (MIT) that come out fully right, span and value.

Their conventions differ from ours, and are met here: a figure ends before its rate ("$ 98" of "$ 98 a share"), the
value is in the written unit, a pound is money to one specification and a weight to the other, and time is neither.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import isclose
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from dossier.analysis.quantities.reading import find_measures, find_numbers, find_quantities
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps import GOLD, REAL

TIME = ("day", "year")


class Case(NamedTuple):
    """An input, what is expected of it, and whether the specification asks it of Python."""

    text: str
    expected: list[tuple[int, int, float]]
    supported: bool


class Answer(NamedTuple):
    """A case and whether it came out right."""

    case: Case
    found: list[tuple[int, int, float]]
    right: bool


Finder = Callable[[str], list[tuple[int, int, float]]]


def currency(text: str) -> list[tuple[int, int, float]]:
    """Amounts of money, start, end (inclusive, as the specifications have it) and value as written."""
    found = find_measures(text)
    return [(f.start, f.end - 1, f.value) for f in found if f.money or (f.unit and f.unit.kind != "measure")]


def dimension(text: str) -> list[tuple[int, int, float]]:
    """Lengths, weights and the like."""
    units = [(f, f.unit) for f in find_measures(text) if f.unit is not None]
    return [
        (f.start, f.end - 1, f.value)
        for f, unit in units
        if unit.name == "pound" or (unit.kind == "measure" and unit.base not in ("%", "pp", *TIME))
    ]


def percent(text: str) -> list[tuple[int, int, float]]:
    """Shares."""
    return [(f.start, f.end - 1, f.value) for f in find_measures(text) if f.unit is not None and f.unit.base == "%"]


def number(text: str) -> list[tuple[int, int, float]]:
    """Numbers of any kind."""
    return [(start, end - 1, value) for start, end, value in find_numbers(text)]


MODELS: dict[str, tuple[Finder, float]] = {
    "CurrencyModel": (currency, 0.88),
    "DimensionModel": (dimension, 0.86),
    "PercentModel": (percent, 0.95),
    "NumberModel": (number, 0.70),
}
"""Who finds what a specification asks for, and the share of its cases to reach."""


def cases(model: str) -> list[Case]:
    """The cases of a specification."""
    path = GOLD / "quantities" / f"{model}.json"
    return [_case(row) for row in json.loads(path.read_text(encoding="utf-8-sig"))]


def _case(row: dict[str, Any]) -> Case:
    expected = []
    for result in row["Results"]:
        value = result["Resolution"].get("value")
        expected.append((result["Start"], result["End"], _value(value)))
    return Case(row["Input"], expected, "python" not in row.get("NotSupported", ""))


def _value(text: str | None) -> float:
    """A unit without a number has none; nothing equals that."""
    return float("nan") if text in (None, "null") else float(str(text).rstrip("%"))


def answers(model: str) -> list[Answer]:
    """Every case with what was found."""
    finder = MODELS[model][0]
    found = [(case, finder(case.text)) for case in cases(model)]
    return [Answer(case, got, _right(got, case.expected)) for case, got in found]


def _right(found: Sequence[tuple[int, int, float]], expected: Sequence[tuple[int, int, float]]) -> bool:
    if Counter(row[:2] for row in found) != Counter(row[:2] for row in expected):
        return False
    pairs = zip(sorted(found), sorted(expected), strict=True)
    return all(isclose(a[2], b[2], rel_tol=1e-9, abs_tol=1e-12) for a, b in pairs)


def figures() -> Iterator[Figure]:
    """The share of cases that are right, of those asked of Python, and of all in the note; and the price."""
    if not (GOLD / "quantities").is_dir():
        print(f"quantities: left out, {GOLD} is missing")
        return
    for model, (_, asked) in MODELS.items():
        every = answers(model)
        halves = [_share([answer for answer in every[half::2] if answer.case.supported]) for half in (0, 1)]
        counted = [answer for answer in every if answer.case.supported]
        whole = f"with unsupported {_share(every):.3f} of {len(every)}"
        note = f"of {len(counted)}; halves {halves[0]:.3f} {halves[1]:.3f}; {whole}"
        yield Figure(f"quantities {model}", _share(counted), asked, note, least=True)
    if REAL.is_dir():
        yield Figure("quantities, ms of processor time for 5 kB", _price(), 4.0)


def _share(rows: Sequence[Answer]) -> float:
    return sum(answer.right for answer in rows) / len(rows)


def _price() -> float:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(REAL.glob("*.txt")))
    times = []
    for _ in range(15):
        begin = process_time()
        find_quantities(text)
        times.append((process_time() - begin) * 1000 * 5000 / len(text))
    return median(times)


if __name__ == "__main__":
    print(table(list(figures())))
