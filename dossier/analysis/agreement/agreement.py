"""What the sources together make of a claim (DESIGN.md section 6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from dossier.analysis.agreement.days import days_apart
from dossier.analysis.agreement.figures import (
    narrow,
    number,
    open_end,
    overlap,
    same_figure,
    same_name,
    same_thing,
    shown,
    singular,
)
from dossier.analysis.agreement.scope import Scope, aligned, alike, comparable, scope
from dossier.analysis.agreement.voices import voices
from dossier.analysis.agreement.written import AS_WRITTEN, written
from dossier.analysis.origins.copies import Copy
from dossier.analysis.origins.origins import Voice, count_origins, joined_sources
from dossier.model.claim import Agreement, Claim, Evidence
from dossier.model.quantity import AGE, DETAILS, Quantity

_MOST_PIECES = 100
"""Different pieces of evidence for one claim that are compared pair by pair; one with more has long been told."""

_LEAST, _LIMIT = "at least", "at most"
_BOUNDS = (_LEAST, _LIMIT, "range")
"""Qualifiers of a figure that is an interval by its own words."""

_MOST_COUNTED = 12
"""Figures of one piece that are compared: the rest of a table is not looked at."""


class Told(NamedTuple):
    """A figure as one piece of evidence tells it: of what place and kind, for which ISO date, decided by a person.

    ``words`` are the figure as it is written there, ``reported`` is the ISO date of the source; empty where not known.
    ``before`` are figures that held before it, by the same words.
    """

    quantity: Quantity
    date: str = ""
    scope: Scope = Scope()
    decided: bool = True
    words: str = ""
    reported: str = ""
    before: tuple[Quantity, ...] = ()


class Difference(NamedTuple):
    """Two figures that are not the same: the numbers of their pieces of evidence, what it is, and in words."""

    a: int
    b: int
    state: Agreement
    words: str


def agreement(
    evidence: Sequence[Evidence], copies: Iterable[Copy] = (), wires: Mapping[str, str] | None = None
) -> Agreement:
    """The state of a claim with this evidence; what only mentions it, or has changed materially, does not count.

    A source that disputes what others support makes it conflicting. Otherwise figures decide where they can be
    compared, and else the number of origins: see :func:`dossier.analysis.origins.origins.count_origins`.
    """
    counted = [piece for piece in evidence if piece.counts]
    return _agreement(counted, _origins(counted, joined_sources(copies, wires or {})))


def judged(claim: Claim, evidence: Sequence[Evidence], joined: Mapping[str, str] | None = None) -> Claim:
    """The claim with the state and the number of origins that this evidence gives it.

    ``joined`` leads from sources that are one origin to one name: copies, and stories of one agency; see
    :func:`dossier.analysis.origins.origins.joined_sources`.
    """
    counted = [piece for piece in evidence if piece.counts]
    origins = _origins(counted, joined or {})
    return claim._replace(status=_agreement(counted, origins), origins=origins)


def _origins(counted: Sequence[Evidence], joined: Mapping[str, str]) -> int:
    if len(counted) < 2:
        return len(counted)
    return count_origins(Voice(joined.get(one.source, one.source), one.speaker) for one in voices(counted))


def _agreement(counted: Sequence[Evidence], origins: int) -> Agreement:
    if not counted:
        return Agreement.UNSUPPORTED
    if len(counted) == 1:
        return Agreement.SINGLE
    if len({piece.stance for piece in counted}) > 1:
        return Agreement.CONFLICTING
    differs = _strongest({_of_figures(counted), *(one.state for one in days_apart(counted, _MOST_PIECES))})
    if differs is Agreement.CONFLICTING:
        return differs
    if len({piece.source for piece in counted}) == 1:
        return Agreement.SINGLE
    if differs is not None:
        return differs
    return Agreement.CORROBORATED if origins > 1 else Agreement.SINGLE


def differences(evidence: Sequence[Evidence]) -> list[Difference]:
    """Every two pieces whose figures or days differ, in words that judge nothing: the most important first, and of
    equal ones those that are more than a bound ("at least 20").
    """
    figures = [(number, _figures(piece)) for number, piece in enumerate(evidence) if piece.counts][:_MOST_PIECES]
    found: list[tuple[bool, Difference]] = []
    for (a, one), (b, other) in combinations(figures, 2):
        for here, there in _compared(one, other):
            state = between(here, there)
            if state is not None:
                vague = bool(open_end(here.quantity) or open_end(there.quantity))
                found.append((vague, Difference(a, b, state, _in_words(here, there, state))))
    found += [(False, Difference(one.a, one.b, one.state, one.words)) for one in days_apart(evidence, _MOST_PIECES)]
    return [one for _, one in sorted(found, key=lambda item: (_IMPORTANCE.index(item[1].state), item[0], item[1][:2]))]


def telling_figures(evidence: Sequence[Evidence]) -> Sequence[Quantity | None]:
    """The figure of each piece that a claim with this evidence is about, where the suggested ones differ in another.

    A piece gives "a 36-year-old" and "60 metres", others the same age and 150 metres: it is about the metres.
    """
    given = [piece.quantity for piece in evidence]
    pieces = [(number, _figures(piece)) for number, piece in enumerate(evidence) if piece.counts][:_MOST_PIECES]
    best: tuple[int, Told] | None = None
    for (_, one), (_, other) in combinations(pieces, 2):
        for here, there in _compared(one, other):
            state = between(here, there)
            if state is not None and (best is None or _IMPORTANCE.index(state) < best[0]):
                best = _IMPORTANCE.index(state), here
    if best is None:
        return given
    key = best[1].quantity.unit, singular(best[1].quantity.thing)
    found = dict(pieces)
    return [
        found[number].counted[key].quantity if number in found and key in found[number].counted else quantity
        for number, quantity in enumerate(given)
    ]


def between(a: Told, b: Told) -> Agreement | None:
    """What two figures are to each other; ``None`` when they are the same, or not figures of the same.

    Intervals apart are a conflict only where thing, place, kind and time are certainly the same, and neither is said
    to be a part: different digits alone mean a different claim in more than a third of news sentences.
    """
    one, other = a.quantity, b.quantity
    if one.unit == other.unit == AGE:
        return Agreement.CONFLICTING if _ages_differ(a, b) else None
    if one.unit != other.unit or not same_thing(one.thing, other.thing) or not comparable(a.scope, b.scope):
        return None
    if same_figure(one, other) or (one.unit in DETAILS and not _same_occasion(a, b)):
        return None
    decided = a.decided and b.decided
    if overlap(one, other):
        if _is_toll(a, b) and _is_more(*_in_order(a, b)):
            return Agreement.UPDATED
        told = _tells(one, other) and ((narrow(one) and narrow(other)) or _certainly_same_thing(a, b))
        return Agreement.CLOSE if decided or told else None
    if not aligned(a.scope, b.scope) or not (decided or _certainly_same_thing(a, b)):
        return None
    if _was(a, b) or _was(b, a):
        return Agreement.UPDATED
    earlier, later = _in_order(a, b)
    grew = later.quantity.value > earlier.quantity.value
    if _one_day(a, b):
        changed = _is_toll(a, b) and (grew or not _is_of(a, b, _FINAL))
        return Agreement.UPDATED if changed else Agreement.CONFLICTING
    if one.unit in _FIXED and _near(a.date, b.date):
        return Agreement.CONFLICTING
    if grew:
        return Agreement.UPDATED
    return Agreement.CONFLICTING if decided else None


def _was(told: Told, other: Told) -> bool:
    """Whether a figure is told to have been the other one before: "61, up from 55"."""
    return any(same_figure(one, other.quantity) for one in told.before)


def _in_order(a: Told, b: Told) -> tuple[Told, Told]:
    """Two figures, the one first that was told first: by their own words or dates, else by those of their sources."""
    if _was(a, b) or _was(b, a):
        return (b, a) if _was(a, b) else (a, b)
    if _one_day(a, b):
        return (a, b) if a.reported <= b.reported else (b, a)
    return (a, b) if a.date < b.date else (b, a)


def _is_toll(a: Told, b: Told) -> bool:
    """Whether two figures are of people to whom one thing happened, as more are found from one day to the next."""
    days = a.reported[:_ISO_DAY], b.reported[:_ISO_DAY]
    of_people = any(kind.startswith(_FATE) for kind in a.scope.kinds & b.scope.kinds)
    grows = of_people and not a.quantity.unit and _is_recent(a) and _is_recent(b)
    return grows and days[0] != days[1] and _near(*days, within=_ONE_EVENT)


def _is_more(earlier: Told, later: Told) -> bool:
    """Whether a later figure is more than the least that was known earlier."""
    return earlier.quantity.qualifier == _LEAST and later.quantity.value > earlier.quantity.value


def _is_of(a: Told, b: Told, kind: str) -> bool:
    return kind in a.scope.kinds & b.scope.kinds


_FINAL = "fate:killed"
"""The kind of a figure that does not fall, as that of the missing does."""


def _is_recent(told: Told) -> bool:
    """Whether a report does not say that what it tells of was long before: "the 2010 fire"."""
    if not told.date or told.reported.startswith(told.date):
        return True
    return _near(told.date, told.reported[:_ISO_DAY], within=_ONE_EVENT)


_ISO_DAY, _FATE = len("2024-01-31"), "fate:"
"""Code points of a day, and what the kinds of figures begin with that count people to whom something happened."""

_ONE_EVENT = 31
"""Days between reports within which more may be found of one event."""


def _ages_differ(a: Told, b: Told) -> bool:
    """Whether two ages are of one person at one time, and not the same; wherever that is.

    A person who wrote them down need not have said whose they are.
    """
    one, other = a.quantity, b.quantity
    named = bool(one.thing or other.thing) or (a.decided and b.decided)
    one_time = _one_day(a, b) or _near(a.date, b.date)
    return named and one_time and same_thing(one.thing, other.thing) and not overlap(one, other)


def _same_occasion(a: Told, b: Told) -> bool:
    """Whether an hour or a rank is told of one occasion: what is about them says so, and the days do not differ.

    Between eleven at night and one in the morning there may be two hours, or all but two of a day.
    """
    return _one_day(a, b) and alike(a.scope, b.scope) and abs(a.quantity.value - b.quantity.value) <= _HALF_DAY


def _one_day(a: Told, b: Told) -> bool:
    """Whether one date lies in the other, or one is not known."""
    return a.date.startswith(b.date) or b.date.startswith(a.date)


_HALF_DAY = 12
"""Hours, and ranks, that two may be apart and still be of one occasion."""

_FIXED = frozenset(("m", "m/s", "year"))
"""Units of what seldom grows from one report to the next: how far somebody fell, how fast he drove, how old he is."""

_SAME_STORY = 7
"""Days within which reports that date such a figure differently are of one event."""


def _near(one: str, other: str, within: int = _SAME_STORY) -> bool:
    """Whether two ISO days are so many days apart at most; a month, a year or an interval is no day."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= within
    except ValueError:
        return False


