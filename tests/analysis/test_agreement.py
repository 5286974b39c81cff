from itertools import permutations

import pytest

from dossier.analysis.agreement.agreement import agreement, differences, judged
from dossier.analysis.agreement.polarity import opposed
from dossier.analysis.quantities.reading import read_quantity
from dossier.model.claim import Agreement, Claim, Evidence, Stance
from dossier.model.passage import Anchor, Change, ChangeKind, Selector


def piece(source, value="", speaker="", stance=Stance.SUPPORTS, date=""):
    return Evidence(source, Selector("x"), stance, speaker, value, date, read_quantity(value))


DISPUTES, MENTIONS = Stance.DISPUTES, Stance.MENTIONS


@pytest.mark.parametrize(
    ("evidence", "state"),
    [
        ([], Agreement.UNSUPPORTED),
        ([piece("a", stance=MENTIONS)], Agreement.UNSUPPORTED),
        ([piece("a")], Agreement.SINGLE),
        ([piece("a"), piece("a", speaker="x")], Agreement.SINGLE),
        ([piece("a"), piece("b", stance=MENTIONS)], Agreement.SINGLE),
        ([piece("a", speaker="x"), piece("b", speaker="x")], Agreement.SINGLE),
        ([piece("a"), piece("b")], Agreement.CORROBORATED),
        ([piece("a", speaker="x"), piece("b", speaker="y")], Agreement.CORROBORATED),
        ([piece("a", speaker="x"), piece("b", speaker="x"), piece("a", speaker="y")], Agreement.CORROBORATED),
        ([piece("a", "$1.3 billion"), piece("b", "USD 1.3 billion")], Agreement.CORROBORATED),
        ([piece("a", "about 37 years"), piece("b", "37 years")], Agreement.CORROBORATED),
        ([piece("a", "$1.3 billion"), piece("b", "$1.25 billion")], Agreement.CLOSE),
        ([piece("a", "8,000 jobs"), piece("b", "7,500 jobs")], Agreement.CLOSE),
        ([piece("a", "8,000 jobs"), piece("b", "thousands of jobs")], Agreement.CLOSE),
        ([piece("a", "8,000 jobs"), piece("b", "6,000 jobs")], Agreement.CONFLICTING),
        ([piece("a", "8,000 jobs", "x"), piece("b", "6,000 jobs", "x")], Agreement.CONFLICTING),
        ([piece("a", "8,000 jobs"), piece("b", "20 mines")], Agreement.CORROBORATED),
        ([piece("a", "8,000 jobs"), piece("b", "6,000 job")], Agreement.CONFLICTING),
        ([piece("a", "$5"), piece("b", "€9")], Agreement.CORROBORATED),
        ([piece("a", "6,000 jobs", date="2025"), piece("b", "8,000 jobs", date="2026-02")], Agreement.UPDATED),
        ([piece("a", "6,000 jobs", date="2026"), piece("b", "8,000 jobs", date="2026-02")], Agreement.CONFLICTING),
        ([piece("a", "8,000 jobs", date="2025"), piece("b", "6,000 jobs", date="2026")], Agreement.CONFLICTING),
        ([piece("a"), piece("b", stance=DISPUTES)], Agreement.CONFLICTING),
        ([piece("a", "over 40 million"), piece("b", "50 million")], Agreement.CLOSE),
        ([piece("a", "over 40 million"), piece("b", "20 million")], Agreement.CONFLICTING),
    ],
)
def test_agreement(evidence, state):
    assert agreement(evidence) is state
    assert agreement(evidence[::-1]) is state


def test_evidence_that_changed_materially_counts_for_nothing_until_it_is_settled():
    one = Evidence("a", Selector("x"), value="8,000 jobs", quantity=read_quantity("8,000 jobs"), anchor=Anchor.FOUND)
    other = one._replace(source="b", value="9,000 jobs", quantity=read_quantity("9,000 jobs"))
    altered = other._replace(anchor=Anchor.ALTERED, changes=(Change(ChangeKind.NUMBER, "9,000", "5"),))
    assert agreement([one, other]).differs
    assert agreement([one, altered]) is Agreement.SINGLE
    assert agreement([altered]) is Agreement.UNSUPPORTED
    assert differences([one, altered]) == []
    assert Claim("c", "C", evidence=(one, altered)).sources == ("a",)
    ambiguous = altered._replace(anchor=Anchor.AMBIGUOUS)
    assert agreement([one, ambiguous]) is Agreement.SINGLE


