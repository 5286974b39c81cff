"""The colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier.tui.theme import THEMES
from dossier.tui.widgets.box import Choice


class ThemeChooser:
    """The themes by name; the chosen one is kept for every dossier."""

    title = "Colours   Enter takes them, Esc leaves"
    prompt = "colours: "
    guide = "No colours are called that."

    def __init__(self, present: str, take: Callable[[str], None]) -> None:
        self._present, self._take = present, take

    def choices(self, text: str) -> Sequence[Choice]:
        """The themes, the present one first and marked."""
        themes = sorted(THEMES.values(), key=lambda theme: theme.name != self._present)
        return [
            Choice((("  ▸ " if theme.name == self._present else "    ", "accent"), (theme.title, "strong")), theme.name)
            for theme in themes
            if text.lower() in theme.title.lower()
        ]

    def tell(self) -> str:
        """Nothing to tell."""
        return ""

    def choose(self, value: object, *, other: bool) -> None:
        """Take the theme."""
        self._take(str(value))
