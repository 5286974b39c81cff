"""Claims and the evidence for them."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.choice import Choice
from dossier.model.dated import Dated
from dossier.model.passage import Anchor, Change, Passage, Selector
from dossier.model.quantity import Quantity


class Stance(Choice):
    """How a source stands to a claim."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    MENTIONS = "mentions"


class ClaimKind(Choice):
    """What sort of statement a claim is."""

    FACT = "fact"
    FORECAST = "forecast"
    INTENTION = "intention"
    OPINION = "opinion"


class Agreement(Choice):
    """What the sources together make of a claim."""

    UNSUPPORTED = "no evidence"
    SINGLE = "single source"
    CORROBORATED = "corroborated"
    CLOSE = "close"
    CONFLICTING = "conflicting"
    UPDATED = "updated"

    @property
    def symbol(self) -> str:
        """One character, so that no state is told by colour alone."""
        return {
            Agreement.UNSUPPORTED: "?",
            Agreement.SINGLE: "·",
            Agreement.CORROBORATED: "=",
            Agreement.CLOSE: "≈",
            Agreement.CONFLICTING: "≠",
            Agreement.UPDATED: "↑",
        }[self]

    @property
    def differs(self) -> bool:
        """Whether the sources give different figures."""
        return self in (Agreement.CLOSE, Agreement.CONFLICTING, Agreement.UPDATED)


class Evidence(NamedTuple):
    """A passage in which a source states a claim.

    ``start`` and ``end`` are code points of the reading text, -1 for an orphan; ``changes`` are what differs there
    from the words that were noted. ``speaker`` is an entity's id or plain words; ``value`` the figure and ``date`` the
    ISO date as a person wrote them; ``quantity`` the figure as read. ``line`` is where it stands in claims.yaml.
    In a suggestion, ``quantities`` and ``dates`` are all that its words hold, ``before`` are figures that they say held
    until then, and ``reasons`` say why it was made.
    Evidence that is ``cited`` stands by the version it was taken from, whatever the source says by now. ``reported`` is
    when its source was published (ISO 8601), empty where that is not known.
    """

    source: str
    selector: Selector
    stance: Stance = Stance.SUPPORTS
    speaker: str = ""
    value: str = ""
    date: str = ""
    quantity: Quantity | None = None
    anchor: Anchor = Anchor.ORPHAN
    start: int = -1
    end: int = -1
    decided: bool = True
    line: int = 0
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Dated, ...] = ()
    reasons: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    cited: bool = False
    reported: str = ""
    before: tuple[Quantity, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nobody has to look first: false where the words at its place are others than were noted."""
        if self.cited:
            return True
        return self.anchor is not Anchor.ALTERED and not any(change.kind.material for change in self.changes)

    @property
    def counts(self) -> bool:
        """Whether it speaks for or against its claim: it does more than mention it, in the words that were noted."""
        return self.stance is not Stance.MENTIONS and self.settled

    @property
    def stands(self) -> bool:
        """Whether its words are in its source, or in the version they are cited from."""
        return self.cited or self.anchor is not Anchor.ORPHAN

    @property
    def passage(self) -> Passage | None:
        """Where its words stand, if they were found."""
        return Passage(self.source, self.start, self.end) if self.start >= 0 else None

    @property
    def beside(self) -> bool:
        """Whether it is only shown beside its claim: suggested, because figures of both have to do with each other."""
        return self.stance is Stance.MENTIONS and not self.decided


class Claim(NamedTuple):
    """One proposition that one or more sources state.

    ``about`` are entity ids. ``verdict`` and ``credibility`` (1 to 6, Admiralty code; 0 when not rated) are a
    person's, never derived. ``status`` is what the sources make of it together. ``strength`` is how much speaks for a
    suggestion, from 0 to 1; ``reasons`` are what else there is to say of it, such as a sum that agrees.
    ``origins`` counts where it comes from once copies, shared speakers and one agency's stories are collapsed.
    ``refused`` are passages that a person said do not state it. One that is ``rejected`` was turned down, and is kept
    so that its words are not suggested again.
    """

    id: str
    text: str
    about: tuple[str, ...] = ()
    kind: ClaimKind = ClaimKind.FACT
    evidence: tuple[Evidence, ...] = ()
    verdict: str = ""
    credibility: int = 0
    note: str = ""
    status: Agreement = Agreement.UNSUPPORTED
    decided: bool = True
    line: int = 0
    strength: float = 1.0
    reasons: tuple[str, ...] = ()
    refused: tuple[Evidence, ...] = ()
    rejected: bool = False
    origins: int = 0

    @property
    def counted(self) -> tuple[Evidence, ...]:
        """The evidence that supports or disputes it, without what only mentions it, has changed or is gone."""
        return tuple(piece for piece in self.evidence if piece.counts and piece.stands)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that state it, each once, in order of the evidence."""
        return tuple(dict.fromkeys(piece.source for piece in self.counted))
