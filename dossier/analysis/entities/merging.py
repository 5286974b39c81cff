"""Names of one or several sources brought together: which of them are the same person, body, place or thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from operator import itemgetter
from typing import NamedTuple

from dossier.analysis.entities.aliases import folded, initials, is_acronym, key, letters_of, without_form
from dossier.analysis.entities.bodies import same_bodies
from dossier.analysis.entities.groups import Groups
from dossier.analysis.entities.named import Named
from dossier.analysis.entities.people import is_full, misspelt, parts, same_person, surname
from dossier.analysis.entities.surnames import bearers, sex_told, sexes_differ
from dossier.analysis.entities.teams import team
from dossier.analysis.language.lexicon import countries, known_names, plain
from dossier.analysis.language.lists import words
from dossier.model.entity import EntityKind

_Node = tuple[str, str]
"""What names are joined by: "person" or "other", and a key; for a lone surname also its source."""

_PERSON, _OTHER = "person", "other"

_MOST_OF_A_SURNAME = 150
"""Different full names with one surname that are compared pair by pair."""


class Suggested(NamedTuple):
    """An entity derived from the texts.

    ``id`` is a slug of its name; ``aliases`` are its other names as written, ``roles`` the offices that stand with
    it; ``mentions`` hold source, start and end (code points); ``reasons`` say in plain words why names were joined.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[tuple[str, int, int], ...]
    reasons: tuple[str, ...]


class _Mention(NamedTuple):
    source: str
    named: Named
    kind: EntityKind


def merge_names(named: Mapping[str, Sequence[Named]]) -> list[Suggested]:
    """The entities that the names of all sources (by the source's id) belong to, the most mentioned first.

    Neither the order of the sources nor that of their names matters.
    """
    mentions = _with_kinds([(source, one) for source in sorted(named) for one in sorted(named[source])])
    groups: Groups[_Node] = Groups()
    nodes = [*zip(mentions, _nodes(mentions), strict=True)]
    for _, node in nodes:
        groups.add(node)
    _join_people(groups, mentions)
    _join_misspelt(groups, mentions)
    _join_surnames(groups, nodes)
    _join_others(groups, nodes)
    gathered: dict[_Node, list[_Mention]] = {}
    for mention, node in nodes:
        gathered.setdefault(groups.root(node), []).append(mention)
    found = [_suggested(members, groups.reasons(root)) for root, members in gathered.items()]
    return _numbered(sorted(found, key=lambda one: (-len(one.mentions), one.id, one.kind, one.mentions)))


def _with_kinds(found: Sequence[tuple[str, Named]]) -> list[_Mention]:
    """Every mention with a kind: its own, else the one that most mentions of the same name have."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    surnames: set[str] = set()
    firms = {folded(firm) for _, one in found if (firm := without_form(one.name)) != one.name}
    for _, one in found:
        if one.kind is not None:
            votes[folded(one.name)][one.kind] += 1 + bool(one.role)
        if one.kind is EntityKind.PERSON:
            surnames.add(surname(parts(one.name)))
            if is_full(parts(one.name)):
                firms.discard(surname(parts(one.name)))
    for firm in firms.union(_abbreviated_people(found, votes)):
        votes[firm] = Counter({EntityKind.ORGANISATION: 1})  # "Oruba Plc" tells what "Oruba" is
    kinds: dict[tuple[str, EntityKind | None], EntityKind] = {}
    for _, one in found:
        if (one.name, one.kind) not in kinds:
            kinds[one.name, one.kind] = _kind(one, votes.get(folded(one.name)), surnames)
    return [_Mention(source, one, kinds[one.name, one.kind]) for source, one in found]


def _abbreviated_people(found: Sequence[tuple[str, Named]], votes: Mapping[str, Counter[EntityKind]]) -> Iterator[str]:
    """The names, folded, that most mentions have for a person's though one has their initials in brackets behind it."""
    for (source, one), (other_source, other) in pairwise(found):
        together = source == other_source and other.start - one.end == _BRACKET and is_acronym(other.name)
        if together and len(other.name) > _BRACKET and letters_of(other.name) in initials(one.name):
            name = folded(one.name)
            if max(votes.get(name, Counter()).items(), key=itemgetter(1), default=(None, 0))[0] is EntityKind.PERSON:
                yield name


_BRACKET = 2
"""Code points between a name and its initials in brackets; as many initials are anybody's."""


