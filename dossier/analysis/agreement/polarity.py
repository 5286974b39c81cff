"""Whether one statement says what another denies: "was arrested" and "was not arrested".

Only the plain case is told: the verb is denied, and otherwise the one says nothing that the other does not. A denial in
other words may deny another thing, and to call it a disagreement would be worse than to miss it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dossier.analysis.language.lists import table, words
from dossier.analysis.language.normal_form import unified
from dossier.analysis.language.stems import terms

_LONGEST = 1_000
"""Code points of a statement that are looked at."""

_MOSTLY = 0.75
"""Share of the words of the one that the other must have for it to be denied."""

_SIGN = re.compile("(?:n(?:o| ?' ?)|N(?:O| ?' ?))[tT]")
"""What every negated verb has in it: most statements do not, and need not be looked at closely."""

_KEPT = 1 << 15
"""Statements whose negation is kept: each is held beside others."""


def denies(one: str, other: str) -> bool:
    """Whether exactly one of the two is negated, by its verb, and says nothing else that the other does not say."""
    if negated(one) == negated(other):
        return False
    denial, claim = (one, other) if negated(one) else (other, one)
    here, there = terms(denial), terms(claim)
    return not _doubtful(claim) and not _doubtful(denial) and here <= there and len(here) >= _MOSTLY * len(there) > 0


def contradicts(denied: str, speaker: str, claim: str) -> bool:
    """Whether what the ``speaker`` is reported to deny, as "that ...", says nothing that the claim does not say.

    Neither is negated itself, and the claim tells of no denial. Where it is of "he" or "it", the claim has to name the
    speaker.
    """
    here, there = terms(denied) - _reports(), terms(claim)
    subject = (*denied.lower().split()[1:2], "")[0]
    if table("function_words").get(subject) == _PRONOUN and terms(speaker).isdisjoint(there):
        return False
    told_of = words("denials").intersection(_word().findall(claim[:_LONGEST].lower()))
    plain = not (negated(denied) or negated(claim) or told_of)
    return plain and len(here) >= _PREDICATE and here <= there


@cache
def _reports() -> frozenset[str]:
    """The terms of "reports that" and the like, which are no part of what is denied."""
    return terms(" ".join(words("report_nouns")))


def opposed(one: str, other: str) -> bool:
    """Whether exactly one of the two negates what the other says, among other things that need not be the same: they
    are not one claim, though it may be of others that they say it.
    """
    here, there = _withheld(one), _withheld(other)
    if (here or there) and (_does(other, here) or _does(one, there)):
        return not (negated(one) or negated(other))
    if negated(one) == negated(other):
        return False
    denial, claim = (one, other) if negated(one) else (other, one)
    denied = _denied(denial)
    plain = len(denied) == _PREDICATE and not (_doubtful(claim) or _doubtful(denial) or _SIGN.search(unified(claim)))
    return plain and denied <= terms(claim) - _only_meant(claim)


@lru_cache(_KEPT)
def _denied(text: str) -> frozenset[str]:
    """The first terms after the negation of a statement: the verb, and what it is done to."""
    start = unified(text[:_LONGEST])
    found = _negation().search(start)
    held = [*dict.fromkeys(term for word in start[found.end() :].split() for term in terms(word))] if found else []
    return frozenset(held[:_PREDICATE])


def withholds(text: str) -> bool:
    """Whether somebody is said not to have done something, as in "refused to resign": later it may be done."""
    return bool(_withheld(text))


def _does(text: str, withheld: frozenset[str]) -> bool:
    """Whether a statement says that what another one withholds was done: "lowered" of "refused to lower"."""
    if not withheld or _withheld(text):
        return False
    return any(term.startswith(one[:_STEM]) for term in terms(text) for one in withheld if len(one) >= _STEM)


_STEM = 4
"""Letters by which the forms of a verb are told to be of one: close, closed."""


@lru_cache(_KEPT)
def _withheld(text: str) -> frozenset[str]:
    """The term of what somebody is said not to have done, "refused to resign"; nothing for most statements."""
    found = _refusal().search(text[:_LONGEST].lower()) if _doubtful(text) else None
    return terms(found[1]) if found else frozenset()


@cache
def _refusal() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("withholding")))
    return re.compile(rf"\b(?:{verbs}) to ([^\W\d_]{{1,40}})")


@lru_cache(_KEPT)
def _only_meant(text: str) -> frozenset[str]:
    """The terms of the infinitives in a statement: who is "to sign" may have promised it, or refused."""
    return terms(" ".join(_infinitive().findall(text[:_LONGEST])))


@cache
def _infinitive() -> re.Pattern[str]:
    marks = "|".join(sorted(words("infinitive_marks")))
    return re.compile(rf"\b(?:{marks}) ([^\W\d_]{{1,40}})", re.IGNORECASE)


_PRONOUN = "P"
"""Letter of "he" among the function words."""

_PREDICATE = 2
"""Terms that a verb and what it is done to have."""


@lru_cache(_KEPT)
def negated(text: str) -> bool:
    """Whether the verb of a statement is negated; "not only" and "not until" are not counted."""
    start = unified(text[:_LONGEST])
    return _SIGN.search(start) is not None and _negation().search(start) is not None


@lru_cache(_KEPT)
def _doubtful(text: str) -> bool:
    """Whether there are other words that deny: what is denied with them is not plain."""
    held = set(_word().findall(text[:_LONGEST].lower()))
    return not held.isdisjoint(_others())


@cache
def _others() -> frozenset[str]:
    return words("denials") | words("withholding") | (words("negations") - {"not", "n't", "cannot"})


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _negation() -> re.Pattern[str]:
    verbs, but = "|".join(sorted(words("denying"))), "|".join(sorted(words("not_denying")))
    return re.compile(rf"\b(?:{verbs})(?: ?not|n ?' ?t)\b(?! (?:{but})\b)", re.IGNORECASE)
