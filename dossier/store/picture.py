"""The last screen of a session, kept to be painted at the next start before anything else is imported.

Only ``os`` and ``sys`` are imported here: reading a picture must cost next to nothing. A picture is used only when
everything it depends on is as it was: the program and Textual, the size and kind of the terminal, the theme, the kept
place, and every file that was on the screen.
"""

from __future__ import annotations

import os
import sys

MAGIC = b"dossier picture 1"
LARGEST = 4_000_000
"""Bytes; a larger file is not a picture of a screen."""
LONGEST_NAME = 200
ENVIRONMENT = ("TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME")


def state_folder() -> str:
    """The same folder as :func:`dossier.store.locations.state_directory`, found without importing platformdirs."""
    chosen = os.environ.get("DOSSIER_STATE_DIR")
    if chosen:
        return chosen
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", "dossier")
    state = os.environ.get("XDG_STATE_HOME", "").strip()
    return os.path.join(state or os.path.join(home, ".local", "state"), "dossier")


def picture_file(path: str) -> str:
    """Where the picture for what was opened at ``path`` is kept; empty when its name would be too long."""
    name = "".join(c if c.isalnum() and c.isascii() else f"%{ord(c):x}." for c in os.path.realpath(path))
    return os.path.join(state_folder(), "pictures", name) if len(name) <= LONGEST_NAME else ""


def conditions(columns: int, lines: int, theme: str) -> bytes:
    """What must be the same for a picture to be right, besides files."""
    said = [f"{columns}x{lines}", theme, f"{sys.hexversion:x}", *(os.environ.get(name, "") for name in ENVIRONMENT)]
    return repr(said).encode("ascii", "backslashreplace")


def stamp(path: str) -> str:
    """Size and time of a file, ``-`` when there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return "-"
    return f"{status.st_size}:{status.st_mtime_ns}"


def load_picture(path: str, columns: int, lines: int, theme: str) -> bytes:
    """The bytes to paint for what is opened at ``path``; empty when there is no picture that is still right."""
    file = picture_file(path)
    try:
        if not file or os.stat(file).st_uid != os.getuid():
            return b""
        with open(file, "rb") as picture:
            data = picture.read(LARGEST)
    except OSError:
        return b""
    parts = data.split(b"\n", 3)
    if len(parts) < 4 or parts[0] != MAGIC or parts[1] != conditions(columns, lines, theme) or not parts[2].isdigit():
        return b""
    rest = parts[3].split(b"\n", int(parts[2]))
    for said in rest[:-1]:
        mark, _, name = said.partition(b" ")
        if stamp(os.fsdecode(name)).encode() != mark:
            return b""
    return rest[-1]


def forget_picture(path: str) -> None:
    """Remove the picture for ``path``, if there is one."""
    file = picture_file(path)
    if file:
        try:
            os.unlink(file)
        except OSError:
            return


def save_picture(path: str, columns: int, lines: int, theme: str, files: list[str], painting: bytes) -> None:
    """Keep ``painting`` for ``path``; it depends on ``files`` being as they are now.

    Raises :class:`dossier.model.errors.DossierError` when it cannot be written.
    """
    from pathlib import Path

    from dossier.store.atomic import write_atomically

    file = picture_file(path)
    if not file or any("\n" in name for name in files):
        return
    stamps = [f"{stamp(name)} ".encode() + os.fsencode(name) for name in files]
    head = [MAGIC, conditions(columns, lines, theme), str(len(stamps)).encode(), *stamps]
    os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
    write_atomically(Path(file), b"\n".join([*head, painting]))
