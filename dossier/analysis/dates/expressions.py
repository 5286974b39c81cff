"""What date expressions look like: a grammar over the letters of ``tokens``, and what each form says.

The forms are those that TIMEX3 (TimeML 1.2.1) calls DATE, with parts of the day counted to their day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.analysis.dates.doubts import doubtful
from dossier.analysis.dates.form import Expression
from dossier.analysis.dates.named_days import named_days
from dossier.analysis.dates.tokens import SHIFTS, Row

_MONTH = r"[MAm]\.?"
_WEEKDAY = r"[Ww]\.?,?"
_PART = "(?:E-?|EO)?"
_ORDINAL = "(?:q-?)?f"
_WEEK_OF = "[fL]UO"
_COUNT = "(?:q-?q|[qdN]|av?O?|vO?)"

_OVER = frozenset({"over", "in", "within", "during", "for", "throughout"})
"""Before "the last year" they make it the twelve months up to now, and not the year in the calendar."""

_FORMS = {
    "numeric": "R",
    "days": rf"[do][-t&][do]O?{_MONTH}(?:,?Y)?",
    "day": rf"(?:{_WEEKDAY}h?)?(?:[do]O?|{_ORDINAL}O)-?{_MONTH}(?:[,-]?Y|O?[LXT]U|d(?!:|[,.]?[dN]))?",
    "month days": rf"{_MONTH}[do][-t&][do](?![MAm])(?:,?Y)?",
    "month day": rf"(?:{_WEEKDAY})?{_MONTH}[-h]?(?:[do]|{_ORDINAL})(?:,?Y|O?[LXT]U)?",
    "months to": rf"(?:{_COUNT}u|hU)t{_MONTH}(?![do])(?:,?Y)?",
    "months of year": rf"f{_COUNT}uO(?:Y|[LXT]U|hU)|L{_COUNT}uOY",
    "week of month": rf"{_WEEK_OF}{_MONTH}(?:,?O?Y)?",
    "month": rf"(?!E{_MONTH}[do]){_PART}(?:{_MONTH},?O?Y|{_MONTH},?O?[LXT]U|[LXT][MAm]|{_MONTH})",
    "weekday of month": "W,?h?o",
    "weekday": "E?(?:[LXT]U?)?WP?(?:O?[LXT]U)?",
    "beside": "h?U[er]Z",
    "deictic": "ZP?|[TL]P",
    "piece": r"(?:f-?[UG]|[QH])(?:,?O?h?(?:KU?)?Y|O?[LXT]K?U|Oh?KU)?",
    "season": rf"{_PART}[LXT]?S(?:O?Y|O?[LXT]U)?",
    "fiscal": "KU?Y(?:[-/][YdN])?|YKU|k",
    "century": "(?:E-?|EOh?)?(?:q-)?[of]-?U",
    "decade": "(?:E-?|EOh)?(?:'?D|[YNd]'x)",
    "span": f"h?[LX](?:a?v|{_COUNT})u",
    "ago": f"{_COUNT}[uU]g",
    "from now": f"{_COUNT}[uU]F[yZ]",
    "later": f"{_COUNT}[uU][er]|hU[er]",
    "ahead": f"i{_COUNT}[uU]",
    "unit": "(?:EOh?|E|[er])?h?[LXTs]U|EOhU|[er]ihU|hU",
    "year": rf"{_PART}Y(?:-[YdN])?",
    "day of month": "iho",
}
"""Forms in the order in which they are tried at one place."""


@cache
def _any() -> re.Pattern[str]:
    return re.compile("(?![x,.:n)&])(?:" + "|".join(f"(?:{form})" for form in _FORMS.values()) + ")")


@cache
def _each() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(form)) for kind, form in _FORMS.items())


def expressions(row: Row) -> Iterator[Expression]:
    """The date expressions of a text, in order; none overlaps another."""
    named = [*named_days(row)]
    if not named:
        return _of_grammar(row)
    taken = frozenset(at for one in named for at in range(one.begin, one.end))
    others = [one for one in _of_grammar(row) if taken.isdisjoint(range(one.begin, one.end))]
    return iter(sorted([*named, *others], key=lambda one: one.begin))


def _of_grammar(row: Row) -> Iterator[Expression]:
    at = 0
    while (place := _any().search(row.letters, at)) is not None:
        at = place.start()
        found = _at(row, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def _at(row: Row, at: int) -> Expression | None:
    for kind, form in _each():
        match = form.match(row.letters, at)
        if match is not None:
            found = _read(row, kind, at, match.end())
            if found is not None:
                return found
    return None


def _read(row: Row, kind: str, begin: int, end: int) -> Expression | None:
    """The parts of an expression, by their letters alone; what makes no date of it is told by ``doubts``."""
    if row.letters[end - 1] in ".,":
        # An abbreviated month at the end of the expression keeps its full stop only within it.
        end -= 1
    read = _Reading(row, begin, end)
    found = Expression(
        begin=begin,
        end=end,
        kind=kind,
        year=read.number("Y"),
        month=read.number("MAm"),
        day=read.number("dof"),
        last_day=read.number("do", 1),
        weekday=read.number("Ww"),
        unit=read.value("uU", -1),
        number=read.count(),
        relation=read.low("LXTsg") or read.low("er"),
        shift=read.shift(),
        part=read.value("E"),
        code=read.value("ZSQHD"),
        written=" ".join(row.lows[begin:end]),
    )
    if kind in ("day", "month day") and "q" in read.letters:
        found = found._replace(day=found.day + found.number)  # "the twenty-first"
    if kind == "week of month":
        return _week_of_month(row, found)
    if kind in ("months to", "months of year"):
        found = found._replace(unit=read.value("uU"))
    rolling = kind == "unit" and found.shift and found.unit != "weekend" and "h" in row.letters[begin:end]
    if rolling and begin and row.lows[begin - 1] in _OVER:
        found = found._replace(code="over")
    return None if doubtful(row, found) else found


def _week_of_month(row: Row, found: Expression) -> Expression | None:
    """ "The first week of June": the month with a part of it."""
    if found.unit != "week":
        return None
    part = f"week {found.day if found.shift is None else found.shift}"
    found = found._replace(kind="month", part=part, day=0, unit="", relation="", shift=None)
    return None if doubtful(row, found) else found


class _Reading:
    """The tokens of one expression, asked by letter."""

    def __init__(self, row: Row, begin: int, end: int) -> None:
        self.row, self.begin, self.letters = row, begin, row.letters[begin:end]
        self._present = frozenset(self.letters)

    def _places(self, letters: str) -> list[int]:
        if self._present.isdisjoint(letters):
            return []
        return [self.begin + n for n, letter in enumerate(self.letters) if letter in letters]

    def low(self, letters: str) -> str:
        places = self._places(letters)
        return self.row.lows[places[0]] if places else ""

    def value(self, letters: str, which: int = 0) -> str:
        places = self._places(letters)
        return self.row.value(places[which]) if places else ""

    def number(self, letters: str, which: int = 0) -> int:
        places = self._places(letters)
        if which >= len(places):
            return 0
        place = places[which]
        digits = self.row.value(place) or self.row.lows[place].rstrip("stndrh")
        return int(digits.partition(" ")[0])

    def count(self) -> int:
        """How many units; 0 where that is left open ("a few")."""
        vague = self.value("v")
        if "v" in self.letters:
            return int(vague or 0)
        words = [self.number("q", n) for n, _ in enumerate(self._places("q"))]
        return sum(words) or self.number("dN") or ("a" in self.letters)

    def shift(self) -> int | None:
        """How many units from now: "last", "this" or "next"."""
        return next((SHIFTS[letter] for letter in self.letters if letter in SHIFTS), None)
