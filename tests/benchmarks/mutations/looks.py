"""Other looks: the words are the same, and a reader would say so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from dossier.model.passage import Anchor, ChangeKind
from dossier.store.anchors.selectors import selector_for
from tests.benchmarks.mutations.case import Case, Mutation, Passage, everywhere, replaced

_CURLED = str.maketrans({'"': "”", "'": "’", "-": "‐"})
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def _all(change: Callable[[str], str]) -> Mutation:
    return lambda passage, _: everywhere(passage, change)


def _wrapped(line_end: str) -> Mutation:
    """Every seventh space becomes the end of a line."""

    def change(part: str) -> str:
        words = part.split(" ")
        return "".join(word + (line_end if n % 7 == 3 else " ") for n, word in enumerate(words[:-1])) + words[-1]

    return _all(change)


def _quotes(passage: Passage, _: Random) -> Case | None:
    """The other sort of quotation marks and apostrophes."""
    straight = "“" not in passage.text and "’" not in passage.text
    return everywhere(passage, lambda part: part.translate(_CURLED if straight else _STRAIGHT))


def _soft_hyphens(part: str) -> str:
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{4})", "\u00ad", part)


def _zero_width(part: str) -> str:
    return re.sub(r"(?<=\w )(?=\w)", "\u200b", part)


def _broken_words(passage: Passage, random: Random) -> Case | None:
    """One word of the quote is broken at the end of a line."""
    found = [match.end() for match in re.finditer(r"(?<=\s)[a-z]{3}(?=[a-z]{3})", passage.quote)]
    if not found:
        return None
    at = random.choice(found)
    return replaced(passage, f"{passage.quote[:at]}-\n{passage.quote[at:]}", Anchor.CHANGED, ChangeKind.LOOKS)


def _broken_compounds(passage: Passage, random: Random) -> Case | None:
    """A word with a hyphen is broken after it."""
    found = [match.end() for match in re.finditer(r"(?<=[a-z])-(?=[a-z])", passage.quote)]
    if not found:
        return None
    at = random.choice(found)
    return replaced(passage, f"{passage.quote[:at]}\n{passage.quote[at:]}", Anchor.CHANGED, ChangeKind.LOOKS)


def _decomposed(passage: Passage, _: Random) -> Case | None:
    """A text with accents, then the same in decomposed letters (Unicode NFD)."""
    accented = passage.text.replace("e", "é")
    selector = selector_for(accented, passage.start, passage.end)
    own = passage._replace(text=accented, selector=selector)
    return everywhere(own, lambda part: unicodedata.normalize("NFD", part))


def _composed(passage: Passage, _: Random) -> Case | None:
    """The other way round."""
    parts = (passage.text[: passage.start], passage.quote, passage.text[passage.end :])
    before, quote, after = (unicodedata.normalize("NFD", part.replace("o", "ö")) for part in parts)
    text, start, end = before + quote + after, len(before), len(before) + len(quote)
    own = passage._replace(text=text, start=start, end=end, selector=selector_for(text, start, end))
    return everywhere(own, lambda part: unicodedata.normalize("NFC", part))


def _ligatures(part: str) -> str:
    return part.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def _comma(passage: Passage, random: Random) -> Case | None:
    """A comma less."""
    found = [match.start() for match in re.finditer(r",(?= )", passage.quote[:-1])]
    if not found:
        return None
    at = random.choice(found)
    return replaced(passage, passage.quote[:at] + passage.quote[at + 1 :], Anchor.CHANGED, ChangeKind.LOOKS)


LOOKS: dict[str, Mutation] = {
    "quotation marks": _quotes,
    "no-break spaces": _all(lambda part: part.replace(" ", "\u00a0")),
    "double spaces": _all(lambda part: part.replace(" ", "  ")),
    "lines wrapped with CRLF": _wrapped("\r\n"),
    "lines wrapped with LF": _wrapped("\n"),
    "upper case": _all(str.upper),
    "soft hyphens": _all(_soft_hyphens),
    "word broken at a line's end": _broken_words,
    "compound broken at a line's end": _broken_compounds,
    "NFC to NFD": _decomposed,
    "NFD to NFC": _composed,
    "ligatures": _all(_ligatures),
    "zero width": _all(_zero_width),
    "a comma less": _comma,
}
