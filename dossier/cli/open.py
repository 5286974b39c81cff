"""Opening a dossier in the terminal."""

from __future__ import annotations

import os
import sys

from dossier.cli.prepaint import TYPE_CHECKING, Prepaint

if TYPE_CHECKING:
    from dossier.cli.ahead import Ahead


def open_application(path: str, theme: str = "") -> int:
    """Open what is at ``path`` and return the exit code when the reader has left.

    ``theme`` is the name of a theme, empty for the one in the settings. Raises
    :class:`dossier.model.errors.DossierError` when there is nothing to open.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from dossier.model.errors import UsageError

        raise UsageError("the application needs a terminal; dossier --help lists what works without one")
    path = os.path.abspath(path)
    with Prepaint(path, theme) as prepaint:
        import gc

        gc.disable()
        from dossier.cli.ahead import Ahead

        return _run(Ahead(path), theme, prepaint)


def _run(ahead: Ahead, theme: str, prepaint: Prepaint) -> int:
    from dossier.cli.imports import without_palette, without_tls

    with without_tls():
        import asyncio  # noqa: F401
    with without_palette():
        from dossier.tui.app import DossierApp
        from dossier.tui.driver import terminal_driver
        from dossier.tui.theme import THEMES

    if theme and theme not in THEMES:
        from dossier.model.errors import UsageError

        raise UsageError(f"no theme is called {theme}; there are {', '.join(THEMES)}")
    session, fresh, settings = ahead.result()
    app = DossierApp(
        session,
        theme or str(settings.get("theme", "")),
        theme_asked=theme,
        fresh=fresh,
        driver_class=terminal_driver(painted=prepaint.painted),
    )
    prepaint.taken = True
    app.run()
    return app.return_code or 0
