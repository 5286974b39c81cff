"""Choosing words with the keyboard: how it begins, and what keys do meanwhile."""

from __future__ import annotations

from dossier.model.errors import UnreadableError
from dossier.session.caret import Caret
from dossier.session.session import Panel, Session, View

WORDS = {"left": -1, "h": -1, "right": 1, "l": 1, "b": -1, "w": 1}
SENTENCES = {"up": -1, "k": -1, "down": 1, "j": 1}


def begin(session: Session) -> None:
    """Begin on the words landed on, else on the first on the screen."""
    session.view, session.panel = View.READING, Panel.ARTICLE
    tab = session.tab
    reading = session.dossier.reading(tab.source)
    session.caret = Caret.at(reading, tab.source, tab.spot.start if tab.spot else tab.offset, tab.spot)
    show_caret(session)


def let_go(session: Session) -> None:
    """Choose no more where another article, or none, is read by now."""
    caret = session.caret
    elsewhere = session.empty or session.view is not View.READING
    if caret is not None and (elsewhere or session.tab.source != caret.source):
        session.caret = None


def caret_key(session: Session, key: str) -> bool:
    """Do what a key does to the words that are being chosen; false when it does nothing to them."""
    let_go(session)
    caret = session.caret
    if caret is None or session.panel is not Panel.ARTICLE:
        return False
    try:
        reading = session.dossier.reading(caret.source)
    except UnreadableError:
        session.caret = None
        return False
    bare = key.removeprefix("shift+")
    if bare != key and bare in (*WORDS, *SENTENCES) and caret.mark is None:
        caret.toggle_mark()
    if bare in WORDS:
        caret.to_word(reading.text, WORDS[bare])
    elif bare in SENTENCES:
        caret.to_sentence(reading, SENTENCES[bare])
    elif key == "space":
        caret.toggle_mark()
    elif key == "s":
        caret.take_sentence(reading)
    elif key == "o":
        caret.swap()
    else:
        return False
    show_caret(session)
    return True


def show_caret(session: Session) -> None:
    """Bring what is being chosen on the screen."""
    caret = session.caret
    if caret is not None:
        session.tab.spot = caret.passage
        session.tab.target = caret.passage
