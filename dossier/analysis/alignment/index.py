"""An inverted index of statements: which of them hold a term, and how rare the term is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log

_MOST_HOLDERS = 128
"""Statements that hold a term before it is no longer looked up: what is in more of them names the subject of the
whole dossier and finds nothing. Two statements of one claim nearly always share a rarer one."""

_MOST_VISITS = 400
"""Entries of the index that one look-up reads, rarest terms first, so that its price does not grow with the dossier."""

_FEWEST = 30
"""Statements as of which terms are weighed at least: in a handful of them, one that is in two would tell nothing."""

_UNIT = 1 << 20
"""Weights are whole numbers, this for 1: their sum is the same in every order, and cheaper than an exact one."""


class Index:
    """Terms to the numbers of the statements that hold them. What it finds does not depend on the order of adding.

    ``elsewhere`` says how many hold a term among many more statements than are entered here.
    """

    def __init__(self, elsewhere: Mapping[str, int] | None = None) -> None:
        self._elsewhere = elsewhere or {}
        self._holders: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, terms: Iterable[str]) -> None:
        """Enters a statement under its terms."""
        for term in terms:
            self._holders[term].append(number)

    def remove(self, number: int, terms: Iterable[str]) -> None:
        """Takes it out again."""
        for term in terms:
            holders = self._holders[term]
            holders.remove(number)
            if not holders:
                del self._holders[term]

    def frequencies(self) -> dict[str, int]:
        """In how many statements each term is."""
        return {term: len(holders) for term, holders in self._holders.items()}

    def candidates(self, terms: Iterable[str], weights: Weights) -> dict[int, int]:
        """The statements that share a rare term with these, and the weight of what they share."""
        holders, elsewhere = self._holders, self._elsewhere
        ranked = sorted([(elsewhere.get(term) or len(holders[term]), term) for term in terms if term in holders])
        found: dict[int, int] = {}
        visits = 0
        for count, term in ranked:
            visits += count
            if count > _MOST_HOLDERS or (visits > _MOST_VISITS and found):
                break
            weight = weights.of(term)
            if not found:  # the rarest term: nothing to add to yet
                found = dict.fromkeys(holders[term], weight)
                continue
            so_far = found.get
            for number in holders[term]:
                found[number] = so_far(number, 0) + weight
        return found


class _Known(dict[str, int]):
    """The weights asked for so far: looked up without a call of our own, as that is most of the work."""

    def __init__(self, frequencies: Mapping[str, int], total: int) -> None:
        super().__init__()
        self._frequencies, self._total = frequencies, max(total, _FEWEST)

    def __missing__(self, term: str) -> int:
        weight = round(_UNIT * log((self._total + 1) / (self._frequencies.get(term, 1) + 0.5)) ** 2)
        self[term] = weight
        return weight


class Weights:
    """How telling terms are: the square of the inverse document frequency of Sparck Jones (1972), at one moment.

    The square, because it stands in the dot product of two vectors; a term of unknown frequency counts as in one.
    """

    def __init__(self, frequencies: Mapping[str, int], total: int) -> None:
        self._frequencies = frequencies
        self.total = total
        self.of = _Known(frequencies, total).__getitem__
        """The weight of one term."""
        self.most = self.of("")
        """The weight of a term that stands in one statement only."""

    def rare(self, term: str, share: float) -> bool:
        """Whether at most this ``share`` of the statements has it; in a handful of them, two never count as many."""
        return self._frequencies.get(term, 1) <= max(2.0, share * self.total)
