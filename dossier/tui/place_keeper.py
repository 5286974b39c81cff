"""Keeps the reader's place: now and then, and at the end; bookmarks as soon as they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.session.keeping import place_of

if TYPE_CHECKING:
    from dossier.tui.app import DossierApp

SAVE_EVERY = 10.0
"""Seconds between two looks at whether the place has changed and should be written."""
SOON = 0.3
"""Seconds until a bookmark is written, so that writing does not come between keys."""


class PlaceKeeper:
    """Writes the place of one session, when it is another than the one last written."""

    def __init__(self, app: DossierApp) -> None:
        self._app = app
        self._saved = place_of(app.session)
        self._known = list(app.session.bookmarks_found)
        self._bookmarks = list(app.session.bookmarks)

    def start(self) -> None:
        """Begin to look now and then."""
        self._app.set_interval(SAVE_EVERY, self.save)

    def look(self) -> None:
        """Write the place soon if a bookmark has been set or taken away."""
        bookmarks = self._app.session.bookmarks
        if bookmarks != self._bookmarks:
            self._bookmarks = list(bookmarks)
            self._app.set_timer(SOON, self.save)

    def save(self, *, anyway: bool = False) -> None:
        """Write the place if it has changed; a disk that refuses is told to the reader, once for each change."""
        session = self._app.session
        place = place_of(session)
        if place == self._saved and not anyway:
            return
        from dossier.model.errors import DossierError
        from dossier.store.place import save_place

        self._saved = place
        try:
            save_place(session.dossier.path, place, self._known)
            self._known = _list(place["bookmarks"])
        except DossierError as error:
            session.notice = str(error)
            self._app.reading.sync()

    def finish(self, theme_asked: str) -> None:
        """Write the place and, where the next start would show the same, the picture of the screen."""
        from dossier.store.picture import forget_picture
        from dossier.store.watching import fingerprint
        from dossier.tui.last_screen import keep_screen, next_theme

        self.save(anyway=True)  # another application on this dossier may have written its own since
        dossier = self._app.session.dossier
        unchanged = fingerprint(dossier.path) == dossier.stamp
        if unchanged and next_theme(theme_asked) == self._app.reading.look.theme.name:
            keep_screen(self._app, theme_asked)
        else:
            forget_picture(str(dossier.path))


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
