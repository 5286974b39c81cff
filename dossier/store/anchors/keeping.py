"""Keeping the texts that a dossier quotes, so that each quote stays citable from the version it was taken from."""

from __future__ import annotations

from contextlib import suppress

from dossier.model.dossier import Dossier
from dossier.model.errors import UnreadableError
from dossier.store.anchors.snapshots import Snapshots


def keep_versions(dossier: Dossier, *, unnamed: bool = False) -> dict[str, str]:
    """Keeps the reading text of every source in which a quote that a person wrote down stands, and returns its SHA-256.

    By source id; ``unnamed`` leaves out what is quoted only by evidence that names its version, which was kept with it.
    What is kept already is not written again; a source whose words have all changed, or that cannot be
    read, is left out: it is no version that anything was taken from. Raises
    :class:`dossier.model.errors.DossierError` when a version cannot be written.
    """
    kept = Snapshots(dossier.folder)
    quoted = dict.fromkeys(
        piece.source
        for claim in dossier.claims
        for piece in claim.evidence
        if piece.decided and piece.start >= 0 and piece.settled and not (unnamed and piece.selector.version)
    )
    found: dict[str, str] = {}
    for source in quoted:
        with suppress(UnreadableError):  # told with the dossier's problems
            found[source] = kept.keep(dossier.reading(source).text)
    return found
