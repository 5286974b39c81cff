"""What all mentions of a name in one text together tell of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dossier.analysis.entities.named import Named
from dossier.analysis.entities.people import last_name
from dossier.analysis.entities.teams import team
from dossier.analysis.language.lexicon import known_names, plain
from dossier.analysis.language.lists import table, words
from dossier.model.entity import EntityKind

Guessed = tuple[Named, int]
"""A name, and how sure its kind is."""


def agreed(text: str, found: Sequence[Guessed], surnames: Iterable[str]) -> list[Named]:
    """Each name with the kind that most of the surest of its mentions have; surnames go with their people."""
    people = dict.fromkeys(surnames, 2)
    people |= {last_name(one.name): n for one, n in found if one.kind is EntityKind.PERSON and n > 1}
    votes: dict[str, Counter[tuple[int, EntityKind]]] = {}
    for one, strength in found:
        if one.kind is not None:
            votes.setdefault(one.name, Counter())[strength, one.kind] += 1
    kinds: dict[str, EntityKind] = {}
    for name, counts in votes.items():
        best = max(strength for strength, _ in counts)
        kinds[name] = EntityKind(max((n, kind.value) for (strength, kind), n in counts.items() if strength == best)[1])
    full = {last_name(one.name) for one, _ in found if one.kind is EntityKind.PERSON and " " in one.name}
    for short in {team(one.name) for one, _ in found} - full - {""}:
        kinds[short] = EntityKind.ORGANISATION
        people.pop(short, None)
    given = {last_name(one.name) for one, _ in found if one.name.split()[0] in words("given_names")}
    alone = {one.name for one, _ in found if plain(one.name) in known_names()} & full & given
    placed = {one.name for one, _ in found if one.name in alone and _is_placed(text, one.start)}
    kinds.update(dict.fromkeys(alone - placed, EntityKind.PERSON))  # Ford of Chris Ford, Jordan of Ann Jordan
    return [one._replace(kind=_surname_kind(one.name, people, kinds.get(one.name))) for one, _ in found]


def _is_placed(text: str, start: int) -> bool:
    """Whether an article or a preposition of place stands before a name: to Jordan, the Ford."""
    before = text[max(start - _PREPOSITION, 0) : start].rpartition("\n")[2].lower().split()[-1:]
    letter = table("function_words").get("".join(before))
    return not words("before_places").isdisjoint(before) or letter in _PLACING


_PREPOSITION, _PLACING = 8, ("D", "T")
"""Code points of the longest of those words and a space, and the letters of "the" and "to"."""


def _surname_kind(name: str, people: Mapping[str, int], agreed: EntityKind | None) -> EntityKind | None:
    if name in people and plain(name) not in known_names():
        return EntityKind.PERSON
    return agreed
