"""Commands by name, and help: both generated from the commands."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.commands.command import Command, Room, key_label
from dossier.commands.registry import COMMANDS
from dossier.model.claim import Agreement
from dossier.tui.widgets.box import Choice

SIGNS = (
    *((status.symbol, f"claim: {status.value}") for status in Agreement),
    ("~", "a suggestion of the program, which no person has decided on"),
    ("▎", "a claim goes on in this line"),
    ("▸", "the focused claim or the selected entity"),
    ("7·3", "beside an entity: named 7 times, in 3 sources"),
    ("A to F, 1 to 6", "a source's reliability, a claim's credibility: the Admiralty code, rated by a person"),
)
"""Signs on the screen and what they mean."""


class PaletteChooser:
    """Every command with its key; the chosen one is run."""

    title = "Commands   Enter runs, Esc leaves"
    prompt = ":"
    guide = "Nothing is called that."

    def __init__(self, room: Room) -> None:
        self._room = room

    def choices(self, text: str) -> Sequence[Choice]:
        """Commands whose name, key or help holds every word typed, those whose name does first."""
        words = text.lower().split()
        found = [command for command in COMMANDS if _matches(command, words)]
        found.sort(key=lambda c: not all(w in c.label.lower() for w in words))
        return [self._choice(command) for command in found]

    def _choice(self, command: type[Command]) -> Choice:
        keys = " ".join(key_label(key) for key in command.keys[:2])
        line = ((f"  {keys:<12}", "figure"), (f"{command.label:<17} ", "strong"), (command.help(), "muted"))
        return Choice(line, command)

    def tell(self) -> str:
        """Nothing to tell."""
        return ""

    def choose(self, value: object, *, other: bool) -> None:
        """Run the command."""
        assert isinstance(value, type)
        assert issubclass(value, Command)
        if value.needs_source and self._room.session.empty:
            self._room.session.notice = "There is nothing to read yet"
        else:
            value().run(self._room)


class HelpChooser(PaletteChooser):
    """The same commands under their headings, with the signs of the screen; typing narrows it down."""

    title = "Help   type to narrow it down, Enter runs a command, Esc leaves"
    prompt = "?"

    def choices(self, text: str) -> Sequence[Choice]:
        """Commands by group, then signs."""
        words = text.lower().split()
        lines: list[Choice] = []
        groups = dict.fromkeys(command.group for command in COMMANDS)
        for group in groups:
            members = [c for c in COMMANDS if c.group == group and _matches(c, words)]
            if members:
                lines.append(Choice(((f" {group}", "head"),)))
                lines.extend(self._choice(command) for command in members)
        signs = [(sign, said) for sign, said in SIGNS if all(w in f"signs {said}".lower() for w in words)]
        if signs:
            lines.append(Choice(((" Signs", "head"),)))
            lines.extend(Choice(((f"  {sign:<12}", "figure"), (said, "muted"))) for sign, said in signs)
        return lines


def _matches(command: type[Command], words: Sequence[str]) -> bool:
    keys = " ".join(key_label(key) for key in command.keys)
    said = f"{command.label} {command.help()} {command.group} {command.name()} {keys}".lower()
    return all(word in said for word in words)
