"""From statements that say the same to claims: what each is about, its evidence, and how far its sources agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations
from typing import NamedTuple

from dossier.analysis.agreement.agreement import judged, telling_figures
from dossier.analysis.agreement.figures import same_thing
from dossier.analysis.agreement.polarity import contradicts, denies, negated, withholds
from dossier.analysis.agreement.sums import consistent
from dossier.analysis.alignment.alignment import Match, Pair
from dossier.analysis.alignment.beside import beside, siblings
from dossier.analysis.alignment.figure_matches import figure_matches
from dossier.analysis.alignment.groups import Grouping
from dossier.analysis.claims.fragments import stands_alone
from dossier.analysis.claims.ids import claim_id
from dossier.analysis.each import Each
from dossier.analysis.language.stems import spelled
from dossier.analysis.statements import Statements
from dossier.model.claim import Claim, Evidence, Stance
from dossier.model.dated import dated
from dossier.model.passage import Anchor, Selector
from dossier.model.quantity import AGE, DETAILS, Quantity

LEAST_MATCH = 0.18
"""Score below which two statements are not looked at together."""
REASONS_SHOWN = 5
LEAST_COUNT = 3
"""Count without a unit from which on it can be the figure of a passage."""
SEVERAL, DIFFERS = 0.2, 0.2
"""What being stated by several sources, and figures that differ, add to the strength of a claim."""
_DAY, _ONE_TIME = 10, 21
"""Code points of an ISO day, and days between reports that are still of one time: who was 37 may be 38 after a year."""
PARTS = 2
"""Of the work, for so many processors."""


class _Part(NamedTuple):
    """Some of the work: pairs that may make groups, and statements that are in no pair."""

    leading: list[Pair]
    alone: list[int]


class Claiming:
    """Makes claims of all statements; ``names`` are those of entities by id, ``joined`` the sources that are one."""

    def __init__(self, statements: Statements, names: Mapping[str, str], joined: Mapping[str, str], each: Each) -> None:
        self._names, self._joined, self._each = names, joined, each
        self._aligner, self._stated, self._speakers = statements.aligner, statements.stated, statements.speakers
        self._statements = statements.all
        self._scores = self._aligner.scores(statements.likely, LEAST_MATCH, each)
        self._figured: dict[Pair, Match] = {}
        """Pairs that a figure brings together rather than the words."""
        for match in figure_matches(self._aligner, self._statements):
            pair = match.a, match.b
            if match.score > self._scores.get(pair, 0.0):
                self._scores[pair], self._figured[pair] = match.score, match
        self._published = statements.published
        self._beside, self._siblings = beside(self._statements), siblings(self._statements, statements.texts)
        self._grouping = Grouping(self._statements, self._scores, self._aligner.likeness)

    def claims(self) -> tuple[Claim, ...]:
        """Those of several statements first, then in the order of the sources; each id once."""
        made = sorted(chain.from_iterable(self._each(self._made, self._parts())), key=lambda item: item[:2])
        taken: dict[str, Claim] = {}
        for _, _, claim in made:
            taken.setdefault(claim.id, claim)
        return tuple(taken.values())

    def _parts(self) -> list[_Part]:
        paired = set(chain.from_iterable(self._grouping.leading))
        alone = [number for number in self._statements if number not in paired]
        parts = enumerate(self._grouping.parts(PARTS))
        return [_Part(leading, alone[n::PARTS]) for n, leading in parts]

    def _made(self, part: _Part) -> list[tuple[bool, int, Claim]]:
        """The claims of a part, each with whether one statement makes it, and the number of its first."""
        together = self._grouping.groups(part.leading)
        left = {*part.alone, *chain.from_iterable(part.leading)}.difference(*together)
        groups = (*together, *((number,) for number in left))
        return [(len(group) == 1, group[0], self._claim(group)) for group in groups]

    def _claim(self, group: tuple[int, ...]) -> Claim:
        first = self._telling_most(group)
        reasons = self._reasons(group) if len(group) > 1 else {}
        evidence = tuple(
            self._evidence(number, group, reasons.get(number, ()), self._stance(number, first)) for number in group
        )
        those = [one for number in group for one in self._beside.get(number, ()) if one.number not in group]
        sums = {one.number: one.sum.words for one in those}
        near = [n for number in group for n in self._siblings.get(number, ()) if len(group) > 1 and n not in group]
        further = {**dict.fromkeys(near, "in the same sentence"), **sums}
        stated = self._stated[first]
        named = [(self._statements[n].entities, len(self._stated[n].names)) for n in group]
        about = dict.fromkeys(entity for entities, own in named for entity in entities[:own])
        claim = Claim(
            id=claim_id(stated.words),
            text=stated.told,
            about=tuple(about),
            kind=stated.kind,
            evidence=(*evidence, *(self._mentioned(number, why) for number, why in further.items())),
            decided=False,
            reasons=tuple(dict.fromkeys((*self._sums(group), *sums.values()))),
        )
        claim = judged(claim, evidence, self._joined)
        if claim.status.differs:
            claim = claim._replace(evidence=_with_figures(claim.evidence, telling_figures(evidence)))
        strength = stated.strength + SEVERAL * (len(group) > 1) + DIFFERS * claim.status.differs
        return claim._replace(strength=round(min(1.0, strength), 3))

    def _telling_most(self, group: tuple[int, ...]) -> int:
        """The statement that says what the others say: one nobody denies, no figure of its own, a sentence that can
        stand by itself, and most like them, else the stronger."""
        if len(group) == 1:
            return group[0]
        likeness = dict.fromkeys(group, 0.0)
        for pair in combinations(group, 2):
            for number in pair:
                likeness[number] += self._scores.get(pair, 0.0)

        def rank(number: int) -> tuple[bool, int, bool, float, float, int, int]:
            stated = self._stated[number]
            return (
                not stated.denied,
                -self._own_figures(number, group),
                stands_alone(stated.told),
                round(likeness[number], 6),
                stated.strength,
                -len(stated.words),
                -number,
            )

        return max(group, key=rank)

    def _own_figures(self, number: int, group: tuple[int, ...]) -> int:
        """How many figures of a statement no other of its group gives in any way."""
        own, others = self._figures(number, group)
        return sum(not any(q.unit == one.unit and same_thing(q.thing, one.thing) for q in others) for one in own)

    def _figures(self, number: int, group: tuple[int, ...]) -> tuple[list[Quantity], list[Quantity]]:
        """Those of a statement, without small counts ("two countries"), which tell nothing, and all of the others."""
        own = [one for one in self._statements[number].figures if one.unit or one.value >= LEAST_COUNT]
        return own, [one for other in group if other != number for one in self._statements[other].figures]

    def _mentioned(self, number: int, why: str) -> Evidence:
        """A statement that is shown beside a claim, because its figures have to do with it, and does not count."""
        return self._evidence(number, (number,), (why,), Stance.MENTIONS)

    def _stance(self, number: int, first: int) -> Stance:
        """What is negated or denied where the claim is not, or the other way round, disputes it.

        A denial of something else than the claim says nothing for it.
        """
        one, claim = self._stated[number], self._stated[first]
        if one.denied != claim.denied:
            denied, other = (one, claim) if one.denied else (claim, one)
            if withholds(denied.told):
                return Stance.SUPPORTS if negated(other.words) else Stance.MENTIONS
            against = contradicts(denied.words, denied.speaker, other.words)
            return Stance.DISPUTES if against else Stance.MENTIONS
        against = number != first and not one.denied and denies(one.told, claim.told)
        return Stance.DISPUTES if against else Stance.SUPPORTS

    def _evidence(self, number: int, group: tuple[int, ...], reasons: tuple[str, ...], stance: Stance) -> Evidence:
        statement, stated = self._statements[number], self._stated[number]
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
            quantities=self._of_one_time(number, group),
            dates=stated.dates,
            reasons=reasons,
            reported=self._published[statement.source],
            before=stated.before,
        )

    def _of_one_time(self, number: int, group: tuple[int, ...]) -> tuple[Quantity, ...]:
        """The figures of a statement; ages, hours and ranks only where the sources of its group are of one time."""
        statement = self._statements[number]
        if not any(one.unit in DETAILS for one in self._stated[number].quantities):
            return statement.figures
        if not _near_each_other(self._published[self._statements[n].source] for n in group):
            return statement.figures
        return tuple(self._with_owner(one, statement.entities) for one in self._stated[number].quantities)

    def _with_owner(self, figure: Quantity, entities: Sequence[str]) -> Quantity:
        """An age by the name that all sources together have for whose it is: "Jo Rait, 36" and "Jo M. Rait, 37"."""
        if figure.unit != AGE:
            return figure
        given, *_, surname = figure.thing.split()
        named = (self._names.get(entity, "") for entity in entities)
        fitting = [name for name in named if name.split()[:1] == [given] and name.split()[-1] == surname]
        return figure._replace(thing=fitting[0]) if len(fitting) == 1 else figure

    def _telling(self, number: int, group: tuple[int, ...]) -> Quantity | None:
        """Of several figures the one that has most in common with a figure of another statement in the group."""
        own, others = self._figures(number, group)
        for quantity in own:
            if any(q.unit == quantity.unit and q.low < quantity.high and quantity.low < q.high for q in others):
                return quantity
        same = [quantity for quantity in own if any(q.unit == quantity.unit for q in others)]
        return next(iter(same or own), None)

    def _reasons(self, group: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
        """Why each statement is in its group: the best of its matches there."""
        best: dict[int, Match] = {}
        for pair in combinations(group, 2):
            score = self._scores.get(pair)
            if score is not None:
                for number in pair:
                    if number not in best or best[number].score < score:
                        best[number] = self._figured.get(pair) or Match(*pair, score)
        matches = dict.fromkeys(best.values())
        words = {a: spelled(self._statements[a].text) for a in {match.a for match in matches}}
        told = {match: tuple(self._told(match, words[match.a])) for match in matches}
        return {number: (self._likest(number, best[number]), *told[best[number]]) for number in group if number in best}

    def _likest(self, number: int, match: Match) -> str:
        other = match.b if number == match.a else match.a
        return f"alike {match.score:.2f} to {self._statements[other].source}"

    def _told(self, match: Match, words: Mapping[str, str]) -> Iterator[str]:
        for kind, what, weight in self._aligner.reasons(match)[:REASONS_SHOWN]:
            named = words if kind == "word" else self._names
            yield f"{kind} {named.get(what, what)} {weight:.2f}"

    def _sums(self, group: tuple[int, ...]) -> Iterator[str]:
        for a, b in combinations([self._statements[number].figures for number in group], 2):
            for found in consistent(a, b):
                yield found.words


def _near_each_other(published: Iterable[str]) -> bool:
    """Whether ISO dates are near each other, as far as they are known."""
    days = [day for day in (dated(one[:_DAY]) for one in published) if day is not None]
    if not days:
        return True
    first, last = min(day.low for day in days), max(day.high for day in days)
    return (date.fromisoformat(last) - date.fromisoformat(first)).days <= _ONE_TIME


def _with_figures(evidence: Sequence[Evidence], figures: Sequence[Quantity | None]) -> tuple[Evidence, ...]:
    """The pieces of evidence, the first of them each with its figure."""
    told = [one._replace(quantity=quantity) for one, quantity in zip(evidence, figures, strict=False)]
    return (*told, *evidence[len(told) :])
