"""Offices and forms of address before a name: "Interior Minister", "Gen.", "diplomat"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.entities.capitals import Word
from dossier.analysis.language.lexicon import heads, honorifics, is_role, known_names, peoples, plain
from dossier.analysis.language.lists import words

LONGEST_ROLE = 80
"""Code points looked at before a name for an office in lower case."""

_PLACES = 3
"""Words of the longest place name looked for after "of" in an office."""


_BEFORE_VERBS = frozenset(("to", "will", "would", "can", "could", "may", "might", "should", "must", "and", "not"))
"""Words after which "host" or "guard" is a verb."""


class Office(NamedTuple):
    """Where the office at the beginning of some words ends: at word ``end``; ``address`` if it is none really."""

    end: int
    head: int
    address: bool


def office(run: Sequence[Word]) -> Office | None:
    """The office that a run of words begins with, its field included: Minister of State for Interior."""
    head = _head(run)
    if head is None:
        return None
    at, address = head, True
    while at < len(run):
        word = run[at]
        if at > head and word.tie in ("of", "for", "to"):
            at, address = _field_end(run, at), False
        elif at > head and word.tie not in (" ", "and"):
            break
        elif is_title(word) and not _goes_on(run, at):
            address = address and not honorifics().get(word.text, True)
            at += 1
        elif at > head and word.lower in words("portfolios") and any(is_title(one) for one in run[at + 1 : at + 3]):
            at += 1
        else:
            break
    return Office(at, head, address)


def is_title(word: Word) -> bool:
    """Whether a capitalised word is an office or a form of address."""
    return word.text in honorifics() or (is_role(word.text) and word.text not in known_names())


def _head(run: Sequence[Word]) -> int | None:
    """The first office among the words, where those before it may belong to it."""
    given = words("given_names")
    for at, word in enumerate(run):
        if at and word.tie not in (" ", "and", "of", "for"):
            return None
        if is_title(word) and not (at and word.lower.endswith("s") and word.lower not in words("roles")):
            named = at and (run[at - 1].text in given or len(run[at - 1].text) == 1)
            if named and at + 1 == len(run):
                return None
            if at + 1 < len(run) and run[at + 1].tie == " " and run[at + 1].text in heads() and at + 2 >= len(run):
                return at if word.text in honorifics() else None
            return at
        if word.text in given and plain(word.text) not in known_names() and not _leads_body(run, at):
            return None
    return None


def _leads_body(run: Sequence[Word], at: int) -> bool:
    """Whether a body is named after the word at ``at``, as a town that has a given name: Troy Police Chief."""
    return at + 1 < len(run) and run[at + 1].text in heads()


def _goes_on(run: Sequence[Word], at: int) -> bool:
    """Whether the word is a surname that looks like an office: the last of several names."""
    return at > 0 and at + 1 == len(run) and run[at - 1].text in words("given_names")


def _field_end(run: Sequence[Word], at: int) -> int:
    """The end of what an office is for, which begins at word ``at`` after "of" or "for"."""
    stop = at + 1
    while stop < len(run) and run[stop].tie in (" ", "and", "~", ",", "and the") and not is_title(run[stop]):
        stop += 1
    fields = words("portfolios")
    last = max((n for n in range(at, stop) if run[n].lower in fields), default=-1)
    if last >= 0:
        while last + 1 < stop and run[last + 1].text in heads():  # of the Medical Association, not of the Medical
            last += 1
        return last + 1
    for size in range(min(_PLACES, stop - at), 0, -1):
        name = " ".join(word.text for word in run[at : at + size])
        if plain(name) in known_names() or name in peoples():
            return at + size
    given = next((n for n in range(at + 1, stop) if run[n].text in words("given_names")), None)
    return given if given is not None else stop


@cache
def _lower_words() -> re.Pattern[str]:
    return re.compile(r"[\w'’-]+")


def office_before(text: str, block: int, start: int) -> str:
    """The office in lower case that stands right before a name at ``start``; empty where there is none."""
    left = text[max(block, start - LONGEST_ROLE) : start]
    nearest = _lower_words().findall(left, left.rfind(" ", 0, -1) + 1)
    if not left.endswith(" ") or not nearest or not is_role(nearest[-1]):
        return ""
    found = list(_lower_words().finditer(left))
    if left[found[-1].end() :] not in (" ", ", "):
        return ""
    taken = 0
    fields = words("portfolios")
    for match in reversed(found):
        word = match[0]
        if not (is_role(word) if not taken else word.lower() in fields or is_role(word)):
            break
        if taken and left[match.end() : found[-taken].start()] != " ":
            break
        taken += 1
    if taken == 1 and len(found) > 1 and found[-2][0].lower() in _BEFORE_VERBS:
        return ""
    if not taken or (left.endswith(", ") and taken < 2) or (found[-1][0].endswith("s") and not is_role(found[-1][0])):
        return ""
    return left[found[-taken].start() : found[-1].end()]
