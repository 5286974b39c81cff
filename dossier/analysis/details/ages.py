"""How old people are: "Ines Calder, 36,", "Ines Calder, aged 36", "the 36-year-old climber Ines Calder"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from dossier.analysis.entities.named import Named
from dossier.analysis.language.lists import entries
from dossier.analysis.quantities.running import FoundQuantity
from dossier.model.entity import EntityKind
from dossier.model.quantity import AGE, Quantity

_OLDEST, _DIGITS = 120, 3
_BETWEEN = 60
"""Code points that may stand between "36-year-old" and a name."""


def ages(text: str, names: Iterable[Named], quantities: Iterable[FoundQuantity]) -> Iterator[FoundQuantity]:
    """The ages that stand right after the full names of people, and those in years right before them.

    A surname alone may be that of a father or a son, and a number in brackets the minute of a goal.
    """
    people = [one for one in names if one.kind is EntityKind.PERSON and " " in one.name]
    for one in people:
        after = _after().match(text, one.end)
        if after:
            yield from _age(after.start(1), after.end(1), float(after[1]), one)
    starts, aged = [one.start for one in people], entries("aged")
    for found in quantities:
        if found.quantity.unit == "year" and text.startswith(aged, found.end):
            next_name = bisect_left(starts, found.end)
            if next_name < len(people) and _leads(text, found.end, people[next_name].start):
                yield from _age(found.start, found.end, found.quantity.value, people[next_name])


def _age(start: int, end: int, years: float, person: Named) -> Iterator[FoundQuantity]:
    if years <= _OLDEST:
        yield FoundQuantity(start, end, Quantity.whole(years, AGE, person.name))


def _leads(text: str, start: int, end: int) -> bool:
    """Whether the words after an age lead to a name: "-old climber ", "-old Oruba teacher " does not."""
    return end - start <= _BETWEEN and _words().fullmatch(text, start, end) is not None


def as_age(years: str) -> str:
    """An age as it is written down by itself: "aged 38"."""
    return f"{entries('age_words')[-1]} {years}"


def read_age(text: str) -> Quantity | None:
    """What :func:`as_age` writes, whoever is so old; ``None`` for anything else."""
    word, _, years = text.strip().partition(" ")
    if word not in entries("age_words") or not years.isdecimal() or len(years) > _DIGITS:
        return None
    return Quantity.whole(float(years), AGE)


@cache
def _after() -> re.Pattern[str]:
    aged = "|".join(entries("age_words"))
    return re.compile(rf"(?:,? (?:{aged}) |, )(\d{{1,3}})(?=[,;](?!\d)|\.?(?:\s*$|\n))", re.MULTILINE)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r" ?- ?[a-z]+(?: [a-z][a-z-]*){0,3} ")
