"""Days with a name: Christmas Eve, Thanksgiving, 9/11."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.tokens import Row
from dossier.analysis.language import lists

_SAID = frozenset("iLXT")
"""Letters of the words before a day of one word, which else may be part of something: "the Halloween costume"."""


def named_days(row: Row) -> Iterator[Expression]:
    """The days with a name in a text, in order, each with the year that may follow."""
    known = _known()
    end = 0
    for at in [at for at, low in enumerate(row.lows) if low in known]:
        if at < end or row.words[at][0].islower():
            continue
        names = (name for name in known[row.lows[at]] if row.lows[at : at + len(name)] == list(name))
        name = next(names, None)
        if name is None:
            continue
        found = _read(row, at, name)
        if found is not None:
            end = found.end
            yield found


def _read(row: Row, at: int, name: tuple[str, ...]) -> Expression | None:
    end = at + len(name)
    after = end + (row.letters[end : end + 1] == ",")
    year = int(row.lows[after]) if row.letters[after : after + 1] == "Y" and len(row.lows[after]) == 4 else 0
    before = row.letters[at - 1] if at else ""
    if len(name) == 1 and not year and before not in _SAID:
        return None
    if at and name[0].isdecimal() and row.words[at - 1][0].isupper():
        return None  # of a film: "Fahrenheit 9/11"
    written = "".join(row.words[at + n] if row.joined(at + n) else f" {row.words[at + n]}" for n in range(len(name)))
    shift = {"L": -1, "T": 0, "X": 1}.get(before)
    rule = lists.table("named_days")[" ".join(name)]
    fixed, _, day = rule.rpartition("-") if " " not in rule else ("", "", "")
    first, _, month = fixed.rpartition("-")
    return Expression(
        begin=at - (shift is not None),
        end=after + 1 if year else end,
        kind="named",
        year=year or int(first or 0),
        month=int(month or 0),
        day=int(day or 0),
        shift=shift,
        code="" if fixed else rule,
        written=written.strip(),
    )


def day_of_rule(rule: str, year: int) -> date:
    """The day of a rule in a year: month, day of the week (1 to 7), and which of the month, or from its end."""
    month, weekday, which = map(int, rule.split())
    first = date(year, month, 1) if which > 0 else date(year + month // 12, month % 12 + 1, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1 if which > 0 else which))


@cache
def _known() -> dict[str, list[tuple[str, ...]]]:
    """The names, the longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(lists.table("named_days"), key=len, reverse=True):
        parts = tuple(name.split())
        found.setdefault(parts[0], []).append(parts)
    return found
