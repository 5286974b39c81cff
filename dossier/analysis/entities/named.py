"""A name in a text."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.entity import EntityKind


class Named(NamedTuple):
    """A passage that names something: ``name`` as written, without office and possessive.

    ``kind`` is ``None`` where nothing tells it; ``role`` the office that stands with the name, as written; ``sex`` and
    ``aside`` are told of people (:class:`Bearing`).
    """

    start: int
    end: int
    name: str
    kind: EntityKind | None
    role: str = ""
    sex: str = ""
    aside: bool = False
