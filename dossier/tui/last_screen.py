"""Keeps the picture of the screen for the next start."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dossier.model.errors import DossierError

MOST_STAMPED = 200
"""Sources whose change makes a picture wrong even if they are not on it: they may be counted in the header."""

if TYPE_CHECKING:
    from dossier.tui.app import DossierApp


def keep_screen(app: DossierApp, theme: str) -> None:
    """Keep what is on the screen, unless it shows something that the next start will not: then the old goes too."""
    from dossier.store.picture import forget_picture, save_picture

    reading, session = app.reading, app.session
    path = str(session.dossier.path)
    if app.is_headless or not os.path.isabs(path):
        return
    if reading.box.chooser is not None or reading.entities.filter.text or session.hits is not None or reading.busy:
        forget_picture(path)
        return
    session.notice = ""
    reading.clear_selection()
    reading.sync()
    painting = reading.painter.whole().encode("utf-8", "replace")
    try:
        save_picture(path, app.size.width, app.size.height, theme, _files(app), painting)
    except (DossierError, OSError):
        forget_picture(path)


def next_theme(asked: str) -> str:
    """The theme the next start will choose, if it is asked for the same."""
    from dossier.store.settings import load_settings
    from dossier.tui.theme import choose_theme

    return choose_theme(asked or str(load_settings().get("theme", ""))).name


def _files(app: DossierApp) -> list[str]:
    """Every file that the picture depends on: the program, Textual, the settings and the place, YAML and sources."""
    import sys

    import dossier
    from dossier.store.place import place_file
    from dossier.store.settings import settings_file

    held = app.session.dossier
    folder = held.folder
    program = [str(sys.modules["textual"].__file__), dossier.__file__]
    files = [*program, str(settings_file()), str(place_file(held.path)), str(folder)]
    files += [str(folder / name) for name in ("dossier.yaml", "entities.yaml", "claims.yaml")]
    shown = [tab.source for pane in app.session.panes for tab in pane.tabs]
    quoted = [row.evidence.source for row in app.session.rows() if row.evidence.source in held.source]
    every = [source.id for source in held.sources[:MOST_STAMPED]]
    files += [str(folder / held.source[id].file) for id in dict.fromkeys((*shown, *quoted, *every))]
    return list(dict.fromkeys(files))
