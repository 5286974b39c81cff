"""Opens the dossier in a second process while this one imports the screens.

Reading a folder and importing Textual cost about the same, and both keep a processor busy: side by side they take the
time of the longer one. Where there is no ``fork``, or anything goes wrong on the way, the dossier is opened here.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.model.dossier import Dossier
    from dossier.session.session import Session

PIPE_SIZE = 1 << 20
"""Bytes the pipe may hold, so that the other process need not wait until it is read."""

Opened = tuple["Session", bool, dict[str, object]]
"""The session, whether it is the first on this dossier, and the settings."""


def read_all(path: str) -> Opened:
    """Open what is at ``path`` and read what was kept; raises :class:`dossier.model.errors.DossierError`."""
    from pathlib import Path

    from dossier.session.keeping import make_ready, shown_first
    from dossier.store.opening import open_dossier
    from dossier.store.reopening import reopen
    from dossier.store.settings import load_settings

    known = reopen(Path(path))
    session, fresh = _begun(known.dossier if known is not None else open_dossier(Path(path)))
    if known is not None and not known.unchanged(shown_first(session)):
        session, fresh = _begun(open_dossier(Path(path)))
    make_ready(session)
    return session, fresh, load_settings()


def _begun(dossier: Dossier) -> tuple[Session, bool]:
    """The session where it was left, and whether it is the first on this dossier."""
    from dossier.session.keeping import session_for
    from dossier.store.findings_cache import known_suggestions
    from dossier.store.place import load_place
    from dossier.store.suggestions import with_suggestions

    place = load_place(dossier.path)
    derived = known_suggestions(dossier) if dossier.sources else None
    whole = with_suggestions(dossier, derived) if derived is not None else dossier
    session = session_for(whole, place)
    session.decided = dossier if derived is not None else None
    return session, not place


class Ahead:
    """Begins at once; :meth:`result` waits for the end."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._pipe = -1
        self._child = 0
        if sys.platform != "win32" and hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
            self._begin()

    def _begin(self) -> None:
        # both need these: they are imported once, before there are two
        import pickle  # noqa: F401
        import tempfile  # noqa: F401

        import dossier.session.session  # noqa: F401

        reading, writing = os.pipe()
        self._widen(writing)
        try:
            self._child = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            return
        if self._child:
            os.close(writing)
            self._pipe = reading
            return
        try:
            os.close(reading)
            _send(self._path, writing)
        finally:
            os._exit(0)

    @staticmethod
    def _widen(pipe: int) -> None:
        try:
            import fcntl

            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
        except (ImportError, AttributeError, OSError):
            return

    def result(self) -> Opened:
        """What was opened; raises what opening raised."""
        if self._pipe < 0:
            return read_all(self._path)
        with open(self._pipe, "rb") as pipe:
            data = pipe.read()
        import contextlib
        import pickle

        with contextlib.suppress(ChildProcessError):  # where SIGCHLD is ignored, nobody is left to wait for
            os.waitpid(self._child, 0)
        try:
            outcome = pickle.loads(data)
        except Exception:  # whatever came, the dossier can still be opened here
            return read_all(self._path)
        if isinstance(outcome, Exception):
            raise outcome
        opened: Opened = outcome
        return opened


def _send(path: str, pipe: int) -> None:
    """Write what was opened, or the error, and nothing when it cannot be sent."""
    import gc

    gc.disable()
    from dossier.model.errors import DossierError

    outcome: Opened | DossierError
    try:
        outcome = read_all(path)
    except DossierError as error:
        outcome = error
    import pickle

    with open(pipe, "wb") as out:
        out.write(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
