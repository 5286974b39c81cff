"""Opening a dossier in the terminal."""

from __future__ import annotations

import os
import sys

from dossier.cli.prepaint import Prepaint


def open_application(path: str, theme: str = "") -> int:
    """Open what is at ``path`` and return the exit code when the reader has left.

    ``theme`` is the name of a theme, empty for the one in the settings. Raises
    :class:`dossier.model.errors.DossierError` when there is nothing to open.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from dossier.model.errors import UsageError

        raise UsageError("the application needs a terminal; dossier --help lists what works without one")
    with Prepaint(path, theme) as prepaint:
        import gc

        gc.disable()
        return _run(os.path.abspath(path), theme, prepaint)


def _run(path: str, theme: str, prepaint: Prepaint) -> int:
    import gc
    from pathlib import Path

    from dossier.store.opening import open_dossier
    from dossier.store.place import load_place
    from dossier.store.settings import load_settings

    dossier = open_dossier(Path(path))
    from dossier.tui.app import DossierApp
    from dossier.tui.driver import takeover_driver
    from dossier.tui.theme import THEMES

    if theme and theme not in THEMES:
        from dossier.model.errors import UsageError

        raise UsageError(f"no theme is called {theme}; there are {', '.join(THEMES)}")
    chosen = theme or str(load_settings().get("theme", ""))
    app = DossierApp(
        dossier,
        load_place(Path(path)),
        chosen,
        theme_asked=theme,
        driver_class=takeover_driver() if prepaint.painted else None,
    )
    gc.freeze()
    gc.enable()
    prepaint.taken = True
    app.run()
    return app.return_code or 0
