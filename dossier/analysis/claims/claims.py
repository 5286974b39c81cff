"""The passages of a source that state something checkable, with what is in them to check."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from dossier.analysis.attribution.attribution import Attribution
from dossier.analysis.claims.asserted import asserted
from dossier.analysis.claims.clauses import clauses
from dossier.analysis.claims.fragments import told
from dossier.analysis.claims.rejected import is_negated, names_figure, names_report, rejects
from dossier.analysis.dates.dates import FoundDate
from dossier.analysis.entities.named import Named
from dossier.analysis.findings import Span, Stated
from dossier.analysis.language.lists import entries, table
from dossier.analysis.language.lists import words as words_of
from dossier.analysis.quantities.running import FoundQuantity
from dossier.analysis.sentences.openings import opening
from dossier.analysis.sentences.sentences import Sentence
from dossier.model.claim import ClaimKind
from dossier.model.dated import Dated
from dossier.model.quantity import Quantity

_Thing = TypeVar("_Thing", FoundQuantity, FoundDate, Named)

FEWEST_WORDS, FEWEST_WITH_FIGURE = 5, 3
"""A passage of fewer words states nothing that can be checked by itself; one with a figure may be shorter."""
FIGURE, DATE, NAME, SPEAKER, WORDS = 0.35, 0.1, 0.15, 0.1, 0.15
"""What a figure, a date, each of two names, a speaker and more than a dozen words add to the strength of a claim."""
LONGEST_CUE = 60
"""Code points between a speaker and what is said within which the words between them lead to it."""
GERUND = "ing"
"""What the verb of "denied doing it" ends with."""
MOST_NAMES, MOST_DATES = 100, 20
"""So many names, the last of them, and dates go with a passage: a paragraph or a sentence may be a megabyte long, and
each of its passages would take along all there are."""


MOST_STROKES = 3
"""So many strokes between spaces stand in an address that came apart, and hardly in a sentence."""


class Parts(NamedTuple):
    """What the other steps found in one source, each in order of its start."""

    sentences: Sequence[Sentence]
    quantities: Sequence[FoundQuantity]
    details: Sequence[FoundQuantity]
    dates: Sequence[FoundDate]
    attributions: Sequence[Attribution]
    names: Sequence[Named]


class _ByPlace(Generic[_Thing]):
    """Things in the order of their starts, for finding those of a passage."""

    def __init__(self, things: Sequence[_Thing]) -> None:
        self._things: Sequence[_Thing] = things
        self._starts = [one.start for one in things]

    def within(self, start: int, end: int, most: int | None = None) -> Sequence[_Thing]:
        """What lies in [start, end), of more than ``most`` the first."""
        reach = self.beginning(start, end)
        return [one for one in self._things[reach.start : reach.stop][:most] if one.end <= end]

    def beginning(self, start: int, end: int) -> range:
        """The numbers of those that begin in [start, end)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))


class _PlacedParts:
    """What is looked up for every passage of a source."""

    def __init__(self, parts: Parts) -> None:
        self.quantities, self.details, self.dates, self._names = (
            _ByPlace(parts.quantities),
            _ByPlace(parts.details),
            _ByPlace(parts.dates),
            _ByPlace(parts.names),
        )

    def names(self, start: int, end: int) -> tuple[int, ...]:
        """The numbers of the names in [start, end)."""
        return tuple(self._names.beginning(start, end)[-MOST_NAMES:])


def find_claims(text: str, parts: Parts, counts: Sequence[bool]) -> list[Stated]:
    """Every checkable passage; ``counts`` says of each block whether its words are a statement of the source."""
    found: list[Stated] = []
    there, aged = _PlacedParts(parts), entries("aged")
    speech = _Speech(text, parts.attributions)
    block = -1
    first = 0
    for sentence in parts.sentences:
        if not counts[sentence.block]:
            continue
        if sentence.block != block:
            block, first = sentence.block, opening(text, sentence.start, sentence.end)
        for start, end, speaker, lead, denied, contrary in speech.passages(max(first, sentence.start), sentence.end):
            figures = [
                (q.start, q.end, q.quantity.unit)
                for q in there.quantities.within(start, end)
                if not text.startswith(aged, q.end)  # "36-year-old": that states nothing by itself
            ]
            spans = clauses(text, start, end, figures)
            for n, span in enumerate(spans):
                stated = _stated(text, there, span, sentence, first, speaker)
                if stated is not None:
                    words = told(text, spans, n, figures, lead, denied=denied)
                    found.append(stated._replace(told=words, denied=contrary or rejects(stated.words)))
    return found


