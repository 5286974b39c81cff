"""The reader's place as plain values, to be kept in a file and restored from whatever is found there."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.dossier import Dossier
from dossier.model.errors import UnreadableError
from dossier.model.passage import Passage
from dossier.session.history import History
from dossier.session.layout import (
    LONGEST_LINES,
    MOST_PANES,
    NARROWEST_CLAIMS,
    NARROWEST_ENTITIES,
    SHORTEST_LINES,
    WIDEST_CLAIMS,
    WIDEST_ENTITIES,
)
from dossier.session.moving import moved, words_at
from dossier.session.pane import Pane, Tab
from dossier.session.session import Session, View

HISTORY_KEPT = 50
FIRST_SCREEN = 1200
"""Code points that are surely on the first screen."""


def place_of(session: Session) -> dict[str, object]:
    """What is worth keeping of a session, as JSON values."""
    shelf = session.shelf
    return {
        "panes": [_pane_values(session.dossier, pane) for pane in session.panes],
        "active": session.active,
        "claim": session.claim,
        "entity": session.entity,
        "view": session.view.value,
        "measure": session.measure,
        "zoomed": session.zoomed,
        "shelf": [shelf.entities, shelf.claims, shelf.entities_width, shelf.claims_width],
        "bookmarks": [_values(session.dossier, place) for place in session.bookmarks],
    }


def _values(dossier: Dossier, place: Passage) -> list[object]:
    return [place.source, place.start, place.end, words_at(dossier, place)]


def _pane_values(dossier: Dossier, pane: Pane) -> dict[str, object]:
    return {
        "tabs": [_tab_values(dossier, tab) for tab in pane.tabs],
        "active": pane.active,
        "behind": [[*place] for place in pane.history.behind[-HISTORY_KEPT:]],
        "ahead": [[*place] for place in pane.history.ahead[-HISTORY_KEPT:]],
    }


def _tab_values(dossier: Dossier, tab: Tab) -> list[object]:
    here = _values(dossier, Passage(tab.source, tab.offset, tab.offset))
    return [here, _values(dossier, tab.spot)] if tab.spot else [here]


def session_for(dossier: Dossier, place: Mapping[str, object]) -> Session:
    """A session where an earlier one left off; ``place`` is what was kept of it, empty at the first start."""
    session = Session(dossier)
    restore(session, place)
    return session


def make_ready(session: Session) -> None:
    """Work out what the first screen shows, and what ``s`` will ask for, so that painting is all that is left."""
    if session.empty:
        return
    session.dossier.texts.totals()
    try:
        for source in shown_first(session):
            session.marks(source)
        if not session.claim:
            session.follow(session.tab.offset, session.tab.offset + FIRST_SCREEN)
        session.rows()
    except UnreadableError:
        return  # the screen says so when it comes to it


def shown_first(session: Session) -> tuple[str, ...]:
    """The ids of the sources on the first screen, after the one that follows, which may be beside them."""
    if session.empty:
        return ()
    order = session.dossier.sources
    following = order[session.dossier.number[session.tab.source] % len(order)]
    return following.id, *(pane.tab.source for pane in session.panes)


def restore(session: Session, kept: Mapping[str, object]) -> None:
    """Put a session where ``kept`` says, as far as it still makes sense for the dossier as it is now."""
    panes = [pane for value in _list(kept.get("panes")) if (pane := _pane(session, value))]
    if panes:
        session.panes = panes[:MOST_PANES]
    session.active = _number(kept.get("active"), len(session.panes) - 1)
    for name in ("claim", "entity"):
        value = kept.get(name)
        if isinstance(value, str) and value in getattr(session.dossier, name):
            setattr(session, name, value)
    if kept.get("view") in tuple(View):
        session.view = View(str(kept["view"]))
    session.measure = max(SHORTEST_LINES, _number(kept.get("measure"), LONGEST_LINES) or Session.measure)
    session.zoomed = kept.get("zoomed") is True
    match kept.get("shelf"):
        case [bool(entities), bool(claims), int(left), int(right)]:
            shelf = session.shelf
            shelf.entities, shelf.claims = entities, claims
            shelf.entities_width = max(NARROWEST_ENTITIES, min(left, WIDEST_ENTITIES)) if left > 0 else 0
            shelf.claims_width = max(NARROWEST_CLAIMS, min(right, WIDEST_CLAIMS)) if right > 0 else 0
    session.bookmarks_found = _list(kept.get("bookmarks"))
    session.bookmarks = [p for value in session.bookmarks_found if (p := _passage(session, value))]


def _pane(session: Session, value: object) -> Pane | None:
    if not isinstance(value, dict):
        return None
    tabs = [tab for kept in _list(value.get("tabs")) if (tab := _tab(session, kept))]
    if not tabs:
        return None
    behind = [p for kept in _list(value.get("behind")) if (p := _passage(session, kept))]
    ahead = [p for kept in _list(value.get("ahead")) if (p := _passage(session, kept))]
    return Pane(tabs, _number(value.get("active"), len(tabs) - 1), History(behind, ahead))


def _tab(session: Session, value: object) -> Tab | None:
    match value:
        case [here, *spots]:
            place = _passage(session, here)
            if place is not None:
                landed = _passage(session, spots[0]) if spots else None
                same = landed is not None and landed.source == place.source and landed.end > landed.start
                return Tab(place.source, place.start, spot=landed if same else None)
    return None


def _passage(session: Session, value: object) -> Passage | None:
    """A kept passage, where its words stand now."""
    match value:
        case [str(source), int(start), int(end), *words] if 0 <= start <= end:
            place = Passage(source, start, end)
            if words and isinstance(words[0], str):
                return moved(session.dossier, place, words[0])
            return place if session.dossier.holds(place) else None
    return None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _number(value: object, most: int) -> int:
    return max(0, min(value, most)) if isinstance(value, int) else 0
