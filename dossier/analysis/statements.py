"""The statements of all sources, lined up by their words, with whom they name and who makes them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.analysis.alignment.alignment import Aligner, Statement
from dossier.analysis.alignment.frequencies import Frequencies
from dossier.analysis.each import Each, one_by_one
from dossier.analysis.entities.speaking import Speaking
from dossier.analysis.findings import Findings, Said, Span, Stated
from dossier.model.quantity import DETAILS


class Studied(NamedTuple):
    """A source with its text, the id it is put in order by, and what was found in it."""

    source: str
    text: str
    findings: Findings


class Statements:
    """Statements by number; whom they name is not known before :meth:`name`, which the names of all sources decide.

    They are weighed by the frequencies that are ``known``, or by their own. ``each`` shares the work out.
    """

    def __init__(self, studied: Sequence[Studied], known: Frequencies | None = None, each: Each = one_by_one) -> None:
        self.aligner = Aligner(known)
        self.stated: dict[int, Stated] = {}
        self.speakers: dict[int, str] = {}
        """Who makes each: an entity's id, or words; empty where its source says it itself."""
        self.texts = {one.source: one.text for one in studied}
        self.published = {one.source: one.findings.published for one in studied}
        """When each source was published: ISO dates, empty where that is not known."""
        self._studied = studied
        for one in studied:
            self.stated.update(self._entered(one))
        self.likely = self.aligner.likely(each)
        """Pairs that are worth comparing."""

    @property
    def all(self) -> dict[int, Statement]:
        """All of them, in the order of the sources."""
        return {number: self.aligner.statement(number) for number in self.stated}

    def _entered(self, one: Studied) -> Iterator[tuple[int, Stated]]:
        by_place = {(stated.start, stated.end, stated.words): stated for stated in one.findings.stated}
        for number in self.aligner.add([_statement(one.source, stated) for stated in by_place.values()]):
            statement = self.aligner.statement(number)
            yield number, by_place[statement.start, statement.end, statement.text]

    def name(self, named: Speaking) -> None:
        """Says of each which entities it names, and which of them speaks."""
        for one in self._studied:
            ids = [named.entity(one.source, name.start) for name in one.findings.names]
            spoken = _Spoken(one.findings.said)
            for number in self.aligner.numbers(one.source):
                stated = self.stated[number]
                entities = dict.fromkeys(ids[n] for n in (*stated.names, *stated.context) if ids[n])
                self.aligner.name(number, tuple(entities))
                self.speakers[number] = ""
                if stated.speaker:
                    at = spoken.speaker_of(stated.start, stated.end)
                    self.speakers[number] = named.speaker(one.source, one.text, at, stated.speaker)


class _Spoken:
    """The passages of a source that somebody says, asked for in reading order."""

    def __init__(self, said: Iterable[Said]) -> None:
        passages = [(start, end, one.speaker_at) for one in said for start, end in one.content]
        self._ahead = deque(sorted(passages, key=lambda passage: passage[:2]))

    def speaker_of(self, start: int, end: int) -> Span | None:
        """Where the speaker of what is said in [start, end) is named; what has ended before is not looked at again."""
        while self._ahead and self._ahead[0][1] <= start:
            self._ahead.popleft()
        return self._ahead[0][2] if self._ahead and self._ahead[0][0] < end else None


def _statement(source: str, stated: Stated) -> Statement:
    figures = tuple(one for one in stated.quantities if one.unit not in DETAILS)
    return Statement(source, stated.start, stated.end, stated.words, figures, stated.dates)
