"""Other words in the place of a quote: a person must see every one of these. Only a deleted quote has no place."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from dossier.model.passage import Anchor, ChangeKind
from dossier.store.anchors.selectors import selector_for
from tests.benchmarks.mutations.case import Case, Mutation, Passage, replaced

_NAMES = ("Okonkwo", "Lindqvist", "Moreau", "Tanaka", "Petrov", "Ferreira")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_UNITS = {
    "percent": "points", "miles": "kilometres", "years": "months", "months": "weeks", "days": "weeks", "hours": "days",
    "million": "billion", "billion": "million", "weeks": "months", "year": "month", "minutes": "hours",
}  # fmt: skip
_MODALS = {"will": "may", "would": "could", "can": "must", "could": "would", "may": "will", "should": "might"}
_WORDS = {"the": "a", "said": "joked", "and": "or", "more": "less", "against": "for", "many": "few", "before": "after"}
_SAID = re.compile(r'["“]([^"“”.]{25,200}),["”] (?:said ([A-Z][a-z]+)\b|([A-Z][a-z]+) said\b)')
_DENIALS = re.compile(r" not\b| never\b|n['’]t\b")


def _swapped(pattern: str, other: Callable[[str, Random], str], *kinds: ChangeKind) -> Mutation:
    """One match of ``pattern`` in the quote becomes another."""
    compiled = re.compile(pattern)

    def mutate(passage: Passage, random: Random) -> Case | None:
        quote = passage.quote
        found = list(compiled.finditer(quote))
        if not found:
            return None
        one = random.choice(found)
        changed = quote[: one.start()] + other(one[0], random) + quote[one.end() :]
        return replaced(passage, changed, Anchor.ALTERED, *kinds)

    return mutate


def _digit(number: str, random: Random) -> str:
    return random.choice([digit for digit in "123456789" if digit != number])


def _of(words: list[str] | tuple[str, ...]) -> Callable[[str, Random], str]:
    return lambda word, random: random.choice([other for other in words if other != word])


def _by(words: dict[str, str]) -> str:
    return rf"\b(?:{'|'.join(words)})\b"


def inserted_not(passage: Passage, random: Random) -> Case | None:
    """Between two words of the quote."""
    spaces = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", passage.quote)]
    if not spaces:
        return None
    at = random.choice(spaces)
    changed = f"{passage.quote[:at]} not{passage.quote[at:]}"
    return replaced(passage, changed, Anchor.ALTERED, ChangeKind.NEGATION)


def removed_not(passage: Passage, _: Random) -> Case | None:
    """The one negation of the quote."""
    if len(_DENIALS.findall(passage.quote)) != 1 or "won" in passage.quote or "can" in passage.quote:
        return None
    return replaced(passage, _DENIALS.sub("", passage.quote), Anchor.ALTERED, ChangeKind.NEGATION)


def deleted_sentence(passage: Passage, _: Random) -> Case | None:
    """The whole sentence is gone, and nothing like it is left."""
    start, end = passage.sentence
    return Case(passage.selector, passage.text[:start].rstrip(" ") + passage.text[end:], Anchor.ORPHAN)


def _rewritten(passage: Passage, random: Random) -> str | None:
    """The quote with as many words of another text in the place of its last third."""
    words, others = passage.quote.split(" "), passage.other.split()
    third = len(words) // 3
    if third == 0 or len(words) < 6 or len(others) < 3 * third:
        return None
    at = random.randrange(len(others) - third)
    return " ".join([*words[:-third], *others[at : at + third]])


def rewritten_third(passage: Passage, random: Random) -> Case | None:
    """Two thirds and all that stood around are left: (2/3 + 1) / 2 = .83, so the place is shown with what is new.

    Left out where the last third has nearly half of the letters, or more.
    """
    changed = _rewritten(passage, random)
    return replaced(passage, changed, Anchor.ALTERED) if changed and _kept(passage) > 0.55 else None


def rewritten_third_by_hand(passage: Passage, random: Random) -> Case | None:
    """A quote that was noted without the words around it: two thirds are less than the three quarters asked for.

    Left out where the last third has so few letters that three quarters stay anyhow.
    """
    changed = _rewritten(passage, random)
    if changed is None or _kept(passage) > 0.7:
        return None
    return Case(passage.selector._replace(prefix="", suffix="", start=None), _with(passage, changed), Anchor.ORPHAN)


def _kept(passage: Passage) -> float:
    """The share of the letters that its first two thirds have."""
    words = passage.quote.split(" ")
    return len("".join(words[: len(words) - len(words) // 3])) / len("".join(words))


def _with(passage: Passage, quote: str) -> str:
    return passage.text[: passage.start] + quote + passage.text[passage.end :]


def _by_hand(mutation: Mutation) -> Mutation:
    """The same for a quote that was noted without the words around it."""

    def mutate(passage: Passage, random: Random) -> Case | None:
        case = mutation(passage, random)
        return case and case._replace(selector=case.selector._replace(prefix="", suffix="", start=None))

    return mutate


def _and_looks(mutation: Mutation) -> Mutation:
    """The same in a text all of whose looks have changed too: capitals, doubled spaces and no-break spaces."""

    def mutate(passage: Passage, random: Random) -> Case | None:
        case = mutation(passage, random)
        if case is None:
            return None
        parts = case.text[: case.start], case.text[case.start : case.end], case.text[case.end :]
        before, quote, after = (part.replace(" ", "\u00a0 ").upper() for part in parts)
        return case._replace(text=before + quote + after, start=len(before), end=len(before) + len(quote))

    return mutate


def _and_moved(mutation: Mutation) -> Mutation:
    """The same after the paragraph has been moved to the end of the text."""

    def mutate(passage: Passage, random: Random) -> Case | None:
        case = mutation(passage, random)
        if case is None:
            return None
        first, last = passage.paragraph[0], passage.paragraph[1] + len(case.text) - len(passage.text)
        rest = f"{case.text[:first]}{case.text[last:].lstrip()}".rstrip() + "\n\n"
        by = len(rest) - first
        return case._replace(text=rest + case.text[first:last], start=case.start + by, end=case.end + by)

    return mutate


def not_before(passage: Passage, _: Random) -> Case | None:
    """The words are the same, and a "not" has come right before them, in their sentence."""
    if not re.search(r"\w+ \w+ $", passage.text[passage.sentence[0] : passage.start]):
        return None
    text = f"{passage.text[: passage.start]}not {passage.quote}{passage.text[passage.end :]}"
    kinds = frozenset({ChangeKind.NEGATION})
    return Case(passage.selector, text, Anchor.ALTERED, passage.start + 4, passage.end + 4, kinds)


def another_speaker(passage: Passage, random: Random) -> Case | None:
    """The words are the same, and somebody else says them: another name beside "said" after the quotation."""
    first, last = passage.paragraph
    said = _SAID.search(passage.text, first, last)
    if said is None or passage.text.count(said[1]) > 1:
        return None
    selector = selector_for(passage.text, *said.span(1))
    number = 2 if said[2] else 3
    if said.end(number) - said.end(1) >= len(selector.suffix):
        return None
    text = passage.text[: said.start(number)] + random.choice(_NAMES) + passage.text[said.end(number) :]
    return Case(selector, text, Anchor.ALTERED, *said.span(1), frozenset({ChangeKind.SPEAKER}))


DIGIT = _swapped(r"(?<![\w.,])\d|(?<=\d)\d", _digit, ChangeKind.NUMBER, ChangeKind.DATE)
NAME = _swapped(
    rf"(?<=[a-z,] )(?!{'|'.join(_DAYS + _MONTHS)})[A-Z][a-z]{{2,}}\b", _of(_NAMES), ChangeKind.NAME, ChangeKind.SPEAKER
)
GROWN = _swapped(
    r"^(?=[a-z]{3,}\b)|(?<=[a-z]{3})$", lambda _, random: random.choice(("un", "less")), ChangeKind.WORDING
)
"""A word at an edge of the quote, in which the word that was quoted still stands letter by letter."""

MATERIAL: dict[str, Mutation] = {
    "a digit": DIGIT,
    "a digit, quote by hand": _by_hand(DIGIT),
    "a digit, all looks": _and_looks(DIGIT),
    "a digit, paragraph moved": _and_moved(DIGIT),
    "not inserted": inserted_not,
    "not inserted, quote by hand": _by_hand(inserted_not),
    "not inserted, all looks": _and_looks(inserted_not),
    "not removed": removed_not,
    "not before the quote": not_before,
    "another speaker after the quote": another_speaker,
    "a name": NAME,
    "a name, all looks": _and_looks(NAME),
    "a name, paragraph moved": _and_moved(NAME),
    "a unit or scale": _swapped(_by(_UNITS), lambda word, _: _UNITS[word], ChangeKind.UNIT, ChangeKind.NUMBER),
    "a currency": _swapped(r"\$(?=\d)", _of(("€", "£", "₹")), ChangeKind.CURRENCY),
    "a month": _swapped(rf"\b(?:{'|'.join(_MONTHS)})\b", _of(_MONTHS), ChangeKind.DATE),
    "a day": _swapped(rf"\b(?:{'|'.join(_DAYS)})\b", _of(_DAYS), ChangeKind.DATE),
    "a modal verb": _swapped(_by(_MODALS) + "(?!['’])", lambda word, _: _MODALS[word], ChangeKind.MODAL),
    "another word": _swapped(_by(_WORDS), lambda word, _: _WORDS[word], ChangeKind.WORDING),
    "a word that grew at the edge": GROWN,
    "a word that grew at the edge, quote by hand": _by_hand(GROWN),
    "last third rewritten": rewritten_third,
    "last third rewritten, quote by hand": rewritten_third_by_hand,
    "sentence deleted": deleted_sentence,
    "sentence deleted, quote by hand": _by_hand(deleted_sentence),
}
