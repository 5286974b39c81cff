"""What the address of a page, or the name of a file, tells of the day it was published."""

from __future__ import annotations

import re

from dossier.ingest.dates import MONTHS, valid_date

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = rf"(?P<month>0[1-9]|1[0-2]|(?:{'|'.join(MONTHS)})[a-z]{{0,6}})"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_PATH = re.compile(
    rf"/{_YEAR}(?:/(?!{'|'.join(MONTHS)})[a-z]{{2,12}})?[/-]{_MONTH}(?:[/-]{_DAY})?(?=[/-]|$)", re.IGNORECASE
)
_NAME = re.compile(rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)")


def date_of_address(url: str) -> str:
    """The ISO day or month in the path of an address such as ``/2013/sep/16/``, or nothing."""
    return _iso(_PATH.search(url))


def date_of_name(file: str) -> str:
    """The ISO day in a file name such as ``herald_2016-02-09_title.txt``, or nothing."""
    return _iso(_NAME.search(file))


def _iso(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    month = found["month"].lower()[:3]
    number = str(MONTHS.index(month) + 1) if month in MONTHS else month
    return valid_date(found["year"], number, found["day"]) if found["day"] else f"{found['year']}-{int(number):02}"
