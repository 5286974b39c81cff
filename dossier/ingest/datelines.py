"""Lines of place and date, and the datelines that open a report."""

from __future__ import annotations

import re
from typing import NamedTuple

from dossier.ingest.dates import dates
from dossier.ingest.phrases import fold, words

LONGEST = 140
"""Code points of a line of place and date; a longer one is running text."""

_ZONES = r"gmt|utc|bst|ist|pkt|pst|pdt|pt|est|edt|et|cst|cdt|ct|cet|cest|eet|aest|aedt|jst|sgt|hkt|msk|wat|eat|sast"
_TRIMMINGS = re.compile(
    rf"""\b(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?
    | t?\d\d?[:.]\ ?\d\d(?:[:.]\d\d(?:\.\d+)?)?z?(?:\s*[ap]\.?m\b\.?)?(?:\s*[+-]\d\d:?\d\d)?
    | \b\d\d?\s*[ap]\.?m\b\.? | \b\d{{4}}(?=\s*(?:{_ZONES}|hrs)\b) | \bhrs\b | \b(?:{_ZONES})\b | [+-]\d\d:?\d\d\b
    | \b(?:first\ |originally\ )?(?:published|posted|created|issued|released|dated?|uploaded)\b(?:\ (?:on|at|date))?
    | \b(?:last\ )?(?:updated?|modified|edited)\b(?:\ (?:on|at))? | \b(?:on|at|time|day|\d+\ min(?:ute)?s?\ read)\b
    | [|•·,;:()\[\]–—/@-]""",
    re.IGNORECASE | re.VERBOSE,
)
_CHANGED = re.compile(r"updat|modif|edited", re.IGNORECASE)
_LABELLED = re.compile(r"publish|posted|issued|released|^\W*date", re.IGNORECASE)
# what has signs in common with what parts it is read to its end at once: else there are 2^n ways through "A-A-A-"
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*+"
_PLACE = re.compile(rf"{_WORD}(?:,? {_WORD}){{0,3}}")
_SHOUT = r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]{2,}|[A-Z]{3,})"
_OPENING = re.compile(
    rf"""(?:
      \[(?P<bracketed>{_WORD}(?:[ ,/]+{_WORD}){{0,4}})\]\s
    | (?P<shouted>{_SHOUT}(?:[ /-][A-Z][A-Z.'’-]++)*(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?)
      (?:,\s[^():–—]{{2,40}}?)? (?:\s\([^()]{{2,40}}\))? \s*(?::|\s[-–—―]{{1,2}}|[–—―])\s
    | (?P<credited>{_WORD}(?:[ -]{_WORD}){{0,3}}(?:,\s[^():]{{2,40}}?)?)
      \s\((?P<agency>[^()]{{2,40}})\)\s*[-–—―:]{{1,2}}\s
    | (?P<dated>{_WORD}(?:[ -]{_WORD}){{0,3}}),\s[^():–—]{{3,25}}\d{{4}}\s*[-–—―:]{{1,2}}\s
    )""",
    re.VERBOSE,
)
_TIME = re.compile(r"[T\s]*\d\d?:\d\d(?::\d\d)?Z?")
_GLUE = re.compile(r"[\s,:|–—-]*")
_GLUED_PLACE = re.compile(rf"(?P<place>{_WORD}(?: {_WORD}){{0,3}})\s?(?::|\s[–—-])\s")
_HEAD = 200  # code points of a paragraph that can hold its dateline


class DateLine(NamedTuple):
    """A line that holds nothing but a date, perhaps with a place, a time and a label.

    ``published`` is an ISO date, empty where the line leaves it open or speaks of an update, whose date is ``changed``;
    ``labelled`` tells whether the line itself says that it is the date of publication.
    """

    published: str
    place: str
    labelled: bool
    changed: str = ""


class Dateline(NamedTuple):
    """The dateline that opens a paragraph, ``end`` code points long."""

    place: str
    published: str
    end: int


def date_line(text: str) -> DateLine | None:
    """What a line of place and date says, or ``None`` when it is another line."""
    if len(text) > LONGEST:
        return None
    rest: list[str] = []
    published = changed = ""
    at = 0
    found = list(dates(text))
    for start, end, iso in found:
        before = text[at:start]
        if _CHANGED.search(before):
            changed = changed or iso
        else:
            published = published or iso
        rest.append(before)
        at = end
    if not found:
        return None
    left = " ".join(_TRIMMINGS.sub(" ", " ".join((*rest, text[at:]))).split()).strip(" .")
    labelled = _LABELLED.search(text[: found[0][0]]) is not None
    if not left:
        return DateLine(published, "", labelled, changed)
    whole_day = any(len(iso) == len("2026-02-12") for _, _, iso in found)
    if whole_day and (_PLACE.fullmatch(left) or fold(left) in words("agencies")):
        return DateLine(published, left, labelled, changed)
    return None


def dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph: ``ISLAMABAD:``, ``[Islamabad]``, ``LONDON, Feb 12 (Reuters) -``.

    A date glued in front counts when the word "date" or a place with a colon goes with it, because a sentence
    may begin with a date too.
    """
    head = text[:_HEAD]
    if glued := _glued(head):
        return glued
    found = _OPENING.match(head)
    if not found or (found["agency"] and not _credits_agency(found["agency"])):
        return None
    place = found["bracketed"] or found["shouted"] or found["dated"] or found["credited"].partition(",")[0]
    if fold(place) in words("sections"):
        return None
    published = next((iso for _, _, iso in dates(found[0]) if iso), "")
    if found["dated"] and len(published) < len("2026-02-12"):
        return None
    return Dateline(place, published, found.end())


def _glued(head: str) -> Dateline | None:
    first = next(dates(head), None)
    if first is None:
        return None
    start, end, iso = first
    before = fold(head[:start]).strip(" :|-–—")
    if before not in ("", "date", "published", "published on", "posted", "posted on"):
        return None
    time = _TIME.match(head, end)
    end = time.end() if time else end
    glue = _GLUE.match(head, end)
    assert glue is not None
    place = _GLUED_PLACE.match(head, glue.end())
    if not place and not before:
        return None
    if place and place["place"].split()[0].lower() in ("the", "a", "an"):
        place = None
    return Dateline(place["place"] if place else "", iso, place.end() if place else glue.end())


def _credits_agency(text: str) -> bool:
    return any(part in words("agencies") for part in re.split(r"(?:(?<!\s)\s++)?[/,&]\s*+", fold(text)))
