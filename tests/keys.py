"""What a terminal sends for a key: xterm's sequences, or the kitty keyboard protocol's when asked for."""

from __future__ import annotations

LETTERS = {"up": "A", "down": "B", "right": "C", "left": "D", "end": "F", "home": "H"}
LETTERS |= {"f1": "P", "f2": "Q", "f3": "R", "f4": "S"}
NUMBERS = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6, "f5": 15, "f6": 17, "f7": 18, "f8": 19}
NUMBERS |= {"f9": 20, "f10": 21, "f11": 23, "f12": 24}
CODES = {"escape": 27, "enter": 13, "tab": 9, "backspace": 127, "space": 32}
MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4}
REPORT_ALL, REPORT_TEXT = 8, 16


def key_bytes(name: str, flags: int = 0) -> bytes:
    """The bytes for a character or a named key such as ``ctrl+p``; ``flags`` are those of the kitty protocol."""
    *held, key = name.split("+") if len(name) > 1 else [name]
    modifiers = sum(MODIFIERS[one] for one in held)
    parameter = f";{modifiers + 1}" if modifiers else ""
    if key in LETTERS:
        lead = "\x1bO" if key[0] == "f" and not modifiers else "\x1b["
        return f"{lead}{'1' + parameter if modifiers else ''}{LETTERS[key]}".encode()
    if key in NUMBERS:
        return f"\x1b[{NUMBERS[key]}{parameter}~".encode()
    text = chr(CODES[key]) if key in CODES else key
    if flags & REPORT_ALL:
        return _kitty(text, modifiers, flags)
    if text == "\t" and modifiers & 1:
        return b"\x1b[Z"
    if modifiers & 4:
        text = chr(ord(text.upper()) & 0x1F)
    return (("\x1b" if modifiers & 2 else "") + text).encode()


def _kitty(text: str, modifiers: int, flags: int) -> bytes:
    code, shown = ord(text), text if text.isprintable() and not modifiers & 6 else ""
    if text.isupper() and len(text.lower()) == 1:
        code, modifiers = ord(text.lower()), modifiers | 1
    typed = f";{ord(shown)}" if shown and flags & REPORT_TEXT else ""
    modified = f";{modifiers + 1}" if modifiers else ";" if typed else ""
    return f"\x1b[{code}{modified}{typed}u".encode()
