"""When two names are the same: forms of a name made comparable, acronyms, blends, short forms.

The rules are surname, acronym, synonyms of countries and blends (EXIM), which on the project's five articles found
alias pairs with an F1 of .97, where ratios of common tokens reach .51.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from dossier.analysis.language.lexicon import countries, heads, known_names, peoples, plain, shouted_names
from dossier.analysis.language.lists import table, words
from dossier.model.entity import EntityKind

SHORTEST_BLEND = 4
"""Letters of the shortest blend: below, chance makes too many."""

_WITH_SMALL = 3
"""Letters of an acronym with a small one in its midst: DfE."""

_SMALL = frozenset(["of", "and", "for", "the", "in", "on", "to", "de", "la", "&", "y", "e"])


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.){2,}|[\w&]+(?:['’]\w+)?")


@lru_cache(maxsize=32768)
def folded(name: str) -> str:
    """``name`` without case, accents, hyphens, stops, brackets and a leading article."""
    text = (
        name
        if name.isascii()
        else "".join(char for char in unicodedata.normalize("NFKD", plain(name)) if not unicodedata.combining(char))
    )
    found = [word.replace(".", "").lower() for word in _word().findall(text)]
    return " ".join(found[1:] if len(found) > 1 and found[0] in ("the", "a") else found)


@lru_cache(maxsize=32768)
def key(name: str, kind: EntityKind) -> str:
    """What all plain variants of a name share; for listed names the first of their names."""
    written = plain(name)
    known = known_names().get(shouted_names().get(written, written)) or known_names().get(_without_article(written))
    if known is not None:
        return folded(known.canonical)
    if kind is EntityKind.PERSON:
        return folded(name)
    if kind is EntityKind.PLACE:
        return _in_full(folded(name))
    whole = _body_key(name) if kind is EntityKind.ORGANISATION else folded(name)
    return " ".join(_even(word) for word in whole.split()) if " " in whole else whole


def _in_full(name: str) -> str:
    """The name of a place with its words in full: Mount Cook for Mt Cook; the last may be a street's."""
    *parts, last = name.split() or [name]
    return " ".join((*(table("short_words").get(part, part) for part in parts), last))


def _even(word: str) -> str:
    """A word in one of its spellings, and in the singular."""
    if len(word) < SHORTEST_BLEND + 1:
        return word
    for ending, other in table("spelling_endings").items():
        if word.endswith(ending):
            word = word[: -len(ending)] + other
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_article(name: str) -> str:
    return name[4:] if name.startswith("The ") else name


def _body_key(name: str) -> str:
    """An organisation without legal form and leading country, its words in one order: Department of State."""
    bare = without_country(without_form(plain(name).replace("-", " ")).split())
    known = known_names().get(" ".join(bare))
    if known is not None:
        return folded(known.canonical)
    parts = folded(" ".join(bare)).split()
    if "of" in parts[1:2] and bare[0] in _turning():
        at = parts.index("of")
        parts = parts[at + 1 :] + parts[:at]
    return " ".join(part for part in parts if part != "the")


def without_form(name: str) -> str:
    """A name without the legal form of a company at its end."""
    spelled = name.split()
    while len(spelled) > 1 and spelled[-1].strip(".,") in words("company_forms"):
        spelled.pop()
    return " ".join(spelled)


@cache
def _turning() -> frozenset[str]:
    return frozenset(("Department", "Ministry", "Bureau"))


def without_country(spelled: list[str]) -> list[str]:
    """The words of a body without a country or nationality before a name that can do without it."""
    if len(spelled) < 3 and not (len(spelled) == 2 and spelled[-1].isupper()):
        return spelled
    if (spelled[0] in countries() and spelled[0].isupper()) or spelled[0] in peoples():
        rest = spelled[1:]
        return rest if rest[-1] in heads() or rest[0].isupper() else spelled
    return spelled


def is_acronym(name: str) -> bool:
    """Whether a name is one word of two to eight capitals, or nearly: EXIM, U.N., MoF; Exim is none."""
    letters = name.replace(".", "")
    small = sum(map(str.islower, letters))
    nearly = not small or (small == 1 and len(letters) == _WITH_SMALL and letters[1].islower())
    return letters.isalpha() and 2 <= len(letters) <= 8 and nearly


def letters_of(acronym: str) -> str:
    """An acronym as ``initials`` writes it: EXIM, UN for U.N."""
    return acronym.replace(".", "").upper()


def initials(name: str) -> frozenset[str]:
    """The acronyms a name of several words may have: with and without its small words, legal form and country."""
    parts = plain(name).replace("-", " ").split()
    found: set[str] = set()
    for some in (parts, without_country(parts)):
        big = [part for part in some if part.lower() not in _SMALL]
        if len(big) > 1:
            found.add("".join(part[0] for part in big).upper())
            found.add("".join(part[0] for part in some).upper())
            if big[-1].strip(".") in words("company_forms"):
                found.add("".join(part[0] for part in big[:-1]).upper())
    return frozenset(one for one in found if len(one) > 1)


def blended(name: str) -> list[list[str]]:
    """The words that a blend of a name may be made of: all but the small ones, with and without a country first."""
    parts = [part for part in folded(name).split() if part not in _SMALL]
    return [parts[at:] for at in range(min(2, len(parts) - 1))]


def is_blend(letters: str, parts: Sequence[str]) -> bool:
    """Whether a word is made of the beginnings of the first of these words: EXIM of Export-Import Bank.

    Two letters at least of each, nearly all of them used: the head noun may be left out.
    """
    if len(letters) < SHORTEST_BLEND or parts[0][:2] != letters[:2] or parts[1][:2] not in letters[2:]:
        return False
    states = {0}
    for used, part in enumerate(parts, 1):
        states = {
            at + size
            for at in states
            for size in range(2, min(len(part), len(letters) - at) + 1)
            if letters.startswith(part[:size], at)
        }
        if len(letters) in states and used > 1:
            return len(parts) - used < 2 and not letters.startswith(parts[0])
    return False


def blend_core(name: str) -> str:
    """The one word that is left of a body's name without its country and head noun: EXIM of US Exim Bank."""
    parts = plain(name).split()
    if parts and parts[0] in countries():
        parts = parts[1:]
    if len(parts) == 2 and parts[1] in heads():
        parts = parts[:1]
    return parts[0] if len(parts) == 1 and parts[0] not in heads() else ""