def _tells(one: Quantity, other: Quantity) -> bool:
    """Whether it says anything that two figures overlap: every number is "at least 3", if nobody says of what, and
    many are "up to 1,000"."""
    if _LIMIT in (one.qualifier, other.qualifier) and 2 * min(one.value, other.value) < max(one.value, other.value):
        return False
    return bool(one.unit or (one.thing and other.thing)) or not (open_end(one) or open_end(other))


def _certainly_same_thing(a: Told, b: Told) -> bool:
    """Whether both name the same thing, or neither names any and the words around them are alike."""
    if not same_name(a.quantity.thing, b.quantity.thing):
        return False
    return bool(a.quantity.thing) or alike(a.scope, b.scope)


_IMPORTANCE = (Agreement.CONFLICTING, Agreement.UPDATED, Agreement.CLOSE)


class _Figures(NamedTuple):
    """The figure a piece is told for, and those it gives one only of a thing or in a unit of: by unit and thing."""

    told: Told | None
    counted: Mapping[tuple[str, str], Told]


def _figures(piece: Evidence) -> _Figures:
    suggested = () if piece.decided else piece.quantities[:_MOST_COUNTED]
    if piece.quantity is None and not suggested:
        return _Figures(None, {})
    counted: dict[tuple[str, str], list[Quantity]] = {}
    for quantity in suggested:
        if quantity.thing or quantity.unit:
            counted.setdefault((quantity.unit, singular(quantity.thing)), []).append(quantity)
    only = {key: _told(piece, found[0], decided=False) for key, found in counted.items() if len(found) == 1}
    given = piece.quantity and _told(piece, piece.quantity, decided=piece.decided)
    return _Figures(given, only)