def _kind(one: Named, votes: Counter[EntityKind] | None, surnames: set[str]) -> EntityKind:
    if plain(one.name) in known_names() and one.kind is not None:
        return one.kind
    if votes:
        return max(votes.items(), key=lambda item: (item[1], item[0].value))[0]
    person = folded(one.name) in surnames or one.name in words("given_names")
    return EntityKind.PERSON if person else EntityKind.THING


def _nodes(mentions: Sequence[_Mention]) -> list[_Node]:
    """The node of every mention: lone surnames are told apart by source and by the person they mean there."""
    people = bearers((one.source, one.named) for one in mentions if one.kind is EntityKind.PERSON)
    found: list[_Node] = []
    for one in mentions:
        if one.kind is not EntityKind.PERSON:
            found.append((_OTHER, key(one.named.name, one.kind)))
            continue
        name = parts(one.named.name)
        if is_full(name):
            found.append((_PERSON, " ".join(name)))
            continue
        there = people.get((one.source, surname(name)))
        person = there.meant(one.named) if there else ""
        told = f" {one.named.sex}" if there else ""  # none of those of that name, for another sex
        found.append((_PERSON, person) if person else (f"{_PERSON} {one.source}{told}", " ".join(name)))
    return found


def _join_people(groups: Groups[_Node], mentions: Sequence[_Mention]) -> None:
    """Full names of one person; a short one that fits two people who are not the same stays by itself."""
    full = sorted({*map(parts, {one.named.name for one in mentions if one.kind is EntityKind.PERSON})})
    by_surname: dict[str, list[tuple[str, ...]]] = {}
    for name in full:
        if is_full(name):
            by_surname.setdefault(surname(name), []).append(name)
    for names in _comparable(by_surname.values()):
        for name in names:
            fitting = [other for other in names if other != name and same_person(name, other)]
            if all(same_person(one, other) for one in fitting for other in fitting):
                for other in fitting:
                    groups.join((_PERSON, " ".join(name)), (_PERSON, " ".join(other)), "same given name and surname")


def _join_misspelt(groups: Groups[_Node], mentions: Sequence[_Mention]) -> None:
    """Full names whose surnames differ in one letter, in sources that name somebody else in common: Rait and Raite.

    No two names that one source has both of come together.
    """
    named: dict[str, set[tuple[str, ...]]] = {}
    sources: dict[_Node, set[str]] = {}
    by_given: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    people = ((one.source, one.named.name) for one in mentions if one.kind is EntityKind.PERSON)
    for source, person in dict.fromkeys(people):
        name = parts(person)
        if is_full(name):
            named.setdefault(source, set()).add(name)
            sources.setdefault(groups.root((_PERSON, " ".join(name))), set()).add(source)
            by_given.setdefault(name[:-1], set()).add(name)
    for names in by_given.values():
        if len(names) > _MOST_OF_A_SURNAME:
            continue
        for name, other in combinations(sorted(names), 2):
            if not misspelt(name[-1], other[-1]):
                continue
            here, there = (groups.root((_PERSON, " ".join(one))) for one in (name, other))
            ours, theirs = sources[here], sources[there]
            beside = set().union(*(named[one] for one in ours)) & set().union(*(named[one] for one in theirs))
            if ours.isdisjoint(theirs) and beside - {name, other}:
                groups.join(here, there, "same given name, like surname")
                sources[groups.root(here)] = ours | theirs


def _comparable(groups: Iterable[list[tuple[str, ...]]]) -> Iterator[list[tuple[str, ...]]]:
    """The names to compare with each other: of very many with one surname only those with the same given name."""
    for names in groups:
        if len(names) <= _MOST_OF_A_SURNAME:
            yield names
            continue
        by_given: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            by_given.setdefault(name[0], []).append(name)
        yield from by_given.values()


