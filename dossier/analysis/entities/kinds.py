"""What a name names, from its words and from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.analysis.entities.aliases import initials, letters_of
from dossier.analysis.entities.body_signs import is_body
from dossier.analysis.entities.capitals import Word
from dossier.analysis.entities.chunks import spelled
from dossier.analysis.entities.people import is_given_and_surname
from dossier.analysis.entities.teams import team
from dossier.analysis.language.lexicon import followers, heads, is_common, known_kind, known_names, plain, shouted_names
from dossier.analysis.language.lists import words
from dossier.model.entity import EntityKind

LONGEST_FOLLOWED = 5
"""Lower-case words looked at after a name for what it is: the Alpha copper and gold mine."""


class Surroundings(NamedTuple):
    """The last lower-case word before a name, and the lower-case words right after it."""

    before: str
    after: tuple[str, ...]


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’-])([\w'’-]++),? ?[\"“‘']{0,2}$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"[\"”]?,?[\"”]? ([a-z-]+)")


def surroundings(text: str, block: tuple[int, int], start: int, end: int) -> Surroundings:
    """The words around ``start`` to ``end``."""
    left = _before().search(text[max(block[0], start - 24) : start])
    after: list[str] = []
    at = end
    while len(after) < LONGEST_FOLLOWED:
        match = _after().match(text, at, min(block[1], at + 24))
        if match is None:
            break
        after.append(match[1])
        at = match.end()
    return Surroundings(left[1] if left else "", tuple(after))


def sure_kind(name: Sequence[Word]) -> EntityKind | None:
    """The kind that the words of a name tell by themselves: a listed name, or a head noun."""
    return _spelled_kind(plain(spelled(name)))


@lru_cache(maxsize=8192)
def _spelled_kind(name: str) -> EntityKind | None:
    known = known_names().get(name) or known_names().get(shouted_names().get(name, ""))
    if known is not None:
        return known.kind
    parts = name.split(" ")
    if len(parts) == 1:
        return EntityKind.EVENT if heads().get(name) is EntityKind.EVENT and not is_common(name.lower()) else None
    if is_given_and_surname(parts):
        return None
    if parts[0][0].isdigit() and parts[-1].lower() in words("streets"):
        return EntityKind.FACILITY
    of = next((n for n, part in enumerate(parts) if part in ("of", "for", "to")), len(parts))
    head = heads().get(parts[of - 1]) if of > 1 or of < len(parts) else None
    first = heads().get(parts[0].rstrip("."))
    if head is None and len(parts) == _TOWN and parts[0] in words("towns"):
        return EntityKind.PLACE
    if head is None and first is not None and parts[0].rstrip(".") in words("leading_heads"):
        return first
    if head is None and first is EntityKind.THING and is_common(parts[-1].lower()):
        return first
    if head is None and parts[-1].rstrip(".") in words("company_forms"):
        return EntityKind.ORGANISATION
    return head


_TOWN = 2
"""Words of a town such as Port Talbot."""


class Guess(NamedTuple):
    """A kind, and how sure it is: 3 by the name itself, 2 by what stands around it, 1 for want of better."""

    kind: EntityKind | None
    strength: int


def guess(name: Sequence[Word], text: str, block: tuple[int, int]) -> Guess:
    """The kind of a name from its words, else from the words around it in its block of the text."""
    sure = sure_kind(name)
    if sure is not None:
        return Guess(sure, 3)
    if len(name) > 1 and team(spelled(name)):
        return Guess(EntityKind.ORGANISATION, 3)
    within, ends = _is_within_place(text, name[-1].end)
    person = _is_person(name)
    if person and not ends:
        return Guess(EntityKind.PERSON, 3)
    around = surroundings(text, block, name[0].start, name[-1].end)
    if ends and around.before in words("before_places"):
        return Guess(EntityKind.PLACE, 3)  # whatever it looks like: "in Ann Arbor, Mich."
    if person:
        return Guess(EntityKind.PERSON, 3)
    if within and around.before in words("before_places") | words("attaching"):
        return Guess(EntityKind.PLACE, 2)
    if is_body(text, block, name[0].start, name[-1].end):
        return Guess(EntityKind.ORGANISATION, 3 if len(name) == 1 else 2)
    if len(name) < _LONGEST_HOME and _is_home(name, text, block, around):
        return Guess(EntityKind.PLACE, 2)
    if len(name) > 1 and _age_after().match(text, name[-1].end):
        return Guess(EntityKind.PERSON, 2)
    likely = _by_surroundings(name, around)
    kind = likely or _by_shape(name, around)
    if kind is EntityKind.PERSON and len(name) > 1 and _is_abbreviated(name, text):
        return Guess(EntityKind.ORGANISATION, 3)
    return Guess(kind, 2 if likely else 1)


def _is_abbreviated(name: Sequence[Word], text: str) -> bool:
    """Whether its initials, three or more, stand in brackets behind a name: hardly anybody's do."""
    found = _in_brackets().match(text, name[-1].end)
    return found is not None and letters_of(found[1]) in initials(spelled(name))


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(r" ?\((?:the )?[\"“‘']?([A-Z][A-Za-z.]{2,8})[\"”’']?\)")


