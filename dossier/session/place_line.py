"""The line that says where the reader is, and what goes on behind."""

from __future__ import annotations

from dossier.session.labels import status_line
from dossier.session.session import Session


def place_line(session: Session, *, claims_shown: bool) -> str:
    """What is searched for and selected; the focused claim, too, where its panel does not show.

    As long as this line stays the same, a key repaints only what it moves: a line across the screen makes Textual
    compose every panel it crosses.
    """
    said = []
    if session.caret is not None:
        said.append("Selecting: arrows go by words and sentences, Space begins, s takes the sentence, Enter attaches")
    spot = None if session.empty else session.tab.spot
    if spot is not None:
        said += [f"* {note or 'bookmark'}" for note in session.marks(spot.source).notes_in(spot.start, spot.end)]
    claim, entity = session.focused, session.dossier.entity.get(session.entity)
    if session.hits is not None:
        said.append(f"/{session.hits.text}")
    if entity is not None:
        said.append(entity.name)
    if claim is not None and not claims_shown:
        said.append(f"{status_line(claim)}: {claim.text}")
    return "   ".join(said)


def behind_line(session: Session, busy: str) -> str:
    """What could not be saved, how far a review is, and what the program is ``busy`` with."""
    unsaved = f"{session.unsaved:,} not saved" if session.unsaved else ""
    review = session.review.told(session.dossier) if session.review is not None else ""
    return " · ".join(filter(None, (unsaved, review, busy)))
