"""The normal form of a text: what two passages are compared by when only their looks may differ."""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache, lru_cache

from dossier.model.offsets import OffsetMap

DROPPED = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" + "".join(map(chr, range(0xFE00, 0xFE10)))
)
"""Characters that have no width: soft hyphens, joiners, direction marks, variation selectors."""

SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2035\u00b4\u0060\u02bc\u02b9\uff07"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e\u301f\uff02"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

UNIFIED: dict[int, str] = (
    dict.fromkeys(map(ord, SINGLE_QUOTES), "'")
    | dict.fromkeys(map(ord, DOUBLE_QUOTES), '"')
    | dict.fromkeys(map(ord, DASHES), "-")
    | dict.fromkeys(map(ord, SPACES), " ")
)
"""Quotes, dashes and spaces by code point, each made one character, so that offsets stay as they are."""


def unified(text: str) -> str:
    """``text`` with quotes, dashes and spaces as in :data:`UNIFIED`, several times as quick as ``str.translate``."""
    return text if text.isascii() else _unlike().sub(_unify, text)


@cache
def _unlike() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, map(chr, UNIFIED)))}]")


def _unify(found: re.Match[str]) -> str:
    return UNIFIED[ord(found[0])]


_KEPT = frozenset("\u00b2\u00b3\u00b9\u00bc\u00bd\u00be\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
"""NFKC would make 10² the number 102 and 1½ the number 11⁄2: these stay what they are."""

_HYPHENS = frozenset("-\u2010\u00ad")

_LONGEST_CLUSTER = 32
"""In code points. Normalising sorts combining marks by insertion, so a hostile row of them is cut; UAX #15
allows the same in its stream-safe format, at 30."""

_GAP = rf"(?<=\w)-[^\S\n]*\n[^\S\n]*(?=\w)|--+|(?: (?=[\s{DROPPED}])|[^\S ]|[{DROPPED}])[\s{DROPPED}]*"


@cache
def _special(foreign: bool) -> re.Pattern[str]:
    """The places that change a text's length; compiled when first needed, for the sake of a quick start."""
    return re.compile(rf"{_GAP}|[^\x00-\x7f{DROPPED}]+" if foreign else _GAP)


def normal_form(text: str) -> tuple[str, OffsetMap]:
    """The normal form of ``text``, and the map of its offsets back to those of ``text`` (code points).

    NFKC and case fold (Unicode 15, UAX #15 and section 3.13), quotes and dashes unified, characters without width
    dropped, words hyphenated at a line break joined, white space runs made one space. Linear.
    """
    plain = unified(text)
    folded = plain.casefold()
    pieces = _Pieces(text, plain, folded)
    pieces.run(_special(foreign=not (text.isascii() or _stable(plain, folded))))
    return pieces.finished()


def _stable(plain: str, folded: str) -> bool:
    """Whether folding keeps every offset: full case folding never shrinks, so equal lengths say it all."""
    return (
        len(folded) == len(plain)
        and unicodedata.is_normalized("NFKC", plain)
        and unicodedata.is_normalized("NFKC", folded)
    )


class _Pieces:
    """Collects the parts of a normal form, and where each leads back to."""

    def __init__(self, text: str, plain: str, folded: str) -> None:
        self._text = text
        self._plain = plain
        self._folded = folded if len(folded) == len(plain) else ""
        self._parts: list[str] = []
        self._derived = array("I")
        self._original = array("I")
        self._length = 0
        self._done = 0

    def run(self, special: re.Pattern[str]) -> None:
        """Walks the text from one special place to the next; what lies between keeps its length."""
        for match in special.finditer(self._plain):
            start, end = match.span()
            first = self._plain[start]
            if first <= "\x7f" or first in DROPPED or first.isspace():
                self._replace(start, end, self._gap(start, end))
            else:
                self._clusters(start, end)
        self._keep(len(self._plain))

    def finished(self) -> tuple[str, OffsetMap]:
        """The text and the map; an empty map when nothing moved."""
        return "".join(self._parts), OffsetMap(self._derived, self._original)

    def _keep(self, end: int) -> None:
        start = self._done
        if end > start:
            part = self._folded[start:end] if self._folded else self._plain[start:end].casefold()
            self._parts.append(part)
            self._length += len(part)
            self._done = end

    def _replace(self, start: int, end: int, replacement: str) -> None:
        self._keep(start)
        self._parts.append(replacement)
        self._length += len(replacement)
        self._done = end
        if len(replacement) == end - start:
            return
        if not self._derived and self._length:
            self._derived.append(0)
            self._original.append(0)
        if self._derived and self._derived[-1] == self._length:
            self._original[-1] = end
        else:
            self._derived.append(self._length)
            self._original.append(end)

    def _gap(self, start: int, end: int) -> str:
        gap = self._plain[start:end]
        if gap[0] == "-":
            return "" if "\n" in gap and self._joins(start, end) else "-"
        if gap[0] == "\u00ad" and gap.count("\n") == 1 and self._joins(start, end):
            return ""
        return " " if gap.strip(DROPPED) else ""

    def _joins(self, start: int, end: int) -> bool:
        """Whether the hyphen at ``start`` only breaks a word; before a capital or a figure it is its own."""
        text = self._text
        return (
            text[start] in _HYPHENS
            and start > 0
            and text[start - 1].isalpha()
            and end < len(text)
            and text[end].islower()
        )

    def _clusters(self, start: int, end: int) -> None:
        plain = self._plain
        if _attaches(plain[start]) and start > self._done and not plain[start - 1].isspace():
            start -= 1
        while start < end:
            stop = start + 1
            while stop < end and stop - start < _LONGEST_CLUSTER and _attaches(plain[stop]):
                stop += 1
            self._replace(start, stop, _fold(plain[start:stop]))
            start = stop


def _attaches(character: str) -> bool:
    """Whether it may melt into the character before it: marks, Hangul vowels and finals, kana voice marks."""
    if character < "\u0300":
        return False
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or "\u3131" <= character <= "\u318e"
        or "\ud7b0" <= character <= "\ud7fb"
        or "\uff9e" <= character <= "\uffdc"
    )


@lru_cache(maxsize=4096)
def _fold(cluster: str) -> str:
    if cluster in _KEPT:
        return cluster
    composed = unified(unicodedata.normalize("NFKC", cluster))
    if composed[:1] == " ":  # an accent that stands alone, which NFKC sets on a space
        return cluster
    return unicodedata.normalize("NFKC", composed.casefold())
