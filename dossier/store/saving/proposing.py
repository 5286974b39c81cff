"""Edits made from a document as it is now."""

from __future__ import annotations

from dossier.model.edits.edit import Edit
from dossier.model.edits.values import EMPTY, Plain
from dossier.store.patching.document import Document
from dossier.store.patching.kinds import TOP, key_of


def proposed(document: Document, key: str, wanted: Plain | None, place: str | None = None) -> Edit:
    """The edit after which the item ``key`` reads as ``wanted``, or is gone with ``None``.

    For a new item ``key`` is ignored and made of ``wanted``; ``place`` is the key of the item that it is to stand
    after, see :class:`dossier.model.edits.edit.Edit`. The key :data:`TOP` is title and description of dossier.yaml.
    """
    name = document.name
    if key == TOP and document.kind.top and (wanted is None or not key_of(name, wanted)):
        return Edit(name, TOP, document.item(TOP) or EMPTY, wanted or EMPTY)
    before = document.item(key) if key else None
    if before is None:
        return Edit(name, key_of(name, wanted or EMPTY), None, wanted, place)
    becomes = key_of(name, wanted) if wanted is not None else key
    stands = document.before(key) if wanted is None else None
    return Edit(name, key, before, wanted, stands, becomes if becomes != key else "")
