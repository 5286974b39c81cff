"""From one date to another: "between 2010 and 2014", "from May to July", "Monday to Wednesday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.analysis.dates import calendar_spans as spans
from dossier.analysis.dates.calendar_spans import Stretch
from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.meaning import Meant, Setting
from dossier.analysis.dates.resolving import meant
from dossier.analysis.dates.tense import AHEAD
from dossier.analysis.dates.tokens import Row

_ENDS = frozenset({"numeric", "day", "month day", "month", "weekday", "deictic", "year", "piece", "decade"})
"""Forms that can be the end of a range."""

_MONTHLY = frozenset({"day", "month day", "month"})


def ranges(row: Row, found: Iterable[Expression]) -> Iterator[tuple[Expression, Expression | None]]:
    """Each expression, with the one that ends its range where there is one."""
    waiting: Expression | None = None
    for expression in found:
        if waiting is not None and _tied(row, waiting, expression):
            yield waiting, expression
            waiting = None
            continue
        if waiting is not None:
            yield waiting, None
        waiting = expression
    if waiting is not None:
        yield waiting, None


def _tied(row: Row, first: Expression, last: Expression) -> bool:
    if first.kind not in _ENDS or last.kind not in _ENDS:
        return False
    tie = row.letters[first.end : last.begin]
    if tie in ("-", "t"):
        return True
    return tie == "&" and row.letters[max(first.begin - 2, 0) : first.begin].rstrip("h")[-1:] == "B"


def meant_range(first: Expression, last: Expression, setting: Setting) -> Meant | None:
    """The days from the one to the other; ``None`` where the second does not come after the first."""
    first, last = _completed(first, last)
    begin = meant(first, setting)
    if begin is None or begin.stretch is None:
        return begin
    if last.kind in _MONTHLY and not last.year and begin.stretch.low.year:
        last = last._replace(year=_following_year(begin.stretch, last))
    end = meant(last, setting)
    if end is None or end.stretch is None:
        return end
    if last.kind == first.kind == "weekday":
        begin, end = _week_days(begin.stretch, end, first, setting)
    if end.stretch is None or begin.stretch is None or end.stretch.low <= begin.stretch.low:
        return None
    certain = begin.certain and end.certain
    return Meant(spans.between(begin.stretch, end.stretch), certain, begin.why if not begin.certain else end.why)


def _completed(first: Expression, last: Expression) -> tuple[Expression, Expression]:
    """The year said once holds for both, and for the year before where the months ask for it."""
    if first.kind in _MONTHLY and last.kind in _MONTHLY and last.year and not first.year:
        return first._replace(year=last.year - (first.month > last.month)), last
    return first, last


def _following_year(begin: Stretch, last: Expression) -> int:
    return begin.low.year + ((last.month, last.day or 31) < (begin.low.month, begin.low.day))


def _week_days(begin: Stretch, end: Meant, first: Expression, setting: Setting) -> tuple[Meant, Meant]:
    """Of two days of the week the one is fixed by the tense, the other lies within seven days of it."""
    assert end.stretch is not None
    if setting.tense == AHEAD:
        low = begin.low
        days = (end.stretch.low - low).days % 7
        return Meant(begin, False, end.why), end._replace(stretch=spans.unit("day", low, days))
    high = end.stretch.low
    days = (high - begin.low).days % 7
    return Meant(spans.unit("day", high, -days), False, end.why), end
