"""One word as it was typed, and how much words of names are like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.search.vocabulary import PREFIX_SCORE

UNASKED_PREFIX_SCORE = 0.94
"""What the beginning of a word scores when a whole word was asked for."""


class Likeness:
    """What a typed ``word`` stands for in names.

    ``prefix`` when it may go on. ``meant`` are the words it may be a misspelling of, or of whose beginnings, with
    their scores; without any it stands for itself and the words it begins.
    """

    def __init__(self, word: str, prefix: bool, meant: Mapping[str, float] | None = None) -> None:
        self.word = word
        self.meant = meant or {}
        self._going_on = PREFIX_SCORE if prefix else UNASKED_PREFIX_SCORE

    def best(self, words: Sequence[str]) -> tuple[float, int]:
        """The highest score of ``words``, 1 for the word itself, and the place of the first that has it.

        The place is -2, beside no other, when none is like it.
        """
        if self.word in words:
            return 1.0, words.index(self.word)
        best, place = 0.0, -2
        for n, word in enumerate(words):
            score = self._going_on if word.startswith(self.word) else self.meant.get(word, 0.0)
            if score > best:
                best, place = score, n
        return best, place

    def matched(self, word: str) -> int:
        """How many code points of ``word`` are what was typed."""
        if word.startswith(self.word):
            return len(self.word)
        return len(word) if word in self.meant else 0
