"""How well dates are found and resolved: ``python -m tests.benchmarks.steps.dates``.

The main figure is the micro F1 of the value on gold/dates (EventStoryLine): an expression of type TIME_DATE counts as
right when a date found in its sentence, read with the day of publication the file gives, overlaps its words and has
its value. Values are compared in one spelling (``2011W42`` is ``2011-W42``). Left out: gold values that fix no
calendar date (``PAST_REF``, ``XXXX-WXX``, ``2007-04-XX``), where nothing is asked and what is found is not counted;
durations; what is found on expressions of type TIME_OF_THE_DAY. Dates found without a value make no claim and are not
counted as wrong. A sentence that stands twice in an article is read once. Everything else that is found is counted as
wrong, also where the annotators left a date out.

The stricter figure counts TIME_OF_THE_DAY too, by its day, clock times included.

The specifications of Recognizers-Text are told as further evidence: the share of expressions that are found, any
overlap, with the bounds they give as past or future resolution. They ask for spoken commands more than for news.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from time import process_time
from typing import Any, NamedTuple

from dossier.analysis.dates.dates import FoundDate, find_dates
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps import GOLD

ASKED = 0.80
ASKED_MS = 4.0
"""For 5 kB of text: a step's share of the twenty of the whole analysis."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Counts(NamedTuple):
    """What was right, what was found and what was asked for."""

    right: int
    found: int
    asked: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.asked) if self.found + self.asked else 0.0

    def note(self) -> str:
        return f"P {self.right / (self.found or 1):.3f} R {self.right / (self.asked or 1):.3f} of {self.asked}"


def spelled(value: str) -> str:
    """One spelling of a gold value, empty where it fixes no date."""
    value = re.sub(r"^(\d{4})W", r"\1-W", value)
    day = _DAY.match(value)
    if day is not None:
        return day[0]
    if re.fullmatch(r"\d{3}X|\d{4}(-(\d\d|W\d\d(-WE)?|Q\d|H\d|SP|SU|FA|WI))?", value):
        return value
    return ""


def place(sentence: str, words: str, taken: set[int]) -> tuple[int, int] | None:
    """Where the words stand in the sentence; the next place when they are asked for again."""
    at = sentence.find(words)
    while at >= 0 and at in taken:
        at = sentence.find(words, at + 1)
    if at < 0:
        return None
    taken.add(at)
    return at, at + len(words)


def articles(half: int | None = None) -> list[dict[str, Any]]:
    """The labelled articles, or every other one."""
    rows: list[dict[str, Any]] = json.loads((GOLD / "dates" / "dates.json").read_text("utf-8"))
    return rows if half is None else rows[half::2]


def compared(rows: list[dict[str, Any]], strict: bool = False) -> Iterator[tuple[str, str, str, str]]:
    """Each thing that counts: its outcome (right, wrong, missed, extra), the words, the gold value, what was found."""
    for row in rows:
        sentences: dict[str, list[dict[str, Any]]] = {}
        for expression in row["dates"]:
            sentences.setdefault(expression["sentence"], []).append(expression)
        for sentence, asked in sentences.items():
            yield from _sentence(sentence, asked, row["published"][:10], strict)


def _sentence(
    sentence: str, asked: list[dict[str, Any]], published: str, strict: bool
) -> Iterator[tuple[str, str, str, str]]:
    left = [date for date in find_dates(sentence, published) if date.value]
    taken: set[int] = set()
    for expression in sorted(asked, key=lambda one: one["type"] != "TIME_DATE"):
        span = place(sentence, expression["words"], taken)
        if span is None:
            continue
        here = [date for date in left if date.start < span[1] and span[0] < date.end]
        left = [date for date in left if date not in here]
        value = spelled(expression["value"])
        counted = expression["type"] == "TIME_DATE" or (strict and expression["type"] == "TIME_OF_THE_DAY")
        if not counted or not value:
            continue
        values = list(dict.fromkeys(date.value for date in here))
        if value in values:
            yield "right", expression["words"], value, value
            values.remove(value)
        else:
            yield "wrong" if values else "missed", expression["words"], value, " ".join(values)
            values = values[1:]
        yield from (("extra", expression["words"], value, other) for other in values)
    yield from (("extra", sentence[date.start : date.end], "", date.value) for date in left)


def counts(half: int | None = None, strict: bool = False) -> Counts:
    """Over the articles of one half, or of both."""
    kinds = [kind for kind, *_ in compared(articles(half), strict)]
    right, wrong = kinds.count("right"), kinds.count("wrong")
    return Counts(right, right + wrong + kinds.count("extra"), right + wrong + kinds.count("missed"))


def specification(name: str) -> Iterator[tuple[bool, str, str, list[FoundDate]]]:
    """Each expression of a specification: whether it was right, the text, its words, what was found."""
    for case in json.loads((GOLD / "quantities" / f"{name}.json").read_text("utf-8")):
        published = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        for result in case["Results"]:
            found = find_dates(case["Input"], published)
            start, end = result["Start"], result["Start"] + result["Length"]
            here = [date for date in found if date.start < end and start < date.end]
            bounds = _bounds(result["Value"])
            yield any((one.low, one.high) in bounds for one in here), case["Input"], result["Text"], here


def _bounds(value: dict[str, Any]) -> set[tuple[str, str]]:
    """First and last day of both resolutions; the specification's periods end on the day after."""
    bounds: set[tuple[str, str]] = set()
    for side in ("PastResolution", "FutureResolution"):
        said = value.get(side, {})
        if "date" in said:
            bounds.add((said["date"], said["date"]))
        if "startDate" in said and "endDate" in said:
            last = date.fromisoformat(said["endDate"])
            bounds |= {(said["startDate"], last.isoformat())}
            bounds |= {(said["startDate"], (last - timedelta(days=1)).isoformat())}
    return bounds


def figures() -> Iterator[Figure]:
    """The figures of the step; none where the labelled data is missing."""
    if not GOLD.is_dir():
        return
    for name, half in (("dates, value F1", None), ("  even articles", 0), ("  odd articles", 1)):
        one = counts(half)
        yield Figure(name, one.f1, ASKED if half is None else None, one.note(), least=True)
    strict = counts(strict=True)
    yield Figure("  parts of the day counted too", strict.f1, None, strict.note(), least=True)
    for name in ("DateParser", "DatePeriodParser"):
        cases = [right for right, *_ in specification(name)]
        yield Figure(f"  {name}, share right", sum(cases) / len(cases), None, f"of {len(cases)}", least=True)
    texts = [path.read_text("utf-8") for path in sorted((GOLD / "attribution").glob("*.txt"))][:40]
    find_dates(texts[0], "2011-11-11")
    begin = process_time()
    for text in texts:
        find_dates(text, "2011-11-11")
    spent = (process_time() - begin) * 1000
    yield Figure("  ms for 5 kB", spent / sum(map(len, texts)) * 5000, ASKED_MS, "processor time")


if __name__ == "__main__":
    print(table(list(figures())))
