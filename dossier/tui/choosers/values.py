"""Choosing or typing one value of something a person decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.tui.widgets.box import Choice


class Option(NamedTuple):
    """A value that may be chosen, and what it means."""

    value: str
    said: str = ""


class ValueChooser:
    """Options that hold what is typed; the typed words themselves where any are allowed."""

    prompt = "› "

    def __init__(
        self,
        title: str,
        take: Callable[[str], None],
        options: Sequence[Option] = (),
        *,
        free: bool = True,
        fault: Callable[[str], str] | None = None,
    ) -> None:
        """``take`` is given the value; ``free`` says whether words that are no option may be typed.

        ``fault`` tells what is wrong with typed words, empty when nothing is: wrong ones are not taken, nor lost.
        """
        self.title = f"{title}   Enter takes it, Esc leaves"
        self.guide = "Type it." if free else "None of the values is called that."
        self._take, self._options, self._free, self._fault = take, options, free, fault

    def choices(self, text: str) -> Sequence[Choice]:
        """The options that hold what was typed, those that begin with it before others; then the words as typed."""
        words, typed = text.lower().split(), text.strip().lower()
        lines = []
        for option in sorted(self._options, key=lambda option: not option.value.lower().startswith(typed)):
            if all(word in f"{option.value} {option.said}".lower() for word in words):
                lines.append(Choice(((f"  {option.value:<12} ", "strong"), (option.said, "muted")), option.value))
        fault = self._fault(text.strip()) if self._fault else ""
        if fault:
            lines.append(Choice((("  " + fault, "muted"),), None))
        elif self._free and all(option.value.lower() != typed for option in self._options):
            said = text.strip() or "nothing"
            why = ("as typed" if self._options else "") if text.strip() else "or type any words"
            lines.append(Choice(((f"  {said:<12} ", "strong"), (why, "muted")), text.strip()))
        return lines

    def tell(self) -> str:
        """Nothing to tell."""
        return ""

    def choose(self, value: object, *, other: bool) -> None:
        """Take the value."""
        self._take(str(value))
