"""A command: one thing a person can do, with its key, its words and its action in one place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Protocol

from dossier.session.session import Session

if TYPE_CHECKING:
    from dossier.model.claim import Evidence
    from dossier.model.entity import Entity
    from dossier.model.passage import Passage
    from dossier.model.source import Source
    from dossier.store.curating.draft import Draft


class Scroller(Protocol):
    """Whatever the movement keys move: an article, a list, a view."""

    def to_line(self, by: int) -> None:
        """Move by lines."""

    def to_page(self, by: float) -> None:
        """Move by pages."""

    def to_end(self, last: bool) -> None:
        """Move to the end or the start."""


class Hand(Protocol):
    """What the reader is on."""

    @property
    def chosen(self) -> Passage | None:
        """The words that are selected, by mouse or by keyboard; ``None`` for none."""

    @property
    def evidence(self) -> Evidence | None:
        """The piece of evidence at hand: under the cursor of the claims, else that of the focused claim here."""

    @property
    def entity(self) -> Entity | None:
        """The entity under the cursor of the entities, or of the card that is open."""

    @property
    def source(self) -> Source | None:
        """The source under the cursor of their list, else the one that is read."""


class Room(Protocol):
    """What commands act on: the session, and the few things only a screen can do."""

    session: Session

    @property
    def hand(self) -> Hand:
        """What the reader is on."""

    @property
    def scroller(self) -> Scroller:
        """What the movement keys move just now."""

    def open_box(self, name: str) -> None:
        """Open the box for ``search``, ``palette``, ``help``, ``sources``, ``bookmarks``, ``themes``,
        ``attach``, ``same``, ``note``, ``notes``, ``history``, ``turned-down`` or ``decide``."""

    def enter(self, *, other: bool) -> None:
        """Open what is under the cursor of the focused panel or view, in the other pane if asked."""

    def move_across(self, by: int) -> None:
        """Go to the pane, or in a table to the column, on the right (1) or the left (-1)."""

    def panel_width(self) -> int:
        """Columns of the side panel that has the keys, 0 when none has."""

    def turn_panel(self, by: int) -> None:
        """Give the keys to the next panel."""

    def show_card(self) -> None:
        """Open the card of the entity at hand."""

    def next_hit(self, by: int) -> None:
        """Go to the next or previous hit of the last search, across sources."""

    def copy(self) -> None:
        """Copy what is selected, or the focused passage, with its citation."""

    def decide(self, draft: Callable[[], Draft]) -> None:
        """Save a decision, behind the screen."""

    def undo(self) -> None:
        """Take back the last decision."""

    def redo(self) -> None:
        """Do again what was taken back last."""

    def reload(self) -> None:
        """Read the folder again."""

    def toggle_suggestions(self) -> None:
        """Hide or show what the program suggests."""

    def strengthen_suggestions(self) -> None:
        """Show only stronger suggestions, or all again."""

    def leave(self) -> None:
        """Leave a view, a selection, a panel: one thing at a time."""

    def quit(self) -> None:
        """Save the place and end."""


class Command:
    """Base of all commands. The docstring of a subclass is its help text, the class name its name.

    ``keys`` are key names, the first is shown; ``label`` two or three words for the key hints and the palette;
    ``group`` the heading in help; ``needs_source`` whether it means nothing in a dossier without sources.
    """

    keys: ClassVar[tuple[str, ...]] = ()
    label: ClassVar[str] = ""
    group: ClassVar[str] = ""
    needs_source: ClassVar[bool] = True

    @classmethod
    def name(cls) -> str:
        """``NextClaim`` as ``next-claim``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def help(cls) -> str:
        """What it does, in a sentence."""
        return " ".join((cls.__doc__ or "").split())

    def run(self, room: Room) -> None:
        """Do it."""
        raise NotImplementedError


KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "apostrophe": "'",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "alt+left": "Alt+←",
    "alt+right": "Alt+→",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "colon": ":",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
}


def key_label(key: str) -> str:
    """How a key is written on the screen: ``ctrl+p`` as ``Ctrl+P``, ``f2`` as ``F2``, letters as they are typed."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    if key.startswith("ctrl+"):
        letter = key_label(key[5:])
        return "Ctrl+" + (letter.upper() if len(letter) == 1 else letter)
    if key.startswith(("alt+", "shift+")):
        held, _, rest = key.partition("+")
        return f"{held.title()}+{key_label(rest)}"
    if re.fullmatch(r"f\d+", key):
        return key.upper()
    return key
