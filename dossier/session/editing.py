"""One line of text that a person types."""

from __future__ import annotations

from dataclasses import dataclass

JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiners belong to words, in Persian and in emoji."""
LONGEST = 1000
"""Characters a line may have; what is pasted beyond is dropped."""


@dataclass
class LineEditor:
    """The text and the cursor, a code point before which the next character goes.

    ``whole`` says that all of the text is selected: what is typed takes its place.
    """

    text: str = ""
    cursor: int = 0
    whole: bool = False

    def set(self, text: str) -> None:
        """Put ``text`` in place of what is there, selected, cursor at its end."""
        self.text = text[:LONGEST]
        self.cursor = len(self.text)
        self.whole = bool(self.text)

    def insert(self, text: str) -> None:
        """Type or paste at the cursor; line breaks become blanks, other control characters are dropped."""
        if self.whole:
            self.text, self.cursor, self.whole = "", 0, False
        clean = "".join(c for c in " ".join(text.splitlines()) if c.isprintable() or c in JOINERS)
        clean = clean[: LONGEST - len(self.text)]
        self.text = self.text[: self.cursor] + clean + self.text[self.cursor :]
        self.cursor += len(clean)

    def key(self, key: str) -> bool:
        """Do what an editing key does, by its name; false when it is none."""
        whole, self.whole = self.whole, False
        if whole and key in ("backspace", "ctrl+h", "delete", "ctrl+d"):
            self._cut(0, len(self.text))
            return True
        at = self.cursor
        if key in ("backspace", "ctrl+h") and at:
            self._cut(at - 1, at)
        elif key in ("delete", "ctrl+d"):
            self._cut(at, at + 1)
        elif key in ("ctrl+w", "alt+backspace"):
            self._cut(self._word(), at)
        elif key == "ctrl+u":
            self._cut(0, at)
        elif key == "ctrl+k":
            self._cut(at, len(self.text))
        elif key in ("left", "ctrl+b"):
            self.cursor = max(0, at - 1)
        elif key in ("right", "ctrl+f"):
            self.cursor = min(len(self.text), at + 1)
        elif key == "ctrl+left":
            self.cursor = self._word()
        elif key in ("home", "ctrl+a"):
            self.cursor = 0
        elif key in ("end", "ctrl+e"):
            self.cursor = len(self.text)
        else:
            return key in ("backspace", "ctrl+h")
        return True

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start

    def _word(self) -> int:
        """The start of the word before the cursor."""
        return len(self.text[: self.cursor].rstrip().rpartition(" ")[0]) + bool(
            " " in self.text[: self.cursor].rstrip()
        )
