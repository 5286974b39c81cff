"""What the words around a person's name tell of the person: a man or a woman, and whether named for another's sake."""

from __future__ import annotations

from typing import NamedTuple

from dossier.analysis.language.lists import table, words
from dossier.analysis.language.sexes import sex_of, sex_of_relative

_NEAR = 40
"""Code points around a name that are looked at."""

_FURTHER = 4
"""Words after a possessive among which a relative is looked for: "Ann Doe's late older brother"."""


class Bearing(NamedTuple):
    """``sex`` is "m", "f" or empty; ``aside`` is told of a relative of whoever is talked about ("his wife, Jane"), and
    of whoever is only named to say whose relative somebody is ("Sean's mother").
    """

    sex: str
    aside: bool


def bearing(text: str, start: int, end: int) -> Bearing:
    """That of the name of a person that stands at these code points."""
    before = _words_before(text, start)
    last = before[-1] if before else ""
    told = sex_of((last.rstrip("."),)) or sex_of_relative(last.rstrip(",")) or sex_of(text[start:end].lower().split())
    while before and before[-1] in words("of_kin"):
        before.pop()
    relative = bool(before) and before[-1].rstrip(",") in table("kin")
    return Bearing(told, relative or _has_relative(text[end : end + _NEAR]))


def _words_before(text: str, start: int) -> list[str]:
    """The words of the line right before a name, with the signs behind them."""
    left = text[max(0, start - _NEAR) : start]
    line = left[left.rfind("\n") + 1 :]
    return line.lower().split() if line[-1:] == " " else []


def _has_relative(after: str) -> bool:
    """Whether what comes after a name is a relative of that person, perhaps with an adjective: "'s late mother"."""
    if not after.startswith(("'", "’")):
        return False
    for word in after.lower().split()[1:_FURTHER]:
        bare = word.strip(".,;")
        if bare in table("kin"):
            return True
        if bare in table("function_words"):
            return False
    return False
