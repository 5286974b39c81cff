"""What is known of names before a text is read: places, peoples, bodies, words of office, common words."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from dossier.analysis.language.lists import entries, table, words
from dossier.model.entity import EntityKind

_QUOTES = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\xa0": " "})
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
_DERIVED = (
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ical",
    "ically",
    "ingly",
    "ously",
    "fully",
    "able",
    "ible",
    "ative",
    "ising",
    "izing",
    "ised",
    "ized",
    "less",
    "ology",
    "ological",
)
"""Endings of derived words: few names have them."""


class Known(NamedTuple):
    """A name from the lists: what it names, and the first of its names."""

    kind: EntityKind
    canonical: str


def plain(name: str) -> str:
    """``name`` with simple quotes and hyphens, for looking up."""
    return name if name.isascii() else name.translate(_QUOTES)


@cache
def known_names() -> dict[str, Known]:
    """Countries, places and organisations by each of their names. Do not change what is returned."""
    found: dict[str, Known] = {}
    for file, kind in (("organisations", EntityKind.ORGANISATION), ("places", EntityKind.PLACE)):
        for line in entries(file):
            name, _, others = line.partition("\t")
            for one in (name, *filter(None, others.split("|"))):
                found[plain(one)] = Known(kind, name)
    for country, names, _ in _countries():
        for one in (country, *names):
            found[plain(one)] = Known(EntityKind.PLACE, country)
    return found


def known_kind(name: str) -> EntityKind | None:
    """What a listed name names, None for one that is not listed."""
    known = known_names().get(plain(name))
    return known.kind if known is not None else None


@cache
def shouted_names() -> dict[str, str]:
    """The known names of more than three letters by their form in capitals."""
    return {name.upper(): name for name in known_names() if len(name) > 3}


@cache
def countries() -> frozenset[str]:
    """Every name and code of a country."""
    return frozenset(plain(one) for name, others, _ in _countries() for one in (name, *others))


@cache
def peoples() -> frozenset[str]:
    """Adjectives and nouns of nations, singular and plural: capitalised, yet no names of their own."""
    single = {word for _, _, adjectives in _countries() for word in adjectives}
    several = {f"{word}s" for word in single}
    return frozenset(single | several - {name for name, _, _ in _countries()})  # the Philippines are a country


@cache
def nations() -> dict[str, tuple[str, ...]]:
    """Every name and adjective of a country in lower case, with all that this country has."""
    rows = [(name, *others, *adjectives) for name, others, adjectives in _countries()]
    return {one.lower(): tuple(map(str.lower, row)) for row in rows for one in row}


@cache
def _countries() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = (line.split("\t") for line in entries("countries"))
    return tuple((name, _list(others), _list(adjectives)) for name, others, adjectives in rows)


def _list(column: str) -> tuple[str, ...]:
    return tuple(filter(None, column.split("|")))


@cache
def heads() -> dict[str, EntityKind]:
    """What names with this head noun name."""
    return {word: EntityKind(kind.rstrip("+")) for word, kind in table("heads").items()}


@cache
def broad_heads() -> frozenset[str]:
    """Heads of bodies whose field may join two words with "and"."""
    return frozenset(word for word, kind in table("heads").items() if kind.endswith("+"))


@cache
def followers() -> dict[str, EntityKind]:
    """What a name names that one of these lower-case words comes after."""
    return {word: EntityKind(kind) for word, kind in table("followers").items()}


@cache
def honorifics() -> dict[str, bool]:
    """Abbreviated titles and forms of address: whether it says more than how to address a person."""
    found = {}
    for line in entries("honorifics"):
        word, _, mark = line.partition("\t")
        found[word] = mark != "*"
    return found


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Whether ``word`` (lower case) is an English word in common use, inflected or not."""
    common = words("common")
    if word in common or word in words("starters") or word.endswith(_DERIVED):
        return True
    if "-" in word:
        first, _, rest = word.partition("-")
        return is_common(first) and bool(rest)
    return any(
        word.endswith(end) and len(word) > len(end) + 2 and word[: -len(end)] + base in common for end, base in _ENDINGS
    ) or _doubled(word)


def _doubled(word: str) -> bool:
    """Whether it is a verb form that doubles its last consonant: planned, running."""
    stem = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    return len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in words("common")


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether ``word`` is the head noun of an office, singular or plural."""
    lower = plain(word).lower()
    return lower in words("roles") or (lower.endswith("s") and lower[:-1] in words("roles"))
