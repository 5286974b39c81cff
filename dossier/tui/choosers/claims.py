"""Choosing a claim or an entity by words that are nearly its own: to attach words to it, or to say it is the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from dossier.commands.command import Room
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.tui.widgets.box import Choice

SHOWN = 100
"""Choices listed at a time; typing finds the others."""
LEAST = 40.0
"""Likeness (0 to 100) from which a claim or a name is listed for what is typed."""


def nearest(words: str, texts: Sequence[str], least: float) -> list[int]:
    """The indices of the texts that are most like some words: those that hold them all first, each time the best."""
    from rapidfuzz import fuzz, process, utils

    holding = {n: text for n, text in enumerate(texts) if holds(text, words)}
    found = [
        process.extract(words, some, scorer=fuzz.token_set_ratio, processor=utils.default_process, **limits)
        for some, limits in ((holding, {"limit": SHOWN}), (texts, {"limit": SHOWN, "score_cutoff": least}))
    ]
    return list(dict.fromkeys(index for part in found for _, _, index in part))[:SHOWN]


def holds(text: str, typed: str) -> bool:
    """Whether a word of the text begins with each of those typed."""
    words = text.casefold().replace("-", " ").split()
    return all(any(word.lstrip("\"“‘'($").startswith(one) for word in words) for one in typed.casefold().split())


def claim_lines(claims: Sequence[Claim], words: str, typed: bool) -> list[Choice]:
    """The claims nearest to what was typed; as many as there is room for, the nearest to other words first."""
    order = nearest(words, [claim.text for claim in claims], LEAST if typed else 0.0)
    return [
        Choice(
            ((f"  {claims[n].status.symbol} ", "figure"), (claims[n].text, "" if claims[n].decided else "muted")),
            claims[n],
        )
        for n in order
    ]


class AttachChooser:
    """What the selected words state: a claim there is, or a new one."""

    title = "What do these words state?   Enter takes it, Ctrl+O where they dispute it, Esc leaves"
    prompt = "claim: "
    guide = ""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._passage = room.hand.chosen
        assert self._passage is not None
        text = room.session.dossier.reading(self._passage.source).text
        self._words = " ".join(text[self._passage.start : self._passage.end].split())

    def choices(self, text: str) -> Sequence[Choice]:
        """A new claim, then the claims that are nearest; one that holds the typed words stands before it."""
        typed = text.strip()
        new = Choice((("  + new claim: ", "accent"), (typed or self._words, "strong")), typed or self._words)
        near = claim_lines(self._room.session.dossier.claims, typed or self._words, bool(typed))
        meant = bool(typed and near) and holds(near[0].value.text, typed)  # type: ignore[attr-defined]
        return [*near[:1], new, *near[1:]] if meant else [new, *near]

    def tell(self) -> str:
        """Nothing to tell."""
        return ""

    def choose(self, value: object, *, other: bool) -> None:
        """Attach the words, or note a new claim."""
        from dossier.model.claim import Stance
        from dossier.store.curating import claims

        session, passage = self._room.session, self._passage
        assert passage is not None
        dossier = session.dossier
        session.caret = None
        if isinstance(value, Claim):
            claim, stance = value, Stance.DISPUTES if other else Stance.SUPPORTS
            session.claim = claim.id
            self._room.decide(lambda: claims.attach(dossier, claim, passage, stance))
        else:
            self._room.decide(lambda: claims.create(dossier, passage, str(value)))


class SameChooser:
    """Which other claim or entity is the same as the one at hand."""

    prompt = "same as: "
    guide = "Nothing is like that."

    def __init__(self, room: Room) -> None:
        self._room = room
        self._entity, self._claim = room.hand.entity, room.session.focused
        said = self._entity.name if self._entity is not None else self._claim.text if self._claim is not None else ""
        self._words = said
        self.title = f"Same as “{said}”   Enter joins them, Esc leaves"

    def choices(self, text: str) -> Sequence[Choice]:
        """The nearest others."""
        dossier, typed = self._room.session.dossier, text.strip()
        if self._entity is not None:
            return _entity_lines(
                [e for e in dossier.entities if e is not self._entity], typed or self._words, bool(typed)
            )
        others = [claim for claim in dossier.claims if claim is not self._claim]
        return claim_lines(others, typed or self._words, bool(typed))

    def tell(self) -> str:
        """Nothing to tell."""
        return ""

    def choose(self, value: object, *, other: bool) -> None:
        """Join the two: what was decided stays, else the chosen one."""
        from dossier.store.curating import claims, entities

        dossier = self._room.session.dossier
        if isinstance(value, Entity) and self._entity is not None:
            one, another = _kept(value, self._entity)
            self._room.session.entity = one.id
            self._room.decide(lambda: entities.merge(one, another))
        elif isinstance(value, Claim) and self._claim is not None:
            first, second = _kept(value, self._claim)
            self._room.session.claim = first.id
            self._room.decide(lambda: claims.join(dossier, first, second))


_Decided = TypeVar("_Decided", Claim, Entity)


def _kept(one: _Decided, other: _Decided) -> tuple[_Decided, _Decided]:
    return (other, one) if other.decided and not one.decided else (one, other)


def _entity_lines(entities: Sequence[Entity], words: str, typed: bool) -> list[Choice]:
    names: list[str] = []
    owners: list[Entity] = []
    for entity in entities:
        for name in entity.names:
            names.append(name)
            owners.append(entity)
    found: Iterable[Entity] = {owners[n].id: owners[n] for n in nearest(words, names, LEAST if typed else 0.0)}.values()
    return [
        Choice(((f"  {entity.name}", "" if entity.decided else "muted"), (f"   {entity.kind.value}", "muted")), entity)
        for entity in found
    ]
