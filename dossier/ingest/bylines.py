"""Lines that say who wrote a text."""

from __future__ import annotations

import re

from dossier.ingest.dates import dates
from dossier.ingest.phrases import fold, words

LONGEST = 200
"""Code points of a byline; a longer line is running text."""

_BY = re.compile(
    r"\W{0,3}(?:(?:additional |also )?(?:written|reported|reporting|words|report|story|analysis|opinion|text|writing"
    r"|compiled|edited|editing)\s+)?by\b[:\s]\s*(?P<names>.+)",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\W{0,3}(?:additional )?(?:reporting|writing|editing|compiled|edited|written) by ", re.IGNORECASE
)
_LABEL = re.compile(r"(?:author|authors|writer|reporter)s?\s*:\s*(?P<names>.+)", re.IGNORECASE)
# white space is only looked at from where it begins: a long row of it would be gone through from each of its places
_END = re.compile(
    r"(?:(?<!\s)\s++)?[|•·;()<]|(?<!\s)\s++(?:[-–—]++\s|@)|(?<![,\s])[,\s]++(?:for|in|at|from|on|is|was)\b"
    r"|(?<=\w\w\w)\.\s"
)
_SPLIT = re.compile(r"(?:(?<!\s)\s++)?[,/]\s*+|(?<!\s)\s++(?:and|&)\s++", re.IGNORECASE)
_PART = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|d[aeiou]s?|del|della|den|der|van|von|al|bin|bint|ben|ibn|la|le|el|ter|y|e)"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{1,5}}")
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august", re.IGNORECASE
)


def byline(text: str) -> tuple[str, ...] | None:
    """The authors that a line names, empty for a desk without names, ``None`` when it is no byline."""
    if len(text) > LONGEST:
        return None
    found = _BY.match(text) or _LABEL.match(text)
    if found:
        return _authors(_undated(found["names"]))
    return _agency_line(text)


def is_credit_line(text: str) -> bool:
    """Whether a line at the end of a text says who reported, wrote or edited it."""
    return len(text) <= 2 * LONGEST and _CREDITS.match(text) is not None


def is_name(text: str) -> bool:
    """Whether ``text`` has the form of a person's name: two to six capitalised words and particles."""
    return _NAME.fullmatch(text) is not None and not _CALENDAR.search(text) and fold(text) not in words("agencies")


def _undated(text: str) -> str:
    start = next((start for start, _, _ in dates(text)), len(text))
    return text[:start]


def _authors(text: str) -> tuple[str, ...] | None:
    end = _END.search(text)
    named = text[: end.start()] if end else text
    parts = [part.strip(" .,:") for part in _SPLIT.split(named)]
    people: list[str] = []
    agencies: list[str] = []
    for part in filter(None, parts):
        folded = fold(part)
        if folded in words("agencies"):
            agencies.append(part)
        elif _is_role(folded):
            continue
        elif is_name(part):
            people.append(part)
        elif not people:
            return None
    roles = any(_is_role(fold(part)) for part in parts if part)
    return tuple(people or agencies) if people or agencies or roles else None


def _is_role(folded: str) -> bool:
    return folded.rpartition(" ")[2] in words("desks")


def _agency_line(text: str) -> tuple[str, ...] | None:
    """A line without "by": an agency or a desk alone, or a name and an agency with a bar between."""
    parts = [part.strip(" -–—") for part in re.split(r"[|•·/]", text.strip("|•·/ "))]
    known = [fold(part) in words("agencies") or fold(part) in words("signatures") for part in parts]
    if not all(known[1:]) or text.endswith("."):
        return None
    if known[0]:
        return ()
    return (parts[0],) if len(parts) > 1 and is_name(parts[0]) else None
