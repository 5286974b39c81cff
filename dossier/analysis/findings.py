"""What one source states, names and quotes: the values that the steps across sources work on."""

from __future__ import annotations

from typing import NamedTuple

from dossier.analysis.entities.named import Named
from dossier.model.claim import ClaimKind
from dossier.model.dated import Dated
from dossier.model.quantity import Quantity

Span = tuple[int, int]
"""Code points of the reading text, end exclusive."""


class Stated(NamedTuple):
    """A passage that states something checkable.

    ``speaker`` is the name of whoever is reported to say it, empty where the source says it itself. ``names`` are the
    indices of the names in it, ``context`` of those before it in its paragraph. ``strength`` is how much there is in it
    to check, from 0 to 1. ``told`` are its words on one line, with what its sentence leaves out. ``denied`` is true
    where its speaker is reported to say that it is not so. ``before`` are figures that it says held until then.
    """

    start: int
    end: int
    words: str
    kind: ClaimKind
    speaker: str
    quantities: tuple[Quantity, ...]
    dates: tuple[Dated, ...]
    names: tuple[int, ...]
    context: tuple[int, ...]
    strength: float
    told: str = ""
    denied: bool = False
    before: tuple[Quantity, ...] = ()


class Said(NamedTuple):
    """Reported speech: the passages of what was said, the cue, and the speaker's name (empty when nobody is named)."""

    content: tuple[Span, ...]
    cue: Span
    speaker: str
    speaker_at: Span | None
    kind: str
    hedged: bool
    denied: bool
    anonymous: bool
    document: bool


class Findings(NamedTuple):
    """Everything found in one source: ``wire`` is the agency it credits, empty for none; ``language`` is false when the
    text does not look like the rules' language; ``published`` is its ISO date, empty where that is not known.
    """

    names: tuple[Named, ...] = ()
    stated: tuple[Stated, ...] = ()
    said: tuple[Said, ...] = ()
    language: bool = True
    wire: str = ""
    published: str = ""
