"""Calendar dates as texts print them on top: ISO 8601, day month year, month day year, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_DIGIT = re.compile(r"\d")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d)"
_DATE = re.compile(
    rf"""(?<![\w])(?:
      (?P<y1>{_YEAR})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)
    | (?P<d2>\d\d?)(?:st|nd|rd|th)?[ ]?(?:of[ ])?[ -]?(?P<m2>{_MONTH})(?:,?[ ]?[ -]?(?P<y2>{_YEAR}))?
    | (?P<m3>{_MONTH})[ ]?(?P<d3>\d\d?)(?:st|nd|rd|th)?(?!\d)(?:,?[ ]?(?P<y3>{_YEAR}))?
    | (?P<m4>{_MONTH}),?[ ](?P<y4>{_YEAR})
    | (?P<a5>\d\d?)[ ]?(?P<mark>[-/.])[ ]?(?P<b5>\d\d?)[ ]?(?P=mark)[ ]?(?P<y5>{_YEAR})
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Each date in ``text``: its code points, and the ISO date, empty where the words leave it open.

    A date without a year is open, and so is ``3/4/2026``, which is March or April.
    """
    if _DIGIT.search(text) is None:
        return  # most lines have none, and looking for one takes a tenth of the time
    for found in _DATE.finditer(text):
        yield found.start(), found.end(), _iso(found)


def iso_date(text: str) -> str:
    """The first date of ``text`` as ISO 8601, possibly only year and month or a year; empty when it has none."""
    words = text.strip()
    if re.fullmatch(_YEAR, words):
        return words
    if re.fullmatch(rf"{_YEAR}-(?:0[1-9]|1[0-2])", words):
        return words
    return next((iso for _, _, iso in dates(words) if iso), "")


def _iso(found: re.Match[str]) -> str:
    part = found.groupdict()
    if part["y1"]:
        return valid_date(part["y1"], part["m1"], part["d1"])
    if part["m2"]:
        return valid_date(part["y2"], _month(part["m2"]), part["d2"])
    if part["m3"]:
        return valid_date(part["y3"], _month(part["m3"]), part["d3"])
    if part["m4"]:
        return f"{part['y4']}-{int(_month(part['m4'])):02}"
    first, second = int(part["a5"]), int(part["b5"])
    if part["mark"] == "." or first > 12:
        return valid_date(part["y5"], part["b5"], part["a5"])
    return valid_date(part["y5"], part["a5"], part["b5"]) if second > 12 or first == second else ""


def _month(name: str) -> str:
    return str(MONTHS.index(name[:3].lower()) + 1)


def valid_date(year: str | None, month: str, day: str) -> str:
    """The ISO date of three numbers, empty where there is no such day."""
    if not year:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