def test_a_short_sentence_that_two_sources_share_was_written_once_unless_a_person_took_it_from_both():
    words = "He also has two convictions for theft."
    suggested = [Evidence(source, Selector(words), decided=False) for source in ("a", "b")]
    assert agreement(suggested) is Agreement.SINGLE
    assert agreement([one._replace(decided=True) for one in suggested]) is Agreement.CORROBORATED


def test_the_differences_of_exact_figures_come_before_bounds():
    pieces = [piece("a", "8,000 jobs"), piece("b", "more than 1,000 jobs"), piece("c", "7,500 jobs")]
    assert next(one.words for one in differences(pieces)) == "7,500 jobs rounds to 8,000 jobs"


def test_every_number_is_at_least_three_of_nobody_says_what():
    record, seasons = (
        Evidence(source, Selector(words), quantity=read_quantity(words), decided=False)
        for source, words in (("a", "162"), ("b", "more than 3 seasons"))
    )
    assert agreement([record, seasons]) is Agreement.CORROBORATED


def test_the_order_of_evidence_does_not_matter_to_its_origins():
    words = ("“We will not go back”", "We will not go back", "“We will not go back”")
    pieces = [Evidence(source, Selector(said)) for source, said in zip("abc", words, strict=True)]
    assert {judged(Claim("c", "c"), order).origins for order in permutations(pieces)} == {1}


def suggested(source, words, *figures):
    found = [read_quantity(figure) for figure in figures]
    return Evidence(source, Selector(words), quantity=found[0], quantities=tuple(found), decided=False)


def test_small_round_figures_are_others_where_the_words_do_not_say_the_same():
    """ "20 percent" is no rounding of 22 that somebody else got."""
    one = suggested("a", "He won with 22 percent of all votes", "22 percent")
    assert agreement([one, suggested("b", "Sales in the north stood at 20 percent", "20 percent")]) is (
        Agreement.CORROBORATED
    )
    assert agreement([one, suggested("b", "He won 20 percent of votes", "20 percent")]) is Agreement.CLOSE


def test_figures_of_no_named_thing_conflict_where_the_words_around_them_are_the_same():
    one = suggested("a", "The pier of Port Vale will cost $12 million", "$12 million")
    other = suggested("b", "The new pier will cost $14 million, she told reporters", "$14 million")
    assert agreement([one, other]) is Agreement.CONFLICTING
    assert agreement([one, suggested("b", "The lawyers of the town asked for $14 million", "$14 million")]) is (
        Agreement.CORROBORATED
    )


def test_figures_are_told_as_their_sources_write_them_with_what_they_were_converted_to():
    fast, faster = (
        suggested(source, f"They chased him at {speed} for an hour", speed)
        for source, speed in (("a", "more than 100 mph"), ("b", "up to 193 km/h"))
    )
    (told,) = differences([fast, faster])
    assert told.words == "at most 193 km/h (53.6 m/s) overlaps at least 100 mph (44.7 m/s)"


def test_of_two_open_bounds_the_narrower_lies_within_the_wider():
    both = (("a", 12), ("b", 30))
    dozen, thirty = (suggested(source, f"At least {n} people came", f"at least {n} people") for source, n in both)
    for pieces in ([dozen, thirty], [thirty, dozen]):
        assert [one.words for one in differences(pieces)] == ["at least 30 people lies within at least 12 people"]


def test_a_bound_that_a_person_wrote_down_is_told_once():
    fast, faster = (
        piece(source, value)._replace(selector=Selector(f"chased at {value}"))
        for source, value in (("a", "more than 100 mph"), ("b", "200 km/h"))
    )
    (told,) = differences([fast, faster])
    assert told.words == "200 km/h (55.6 m/s) lies within more than 100 mph (44.7 m/s)"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Buckley was wearing crampons but was new to it", "the man was not wearing crampons when he slipped", True),
        ("The mayor was arrested and did not resist.", "The mayor of Oruba was arrested on Friday.", False),
        ("to sign the lease of the landing", "The mayor did not sign the lease of the landing.", False),
        ("The mayor refused to let them sign the lease", "The mayor did not sign the lease.", False),
        ("the families asked that no details be released", "the hospital would not release details of it", False),
        ("they asked that the details not be released", "the hospital would not release details of it", False),
    ],
)
def test_what_negates_another_is_told_from_what_only_has_a_negation(one: str, other: str, apart: bool) -> None:
    assert opposed(one, other) is apart
    assert opposed(other, one) is apart


def test_an_update_is_told_from_the_earlier_to_the_later() -> None:
    pieces = [piece("a", "8,000 jobs", date="2026-02-04"), piece("b", "6,000 jobs", date="2025-02-04")]
    assert [one.words for one in differences(pieces)] == ["6,000 jobs became 8,000 jobs"]