class _Passage(NamedTuple):
    """What somebody states, or has ``denied``: code points, the speaker's name, and the words that lead to it.

    Name and words are empty where there are none. ``contrary`` is true of a whole clause of which a single word says
    that it is not so, and not where somebody "would not say".
    """

    start: int
    end: int
    speaker: str = ""
    lead: str = ""
    denied: bool = False
    contrary: bool = False


class _Speech:
    """Who says what is in a sentence."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self._text = text
        reported = [one for one in attributions if one.speaker is not None]  # "is projected to": the sentence says it
        spans = [(a, b, one) for one in reported for a, b in one.content]
        self._ahead = deque(sorted(spans, key=lambda span: span[:2]))
        self._reached: list[tuple[int, int, Attribution]] = []

    def passages(self, start: int, end: int) -> list[_Passage]:
        """The reported passages of a sentence with their speakers; without any, the sentence itself.

        Sentences are asked for in their order: what has ended before one is not looked at again.
        """
        self._reached = [span for span in self._reached if span[1] > start]
        while self._ahead and self._ahead[0][0] < end:
            self._reached.append(self._ahead.popleft())
        found: list[_Passage] = []
        before: Attribution | None = None
        for a, b, one in self._reached:
            first, last = max(a, start), min(b, end)
            if " " not in self._text[first:last] or (found and first < found[-1].end):
                continue  # one word states nothing
            if one is before and self._is_fragment(found[-1][:2], (first, last)):
                first = found.pop().start
            speaker = self._text[one.named[0] : one.named[1]] if one.named else ""
            found.append(
                _Passage(first, last, speaker, self._lead(one, start, first), one.denied, self._is_contrary(one, first))
            )
            before = one
        covered = sum(passage.end - passage.start for passage in found)
        if not found or covered * 2 < end - start:
            return [_Passage(start, end, found[0].speaker if len(found) == 1 else "")]
        return [*found, *self._rest(found[-1].end, end)]

    def _lead(self, one: Attribution, sentence: int, start: int) -> str:
        """The speaker by name and the words up to what is said, where they stand right before it in its sentence."""
        speaker = one.speaker
        if speaker is None or not sentence <= speaker[0] < one.cue[0] < start <= speaker[1] + LONGEST_CUE:
            return ""
        named, between = one.named or speaker, self._text[speaker[1] : start]
        if not _SENTENCE_ENDS.isdisjoint(between):
            return ""
        return f"{self._text[named[0] : named[1]]}{between}"

    def _is_contrary(self, one: Attribution, first: int) -> bool:
        """Whether a clause is said not to be so, by a cue that nothing negates: not "nobody denied that"."""
        cue = self._text[slice(*one.cue)].lower()
        if cue in words_of("withholding"):
            return self._text.startswith(tuple(f"{mark} " for mark in words_of("infinitive_marks")), first)
        if cue not in words_of("denials"):
            return False
        opener = self._text[first : first + LONGEST_CUE].partition(" ")[0].lower()
        doing = cue in words_of("gerund_cues") and opener.endswith(GERUND)
        told = names_report(self._text, first) or names_figure(self._text, first)
        return (told or doing) and not is_negated(self._text, one.cue[0])

    def _is_fragment(self, one: Span, other: Span) -> bool:
        """Whether a speaker stands in the midst of a clause: "Any deal, she added, has to come with training"."""
        return any(len(self._text[a:b].split()) < FEWEST_WORDS for a, b in (one, other))

    def _rest(self, start: int, end: int) -> Iterator[_Passage]:
        """What a sentence goes on to state by itself after what it reports: "... and called ties the key to it"."""
        joined = _joined().match(self._text, start, end)
        if joined and len(self._text[joined.end() : end].split()) >= FEWEST_WORDS:
            yield _Passage(joined.end(), end)


_SENTENCE_ENDS = frozenset(".!?")
"""Signs after which what is said does not follow from the speaker any more: "... today," Ms. Doe said. "It is ..." """


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"[,;]? (?:{'|'.join(map(re.escape, table('coordinators')))}) ")


def _stated(text: str, there: _PlacedParts, span: Span, sentence: Sentence, first: int, speaker: str) -> Stated | None:
    start, end = span
    words = text[start:end]
    count = len(words.split())
    given = asserted(text, start, there.quantities.within(start, end))
    quantities = tuple(_named_alike(found.quantity) for found in given.figures)
    before = tuple(_named_alike(found.quantity) for found in given.before)
    if count < (FEWEST_WITH_FIGURE if quantities else FEWEST_WORDS) or words.endswith("?") or _is_address(words):
        return None
    own = there.dates.within(start, end, MOST_DATES)
    own = own or there.dates.within(max(first, sentence.start), start, MOST_DATES)  # and not that of the dateline
    dates = tuple(_dated(found) for found in own)
    names = there.names(start, end) or there.names(sentence.start, sentence.end)
    context = there.names(first, sentence.end)
    strength = min(1.0, FIGURE * bool(quantities) + DATE * bool(dates) + NAME * min(2, len(names)))
    strength = min(1.0, strength + SPEAKER * bool(speaker) + WORDS * (count > 12))
    figures = (*quantities, *(found.quantity for found in there.details.within(start, end)))
    kind, weight = kind_of(words), round(strength, 3)
    return Stated(start, end, words, kind, speaker, figures, dates, names, context, weight, before=before)


def _is_address(words: str) -> bool:
    """Whether they are a web address and little else, or what its dots leave of one: "com / 2009 / 02 / port"."""
    if words.count(" / ") >= MOST_STROKES:
        return True
    return ("://" in words or "www." in words) and len(_address().sub(" ", words).split()) < FEWEST_WORDS


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?:[a-z]{3,5}://|www\.)\S*+")


def kind_of(words: str) -> ClaimKind:
    """A fact, unless the words say that something is only expected, meant or held to be so."""
    held = _words().findall(words.lower())
    cues = _cues()
    starting = cues.keys() & held
    if not starting:
        return ClaimKind.FACT
    said = f" {' '.join(held)} "
    kinds = {kind for first in starting for phrase, kind in cues[first] if phrase in said}
    return next((kind for kind in _STRONGEST_FIRST if kind in kinds), ClaimKind.FACT)


_STRONGEST_FIRST = (ClaimKind.INTENTION, ClaimKind.FORECAST, ClaimKind.OPINION)
"""Of two kinds that a sentence has cues for, the first of these counts."""


@cache
def _cues() -> dict[str, list[tuple[str, ClaimKind]]]:
    """Phrases by their first words: most sentences hold none of these, and the phrases need not be looked for."""
    found: dict[str, list[tuple[str, ClaimKind]]] = {}
    for kind in _STRONGEST_FIRST:
        for phrase in entries(f"{kind.value}s"):
            held = _words().findall(phrase.lower())
            found.setdefault(held[0], []).append((f" {' '.join(held)} ", kind))
    return found


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"(\w+|[^\w\s]) ?")


def _named_alike(quantity: Quantity) -> Quantity:
    """A sum of money without the word for what it is given as, which differs where the sum does not."""
    is_money = len(quantity.unit) == 3 and quantity.unit.isupper()
    return quantity._replace(thing="") if is_money and quantity.thing in words_of("money_words") else quantity


def _dated(found: FoundDate) -> Dated:
    return Dated(found.value, found.low, found.high, found.certain, found.why)
