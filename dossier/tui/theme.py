"""Colours: what each role on the screen looks like in each theme.

A role is a word such as ``muted`` or ``claim``; widgets know roles, only this file knows colours. Every role that
carries a meaning also carries an attribute or stands beside a symbol, so that the screen reads without colour.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from rich.style import Style

from dossier.session import marks


class Theme(NamedTuple):
    """A named set of Rich style definitions by role. ``ground`` is the style everything else is laid over.

    With ``plain_cursor`` the line under the cursor has one colour; roles on it keep only their attributes.
    """

    name: str
    title: str
    ground: str
    roles: dict[str, str]
    plain_cursor: bool = False


DARK = Theme(
    "dark",
    "Dark",
    "#d6d9de on #16191f",
    {
        "bar": "#e6e8eb on #242a35",
        "bar.strong": "bold #ffffff on #242a35",
        "bar.muted": "#97a1b0 on #242a35",
        "hint.key": "bold #f0c674 on #1c212a",
        "hint": "#aab2bf on #1c212a",
        "edge": "#3a4250",
        "strong": "bold #f2f4f7",
        "head": "bold #9db4d0",
        "head.active": "bold #16191f on #9db4d0",
        "tab": "#aab2bf",
        "muted": "#8a93a1",
        "accent": "#8fbcdb",
        "figure": "bold #f0c674",
        "differs": "bold underline #ffb86b",
        "agree": "#9ccc8c",
        "conflict": "bold #ff8a80",
        "close": "#f0c674",
        "warn": "#ffb86b",
        "error": "bold #ff8a80",
        "cursor": "#ffffff on #34435a",
        "cursor.muted": "#c3cad4 on #34435a",
        "match": "bold underline #f0c674",
        "gutter": "#6f9f70",
        "gutter.focus": "bold #f0c674",
        "ruler": "#2b313c",
        "ruler.thumb": "#6b778a",
        "over": "#d6d9de on #1e232c",
        "mark.title": "bold #ffffff",
        "mark.heading": "bold #c9d6e6",
        "mark.muted": "#99a2b0",
        "mark.quote": "italic",
        "mark.entity": "#8fc7e8",
        "mark.entity-focus": "bold underline #9fdcff",
        "mark.claim": "on #1f2b26",
        "mark.suggested": "on #1c222c",
        "mark.focus": "on #3d4a1c",
        "mark.differs": "bold underline #ffd27f",
        "mark.hit": "bold #16191f on #e0b050",
        "mark.spot": "bold #16191f on #9fdcff",
        "mark.selected": "reverse",
    },
)

LIGHT = Theme(
    "light",
    "Light",
    "#23272e on #fbfaf7",
    {
        "bar": "#23272e on #e4e1d8",
        "bar.strong": "bold #000000 on #e4e1d8",
        "bar.muted": "#5d5f63 on #e4e1d8",
        "hint.key": "bold #8a4b00 on #efece4",
        "hint": "#4c5058 on #efece4",
        "edge": "#c9c5ba",
        "strong": "bold #000000",
        "head": "bold #2f5478",
        "head.active": "bold #ffffff on #2f5478",
        "tab": "#4c5058",
        "muted": "#62666d",
        "accent": "#1d5f8a",
        "figure": "bold #8a4b00",
        "differs": "bold underline #a33a00",
        "agree": "#2f6b2f",
        "conflict": "bold #a8201a",
        "close": "#8a4b00",
        "warn": "#a33a00",
        "error": "bold #a8201a",
        "cursor": "#000000 on #cfdcea",
        "cursor.muted": "#3d4148 on #cfdcea",
        "match": "bold underline #8a4b00",
        "gutter": "#4f7f4f",
        "gutter.focus": "bold #a33a00",
        "ruler": "#e6e3da",
        "ruler.thumb": "#9a978d",
        "over": "#23272e on #f2efe7",
        "mark.title": "bold #000000",
        "mark.heading": "bold #1f3a55",
        "mark.muted": "#5d6167",
        "mark.quote": "italic",
        "mark.entity": "#1d5f8a",
        "mark.entity-focus": "bold underline #0b4a75",
        "mark.claim": "on #e9f1e2",
        "mark.suggested": "on #f0f0ea",
        "mark.focus": "on #f6e7a6",
        "mark.differs": "bold underline #8a3200",
        "mark.hit": "bold #000000 on #f5c04a",
        "mark.spot": "bold #ffffff on #0b4a75",
        "mark.selected": "reverse",
    },
)

CONTRAST = Theme(
    "contrast",
    "High contrast",
    "#ffffff on #000000",
    {
        **DARK.roles,
        "bar": "#000000 on #ffffff",
        "bar.strong": "bold #000000 on #ffffff",
        "bar.muted": "#000000 on #ffffff",
        "hint.key": "bold #ffff00 on #000000",
        "hint": "#ffffff on #000000",
        "edge": "#ffffff",
        "strong": "bold #ffffff",
        "head": "bold #00ffff",
        "head.active": "bold #000000 on #00ffff",
        "tab": "#ffffff",
        "muted": "#d0d0d0",
        "accent": "#00ffff",
        "figure": "bold #ffff00",
        "differs": "bold underline #ffff00",
        "agree": "#00ff00",
        "conflict": "bold #ff9090",
        "close": "#ffff00",
        "cursor": "bold #000000 on #ffff00",
        "cursor.muted": "#000000 on #ffff00",
        "match": "bold underline #ffff00",
        "gutter": "bold #00ff00",
        "gutter.focus": "bold #ffff00",
        "ruler": "#808080",
        "ruler.thumb": "#ffffff",
        "over": "#ffffff on #000000",
        "mark.title": "bold #ffffff",
        "mark.heading": "bold #ffffff",
        "mark.muted": "#b8b8b8",
        "mark.entity": "#00ffff",
        "mark.entity-focus": "bold underline #00ffff",
        "mark.claim": "on #003a00",
        "mark.suggested": "on #202020",
        "mark.focus": "on #5a5a00",
        "mark.differs": "bold underline #ffff00",
        "mark.hit": "bold #000000 on #ffff00",
        "mark.spot": "bold #000000 on #00ffff",
    },
    plain_cursor=True,
)

TERMINAL = Theme(
    "terminal",
    "The terminal's own colours",
    "default on default",
    {
        "bar": "reverse",
        "bar.strong": "bold reverse",
        "bar.muted": "reverse",
        "hint.key": "bold yellow",
        "hint": "default",
        "edge": "bright_black",
        "strong": "bold",
        "head": "bold blue",
        "head.active": "bold reverse",
        "tab": "default",
        "muted": "bright_black",
        "accent": "cyan",
        "figure": "bold yellow",
        "differs": "bold underline yellow",
        "agree": "green",
        "conflict": "bold red",
        "close": "yellow",
        "warn": "yellow",
        "error": "bold red",
        "cursor": "reverse",
        "cursor.muted": "reverse",
        "match": "bold underline",
        "gutter": "green",
        "gutter.focus": "bold yellow",
        "ruler": "bright_black",
        "ruler.thumb": "default",
        "over": "default on default",
        "mark.title": "bold",
        "mark.heading": "bold",
        "mark.muted": "bright_black",
        "mark.quote": "italic",
        "mark.entity": "cyan",
        "mark.entity-focus": "bold underline cyan",
        "mark.claim": "green",
        "mark.suggested": "",
        "mark.focus": "bold underline green",
        "mark.differs": "bold underline yellow",
        "mark.hit": "bold reverse",
        "mark.spot": "bold underline reverse",
        "mark.selected": "reverse",
    },
    plain_cursor=True,
)

MONOCHROME = Theme(
    "monochrome",
    "No colours (NO_COLOR)",
    "default on default",
    {
        role: " ".join(word for word in style.split() if word in ("bold", "underline", "reverse", "italic"))
        for role, style in TERMINAL.roles.items()
    }
    | {
        "edge": "dim",
        "muted": "dim",
        "mark.muted": "dim",
        "mark.claim": "",
        "mark.focus": "underline",
        "mark.entity": "",
        "mark.entity-focus": "bold underline",
    },
    plain_cursor=True,
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST, TERMINAL, MONOCHROME)}
"""Every theme by name; ``monochrome`` is taken of itself where the environment sets NO_COLOR (no-color.org)."""

MARK_ROLES = (
    (marks.TITLE, "mark.title"),
    (marks.HEADING, "mark.heading"),
    (marks.MUTED, "mark.muted"),
    (marks.QUOTE, "mark.quote"),
    (marks.ENTITY, "mark.entity"),
    (marks.SUGGESTED, "mark.suggested"),
    (marks.CLAIM, "mark.claim"),
    (marks.FOCUS, "mark.focus"),
    (marks.ENTITY_FOCUS, "mark.entity-focus"),
    (marks.DIFFERS, "mark.differs"),
    (marks.HIT, "mark.hit"),
    (marks.SPOT, "mark.spot"),
    (marks.SELECTED, "mark.selected"),
)
"""Layers of highlights in a text, the lowest first."""


class Look:
    """The Rich styles of one theme, each made once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.ground = Style.parse(theme.ground)
        self._roles: dict[str, Style] = {"": self.ground}
        self._marks: dict[int, Style] = {}

    def style(self, role: str) -> Style:
        """The style of a role, laid over the ground; roles joined by ``+`` are laid over one another."""
        found = self._roles.get(role)
        if found is None:
            found = self.ground
            cursor = False
            for part in role.split("+"):
                found += self._part(part, found, cursor)
                cursor |= part == "cursor" and self.theme.plain_cursor
            self._roles[role] = found
        return found

    def _part(self, part: str, below: Style, cursor: bool) -> Style:
        """One layer; the caret turns round whatever is below it."""
        if part == "caret":
            return Style(reverse=not below.reverse)
        style = Style.parse(self.theme.roles[part])
        return Style(bold=style.bold, underline=style.underline, italic=style.italic) if cursor else style

    def mark(self, mask: int) -> Style:
        """The style of a set of highlights, given as the sum of their bits."""
        found = self._marks.get(mask)
        if found is None:
            found = self.ground
            for bit, role in MARK_ROLES:
                if mask & bit:
                    found += Style.parse(self.theme.roles[role])
            self._marks[mask] = found
        return found


def choose_theme(name: str) -> Theme:
    """The theme of that name, dark when there is none; without colours where NO_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return MONOCHROME
    return THEMES.get(name, DARK)