def _told(piece: Evidence, figure: Quantity, *, decided: bool) -> Told:
    """A figure of a piece with what it is of, by the words around it; by all words where it does not stand in them."""
    words = piece.selector.exact
    as_written = piece.value or written(words, figure)
    return Told(figure, piece.date, scope(words, as_written), decided, as_written, piece.reported, piece.before)


def _compared(one: _Figures, other: _Figures) -> Iterator[tuple[Told, Told]]:
    """What is set against each other: what two pieces are told for, and all else they count."""
    if one.told is not None and other.told is not None:
        yield one.told, other.told
    for thing in sorted(one.counted.keys() & other.counted.keys()):
        if (one.counted[thing], other.counted[thing]) != (one.told, other.told):
            yield one.counted[thing], other.counted[thing]


def _of_figures(evidence: Sequence[Evidence]) -> Agreement | None:
    """The strongest difference between any two figures, ``None`` when there is none."""
    if len({(piece.quantity, piece.quantities) for piece in evidence}) < 2:
        return None
    figures = list({(one.told, *one.counted.items()): one for one in map(_figures, evidence)}.values())
    found: set[Agreement | None] = set()
    for one, other in combinations(figures[:_MOST_PIECES], 2):
        found.update(between(a, b) for a, b in _compared(one, other))
        if Agreement.CONFLICTING in found:
            break
    return _strongest(found)


