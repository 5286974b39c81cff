"""Names of organisations, facilities, events and things that are the same: acronyms, blends, short forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, pairwise

from dossier.analysis.entities.aliases import blend_core, blended, folded, initials, is_acronym, is_blend, letters_of
from dossier.analysis.entities.teams import team
from dossier.analysis.language.lexicon import is_common, known_names, plain
from dossier.analysis.language.lists import words
from dossier.model.entity import EntityKind

Forms = Mapping[str, Mapping[str, EntityKind]]
"""For each key the names as written, with their kinds."""

Pairs = Iterator[tuple[str, str, str]]
"""Two keys that are the same, and why."""

_NOT_SHORTENED = (EntityKind.PERSON, EntityKind.PLACE)


def same_bodies(forms: Forms) -> Pairs:
    """Pairs of keys whose names are the same thing's. People are never compared: D.C. is not David Copley."""
    return chain(_acronyms(forms), _blends(forms), _short_forms(forms))


def _acronyms(forms: Forms) -> Pairs:
    """An acronym and the only longer name that has its initials."""
    longer: dict[str, set[str]] = {}
    for key, names in forms.items():
        for name, kind in names.items():
            if " " in name and kind is not EntityKind.PERSON:
                for acronym in initials(name):
                    longer.setdefault(acronym, set()).add(key)
    for key, names in sorted(forms.items()):
        for name in sorted(names):
            candidates = longer.get(letters_of(name), set()) - {key} if is_acronym(name) else set()
            if len(candidates) == 1 and not _listed(name):
                yield key, candidates.pop(), "acronym"


def _blends(forms: Forms) -> Pairs:
    """A word made of the beginnings of a longer name's words, with or without its country and head noun."""
    cores: dict[str, dict[str, set[str]]] = {}
    starting = _beginnings(forms)
    for key, names in forms.items():
        for name, kind in names.items():
            core = blend_core(name)
            if core and kind not in _NOT_SHORTENED and not _listed(core) and not is_common(core.lower()):
                head = plain(name).rpartition(core)[2].strip()
                cores.setdefault(folded(core), {}).setdefault(head, set()).add(key)
    for core, by_head in sorted(cores.items()):
        bare = by_head.pop("", set())
        heads = [*by_head.values()]  # the Vale Bank is not the Vale Hospital, but may be what is called the Vale
        for same in [bare | heads[0]] if len(heads) == 1 else [bare, *heads]:
            for one, other in pairwise(sorted(same)):
                yield one, other, "same short name"
        keys = bare.union(*heads)
        first = min(keys)
        made = {key for key, parts in starting.get(core[:2], ()) if key not in keys and is_blend(core, parts)}
        if len(made) == 1:
            yield made.pop(), first, "blend"


def _beginnings(forms: Forms) -> dict[str, list[tuple[str, list[str]]]]:
    """The words a blend of a longer name may be made of, each with its key, by the first two letters."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for key, names in forms.items():
        for name, kind in names.items():
            if " " in name and kind not in _NOT_SHORTENED:
                for parts in blended(name):
                    found.setdefault(parts[0][:2], []).append((key, parts))
    return found


def _short_forms(forms: Forms) -> Pairs:
    """A name of one uncommon word, and the only longer name that begins with it: Barclays, Barclays Bank.

    After a head noun that comes first, it is the rest that stands for the name: Hurricane Katrina, Katrina. And a team
    goes without its town.
    """
    firsts: dict[str, set[str]] = {}
    for key, names in forms.items():
        for name, kind in names.items():
            if " " in name and kind not in _NOT_SHORTENED:
                first, _, rest = name.partition(" ")
                short = rest if first in words("leading_heads") else team(name) or first
                firsts.setdefault(folded(short), set()).add(key)
    for key, names in sorted(forms.items()):
        if " " in key or _listed_key(names) or is_common(key) or not words("stop_capitals").isdisjoint(names):
            continue
        candidates = firsts.get(key, set()) - {key}
        if len(candidates) == 1 and not any(kind in _NOT_SHORTENED for kind in names.values()):
            yield key, candidates.pop(), "short form"


def _listed(name: str) -> bool:
    return plain(name) in known_names()


def _listed_key(names: Mapping[str, EntityKind]) -> bool:
    return any(_listed(name) for name in names)