def _join_surnames(groups: Groups[_Node], nodes: Sequence[tuple[_Mention, _Node]]) -> None:
    """Surnames alone: the person of that surname where all sources together know only one."""
    people: dict[str, set[_Node]] = {}
    lone: dict[str, set[_Node]] = {}
    given: dict[str, set[_Node]] = {}
    sexes: dict[_Node, Counter[str]] = {}
    for mention, node in nodes:
        if mention.kind is not EntityKind.PERSON:
            continue
        name = parts(mention.named.name)
        if mention.named.sex:
            sexes.setdefault(groups.root(node), Counter())[mention.named.sex] += 1
        if node[0] == _PERSON:
            people.setdefault(surname(tuple(node[1].split())), set()).add(groups.root(node))
            given.setdefault(node[1].split()[0], set()).add(groups.root(node))
            if not is_full(name):
                groups.note(node, "surname" if surname(name) in node[1].split()[-1:] else "given name")
        else:
            lone.setdefault(surname(name), set()).add(node)
    told = {node: sex_told(counts) for node, counts in sexes.items()}
    for last, alone in sorted(lone.items()):
        owners = sorted({groups.root(one) for one in people.get(last, set())})
        if not owners and last in given:
            continue  # a given name by itself is somebody else's in another article
        if not owners:
            _join_alike(groups, sorted(alone), told)
            continue
        by_sex = {sex: [one for one in owners if not sexes_differ(sex, told.get(one, ""))] for sex in ("m", "f", "")}
        for node in sorted(alone):
            fitting = by_sex[told.get(node, "")]
            if len(fitting) == 1:
                groups.join(fitting[0], node, "surname")


def _join_alike(groups: Groups[_Node], alone: Sequence[_Node], told: Mapping[_Node, str]) -> None:
    """Surnames alone, of several sources, that nobody is known to have in full: one person, or a man and a woman."""
    apart: list[_Node] = []
    for node in alone:
        fitting = (one for one in apart if not sexes_differ(told.get(node, ""), told.get(one, "")))
        first = next(fitting, None)
        if first is None:
            apart.append(node)
        else:
            groups.join(first, node, "same name")


def _join_others(groups: Groups[_Node], nodes: Sequence[tuple[_Mention, _Node]]) -> None:
    names: dict[_Node, dict[str, EntityKind]] = {}
    for mention, node in nodes:
        if node[0] == _OTHER:
            names.setdefault(node, {})[plain(mention.named.name)] = mention.kind
    for one, other, reason in same_bodies({node[1]: forms for node, forms in names.items()}):
        groups.join((_OTHER, one), (_OTHER, other), reason)


def _suggested(members: Iterable[_Mention], reasons: set[str]) -> Suggested:
    ordered = sorted(members, key=lambda one: (one.source, one.named.start))
    spellings = Counter(one.named.name for one in ordered)
    kinds = Counter(one.kind for one in ordered)
    kind = max(kinds.items(), key=lambda item: (item[1], item[0].value))[0]
    if any(map(team, spellings)):
        kind = EntityKind.ORGANISATION
    expand = bool(reasons & {"acronym", "blend"})
    best = max(spellings, key=lambda one: _rank(one, kind, len(_pieces(one)) if expand else 0, spellings[one]))
    name = best.replace("[", "").replace("]", "")
    if kind is EntityKind.PLACE and len({key(one, kind) for one in spellings}) == 1 and len(spellings) > 1:
        reasons = reasons | {"same country" if plain(name) in countries() else "same place"}
    elif len(spellings) > 1 and not reasons:
        reasons = {"same name"}
    return Suggested(
        _slug(name),
        name,
        kind,
        tuple(sorted((one for one in spellings if one != name), key=lambda one: (-spellings[one], one))),
        tuple(sorted({one.named.role for one in ordered if one.named.role})),
        tuple((one.source, one.named.start, one.named.end) for one in ordered),
        tuple(sorted(reasons)),
    )


def _pieces(name: str) -> list[str]:
    return name.replace("-", " ").split()


def _rank(name: str, kind: EntityKind, length: int, count: int) -> tuple[bool, bool, bool, int, int, int, str]:
    """What makes a spelling the canonical one: listed first, whole, not in capitals, long where asked, used often."""
    known = known_names().get(plain(name))
    whole = is_full(parts(name)) if kind is EntityKind.PERSON else " " in name
    clean = not name.startswith(("[", "The ")) and (not name.isupper() or len(name) < 3)
    listed = known is not None and known.canonical == name and known.kind is kind
    return listed, whole, clean, length, count, -len(name), name


def _slug(name: str) -> str:
    return folded(name).replace("'", "").replace("&", "and").replace(" ", "-") or "name"


def _numbered(found: Sequence[Suggested]) -> list[Suggested]:
    """The same with ids that differ: the kind is added, then a number."""
    taken: set[str] = set()
    result: list[Suggested] = []
    for one in found:
        choices = [one.id, f"{one.id}-{one.kind.value}"]
        number = 2
        while choices[0] in taken:
            choices = choices[1:] or [f"{one.id}-{number}"]
            number += len(choices) == 1
        taken.add(choices[0])
        result.append(one._replace(id=choices[0]))
    return result
