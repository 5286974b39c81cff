"""Days with a name: Christmas Eve, Thanksgiving, 9/11."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.tokens import OTHER, SHIFTS, Row
from dossier.analysis.language import lists
from dossier.analysis.language.lexicon import heads, is_common

_SINCE = frozenset("ihOerFt")
"""Letters of words such as "since", "the" and "after", one of which stands before a day told in figures."""

_SAID = frozenset("iLXT")
"""Letters of the words before a day of one word, which else may be part of something."""


def named_days(row: Row) -> Iterator[Expression]:
    """The days with a name in a text, in order, each with the year that may follow."""
    known = _known()
    end = 0
    for at in sorted(_beginnings(row.lows, known.keys() & set(row.lows))):
        if at < end or row.words[at][0].islower():
            continue
        written = [low.replace("’", "'") for low in row.lows[at : at + _LONGEST]]
        name = next((name for name in known[row.lows[at]] if written[: len(name)] == list(name)), None)
        if name is None or _is_part(row, at, at + len(name), name):
            continue
        found = _read(row, at, name)
        end = found.end
        yield found


def _beginnings(lows: list[str], wanted: Iterable[str]) -> Iterator[int]:
    """Where any of some words stand."""
    for word in wanted:
        at = -1
        for _ in range(lows.count(word)):
            at = lows.index(word, at + 1)
            yield at


def _is_part(row: Row, at: int, end: int, name: tuple[str, ...]) -> bool:
    """Whether the name is a part of another, or of a fraction: Christmas Island, Fahrenheit 9/11, "9/11 of it"."""
    following = row.words[end] if end < len(row.words) else ""
    if name[0].isdecimal():
        return row.letters[end : end + 1] == "O" or (row.letters[at - 1] if at else "") not in _SINCE
    if len(name) == 1 and (row.letters[at - 1] if at else "") not in _SAID:
        return row.letters[end : end + 1] != "Y"
    if not following[:1].isupper() or row.letters[end] != OTHER:
        return False
    return following in heads() or following.lower() in lists.words("streets") or not is_common(following.lower())


def _read(row: Row, at: int, name: tuple[str, ...]) -> Expression:
    end = at + len(name)
    ahead = end + (row.lows[end : end + 1] == ["weekend"])
    ahead += row.letters[ahead : ahead + 1] in (",", "i")
    told = row.letters[ahead : ahead + 1] == "Y" and len(row.lows[ahead]) == _YEAR
    before = row.letters[at - 1] if at else ""
    written = "".join(row.words[at + n] if row.joined(at + n) else f" {row.words[at + n]}" for n in range(len(name)))
    shift = SHIFTS.get(before)
    rule = lists.table("named_days")[" ".join(name)]
    fixed, _, day = rule.rpartition("-") if " " not in rule else ("", "", "")
    first, _, month = fixed.rpartition("-")
    return Expression(
        begin=at - (shift is not None),
        end=ahead + 1 if told else end,
        kind="named",
        year=int(row.lows[ahead]) if told else int(first or 0),
        month=int(month or 0),
        day=int(day or 0),
        shift=shift,
        code="" if fixed else rule,
        written=written.strip(),
    )


_LONGEST, _YEAR = 8, 4
"""Tokens of the longest name, and digits of a year."""


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
