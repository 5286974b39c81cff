"""No regular expression of the package takes more than linear time over the texts it is used on.

Every place that makes one is found in the syntax of the modules, so none can be forgotten. Each is attacked with
texts that are derived from it, used as the code uses it. Bounded parts of a text that the code looks at are not
taken into account: what is linear anywhere is linear there.
"""

from __future__ import annotations

import re
from functools import partial

import pytest

from tests.analysis.test_hostile import PIECES
from tests.patterns.attacks import pieces, text
from tests.patterns.calls import CALLS
from tests.patterns.growth import stalls, used
from tests.patterns.sites import Site, hidden, methods, patterns, sites

GENERAL = [("", piece, end) for piece in PIECES.values() for end in ("", "\0")]


def stalling(pattern: re.Pattern[str], method: str) -> list[tuple[str, str, str]]:
    """The first attack that the expression does not pass in linear time."""
    attacks = (*pieces(pattern), *GENERAL)
    return next(([attack] for attack in attacks if stalls(used(pattern, method), partial(text, attack))), [])


def test_every_expression_is_found():
    assert len(sites()) > 100
    assert hidden() == []


@pytest.mark.parametrize("site", sites(), ids=lambda site: site.place)
def test_time_grows_with_the_text(site: Site):
    made = patterns(site, CALLS)
    assert made, "says in tests/patterns/calls.py how to make it"
    for pattern in made:
        for method in methods(site):
            assert stalling(pattern, method) == [], f"{method} of {pattern.pattern}"


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s*,", "search"),
        (r"(\w+\s?)+:", "match"),
        (r"[a-z]+[a-z0-9]+;", "match"),
        (r"<[^>]*>", "search"),
        (r"(?:a|aa)+$", "match"),
        (r"x(?:\w+ )*\w+y", "search"),
        (r"\[.*?\]", "search"),
        (r"(?<=\()[^)]*\)", "search"),
    ],
)
def test_an_expression_that_stalls_is_caught(pattern: str, method: str):
    """In one of a few runs: what lets a good pattern pass on a busy machine lets a bad one pass now and then."""
    assert any(stalling(re.compile(pattern), method) for _ in range(4))


@pytest.mark.parametrize(("pattern", "method"), [(r"\s*,", "match"), (r"(?<!\s)\s++,|,", "search"), (r"\w+", "search")])
def test_an_expression_that_does_not_stall_is_let_pass(pattern: str, method: str):
    assert not stalling(re.compile(pattern), method)
