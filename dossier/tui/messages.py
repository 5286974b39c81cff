"""What widgets tell the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from dossier.model.claim import Claim, Evidence
from dossier.model.passage import Passage


@dataclass(eq=False, repr=False)
class RunCommand(Message):
    """A command was chosen by mouse."""

    name: str


@dataclass(eq=False, repr=False)
class FocusPanel(Message):
    """A panel was clicked; ``pane`` is the index of an article pane, -1 for other panels."""

    panel: str
    pane: int = -1


@dataclass(eq=False, repr=False)
class OpenPassage(Message):
    """A passage was chosen."""

    passage: Passage
    other: bool = False


@dataclass(eq=False, repr=False)
class OpenEvidence(Message):
    """A claim was chosen, with the piece of evidence to land on."""

    claim: Claim
    evidence: Evidence | None
    other: bool = False


@dataclass(eq=False, repr=False)
class OpenEntity(Message):
    """An entity was chosen; ``card`` asks for its card instead of its first mention."""

    entity: str
    card: bool = False
    other: bool = False


@dataclass(eq=False, repr=False)
class ChooseTab(Message):
    """A tab of a pane was clicked."""

    pane: int
    tab: int


@dataclass(eq=False, repr=False)
class Moved(Message):
    """The text of a pane has been scrolled by mouse."""

    pane: int


@dataclass(eq=False, repr=False)
class BoxChosen(Message):
    """A line of the box was chosen."""

    value: object
    other: bool = False


@dataclass(eq=False, repr=False)
class BoxClosed(Message):
    """The box was left without a choice."""
