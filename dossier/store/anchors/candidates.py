"""Where in a text a quote that does not stand there word for word may stand: where its rarer words come together.

The words of a text are listed once. A quote then looks only at a few lists, so that what it costs does not grow with
the length of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dossier.store.anchors.tokens import Tokens

_RARE = 24
"""A word that stands more often in the text tells no place by itself."""

_MOST_WORDS = 24
"""Words of a quote that are looked up, the rarest first."""

_MOST_WINDOWS = 6
"""Windows that are aligned: a quote whose words come together in more places tells none of them."""

_STEPS = range(2, 9)
"""Words by which two occurrences may be out of step and still speak for one window: a quarter of the quote's words."""

_MOST_PAIRS = 2000
"""Occurrences of a common word that are looked at for the word beside it."""


_FEW = 0.2
"""Share of the letters looked up that must come together: less do so in any two sentences."""


class Window(NamedTuple):
    """A token of the text at which a quote may begin; ``votes`` are the letters that speak for it."""

    at: int
    votes: int


class Places:
    """The places of every word of a text."""

    def __init__(self, text: Tokens) -> None:
        self._keys = text.keys
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(text.keys):
            self._places[key].append(at)

    def of(self, key: str) -> Sequence[int]:
        """The tokens that have this key, in order."""
        return self._places.get(key, ())

    def windows(self, wanted: Sequence[str], words: int) -> list[Window]:
        """Where tokens in the order of ``wanted`` come together, the most promising first.

        ``words`` is how many tokens the quote among them has: the longer it is, the further they may be out of step.
        """
        votes: dict[int, int] = defaultdict(int)
        first: dict[int, int] = {}
        width = max(_STEPS[0], min(words // 4, _STEPS[-1]))
        telling = self._telling(wanted)
        least = _FEW * sum(len(wanted[offset]) for offset, _ in telling)
        for offset, places in telling:
            for place in places:
                step = (place - offset) // width
                votes[step] += len(wanted[offset])
                first.setdefault(step, place - offset)
        found = [Window(first[step], vote) for step, vote in votes.items() if vote >= least]
        found.sort(key=lambda window: (-window.votes, window.at))
        return _apart(found, 2 * width)

    def _telling(self, wanted: Sequence[str]) -> list[tuple[int, list[int]]]:
        """The rarest words with their places; pairs of words where each of them is common."""
        known = [(len(places), offset) for offset, key in enumerate(wanted) if (places := self._places.get(key))]
        rare = sorted(pair for pair in known if pair[0] <= _RARE and wanted[pair[1]][0].isalnum())[:_MOST_WORDS]
        if rare:
            return [(offset, self._places[wanted[offset]]) for _, offset in rare]
        return self._pairs(wanted, sorted(known)[:_MOST_WORDS])

    def _pairs(self, wanted: Sequence[str], known: Sequence[tuple[int, int]]) -> list[tuple[int, list[int]]]:
        found: list[tuple[int, list[int]]] = []
        for _, offset in known:
            if offset + 1 < len(wanted):
                after = wanted[offset + 1]
                places = [
                    place
                    for place in self._places[wanted[offset]][:_MOST_PAIRS]
                    if place + 1 < len(self._keys) and self._keys[place + 1] == after
                ]
                if places:
                    found.append((offset, places[:_RARE]))
                if len(found) == _MOST_WINDOWS:
                    break
        return found


def _apart(windows: Sequence[Window], width: int) -> list[Window]:
    """The first few that do not begin in nearly the same place."""
    kept: list[Window] = []
    for window in windows:
        if len(kept) == _MOST_WINDOWS:
            break
        if all(abs(window.at - other.at) > width for other in kept):
            kept.append(window)
    return kept
