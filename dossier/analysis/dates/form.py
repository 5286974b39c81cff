"""A date expression as it is written."""

from __future__ import annotations

from typing import NamedTuple


class Expression(NamedTuple):
    """One date expression as it is written, before anything is worked out.

    ``begin`` and ``end`` are tokens; ``kind`` is the form it was read by. Numbers are 0 and words empty where the
    expression does not say them; ``shift`` counts years, weeks or other units from now where it says "last" or "next";
    ``part`` is early, mid or late, ``code`` the value of a season, a decade, a piece of a year or a word like "today".
    """

    begin: int
    end: int
    kind: str
    year: int = 0
    month: int = 0
    day: int = 0
    last_day: int = 0
    weekday: int = 0
    unit: str = ""
    number: int = 0
    relation: str = ""
    shift: int | None = None
    part: str = ""
    code: str = ""
    written: str = ""
