"""What the program derived from the sources: suggestions, which a person's decisions always beat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dossier.model.claim import Claim
from dossier.model.entity import Entity, Mention

RULES = 31
"""The version of the rules: what was found by another version is made anew."""


class Speech(NamedTuple):
    """What a source reports somebody to have said: ``content`` and ``cue`` are code points of its reading text.

    ``speaker`` is an entity's id, or the words that name the speaker; ``kind`` is ``direct``, ``mixed`` or
    ``indirect``.
    """

    source: str
    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    speaker: str
    kind: str
    hedged: bool = False
    denied: bool = False
    anonymous: bool = False
    document: bool = False


class Copied(NamedTuple):
    """A source that prints what another one prints: the share of its words that also stand there, from 0 to 1."""

    source: str
    of: str
    share: float


@dataclass(frozen=True)
class Derived:
    """Suggested entities with their mentions by source, claims, speech by source, copies; ``foreign`` are the ids of
    sources in a language without rules, ``wires`` the agencies that sources credit, ``joined`` leads from those that
    are one origin, because they copy each other or credit one agency, to one of them. ``studied`` tells what each was
    when it was studied. ``partial`` says that not all have been studied yet.
    """

    entities: tuple[Entity, ...] = ()
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    speech: Mapping[str, tuple[Speech, ...]] = field(default_factory=dict)
    copies: tuple[Copied, ...] = ()
    foreign: frozenset[str] = frozenset()
    wires: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    studied: Mapping[str, str] = field(default_factory=dict)
    partial: bool = False

    def origins_only(self) -> Derived:
        """The same without anything that is suggested: what is left tells which sources are one origin."""
        return replace(self, entities=(), mentions={}, claims=(), speech={})
