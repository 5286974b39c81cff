"""Years and what they are made of or make: quarters, seasons, fiscal years, decades, centuries."""

from __future__ import annotations

from datetime import date

from dossier.analysis.dates import calendar_spans as spans
from dossier.analysis.dates.days import WRITTEN, meant_month, why_year, year_of
from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.meaning import UNDATED, Meant, Setting
from dossier.analysis.dates.numerals import fiscal_year
from dossier.analysis.dates.tense import AHEAD


def meant_piece(found: Expression, setting: Setting) -> Meant | None:
    """Quarters and halves of a year."""
    number, year = int(found.code or found.day), year_of(found, setting.today)
    words = found.written.split()
    halves = "half" in words or f"h{found.code}" in words
    make = spans.half if halves else spans.quarter
    fiscal = "fiscal" in found.written or "financial" in found.written
    if year:
        why = "a fiscal year may begin in another month" if fiscal else why_year(found, setting)
        return Meant(make(year, number), not fiscal, why)
    today = setting.today
    if today is None:
        return Meant(None, False, "the year is not known")
    if fiscal:
        return Meant(None, False, "when the fiscal year begins is not said")
    here = make(today.year, number)
    if setting.tense == AHEAD:
        stretch = here if here.high >= today else make(today.year + 1, number)
    else:
        stretch = here if here.low <= today else make(today.year - 1, number)
    return Meant(stretch, False, f"nearest to {setting.shown}")


def meant_months_to(found: Expression, setting: Setting) -> Meant | None:
    """ "The three months to September", "the year to March 2026"."""
    end = meant_month(found, setting)
    if end is None or end.stretch is None:
        return end
    count = found.number or 1
    last = end.stretch.low
    first = spans.month(last.year, last.month - (12 * count if found.unit == "year" else count) + 1)
    return end._replace(stretch=spans.between(first, end.stretch))


def meant_months_of_year(found: Expression, setting: Setting) -> Meant | None:
    """ "The last three months of 2024", "the first nine months of the year"."""
    if not found.year and setting.today is None:
        return UNDATED
    year = found.year or (setting.today.year if setting.today else 0) + (found.shift or 0)
    first = 1 if found.day else 13 - found.number
    if found.number in _PIECES:
        stretch = _PIECES[found.number](year, (first - 1) // found.number + 1)
    else:
        stretch = spans.between(spans.month(year, first), spans.month(year, first + found.number - 1))
    return Meant(stretch, True, why_year(found, setting))


_PIECES = {3: spans.quarter, 6: spans.half}
"""What so many months from the first or to the last are called."""


def meant_season(found: Expression, setting: Setting) -> Meant | None:
    """ "Last summer", "the spring of 2019"."""
    year, today, code = year_of(found, setting.today), setting.today, found.code
    if year:
        return Meant(spans.season(year, code), False, "months of the northern season")
    if today is None:
        return UNDATED
    here = spans.season(today.year, code)
    why = f"nearest to {setting.shown}, months of the northern season"
    if found.shift == 0:
        return Meant(here, False, why)
    if found.shift == 1 or (found.shift is None and setting.tense == AHEAD):
        return Meant(here if here.low > today else spans.season(today.year + 1, code), False, why)
    over = here.high < today or (found.shift is None and here.low <= today)
    return Meant(here if over else spans.season(today.year - 1, code), False, why)


def meant_fiscal(found: Expression, _: Setting) -> Meant | None:
    """ "Fiscal 2024", "FY2023-24"."""
    return Meant(fiscal_year(found.written), False, "a fiscal year may begin in another month")


def meant_decade(found: Expression, _: Setting) -> Meant | None:
    """ "The 1990s", "the nineties", "the '60s"."""
    if found.code:
        return Meant(spans.decade(int(found.code[:3]) * 10), True, WRITTEN)
    digits = found.written.rstrip("s").rstrip(" '’").rpartition(" ")[2]
    if len(digits) == 4:
        return Meant(spans.decade(int(digits)), True, WRITTEN)
    first = int(digits)
    return Meant(spans.decade(first + (1900 if first > 20 else 2000)), False, "the century is not said")


def meant_century(found: Expression, _: Setting) -> Meant | None:
    """The nineteenth century is 1801 to 1900 by the book, and the years 18XX to everybody."""
    number = found.day + (found.number if found.number >= 20 else 0)
    return Meant(spans.unit("century", date(number * 100 - 100, 1, 1), 0), True, WRITTEN) if number > 1 else None


def meant_year(found: Expression, _: Setting) -> Meant | None:
    """A year, or a run of years as in "1997-98"."""
    first = spans.year(found.year)
    last = found.written.replace(" ", "").rpartition("-")[2].rpartition("–")[2]
    if not last.isdecimal() or last == str(found.year):
        return Meant(first, True, WRITTEN)
    number = int(last) if len(last) == 4 else found.year // 100 * 100 + int(last)
    return Meant(spans.between(first, spans.year(number)), True, WRITTEN) if number > found.year else None
