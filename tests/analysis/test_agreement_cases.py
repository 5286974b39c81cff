"""What figures make together: a table of cases, each piece of evidence as a source would print it."""

import re
from pathlib import Path

import pytest

from dossier.analysis.agreement.agreement import agreement, differences
from dossier.analysis.origins.copies import Copy
from dossier.analysis.quantities.reading import read_quantity
from dossier.model.claim import Agreement, Evidence, Stance
from dossier.model.passage import Selector

LINES = Path(__file__).with_name("agreement_cases.txt").read_text("utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith("#")]
PIECE = re.compile(r"(?P<source>\w+)(?:/(?P<speaker>\w+))?(?:@(?P<date>[\d-]+))?: (?P<words>.*)")


def piece(text):
    found = PIECE.fullmatch(text)
    words = found["words"]
    figure = re.search(r"\[(.*?)\]", words)
    value = figure[1] if figure else ""
    return Evidence(
        found["source"],
        Selector(words.replace("[", "").replace("]", "")),
        speaker=found["speaker"] or "",
        value=value,
        date=found["date"] or "",
        quantity=read_quantity(value),
        decided=False,
    )


@pytest.mark.parametrize("case", CASES, ids=[" | ".join(case) for case in CASES])
def test_cases(case):
    expected, *pieces = case
    evidence = [piece(text) for text in pieces]
    assert all(one.quantity for one, text in zip(evidence, pieces, strict=True) if "[" in text)
    assert agreement(evidence) == Agreement(expected)
    assert agreement(evidence[::-1]) == Agreement(expected)


@pytest.mark.parametrize("case", CASES, ids=[" | ".join(case) for case in CASES])
def test_cases_where_nobody_wrote_down_which_words_the_figure_is(case):
    expected, *pieces = case
    assert agreement([piece(text)._replace(value="") for text in pieces]) == Agreement(expected)


def test_there_are_a_hundred_of_them():
    assert len(CASES) >= 100
    assert len({tuple(case) for case in CASES}) == len(CASES)


def test_copies_and_wire_stories_are_one_origin():
    evidence = [piece("a: The mine opens"), piece("b: The mine is to open")]
    assert agreement(evidence) is Agreement.CORROBORATED
    assert agreement(evidence, [Copy("a", "b", 0.9)]) is Agreement.SINGLE
    assert agreement(evidence, wires={"a": "reuters", "b": "reuters"}) is Agreement.SINGLE
    assert agreement(evidence, wires={"a": "reuters", "b": "ap"}) is Agreement.CORROBORATED


def test_differences_are_told_in_words_the_most_important_first():
    texts = ("a: [8,000 jobs]", "b: [7,500 jobs]", "c: [3,000 jobs]", "d: [over 5,000 jobs]")
    evidence = [piece(text) for text in texts]
    found = differences(evidence)
    assert [one.state for one in found] == [Agreement.CONFLICTING] * 3 + [Agreement.CLOSE] * 3
    assert found[0].words == "8,000 jobs differs from 3,000 jobs"
    assert {one.words for one in found if one.state is Agreement.CLOSE} == {
        "7,500 jobs rounds to 8,000 jobs",
        "8,000 jobs lies within at least 5,000 jobs",
        "7,500 jobs lies within at least 5,000 jobs",
    }


def test_what_only_mentions_a_claim_is_no_difference():
    one = piece("a: [8,000 jobs]")
    other = Evidence("b", Selector("x"), Stance.MENTIONS, quantity=read_quantity("3,000 jobs"))
    assert differences([one, other]) == []
