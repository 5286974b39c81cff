"""From what was found in each source to what the sources say together: entities, claims, speakers, copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from dossier.analysis.agreement.agreement import agreement
from dossier.analysis.agreement.polarity import denies
from dossier.analysis.agreement.sums import consistent
from dossier.analysis.alignment.alignment import Aligner, Match, Statement
from dossier.analysis.alignment.beside import Beside, beside
from dossier.analysis.alignment.figure_matches import figure_matches, strongest
from dossier.analysis.alignment.groups import groups
from dossier.analysis.claims.ids import claim_id
from dossier.analysis.each import Each, one_by_one
from dossier.analysis.entities.merging import Suggested, merge_names
from dossier.analysis.entities.speaking import Speaking
from dossier.analysis.findings import Findings, Said, Stated
from dossier.analysis.language.stems import spelled
from dossier.analysis.origins.copies import Copy, copies
from dossier.analysis.origins.origins import joined_sources
from dossier.model.claim import Claim, Evidence, Stance
from dossier.model.derived import Copied, Derived, Speech
from dossier.model.entity import Entity, Mention
from dossier.model.passage import Anchor, Selector
from dossier.model.quantity import Quantity

LEAST_MATCH = 0.18
"""Score below which two statements are not looked at together."""
REASONS_SHOWN = 5
LEAST_COUNT = 3
"""Count without a unit from which on it can be the figure of a passage."""
SEVERAL, DIFFERS = 0.2, 0.2
"""What being stated by several sources, and figures that differ, add to the strength of a claim."""


class Studied(NamedTuple):
    """A source with its text, the file name it is put in order by, and what was found in it."""

    source: str
    text: str
    findings: Findings


def derive(studied: Sequence[Studied], each: Each = one_by_one) -> Derived:
    """Everything the sources say together. The same sources give the same, in any order.

    ``each`` applies a function to some values; it may do so in several processes.
    """
    ordered = sorted(studied, key=lambda one: one.source)
    names = {one.source: one.findings.names for one in ordered}
    texts = {one.source: one.text for one in ordered if one.text}
    steps: Sequence[Callable[[], Any]] = (lambda: merge_names(names), lambda: copies(texts))
    suggested, shared = each(lambda step: step(), steps)
    named = Speaking(suggested)
    claims = _Claims(ordered, named, {entity.id: entity.name for entity in suggested}, shared).result(each)
    return Derived(
        entities=tuple(Entity(s.id, s.name, s.kind, s.aliases, note=_note(s), decided=False) for s in suggested),
        mentions=_mentions(suggested),
        claims=claims,
        speech={one.source: tuple(_speech(one, said, named) for said in one.findings.said) for one in ordered},
        copies=tuple(Copied(copy.source, copy.of, round(copy.containment, 3)) for copy in shared),
        foreign=frozenset(one.source for one in ordered if not one.findings.language),
        wires={one.source: one.findings.wire for one in ordered if one.findings.wire},
    )


def _note(suggested: Suggested) -> str:
    """What the texts call it, and why its names were put together."""
    parts = ["; ".join(suggested.roles), "put together by " + ", ".join(suggested.reasons) if suggested.reasons else ""]
    return ". ".join(part for part in parts if part)


def _mentions(suggested: Sequence[Suggested]) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {}
    for entity in suggested:
        for source, start, end in entity.mentions:
            found.setdefault(source, []).append(Mention(entity.id, source, start, end))
    return {source: tuple(sorted(mentions, key=lambda m: m.start)) for source, mentions in found.items()}


def _speech(one: Studied, said: Said, named: Speaking) -> Speech:
    speaker = named.speaker(one.source, one.text, said.speaker_at, said.speaker)
    return Speech(
        one.source, said.content, said.cue, speaker, said.kind, said.hedged, said.denied, said.anonymous, said.document
    )


class _Claims:
    """Lines up the statements of all sources."""

    def __init__(
        self,
        studied: Sequence[Studied],
        named: Speaking,
        names: Mapping[str, str],
        shared: Sequence[Copy],
    ) -> None:
        self._names, self._origins = names, joined_sources(shared, {one.source: one.findings.wire for one in studied})
        self._stated: dict[int, Stated] = {}
        self._speakers: dict[int, str] = {}
        self._aligner = Aligner()
        for one in studied:
            self._add(one, named)
        self._scores: dict[tuple[int, int], Match] = {}
        self._beside: dict[int, list[Beside]] = {}

    def _add(self, one: Studied, named: Speaking) -> None:
        found = one.findings
        ids = [named.entity(one.source, name.start) for name in found.names]
        said = {span: s for s in found.said for span in s.content}
        by_place = {(stated.start, stated.end, stated.words): stated for stated in found.stated}
        statements = [self._statement(one.source, stated, ids) for stated in by_place.values()]
        numbers = self._aligner.add(statements)
        for number in numbers:
            statement = self._aligner.statement(number)
            stated = by_place[statement.start, statement.end, statement.text]
            self._stated[number] = stated
            speech = next((s for (a, b), s in said.items() if a < stated.end and b > stated.start), None)
            at = speech.speaker_at if speech is not None else None
            speaker = named.speaker(one.source, one.text, at, stated.speaker) if stated.speaker else ""
            self._speakers[number] = speaker

    @staticmethod
    def _statement(source: str, stated: Stated, ids: Sequence[str]) -> Statement:
        dates = tuple(date.value for date in stated.dates if date.value)
        entities = tuple(dict.fromkeys(ids[n] for n in (*stated.names, *stated.context) if ids[n]))
        return Statement(source, stated.start, stated.end, stated.words, stated.quantities, dates, entities)

    def result(self, each: Each) -> tuple[Claim, ...]:
        """The claims, those of several sources first, then in the order of the sources."""
        statements = {number: self._aligner.statement(number) for number in self._stated}
        matches = strongest((*self._aligner.pairs(LEAST_MATCH, each=each), *figure_matches(self._aligner, statements)))
        self._scores = {(match.a, match.b): match for match in matches}
        self._beside = beside(statements)
        together = groups(statements, matches)
        grouped = {number for group in together for number in group}
        alone = [(number,) for number in statements if number not in grouped]
        claims = [self._claim(group) for group in (*together, *alone)]
        taken: dict[str, Claim] = {}
        for claim in claims:
            taken.setdefault(claim.id, claim)
        return tuple(taken.values())

    def _claim(self, group: tuple[int, ...]) -> Claim:
        first = max(group, key=lambda n: (self._stated[n].strength, -len(self._stated[n].words), -n))
        reasons = self._reasons(group)
        evidence = tuple(
            self._evidence(number, group, reasons[number], self._stance(number, first)) for number in group
        )
        those = [one for number in group for one in self._beside.get(number, ()) if one.number not in group]
        further = {one.number: one.sum.words for one in those}
        sources = {piece.source for piece in evidence}
        status = agreement(evidence, wires={source: self._origins.get(source, "") for source in sources})
        stated = self._stated[first]
        named = [(self._aligner.statement(n).entities, len(self._stated[n].names)) for n in group]
        about = dict.fromkeys(entity for entities, own in named for entity in entities[:own])
        strength = stated.strength + SEVERAL * (len(group) > 1) + DIFFERS * status.differs
        return Claim(
            id=claim_id(stated.words),
            text=stated.told,
            about=tuple(about),
            kind=stated.kind,
            evidence=(*evidence, *(self._mentioned(number, why) for number, why in further.items())),
            status=status,
            decided=False,
            strength=round(min(1.0, strength), 3),
            reasons=tuple(dict.fromkeys((*self._sums(group), *further.values()))),
        )

    def _mentioned(self, number: int, why: str) -> Evidence:
        """A statement that is shown beside a claim, because its figures have to do with it, and does not count."""
        return self._evidence(number, (number,), (why,), Stance.MENTIONS)

    def _stance(self, number: int, first: int) -> Stance:
        """What is negated where the claim is not, or the other way round, disputes it."""
        against = number != first and denies(self._stated[number].told, self._stated[first].told)
        return Stance.DISPUTES if against else Stance.SUPPORTS

    def _evidence(self, number: int, group: tuple[int, ...], reasons: tuple[str, ...], stance: Stance) -> Evidence:
        statement, stated = self._aligner.statement(number), self._stated[number]
        date = next((d.value for d in stated.dates if d.value), "")
        return Evidence(
            source=statement.source,
            selector=Selector(stated.words, start=stated.start),
            stance=stance,
            speaker=self._speakers[number],
            quantity=self._telling(number, group),
            date=date,
            anchor=Anchor.FOUND,
            start=stated.start,
            end=stated.end,
            decided=False,
            quantities=stated.quantities,
            dates=stated.dates,
            reasons=reasons,
        )

    def _telling(self, number: int, group: tuple[int, ...]) -> Quantity | None:
        """Of several figures the one that has most in common with a figure of another statement in the group.

        A small count ("two countries") tells nothing.
        """
        own = [one for one in self._stated[number].quantities if one.unit or one.value >= LEAST_COUNT]
        others = [q for n in group if n != number for q in self._stated[n].quantities]
        for quantity in own:
            if any(q.unit == quantity.unit and q.low < quantity.high and quantity.low < q.high for q in others):
                return quantity
        same = [quantity for quantity in own if any(q.unit == quantity.unit for q in others)]
        return next(iter(same or own), None)

    def _reasons(self, group: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
        """Why each statement is in its group: the best of its matches there."""
        best: dict[int, Match] = {}
        for pair in combinations(group, 2):
            match = self._scores.get(pair) or self._scores.get(pair[::-1])
            if match is not None:
                for number in pair:
                    if number not in best or best[number].score < match.score:
                        best[number] = match
        told = {match: tuple(self._told(match)) for match in dict.fromkeys(best.values())}
        return {number: told[best[number]] if number in best else () for number in group}

    def _told(self, match: Match) -> Iterator[str]:
        yield f"alike {match.score:.2f}"
        words = spelled(self._aligner.statement(match.a).text)
        for kind, what, weight in self._aligner.reasons(match)[:REASONS_SHOWN]:
            named = words if kind == "word" else self._names
            yield f"{kind} {named.get(what, what)} {weight:.2f}"

    def _sums(self, group: tuple[int, ...]) -> Iterator[str]:
        for a, b in combinations([self._stated[number].quantities for number in group], 2):
            for found in consistent(a, b):
                yield found.words
