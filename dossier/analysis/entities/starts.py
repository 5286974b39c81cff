"""The first words of sentences, whose capital says nothing: which of them name something all the same."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.analysis.entities.capitals import Word
from dossier.analysis.entities.chunks import known_at
from dossier.analysis.entities.kinds import surroundings
from dossier.analysis.language.lexicon import heads, is_common
from dossier.analysis.language.lists import words

_GERUND = "ing"
"""What a verb ends with that a sentence may begin with."""

_BEING = frozenset(("is", "was", "has", "had", "will", "would", "did", "does"))


def is_plain_start(name: Sequence[Word], evidence: frozenset[str], lower: frozenset[str]) -> bool:
    """Whether the first word of a sentence is an ordinary word and no part of the name that may follow."""
    word = name[0]
    if known_at(name, 0) or " ".join(one.text for one in name) in evidence or word.text.isupper():
        return False
    if len(name) > 1 and word.text in words("towns") and name[1].tie == " ":
        return False
    if len(name) == _FULL and name[1].tie == " " and _is_given_behind(name[1].text):
        return False
    if len(name) > 1 and name[1].tie == "of" and _is_plural(word):
        return True  # "Residents of Port Mara fled"
    if len(name) > 1 and word.text.endswith(_GERUND) and " ".join(one.text for one in name[1:]) in evidence:
        return True  # "Bringing Doe back"
    common = word.lower in lower or is_common(word.lower)
    if not common or (word.text in words("given_names") and word.lower not in lower):
        return False
    if len(name) == 1:
        return word.text not in evidence
    if word.lower in words("starters") or known_at(name, 1) or name[1].text in words("given_names"):
        return True
    return name[1].tie == " " and not is_common(name[1].lower) and name[1].text not in heads()


def _is_given_behind(word: str) -> bool:
    """Whether a word is a given name of two syllables as they stand behind a surname: Ban Ki-moon."""
    first, _, second = word.partition("-")
    return first.istitle() and second.isalpha() and second.islower() and second not in words("tails")


_FULL = 2
"""Words of a surname and a given name."""


def _is_plural(word: Word) -> bool:
    """Whether a word is the plural of those who do something: insurers, residents."""
    agents = words("agents") | words("anonymous") | words("counted_people")
    return word.lower in agents or (word.lower.endswith("s") and word.lower[:-1] in words("roles"))


def is_borne_out(text: str, block: tuple[int, int], word: Word, evidence: frozenset[str]) -> bool:
    """Whether something speaks for a single first word of a sentence being a name."""
    if word.text in evidence or known_at([word], 0) or any(char.isupper() for char in word.text[1:]):
        return True
    after = text[word.end : word.end + 3]
    if after.startswith(("'s ", "’s ")):
        return True
    follows = next(iter(surroundings(text, block, word.start, word.end).after), "")
    if follows in words("speaking"):
        return not _is_plural(word)
    return follows in _BEING and not word.text.endswith("s")