def _strongest(found: Collection[Agreement | None]) -> Agreement | None:
    return next((difference for difference in _IMPORTANCE if difference in found), None)


def _in_words(one: Told, other: Told, state: Agreement) -> str:
    if state is not Agreement.CLOSE:
        if state is Agreement.CONFLICTING:
            return f"{_shown(one)} differs from {_shown(other)}"
        earlier, later = _in_order(one, other)
        return f"{_shown(earlier)} became {_shown(later)}"
    finer, coarser = sorted((one, other), key=lambda told: (told.quantity.high - told.quantity.low, -told.quantity.low))
    return f"{_shown(finer)} {_lies(finer.quantity, coarser.quantity)} {_shown(coarser)}"


def _lies(finer: Quantity, coarser: Quantity) -> str:
    """What a figure is to a coarser one that it overlaps."""
    if coarser.qualifier not in _BOUNDS:
        return "rounds to"
    low, high = (finer.low, finer.high) if finer.qualifier in _BOUNDS else (finer.value, finer.value)
    return "lies within" if coarser.low <= low and high <= coarser.high else "overlaps"


def _shown(told: Told) -> str:
    """A figure in words, with those of its source where it had to be converted: "at least 100 mph (44.7 m/s)"."""
    figure, words = told.quantity, " ".join(told.words.split())
    if figure.unit in AS_WRITTEN and words:
        return words
    if not figure.unit or not words or number(figure.value) in words:
        return shown(figure)
    bound = open_end(figure) if words[0].isdigit() else ""  # a person may have written it with the figure
    return f"{bound} {words} ({shown(figure._replace(thing='', qualifier=''))})".lstrip()
