"""What a person has seen of the YAML files: what they decide stands on that, not on what others wrote meanwhile."""

from __future__ import annotations

from dossier.model.edits.edit import Decision
from dossier.model.errors import DossierError
from dossier.store.patching.document import Document
from dossier.store.saving.applying import applied
from dossier.store.saving.saver import Saver


class Sight:
    """The files as they were shown to a person, with what that person has decided since."""

    def __init__(self, saver: Saver) -> None:
        self._saver = saver
        self._seen: dict[str, Document] = {}

    def document(self, name: str, shown: str) -> Document:
        """The file as it was seen; ``shown`` is the stamp of what is on the screen.

        Raises :class:`DossierError` when the file cannot be read, or was never seen as it was shown, because another
        program changed it between the showing and the first decision.
        """
        stamp, now = self._saver.stamped(name)
        if stamp == shown or name not in self._seen:
            if stamp != shown:
                raise DossierError(f"another program has just changed {name}: see what it says now, then decide again")
            self._seen[name] = now
        return self._seen[name]

    def unseen(self) -> frozenset[str]:
        """The files that others have changed since; raises :class:`DossierError` when one cannot be read."""
        return frozenset(name for name, seen in self._seen.items() if self._saver.document(name) is not seen)

    def decided(self, decision: Decision, unseen: frozenset[str]) -> None:
        """Takes note of what was saved; ``unseen`` are the files that others had changed before."""
        for name in dict.fromkeys(edit.file for edit in decision.edits):
            seen = self._seen.pop(name, None)
            try:
                if name not in unseen:
                    self._seen[name] = self._saver.document(name)
                elif seen is not None:
                    self._seen[name] = applied(seen, [edit for edit in decision.edits if edit.file == name]).document
            except DossierError:
                continue  # it is seen again when it is shown again
