"""The how manieth of somebody's something was: "her third title"; and "first-degree murder"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.analysis.language.lists import entries, table, words
from dossier.analysis.quantities.running import FoundQuantity
from dossier.model.quantity import RANK, Quantity


def ranks(text: str) -> Iterator[FoundQuantity]:
    """Every ordinal that somebody has of something: "her third title", and the degrees of crimes.

    Others are many in one story: a first and a second goal, day or victim are no disagreement.
    """
    for match in _pattern().finditer(text):
        thing = match["thing"]
        end = match.end("ending")
        *before, ordinal = [word.lstrip(_OPENING) for word in text[max(end - _REACH, 0) : end].split()[-2:]]
        digits = ordinal[: -len(match["ending"])]
        value = int(digits) if digits.isdecimal() else ordinals().get(ordinal.lower())
        if value is None or thing in table("function_words") or thing in words("ranks_of_nothing"):
            continue
        owned = any(table("function_words").get(word.lower()) == _POSSESSIVE for word in before)
        if thing in words("ranked") or owned:
            name = f"{thing}{match['rest'] or ''}" if _narrows(match["rest"]) else thing
            yield FoundQuantity(end - len(ordinal), match.end("thing"), Quantity.whole(value, RANK, name))


def _narrows(rest: str | None) -> bool:
    """Whether two words after a thing say which of them: "title this year", "title at Oruba"."""
    return rest is not None and table("function_words").get(rest.split()[0], "") in _NARROWING


_POSSESSIVE, _NARROWING = "G", frozenset("ID")
"""Letters of "her", and of "in" and "this", among the function words."""

_REACH = 30
"""Code points of an ordinal and the word before it that are looked at."""

_OPENING = "([{\"'“‘«"


@cache
def ordinals() -> dict[str, int]:
    """The numbers of ordinals that are one word."""
    rows = ((word, kind.split()) for word, kind in table("date_words").items())
    return {word: int(kind[1]) for word, kind in rows if kind[0] == "ordinal"}


@cache
def _pattern() -> re.Pattern[str]:
    """The end of what may be an ordinal, and the word after it: looked for first, as it is rare."""
    endings = "|".join(entries("ordinal_endings"))
    return re.compile(rf"(?P<ending>{endings})[ -](?P<thing>[a-z]{{3,}})\b(?!-)(?=(?P<rest> [a-z]+ \w+)?)")
