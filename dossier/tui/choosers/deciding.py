"""Everything that can be decided about what is at hand, each with what it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dossier.commands.command import Room
from dossier.model.claim import Claim, ClaimKind, Evidence, Stance
from dossier.model.dossier import Dossier
from dossier.model.entity import Entity, EntityKind
from dossier.model.passage import Passage
from dossier.model.source import Source
from dossier.session.labels import speaker_label
from dossier.session.session import View
from dossier.tui.choosers.values import Option, ValueChooser
from dossier.tui.widgets.box import Choice, Chooser

CREDIBILITY = (
    Option("1", "confirmed by other sources"),
    Option("2", "probably true"),
    Option("3", "possibly true"),
    Option("4", "doubtful"),
    Option("5", "improbable"),
    Option("6", "cannot be judged"),
)
RELIABILITY = (
    Option("A", "completely reliable"),
    Option("B", "usually reliable"),
    Option("C", "fairly reliable"),
    Option("D", "not usually reliable"),
    Option("E", "unreliable"),
    Option("F", "cannot be judged"),
)
"""The Admiralty code (NATO STANAG 2511): of a piece of information, and of a source; neither follows from the other."""


def _words_at(dossier: Dossier, passage: Passage) -> str:
    return " ".join(dossier.reading(passage.source).text[passage.start : passage.end].split())


class Action(NamedTuple):
    """One thing to decide: its name, what it is now, and what happens when it is chosen."""

    name: str
    now: str
    do: Callable[[], None]


class DecideChooser:
    """The actions on the entity under the cursor, or else on the focused claim, its words at hand and the source."""

    title = "Decide   Enter chooses, Esc leaves"
    prompt = ". "
    guide = "Nothing to decide is called that."

    def __init__(self, room: Room, ask: Callable[[Chooser, str], None]) -> None:
        """``ask`` opens another chooser, with a text to begin with."""
        self._room, self._ask = room, ask
        self._dossier = room.session.dossier

    def choices(self, text: str) -> Sequence[Choice]:
        """Actions under headings, those that hold what is typed."""
        words = text.lower().split()
        lines: list[Choice] = []
        for heading, actions in self._groups():
            found = [one for one in actions if all(word in f"{heading} {one.name} {one.now}".lower() for word in words)]
            if found:
                lines.append(Choice(((f" {heading}", "head"),)))
                lines += [Choice(((f"  {one.name:<22} ", "strong"), (one.now, "muted")), one) for one in found]
        return lines

    def tell(self) -> str:
        """Nothing to tell."""
        return ""

    def choose(self, value: object, *, other: bool) -> None:
        """Do it, or ask for the value."""
        assert isinstance(value, Action)
        value.do()

    def _groups(self) -> Iterator[tuple[str, list[Action]]]:
        room, session = self._room, self._room.session
        if room.hand.entity is not None:
            yield f"Entity: {room.hand.entity.name}", list(self._entity(room.hand.entity))
            return
        if session.focused is not None and session.view is not View.SOURCES:
            claim, piece = session.focused, room.hand.evidence
            if piece is not None and piece.decided and not piece.anchor.exact:
                yield f"Quote: “{' '.join(piece.selector.exact.split())}”", list(self._mending(claim, piece))
            yield f"Claim: {claim.text}", list(self._claim(claim))
            if piece is not None:
                yield f"Words: “{' '.join(piece.selector.exact.split())}”", list(self._evidence(claim, piece))
        if room.hand.source is not None:
            yield f"Source: {room.hand.source.name}", list(self._source(room.hand.source))

    def _claim(self, claim: Claim) -> Iterator[Action]:
        from dossier.store.curating import claims

        dossier = self._dossier

        def taking(key: str) -> Callable[[str], None]:
            return lambda value: self._room.decide(lambda: claims.set_value(dossier, claim, key, value))

        kinds = [Option(kind.value) for kind in ClaimKind]
        yield self._value("verdict", claim.verdict, lambda verdict: self._ask_why(claim, verdict))
        rated = str(claim.credibility or "")
        yield self._value("credibility", rated, taking("credibility"), CREDIBILITY, free=False)
        yield self._value("text", claim.text, taking("text"))
        yield self._value("kind", claim.kind.value, taking("kind"), kinds, free=False)
        yield self._value("note", claim.note, taking("note"))
        if claim.decided:
            yield Action("turn down", "", lambda: self._room.decide(lambda: claims.reject(dossier, claim)))

    def _ask_why(self, claim: Claim, verdict: str) -> None:
        """The reason of a verdict is the claim's note."""
        from dossier.store.curating import claims

        dossier = self._dossier

        def judge(reason: str) -> None:
            self._room.decide(lambda: claims.judge(dossier, claim, verdict, reason))

        self._ask(ValueChooser(f"Why “{verdict}”?" if verdict else "Why?", judge), claim.note)

    def _evidence(self, claim: Claim, piece: Evidence) -> Iterator[Action]:
        from dossier.store.curating import claims
        from dossier.store.curating.draft import fault_of_date

        dossier, room = self._dossier, self._room

        def taking(key: str) -> Callable[[str], None]:
            return lambda value: room.decide(lambda: claims.set_evidence(dossier, claim, piece, key, value))

        stances = [Option(stance.value) for stance in Stance]
        speakers = [Option(entity.name, entity.kind.value) for entity in dossier.entities[:500]]
        if piece.passage is not None or piece.decided:
            yield self._value("stance", piece.stance.value, taking("stance"), stances, free=False)
            yield self._value("speaker", speaker_label(dossier, piece), taking("speaker"), speakers)
            yield self._value("figure", piece.value, taking("value"))
            yield self._value("date", piece.date, taking("date"), fault=fault_of_date)
        if piece.passage is not None:
            yield Action("not this claim", "", lambda: room.decide(lambda: claims.refuse(dossier, claim, piece)))
        if piece.decided and piece.anchor.exact:
            yield self._dropping(claim, piece)
            yield from self._quoting(claim, piece)

    def _dropping(self, claim: Claim, piece: Evidence) -> Action:
        from dossier.store.curating import claims

        dossier = self._dossier
        return Action(
            "drop these words", "", lambda: self._room.decide(lambda: claims.drop_evidence(dossier, claim, piece))
        )

    def _quoting(self, claim: Claim, piece: Evidence) -> Iterator[Action]:
        """Quote what is selected in place of the words that were noted."""
        from dossier.store.curating import claims

        dossier, room, chosen = self._dossier, self._room, self._room.hand.chosen
        if chosen is not None:
            words = _words_at(dossier, chosen)
            yield Action(
                "quote the selection",
                words,
                lambda: room.decide(lambda: claims.quote_again(dossier, claim, piece, chosen)),
            )

    def _mending(self, claim: Claim, piece: Evidence) -> Iterator[Action]:
        """What can be done about words that do not stand in their source as they were noted."""
        from dossier.store.curating import claims

        dossier, room, passage = self._dossier, self._room, piece.passage
        yield from self._quoting(claim, piece)
        if passage is not None:
            yield Action(
                "quote again",
                f"“{_words_at(dossier, passage)}”",
                lambda: room.decide(lambda: claims.quote_again(dossier, claim, piece, passage)),
            )
        yield Action(
            "cite the old version",
            "the text it was taken from",
            lambda: room.decide(lambda: claims.set_evidence(dossier, claim, piece, "cited", "version")),
        )
        yield self._dropping(claim, piece)

    def _entity(self, entity: Entity) -> Iterator[Action]:
        from dossier.store.curating import entities

        def taking(key: str) -> Callable[[str], None]:
            return lambda value: self._room.decide(lambda: entities.set_value(entity, key, value))

        kinds = [Option(kind.value) for kind in EntityKind]
        yield self._value("name", entity.name, taking("name"))
        yield self._value("kind", entity.kind.value, taking("kind"), kinds, free=False)
        yield self._value("note", entity.note if entity.decided else "", taking("note"))
        yield self._value(
            "further name", "", lambda value: self._room.decide(lambda: entities.add_alias(entity, value))
        )
        for alias in entity.aliases:
            yield Action(
                "split off",
                alias,
                lambda alias=alias: self._room.decide(lambda: entities.split(entity, alias)),  # type: ignore[misc]
            )

    def _source(self, source: Source) -> Iterator[Action]:
        from dossier.store.curating import sources
        from dossier.store.curating.draft import fault_of_date

        def taking(key: str) -> Callable[[str], None]:
            return lambda value: self._room.decide(lambda: sources.set_value(source, key, value))

        said = source.metadata
        yield self._value("reliability", source.reliability, taking("reliability"), RELIABILITY, free=False)
        yield self._value("why", "", taking("why"))
        yield self._value("title", said.title, taking("title"))
        yield self._value("publisher", said.publisher, taking("publisher"))
        yield self._value("published", said.published, taking("published"), fault=fault_of_date)

    def _value(
        self,
        name: str,
        now: str,
        take: Callable[[str], None],
        options: Sequence[Option] = (),
        *,
        free: bool = True,
        fault: Callable[[str], str] | None = None,
    ) -> Action:
        """Something that has a value, which is asked for."""
        begin = now if free and not options else ""

        def ask() -> None:
            self._ask(ValueChooser(name.title(), take, options, free=free, fault=fault), begin)

        return Action(name, now or "–", ask)
