"""The how manieth something was: "his third title", "the 44th president", "first-degree murder"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.analysis.language.lists import entries, table, words
from dossier.analysis.quantities.running import FoundQuantity
from dossier.model.quantity import RANK, Quantity


def ranks(text: str) -> Iterator[FoundQuantity]:
    """Every ordinal with the word after it, which it is the rank of; not of a day in its month."""
    for match in _pattern().finditer(text):
        thing = match["thing"]
        if thing in table("function_words") or thing in words("ranks_of_nothing"):
            continue
        end = match.end("ending")
        ordinal = text[max(end - _LONGEST, 0) : end].split()[-1].lstrip(_OPENING)
        digits = ordinal[: -len(match["ending"])]
        value = int(digits) if digits.isdecimal() else ordinals().get(ordinal.lower())
        if value is not None:
            figure = Quantity(value, value - 0.5, value + 0.5, RANK, thing)
            yield FoundQuantity(end - len(ordinal), match.end(), figure)


_LONGEST = 14
"""Code points of an ordinal, and of the signs that may stand before it."""

_OPENING = "([{\"'“‘«"


@cache
def ordinals() -> dict[str, int]:
    """The numbers of ordinals that are one word."""
    rows = ((word, kind.split()) for word, kind in table("date_words").items())
    return {word: int(kind[1]) for word, kind in rows if kind[0] == "ordinal"}


@cache
def _pattern() -> re.Pattern[str]:
    """The end of what may be an ordinal, and the word after it: looked for first, as it is rare."""
    return re.compile(rf"(?P<ending>{'|'.join(entries('ordinal_endings'))})[ -](?P<thing>[a-z]{{3,}})\b(?!-)")
