"""What is highlighted in one source, as arrays that a painter can search."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from dossier.model.claim import Claim, Evidence
from dossier.model.dossier import Dossier
from dossier.model.entity import Mention
from dossier.model.source import Block, BlockKind, Reading

ENTITY, CLAIM, HIT, FOCUS, SELECTED, ENTITY_FOCUS, DIFFERS = (1 << n for n in range(7))
TITLE, HEADING, MUTED, QUOTE = (1 << n for n in range(7, 11))
SPOT = 1 << 11
SUGGESTED = 1 << 12

BLOCK_MARKS = {
    BlockKind.TITLE: TITLE,
    BlockKind.STANDFIRST: QUOTE,
    BlockKind.HEADING: HEADING,
    BlockKind.BYLINE: MUTED,
    BlockKind.DATELINE: MUTED,
    BlockKind.CAPTION: MUTED | QUOTE,
    BlockKind.PULL_QUOTE: MUTED | QUOTE,
    BlockKind.BOILERPLATE: MUTED,
}


class Spans:
    """Spans of code points, in order of their start, that may overlap; each with a mark and a number of its own."""

    def __init__(self, spans: Iterable[tuple[int, int, int, int]] = ()) -> None:
        """``spans`` are (start, end, mark, number), in any order."""
        self.starts, self.ends, self.marks, self.numbers = array("I"), array("I"), array("H"), array("I")
        self._reach = array("I")
        self.extend(sorted(spans))

    def extend(self, spans: Iterable[tuple[int, int, int, int]]) -> None:
        """Add spans that come in order and begin where those that are here do, or later."""
        reach = self._reach[-1] if self._reach else 0
        for start, end, mark, number in spans:
            self.starts.append(start)
            self.ends.append(end)
            self.marks.append(mark)
            self.numbers.append(number)
            reach = max(reach, end)
            self._reach.append(reach)

    def __len__(self) -> int:
        return len(self.starts)

    def meeting(self, start: int, end: int) -> list[int]:
        """Indices of the spans that share a code point with [start, end)."""
        low = bisect_right(self._reach, start)
        high = bisect_left(self.starts, end)
        if low >= high:
            return []
        ends = self.ends
        return [i for i in range(low, high) if ends[i] > start]


class Marks:
    """The lasting highlights of one source: blocks, mentions and evidence.

    The number of a mention is the index of its entity in ``entities``; that of evidence its index in
    ``dossier.evidence(source)``.
    """

    def __init__(
        self,
        blocks: Iterable[Block],
        evidence: Sequence[tuple[Claim, Evidence]],
        mentioned: Iterable[Mention],
        noted: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        """``evidence`` is anchored, in order of its start; ``noted`` are spans and what a person noted beside each."""
        self.evidence = evidence
        self.noted = [words for _, _, words in noted]
        self.notes = Spans((start, end, 0, n) for n, (start, end, _) in enumerate(noted))
        self.blocks = Spans((b.start, b.end, BLOCK_MARKS[b.kind], 0) for b in blocks if b.kind in BLOCK_MARKS)
        self.claims = Spans((e.start, e.end, _mark_of(c, e), n) for n, (c, e) in enumerate(self.evidence))
        self.entities: list[str] = []
        self.mentions = Spans()
        self.mentions.extend(self._numbered(mentioned))
        self._named: dict[str, list[tuple[int, int]]] = {}

    def _numbered(self, mentioned: Iterable[Mention]) -> Iterator[tuple[int, int, int, int]]:
        """The spans of mentions, which come in order, one at a time: there may be very many."""
        indices: dict[str, int] = {}
        for mention in mentioned:
            index = indices.setdefault(mention.entity, len(self.entities))
            if index == len(self.entities):
                self.entities.append(mention.entity)
            yield mention.start, mention.end, ENTITY, index

    @classmethod
    def of(cls, dossier: Dossier, source: str) -> Marks:
        """The highlights of the source with this id; raises :class:`dossier.model.errors.UnreadableError`."""
        reading = dossier.reading(source)
        return cls(reading.blocks, dossier.evidence(source), dossier.mentions(source), _noted(dossier, source, reading))

    @classmethod
    def none(cls) -> Marks:
        """No highlights."""
        return cls((), (), ())

    def mentions_of(self, entity: str) -> list[tuple[int, int]]:
        """The (start, end) code points at which an entity is named, in order; found once."""
        found = self._named.get(entity)
        if found is None:
            number = self.entities.index(entity) if entity in self.entities else -1
            spans = self.mentions
            found = [(spans.starts[i], spans.ends[i]) for i, n in enumerate(spans.numbers) if n == number]
            self._named[entity] = found
        return found

    def entity_at(self, offset: int) -> str:
        """The id of the entity named at this code point, or an empty string."""
        found = self.mentions.meeting(offset, offset + 1)
        return self.entities[self.mentions.numbers[found[0]]] if found else ""

    def notes_in(self, start: int, end: int) -> list[str]:
        """What a person noted beside words in [start, end)."""
        return [self.noted[self.notes.numbers[i]] for i in self.notes.meeting(start, end)]

    def claims_in(self, start: int, end: int) -> list[int]:
        """Indices into ``evidence`` of the passages that stand in [start, end)."""
        return [self.claims.numbers[i] for i in self.claims.meeting(start, end)]


def _noted(dossier: Dossier, source: str, reading: Reading) -> list[tuple[int, int, str]]:
    """Where the notes on a source stand, and what they say."""
    selected = [(note.selector, note.said) for note in dossier.notes if note.source == source and note.selector]
    if not selected:
        return []
    from dossier.store.anchors.finding import QuoteFinder

    places = QuoteFinder(reading).find_all([selector for selector, _ in selected])
    found = ((places[selector], said) for selector, said in selected)
    return [(place.start, place.end, said) for place, said in found if place.start >= 0]


def _mark_of(claim: Claim, evidence: Evidence) -> int:
    """A suggestion is only marked in the text where it lines up sources: else everything would be."""
    if evidence.decided:
        return CLAIM
    return SUGGESTED if len(claim.counted) > 1 else 0
