"""The desktop's clipboard, which may be slow or missing and must hold up nobody."""

from __future__ import annotations

from threading import Thread


def copy_in_background(text: str) -> None:
    """Copy ``text`` with whatever program this desktop has for it; none is no error, the terminal has it too."""
    Thread(target=_copy, args=(text,), daemon=True).start()


def _copy(text: str) -> None:
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return
