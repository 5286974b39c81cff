"""The words that names are made of, to find those a person may have meant."""

from __future__ import annotations

from collections.abc import Iterable

MOST_COMPARED = 2_000
"""Words one misspelt word is compared with; the comparison holds the interpreter for the whole call."""

MOST_MEANT = 8
"""Words taken for one misspelt word."""

SHORTEST_MISSPELT = 3
"""Letters below which a word is taken as it is: nearly every word of two letters is one edit from another."""

EDIT_PRICE, FIRST_LETTER_PRICE, PREFIX_SCORE = 0.9, 0.08, 0.99
"""What an edit costs (divided by the word's length) and another first letter, and what the beginning of a word
scores; measured on sixty misspellings of names in news."""

LEAST_SCORE = 0.6
"""Score below which a word or a name is no longer what was meant."""

_LONGEST_END = 12  # letters of a word beyond the misspelt beginning that was typed


class Vocabulary:
    """Words, looked up by spelling; one that was taken in earlier weighs more."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._by_start: dict[tuple[str, int], list[str]] = {}
        self._by_end: dict[tuple[str, int], list[str]] = {}

    def add(self, words: Iterable[str]) -> None:
        """Take in ``words``, each once; those with figures in them are passed over."""
        for word in dict.fromkeys(words):
            if word.isalpha() and word not in self._known:
                self._known.add(word)
                self._by_start.setdefault((word[0], len(word)), []).append(word)
                self._by_end.setdefault((word[-2:], len(word)), []).append(word)

    def meant(self, typed: str) -> dict[str, float]:
        """Words that ``typed`` may be a misspelling of, with a score of 1 for no edit down to :data:`LEAST_SCORE`.

        Words with figures in them are never taken for misspellings of each other.
        """
        return self._near(typed, self._alike(typed)) if _may_be_misspelt(typed) else {}

    def begun(self, typed: str) -> dict[str, float]:
        """Words whose beginning, as long as ``typed``, it may be a misspelling of, with a score."""
        if not _may_be_misspelt(typed):
            return {}
        longer = self._longer(typed)
        near = self._near(typed, list(dict.fromkeys(word[: len(typed)] for word in longer)))
        return {word: near[start] * PREFIX_SCORE for word in longer if (start := word[: len(typed)]) in near}

    @staticmethod
    def load() -> None:
        """Import what compares words, which takes longer than a comparison may."""
        import rapidfuzz.distance
        import rapidfuzz.process  # noqa: F401 - for its effect

    def _near(self, typed: str, words: list[str]) -> dict[str, float]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        edits = most_edits(len(typed))
        near = extract(typed, words, scorer=OSA.distance, score_cutoff=edits, limit=MOST_MEANT)
        scored = {word: likeness(typed, word, int(distance)) for word, distance, _ in near}
        return {word: score for word, score in scored.items() if score >= LEAST_SCORE}

    def _alike(self, typed: str) -> list[str]:
        """Words of about the same length with the same first letter or the same end."""
        length = len(typed)
        edits = most_edits(length)
        found: dict[str, None] = {}
        for near in sorted(range(length - edits, length + edits + 1), key=lambda n: abs(n - length)):
            for words in (self._by_start.get((typed[0], near), ()), self._by_end.get((typed[-2:], near), ())):
                found.update(dict.fromkeys(words[: MOST_COMPARED - len(found)]))
        return list(found)

    def _longer(self, typed: str) -> list[str]:
        """Words that go on after as many letters as ``typed`` has, with the same first letter."""
        found: list[str] = []
        for length in range(len(typed) + 1, len(typed) + _LONGEST_END):
            found.extend(self._by_start.get((typed[0], length), ())[: MOST_COMPARED - len(found)])
        return found


def most_edits(length: int) -> int:
    """How many letters of a word of ``length`` may be wrong."""
    return 1 if length < 5 else 2 if length < 9 else 3


def likeness(typed: str, word: str, edits: int) -> float:
    """How much ``typed`` is like ``word``, which is ``edits`` edits away."""
    score = 1 - EDIT_PRICE * edits / max(len(typed), len(word))
    return score if typed[0] == word[0] else score - FIRST_LETTER_PRICE


def _may_be_misspelt(typed: str) -> bool:
    return len(typed) >= SHORTEST_MISSPELT and typed.isalpha()