def _is_within_place(text: str, end: int) -> tuple[bool, bool]:
    """Whether a comma and a known place come after a name, as in Bayou Vale, Alabama; and a sign after that."""
    found = _place_after().match(text, end)
    if found is None or EntityKind.PLACE not in (known_kind(found[1]), known_kind(f"{found[1]}.")):
        return False, False
    return True, found[1].endswith(".") or text[found.end() : found.end() + 1] in _CLOSING


_CLOSING = ",.;:)"
"""Signs that the name of a place around another one ends with."""


def _is_home(name: Sequence[Word], text: str, block: tuple[int, int], around: Surroundings) -> bool:
    """Whether people come from there: "Ann Doe, 41, of Marville," or "a Marville woman"."""
    before = text[max(block[0], name[0].start - _HOME) : name[0].start]
    if around.after[:1] and around.after[0] in words("inhabitants"):
        return around.before in words("articles") or around.before.endswith("-old")
    return _aged_from().search(before) is not None


_LONGEST_HOME = 4
"""Words of a place, and one more."""

_HOME = 16
"""Code points before a place in which an age and "of" stand."""


@cache
def _aged_from() -> re.Pattern[str]:
    return re.compile(r", [1-9]\d?, (?:of|from) $")


@cache
def _age_after() -> re.Pattern[str]:
    return re.compile(r", [1-9]\d?[,;]")


@cache
def _place_after() -> re.Pattern[str]:
    return re.compile(r", ((?:[A-Z]\.){2,3}|[A-Z][a-z]{2,}(?: [A-Z][a-z]{3,})?\b)")


def _is_person(name: Sequence[Word]) -> bool:
    """Whether several words begin with a given name or an initial."""
    first = name[0].text
    if len(name) == 1:
        return False
    if first in words("given_names"):
        return True
    initials = _initials().fullmatch(first) is not None and plain(first) not in known_names()
    return initials or (len(first.rstrip(".")) == 1 and first != "X")


@cache
def _initials() -> re.Pattern[str]:
    """Two initials and more: P.J. Doe."""
    return re.compile(r"(?:[A-Z]\.){2,3}")


def _by_surroundings(name: Sequence[Word], around: Surroundings) -> EntityKind | None:
    followed = next((followers()[word] for word in around.after if word in followers()), None)
    if followed and _describes(around.after):
        return followed
    last = name[-1].text
    if len(name) == 1 and (_is_acronym(last) or (around.before == "the" and _is_body(last))):
        return EntityKind.ORGANISATION
    if around.after and around.after[0] in words("speaking") and around.before != "the":
        if len(name) == 1 and last.lower() in words("vehicle_makes"):
            return EntityKind.ORGANISATION
        if len(name) == 1 and is_common(last.lower()):  # "Investigators said", "Defence said"
            return EntityKind.ORGANISATION if _is_body(last) else None
        body = len(name) > 2 and any(_is_body(word.text) for word in name[1:])
        return EntityKind.ORGANISATION if body or any(char.isupper() for char in last[2:]) else EntityKind.PERSON
    if len(name) == 1 and around.before in ("in", "near", "at"):
        return EntityKind.PLACE
    return None


def _by_shape(name: Sequence[Word], around: Surroundings) -> EntityKind | None:
    if len(name) == 1:
        return EntityKind.ORGANISATION if any(char.isupper() for char in name[0].text[2:]) else None
    if name[0].lower in words("vehicle_makes") and around.before in words("articles") | words("colours"):
        return EntityKind.THING
    direction = name[-1].lower in words("directions") and name[-1].text.istitle()
    if direction and around.before in words("before_places"):
        return EntityKind.PLACE  # from Hampton East
    if _is_part_of_place(name):
        return EntityKind.PLACE
    if around.before != "the" and _looks_like_person(name):
        return EntityKind.PERSON
    return EntityKind.ORGANISATION if around.before == "the" else EntityKind.THING


def _is_part_of_place(name: Sequence[Word]) -> bool:
    """Whether a direction or the like stands before a known place: Inner Mongolia."""
    if name[0].lower not in words("place_parts") and name[0].lower not in words("directions"):
        return False
    return known_kind(spelled([name[1].first(), *name[2:]])) is EntityKind.PLACE


def _looks_like_person(name: Sequence[Word]) -> bool:
    """Whether there are two to four words, tied directly, most of them no common English words, none in capitals, no
    number, and none that tells what else is named: Naval Ship Alpha, West Fifth.
    """
    if name[0].lower in words("directions") or any(word.text in heads() for word in name):
        return False
    direct = all(word.tie in ("", " ", "~") and word.lower not in words("starters") for word in name)
    direct = direct and not any(map(str.isdigit, "".join(word.text for word in name)))
    uncommon = sum(not is_common(word.lower) for word in name)
    last = name[-1].lower
    surname = last in words("word_surnames") or not (is_common(last) or last in words("product_ends"))
    made = known_kind(name[0].text) is EntityKind.ORGANISATION  # what a known body makes: Alphabet Gizmo
    likely = surname and not made and uncommon * 2 >= len(name)
    return direct and likely and len(name) <= 4 and not _is_acronym(name[0].text)


def _is_body(word: str) -> bool:
    return heads().get(word) is EntityKind.ORGANISATION


def _describes(after: Sequence[str]) -> bool:
    """Whether the words up to the one that tells the kind belong to the name: no verb or preposition between."""
    for word in after:
        if word in followers():
            return True
        if word in words("starters") and word not in ("and",):
            return False
    return False


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()
