"""What one decision makes of one file, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.model.edits.edit import Edit
from dossier.store.patching.document import Document
from dossier.store.patching.encoding import decoded
from dossier.store.saving.applying import Applied, Settled, applied
from dossier.store.saving.target import Target
from dossier.store.saving.way_back import WayBack, difference, way_back, went_back
from dossier.store.watching import content_stamp


class Plan(NamedTuple):
    """The file, its new content, and the way back from it; ``applied`` tells of conflicts, and then nothing changes."""

    target: Target
    data: bytes
    back: WayBack
    applied: Applied


class Documents:
    """The documents last read or made, so that a large file is not parsed again for every decision."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, Document]] = {}

    def of(self, target: Target) -> Document:
        """What is in the file; raises :class:`dossier.store.patching.failure.PatchError` when it cannot be told."""
        return self.stamped(target)[1]

    def stamped(self, target: Target) -> tuple[str, Document]:
        """The same, with a stamp that tells this content of the file from any other."""
        stamp = content_stamp(target.data)
        known = self._kept.get(target.name)
        if known is None or known[0] != stamp:
            known = (stamp, Document(target.name, decoded(target.data, target.name).text))
            self._kept[target.name] = known
        return known

    def keep(self, plan: Plan) -> None:
        """Takes note that the file was written."""
        self._kept[plan.target.name] = (plan.back.stamp, plan.applied.document)


def planned(
    target: Target, documents: Documents, edits: Sequence[Edit], settled: Settled | None, back: WayBack | None
) -> Plan:
    """Works out the new content: by ``back`` to the exact bytes where that still leads there, else edit by edit.

    Raises :class:`dossier.store.patching.failure.PatchError` when an edit cannot be made.
    """
    encoded = decoded(target.data, target.name)
    text = went_back(back, target.data, encoded, target.name) if back else None
    if text is not None:
        old = encoded.text
        new = Applied(Document(target.name, text), (difference(old, text),), (), False)
    else:
        document = documents.of(target)
        old = document.text
        new = applied(document, edits, settled)
    data = target.data if new.document.text == old else encoded.bytes_of(new.document.text, target.name)
    return Plan(target, data, way_back(target.data, data, old, new.splices), new)
