"""Which of the people of one surname the bare surname means in a source.

Writers give the bare surname to the one they write about, and name the relatives of that person in full; a form of
address or an office says which of two is meant, and between equals it is the one who was named last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dossier.analysis.entities.named import Named
from dossier.analysis.entities.people import is_full, parts, same_person, surname
from dossier.analysis.language.lists import table

_ASIDE = 0.25
"""How much a mention counts that names somebody as another's relative."""


_MOST = 40
"""People of one name in a source among whom one is looked for; more are in a list, of which a surname means nobody."""


_Name = tuple[str, ...]


class _Mentioned(NamedTuple):
    """How a full name stands in a source: the places, how much they count, what they tell of the sex, its offices."""

    starts: list[int]
    weights: list[float]
    sexes: Counter[str]
    offices: set[str]


class Bearers:
    """The people of one surname in one source, each by a full name."""

    def __init__(self) -> None:
        self._people: dict[tuple[str, ...], _Mentioned] = {}
        self._weights: dict[tuple[str, ...], float] = {}

    def add(self, name: tuple[str, ...], one: Named) -> None:
        """Enters a mention of a full name; mentions come in the order of the text."""
        known = self._people.setdefault(name, _Mentioned([], [], Counter(), set()))
        known.starts.append(one.start)
        known.weights.append(_ASIDE if one.aside else 1.0)
        known.offices.add(one.role.lower())
        if one.sex:
            known.sexes[one.sex] += 1

    @property
    def single(self) -> bool:
        """Whether all names may be one person's."""
        names = list(self._people)
        return len(names) <= _MOST and all(same_person(one, other) for one in names for other in names)

    def meant(self, one: Named) -> str:
        """The name of the person whom a mention of the bare surname means, once all are entered; empty where it can be
        none of them.
        """
        if len(self._people) > _MOST:
            return ""
        fitting = {
            name: known for name, known in self._people.items() if not sexes_differ(one.sex, sex_told(known.sexes))
        }
        fitting = _of_office(one.role, fitting) or fitting
        if len(fitting) < 2:
            return " ".join(next(iter(fitting), ()))
        weights = {name: self._weight(name) for name in fitting}
        main = [name for name in fitting if weights[name] == max(weights.values())]
        last = max(main, key=lambda name: self._recency(name, one.start))
        return " ".join(last)

    def _weight(self, name: tuple[str, ...]) -> float:
        """How much of the source is about somebody, by whichever full name."""
        if name not in self._weights:
            own = (sum(known.weights) for other, known in self._people.items() if same_person(name, other))
            self._weights[name] = sum(own)
        return self._weights[name]

    def _recency(self, name: tuple[str, ...], start: int) -> tuple[int, int]:
        """What puts the name first that stands last before ``start``, then the one that stands first after it."""
        starts = self._people[name].starts
        before = bisect_left(starts, start)
        return (1, starts[before - 1]) if before else (0, -starts[0])


def bearers(named: Iterable[tuple[str, Named]]) -> Mapping[tuple[str, str], Bearers]:
    """By source and surname, and by given name where one person alone has it, the people of each, from their mentions
    in the order of the text."""
    surnames: dict[tuple[str, str], Bearers] = defaultdict(Bearers)
    given: dict[tuple[str, str], Bearers] = defaultdict(Bearers)
    for source, one in named:
        name = parts(one.name)
        if is_full(name):
            surnames[source, surname(name)].add(name, one)
            given[source, name[0]].add(name, one)
    return {at: people for at, people in given.items() if people.single} | surnames


def sex_told(told: Counter[str]) -> str:
    """What most of what is told of somebody says: "m", "f" or empty."""
    return max(told, key=lambda sex: (told[sex], sex), default="")


def sexes_differ(one: str, other: str) -> bool:
    """Whether one is known to be a man and the other a woman."""
    return bool(one and other) and one != other


def _of_office(role: str, people: Mapping[_Name, _Mentioned]) -> dict[_Name, _Mentioned]:
    """Those with the same office, else those whose offices have a word in common that is none like "of"."""
    if not role:
        return {}
    same = {name: known for name, known in people.items() if role.lower() in known.offices}
    asked = _words(role)
    return same or {name: known for name, known in people.items() if asked & _words(" ".join(known.offices))}


def _words(offices: str) -> set[str]:
    return set(offices.lower().replace(".", " ").split()) - table("function_words").keys()
