"""What is told in words and by whom, where a cue alone does not say so; the sentences are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.analysis.test_attribution import found, said, words


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The company hid the cracks, said officials.", "officials"),
        ("The dam was weak, said an engineer who asked not to be named.", "an engineer"),
        ("The bank, said an official, will review its lending.", "an official"),
        ("The mayor, Ann Doe, said nothing.", "The mayor, Ann Doe,"),
        ("The company, which owns the dam, said repairs had been made.", "The company, which owns the dam,"),
        ("The police, who came late, said officials had been warned.", "The police, who came late,"),
    ],
)
def test_who_speaks_may_come_after_the_cue_whatever_the_noun(sentence: str, speaker: str) -> None:
    text, ours = found(sentence)
    assert [words(text, one.speaker) for one in ours if one.telling] == [speaker]


def test_the_colon_of_an_hour_announces_nothing() -> None:
    _, ours = found("Six of the eight sirens rang at 04:05 on Tuesday.")
    assert ours == []


def test_a_paragraph_that_ends_with_a_colon_announces_the_quotations_below() -> None:
    text, ours = found(
        "Opening the landing, Mayor Ann Doe said:",
        "“We will rebuild it. It will be done by May.”",
        "“We always do.”",
        "It rained.",
    )
    assert [words(text, one.speaker) for one in ours] == ["Mayor Ann Doe"]
    assert said(text, ours[0]) == "“We will rebuild it. It will be done by May.”\n\n“We always do.”"


@pytest.mark.parametrize(
    ("then", "more"),
    [
        ("“We want it here. We will build it.”", 1),
        ("“We want it here.” “We will build it.” “We like it.”", 1),
        ("“We want it here,” Bo Reed said.", 0),
        ("It rained. “We want it here.”", 0),
    ],
)
def test_a_quotation_right_behind_what_somebody_says_is_theirs(then: str, more: int) -> None:
    text, ours = found(f"Ann Doe said the town wanted the landing. {then}")
    theirs = [one for one in ours if words(text, one.speaker) == "Ann Doe"]
    assert len(theirs) == 1 + more
    assert all(one.kind == "direct" for one in theirs[1:])
    spans = sorted(span for one in ours for span in one.content)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_a_quotation_behind_a_denial_is_not_denied() -> None:
    _, ours = found("Ann Doe denied that she was for it. “We want it here now.”")
    assert [one.denied for one in ours] == [True]


def test_who_asks_not_to_be_named_tells_nothing() -> None:
    _, ours = found("An aide in her office, who asked not to be named, said the letter was wrong.")
    assert [one.telling for one in ours if one.speaker] == [False, True]


@pytest.mark.parametrize(
    ("sentence", "telling"),
    [
        ("Ann Doe shared the prize with the Vale Bank.", False),
        ("Ann Doe shared the news that the bridge had been closed.", True),
        ("Ann Doe sought to rally the voters of the town.", True),
        ("Ann Doe criticized the bridge.", True),
        ("You know that the bridge is closed.", False),
        ("Ann Doe shared “a great deal” of it.", True),
        ("Captain Ann Doe added a third from the penalty spot.", False),
        ("Captain Ann Doe added that the third had come from the penalty spot.", True),
        ("The harbour is expected to close in the fourth quarter.", False),
        ("The harbour was reported to have lost three cranes.", True),
        ("A hurricane warning was issued for the coast.", False),
        ("The police questioned Ann Doe for six hours.", False),
        ("The police questioned why the bridge had been closed.", True),
        ("A young engineer named Ann Doe climbed the wall.", False),
        ("The panel could declare that the bridge is closed.", False),
        ("The panel could not say that the bridge is closed.", True),
        ("The deal, announced on Friday, would last four years.", False),
        ("The intense political opposition to the tax grew there.", False),
        ("The town has plans to open the bridge.", True),
    ],
)
def test_an_act_is_told_from_words(sentence: str, telling: bool) -> None:
    (one,) = found(sentence)[1]
    assert one.telling is telling
