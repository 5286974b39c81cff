"""Teams that are called after a place: the Indianapolis Colts."""

from __future__ import annotations

from functools import lru_cache

from dossier.analysis.language.lexicon import known_kind, plain
from dossier.analysis.language.lists import words
from dossier.model.entity import EntityKind


@lru_cache(maxsize=8192)
def team(name: str) -> str:
    """What a team is called for short, Colts; empty for any other name. A place and a plural make a team."""
    place, _, last = plain(name).rpartition(" ")
    given = words("given_names")
    plural = last.endswith("s") and not last.endswith("ss") and last.lower() not in words("word_surnames")
    if not place or not plural or last in given or place.split()[0] in given:
        return ""
    return last if known_kind(place) is EntityKind.PLACE else ""
