"""What a person has seen of the YAML files: what they decide stands on that, not on what others wrote meanwhile."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.edits.edit import Decision
from dossier.model.errors import DossierError
from dossier.store.patching.document import Document
from dossier.store.patching.encoding import decoded
from dossier.store.saving.applying import applied
from dossier.store.saving.saver import Saver
from dossier.store.watching import content_stamp


class _Seen(NamedTuple):
    """A file with what was decided since it was shown: ``stamp`` is that of the file on the disk, empty where others
    have changed that; ``shown`` are the stamps of all that one may see on the screen by now.
    """

    shown: frozenset[str]
    document: Document
    stamp: str


class Sight:
    """The files as they were shown to a person, with what that person has decided since."""

    def __init__(self, saver: Saver) -> None:
        self._saver = saver
        self._seen: dict[str, _Seen] = {}

    def document(self, name: str, shown: bytes) -> Document:
        """The file as the person knows it, who looks at ``shown`` or decided something since.

        Raises :class:`DossierError` when it cannot be read.
        """
        screen = content_stamp(shown)
        seen = self._seen.get(name)
        if seen is None or screen not in seen.shown:
            stamp, now = self._saver.stamped(name)
            document = now if stamp == screen else Document(name, decoded(shown, name).text)
            seen = self._seen[name] = _Seen(frozenset({screen}), document, screen)
        return seen.document

    def unseen(self) -> frozenset[str]:
        """The files that others have changed since; raises :class:`DossierError` when one cannot be read."""
        return frozenset(name for name, seen in self._seen.items() if self._saver.stamped(name)[0] != seen.stamp)

    def decided(self, decision: Decision, unseen: frozenset[str]) -> None:
        """Takes note of what was saved; ``unseen`` are the files that others had changed before."""
        for name in dict.fromkeys(edit.file for edit in decision.edits if edit.file in self._seen):
            seen = self._seen.pop(name)
            try:
                if name in unseen:
                    edits = [edit for edit in decision.edits if edit.file == name]
                    self._seen[name] = seen._replace(document=applied(seen.document, edits).document, stamp="")
                else:
                    stamp, now = self._saver.stamped(name)
                    self._seen[name] = _Seen(seen.shown | {stamp}, now, stamp)
            except DossierError:
                continue  # it is seen again when it is shown again
