"""What a date expression means, and what that was read from."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from dossier.analysis.dates.calendar_spans import Stretch
from dossier.analysis.dates.tense import OPEN
from dossier.analysis.language import lists


class Setting(NamedTuple):
    """What stands around an expression: the day of publication, and as it is shown; the tense; what was dated last, and
    whether that may be what it is counted from.
    """

    today: date | None
    shown: str
    tense: int = OPEN
    before: Stretch | None = None
    together: bool = True


class Meant(NamedTuple):
    """The days that are meant, ``None`` where that is open; whether that is certain, and why."""

    stretch: Stretch | None
    certain: bool
    why: str


UNDATED = Meant(None, False, "the day of publication is not known")
VAGUE = Meant(None, False, "how many is not said")


@cache
def _names(file: str) -> dict[int, str]:
    names: dict[int, str] = {}
    for word, entry in lists.table(file).items():
        names.setdefault(int(entry.partition(" ")[0]), word.capitalize())
    return names


def month_name(number: int) -> str:
    """The month's name in full, as the data file has it first."""
    return _names("months")[number]


def day_name(number: int) -> str:
    """The name of the day of the week, 1 being Monday."""
    return _names("weekdays")[number]
