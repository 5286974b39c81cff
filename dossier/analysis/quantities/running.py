"""Every figure in running text: where it stands, what it is a number of, and how precise it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.language.lists import table, words
from dossier.analysis.quantities.arithmetic import calculated
from dossier.analysis.quantities.compounds import compound
from dossier.analysis.quantities.intervals import Built, between, one_figure, qualifier_before, some, stated, vague
from dossier.analysis.quantities.lookalikes import is_pronoun, looks_like_no_quantity
from dossier.analysis.quantities.measures import unit_at
from dossier.analysis.quantities.numerals import Number, number_at, tokens
from dossier.analysis.quantities.shares import LABELS, is_one_of_parts, labelled, share
from dossier.analysis.quantities.tokens import Token
from dossier.analysis.quantities.units import (
    CODES,
    NUMBER_WORDS,
    QUALIFIERS,
    SCALES,
    SYMBOLS,
    VAGUE,
    VULGAR,
    Unit,
    denominators,
)
from dossier.model.quantity import Quantity


class FoundQuantity(NamedTuple):
    """A quantity and where it stands: code points, end exclusive; the rate is within, qualifier and thing are not."""

    start: int
    end: int
    quantity: Quantity


class Found(NamedTuple):
    """The same before conversion: ``value`` in the ``unit`` that is written, the rate left out of the span."""

    start: int
    end: int
    value: float
    unit: Unit | None
    money: str


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[FoundQuantity]:
    """Every quantity in ``text`` between ``start`` and ``end`` (code points), in order.

    Bare years, dates, times of day, telephone numbers, ordinals, labels and list numbers are none; nor is a figure that
    repeats the one before it in another unit. Linear.
    """
    found: list[FoundQuantity] = []
    for row in _rows(text, start, len(text) if end is None else end):
        built = list(_built(row))
        for at, one in enumerate(built):
            if at and _is_conversion(row, built[at - 1], one):
                continue
            quantity = of_noun(row, one, _of_model(row, one, _with_rate_of_list(row, built, at)))
            found.append(FoundQuantity(row[one.begin].start, row[one.end - 1].end, quantity))
    return found


def _of_model(row: Sequence[Token], one: Built, quantity: Quantity) -> Quantity:
    """A size that tells models of one make apart is a part of their name: "the 15-inch Orla Pro"."""
    following = row[one.end] if one.end < len(row) else None
    if quantity.unit != "m" or following is None or not following.text[0].isupper() or row[one.begin + 1].text != "-":
        return quantity
    size = "".join(token.low for token in row[one.begin : one.end])
    return quantity._replace(thing=f"{size} {quantity.thing}".rstrip())


def of_noun(row: Sequence[Token], one: Built, quantity: Quantity) -> Quantity:
    """What a figure is of, before or with it: "a depth of about 10 km", "magnitude 6.1", "6.1-magnitude"."""
    scale, _, _ = quantity.thing.partition(" ")
    if scale in words("scales_of"):
        return quantity._replace(thing=scale)
    before = [token.low for token in row[max(one.begin - _BEFORE, 0) : one.begin]]
    while before and before[-1] in _qualifying():
        before.pop()
    if before and before[-1] in words("scales_of"):
        return quantity._replace(thing=before[-1])
    owner = table("parents").get("".join(before[-2:-1])) if before[-1:] == ["of"] and not quantity.unit else None
    if owner is not None and (not quantity.thing or quantity.thing in table("figure_kinds")):
        return quantity._replace(thing=owner)  # "the mother of two died"
    if not (quantity.thing or quantity.unit) and _is_toll(row, one):
        return quantity._replace(thing=_PEOPLE)
    named = words("measured_nouns") | words("scales_of")
    noun = before[-2] if before[-1:] == ["of"] and len(before) > 1 else ""
    return quantity._replace(thing=noun) if not quantity.thing and noun in named else quantity


def _is_toll(row: Sequence[Token], one: Built) -> bool:
    """Whether a figure is that of a toll named before it in its sentence: "the toll of the flood rose to 74"."""
    if words("toll_verbs").isdisjoint(token.low for token in row[max(one.begin - _LEADING, 0) : one.begin]):
        return False
    for at in range(one.begin - 1, max(one.begin - _SENTENCE, -1), -1):
        if row[at].text in ".;!?":
            return False
        if row[at].low in words("tolls") or [token.low for token in row[at : at + 3]] == ["number", "of", _PEOPLE]:
            return True
    return False


_PEOPLE, _SENTENCE, _LEADING = "people", 16, 4
"""What tolls count, tokens before their figure among which they are named, and those among which "to" stands."""


@cache
def _qualifying() -> frozenset[str]:
    """A hyphen, and the words of "more than"."""
    return frozenset({"-", *(word for phrase in QUALIFIERS for word in phrase.split())} - {"of"})


_BEFORE = 5
"""Tokens before a figure among which what it is of is looked for."""


def find_measures(text: str) -> list[Found]:
    """What :func:`find_quantities` finds, as it is written: nothing converted, no rate, a range as its two ends."""
    found: list[Found] = []
    for row in _rows(text, 0, len(text)):
        for one in _built(row, ranges=False):
            measure = one.measure
            last = measure.unit_end if measure.unit else one.end
            money = measure.unit.partition("/")[0] if measure.named is None else ""
            found.append(Found(row[one.begin].start, row[last - 1].end, one.value, measure.named, money))
    return found


def find_numbers(text: str) -> list[tuple[int, int, float]]:
    """Every number in ``text``, in dates and names too: start, end (code points, end exclusive) and value."""
    found: list[tuple[int, int, float]] = []
    for row in _rows(text, 0, len(text), every=True):
        at = 0
        while at < len(row):
            number = number_at(row, at) if _starts(row[at]) else None
            if number is None:
                at += 1
                continue
            begin = number.begin if not number.money else number.first
            value, at = calculated(row, number)
            if (at > number.end or not _within_word(row, number)) and not is_pronoun(row, number):
                found.append((row[begin].start, row[at - 1].end, value))
    return found


@cache
def _lines() -> re.Pattern[str]:
    """Lines; one that goes on with a small letter in the next is one."""
    return re.compile(r"[^\n]+(?:\n(?=[a-z])[^\n]+)*")


@cache
def _addresses() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(rf"[\d{''.join(VULGAR)}]")


@cache
def _promising() -> frozenset[str]:
    """Words of which a line without digits must hold one to be worth a closer look."""
    return frozenset({*NUMBER_WORDS, *VAGUE, *(word for word in SCALES if len(word) > 3), "half", *denominators()})


def _worth_reading(line: str) -> bool:
    return _digit().search(line) is not None or not _promising().isdisjoint(_words().findall(line.lower()))


def _rows(text: str, start: int, end: int, *, every: bool = False) -> Iterator[Sequence[Token]]:
    """The tokens of every line that may hold a figure, or of ``every`` line, addresses blanked out."""
    for line in _lines().finditer(text, start, end):
        held = line[0]
        if not every and not _worth_reading(held):
            continue
        if "@" in held or "://" in held or "www." in held:
            held = _addresses().sub(lambda match: " " * len(match[0]), held)
        yield tokens(held, line.start())


@cache
def _openers() -> frozenset[str]:
    """What a figure begins with when not with digits."""
    signs = {part.lower() for sign in SYMBOLS for part in (sign, sign[0], sign[:-1]) if part}
    codes = {code.lower() for code in CODES}
    millions = {f"m{code}" for code in codes}
    return frozenset({*NUMBER_WORDS, *VAGUE, *VULGAR, *words("figure_openers"), *signs, *codes, *millions})


def _starts(token: Token) -> bool:
    return token.digits or token.low in _openers()


def _built(row: Sequence[Token], *, ranges: bool = True) -> Iterator[Built]:
    at = 0
    openers = _openers()
    for begin in [n for n, token in enumerate(row) if token.digits or token.low in openers or token.low in LABELS]:
        if begin < at:
            continue
        at, token = begin, row[begin]
        if not _starts(token):
            label = labelled(row, at)
            if label is not None:
                yield label
                at = label.end
            continue
        if token.low in VAGUE:
            one = vague(row, at)
            yield one
            at = one.end
            continue
        if _some_follows(row, at):
            one = some(row, at + (row[at].low == "a"))
            yield one
            at = one.end
            continue
        number = number_at(row, at)
        if number is None:
            more = _and_a_half(row, at)
            if more is not None:
                yield more
            at = _past(row, at) if more is None else more.end
            continue
        found = _figures(row, number, ranges=ranges)
        yield from found
        at = max(found[-1].end if found else 0, number.end)


def _some_follows(row: Sequence[Token], at: int) -> bool:
    """ "Several hundred", "a few thousand"."""
    if row[at].low == "a":
        at += 1
    following = row[at : at + 2]
    if len(following) < 2 or following[0].low not in ("few", "several"):
        return False
    return following[1].low in SCALES and len(following[1].low) > 3


def _and_a_half(row: Sequence[Token], at: int) -> Built | None:
    """ "A mile and a half", "an hour and a half"."""
    after, unit = unit_at(row, at + 1) if row[at].low in words("articles") and at + 1 < len(row) else (at, None)
    half = [token.low for token in row[after : after + 3]]
    if unit is None or half[:1] != ["and"] or half[1:2] != ["a"] or half[2:] != ["half"]:
        return None
    number = Number(value=1.5, half=0.25, scale=1.0, money="", begin=at, end=at + 1, first=at, parts=2, digits=False)
    one = one_figure(row, number)
    return one._replace(end=after + len(half))


def _past(row: Sequence[Token], at: int) -> int:
    """Behind an ordinal such as "twenty-first", so that its end is not read as a number of its own."""
    if row[at].low in NUMBER_WORDS and at + 1 < len(row) and row[at + 1].text == "-":
        return at + 3
    return at + 1


def _figures(row: Sequence[Token], number: Number, *, ranges: bool) -> list[Built]:
    """The figures that begin at this number: none when it is something else."""
    part = share(row, number)
    if part is not None:
        return [part]
    number = _of_one(row, number)
    some_of = _of_those(row, number)
    if some_of is not None:
        return [some_of]
    if number.begin and row[number.begin - 1].low == "between" and (span := between(row, number)) and ranges:
        return [] if _range_of_dates(row, number, span) else [span]
    _, unit = unit_at(row, number.end, number.value)
    measured = unit is not None or bool(number.money) or (number.scale != 1 and not number.parts)
    if looks_like_no_quantity(row, number, measured=measured):
        return []
    if number.parts and number.scale == 1 and unit is None and number.value < 1:
        return []
    span = between(row, number) if ranges and not _changes(row, number) else None
    if span is not None:
        return [] if _range_of_dates(row, number, span) else [span]
    one = compound(row, number) or one_figure(row, number)
    small = not number.digits and not measured and abs(number.value) < 13
    return [] if small and not one.quantity.thing else [one]


def _of_one(row: Sequence[Token], number: Number) -> Number:
    """ "Half a mile", "three quarters of an hour": the fraction with the words before its unit."""
    at = number.end + (number.end < len(row) and row[number.end].low == "of")
    if not number.parts or number.scale != 1 or number.money or at >= len(row) or row[at].low not in ("a", "an"):
        return number
    if is_one_of_parts(row, number):
        return number
    after, unit = unit_at(row, at + 1)
    following = row[after].text if after < len(row) else ""
    if unit is None or (unit.name in denominators() and following.islower() and following not in words("then_words")):
        return number  # "half a second chance"
    return number._replace(end=at + 1)


def _of_those(row: Sequence[Token], number: Number) -> Built | None:
    """ "Two of the four gates", "two of the firm's five directors": how many of them, named as all of them are."""
    at = number.end + 1
    if at >= len(row) or row[number.end].low != "of" or number.money or number.parts:
        return None
    if table("function_words").get(row[at].low, "") in _DETERMINERS:
        at += 1
        mark = next((n for n in range(at, min(at + _OWNER, len(row))) if row[n].text in "'’"), None)
        at = mark + 2 if mark is not None else at  # the firm's five
    if at >= len(row):
        return None
    whole = number_at(row, at) if _counts(row[at]) else None
    of_all = one_figure(row, whole) if whole is not None and whole.value >= number.value else None
    if of_all is None or of_all.quantity.unit or len(of_all.quantity.thing) < 2:
        return None
    quantity = stated(number.value, number.half, of_all.measure, qualifier_before(row, number.begin))
    return Built(number.begin, of_all.end, quantity, number.value, of_all.measure)


def _counts(token: Token) -> bool:
    return token.digits or token.low in NUMBER_WORDS


_DETERMINERS, _OWNER = ("D", "G"), 4
"""Letters of "the" and "its" among the function words, and tokens behind them up to the sign of "the firm's"."""


def _changes(row: Sequence[Token], number: Number) -> bool:
    """ "From 5 to 7 percent" is a change; "ranging from 5 to 7 percent" is a range."""
    if not number.begin or row[number.begin - 1].low != "from":
        return False
    before = row[number.begin - 2].low if number.begin > 1 else ""
    return not before.startswith(("rang", "vary", "varie", "anywhere"))


def _range_of_dates(row: Sequence[Token], number: Number, span: Built) -> bool:
    """ "4 to 6 February", "between 2014 and 2016"."""
    second = number_at(row, span.end - 1)
    return second is not None and not span.quantity.unit and looks_like_no_quantity(row, second, measured=False)


def _is_conversion(row: Sequence[Token], before: Built, one: Built) -> bool:
    """ "(200 ft)" behind "60 m": the same measure in another unit, in brackets."""
    ours, theirs = one.quantity, before.quantity
    between = [token.text for token in row[before.end : one.begin]]
    within = ours.low <= theirs.high and theirs.low <= ours.high
    named, other = one.measure.named, before.measure.named
    converted = named is not None and other is not None and named.factor != other.factor
    return between in (["("], ["["]) and ours.unit == theirs.unit and converted and within


def _with_rate_of_list(row: Sequence[Token], built: Sequence[Built], at: int) -> Quantity:
    """ "200 tonnes of copper and 250 ounces of gold annually": the rate of the last holds for the one before."""
    one = built[at].quantity
    if at + 1 >= len(built) or not one.unit or "/" in one.unit:
        return one
    following = built[at + 1]
    base, _, per = following.quantity.unit.partition("/")
    gap = row[built[at].end : following.begin]
    thing = one.thing.split()
    if per not in ("year", "day") or base != one.unit or not gap or gap[-1].low != "and" or len(gap) > len(thing) + 3:
        return one
    return one._replace(unit=f"{one.unit}/{per}")


def _within_word(row: Sequence[Token], number: Number) -> bool:
    """Whether digits are a part of a word: "29km", "F16"."""
    after = row[number.end] if number.end < len(row) else None
    if after is not None and number.digits and after.word and after.start == row[number.end - 1].end:
        return True
    before = row[number.begin - 1] if number.begin else None
    return before is not None and number.digits and before.word and before.end == row[number.begin].start
