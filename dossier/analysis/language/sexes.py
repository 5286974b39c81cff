"""Whether somebody is a man or a woman, as far as a form of address or a given name tells: "m", "f" or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.analysis.language.lists import table, words


def sex_of(name: Sequence[str]) -> str:
    """What the words of a name tell, in lower case, a form of address first if there is one."""
    told = table("spoken_titles").get(name[0].rstrip(".")) if name else ""
    return told or (_given().get(name[0], "") if len(name) > 1 else "")


def sex_of_relative(word: str) -> str:
    """What a word for a relative tells, as "wife" does; nothing for any other word."""
    return table("kin").get(word, "").replace("x", "")


@cache
def _given() -> dict[str, str]:
    """Given names in lower case with who has them, empty for men and women. Do not change what is returned."""
    women, either = words("womens_names"), words("either_names")
    return {name.lower(): "" if name in either else "f" if name in women else "m" for name in words("given_names")}
