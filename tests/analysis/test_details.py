"""Ages, hours of the day, ranks and tallies of votes, which statements give by the way. All texts are invented."""

from __future__ import annotations

import pytest

from dossier.analysis.agreement.written import written
from dossier.analysis.details.ages import as_age
from dossier.analysis.details.details import find_details
from dossier.analysis.details.reading import read_figure
from dossier.analysis.entities.names import find_names
from dossier.analysis.quantities.running import find_quantities
from dossier.model.quantity import AGE, CLOCK, MAJORITY, RANK


def details(text: str) -> list[tuple[str, float, str, str]]:
    """The words, the value, the unit and the thing of each."""
    found = find_details(text, find_names(text, [(0, len(text))]), find_quantities(text))
    return [(text[one.start : one.end], one.quantity.value, one.quantity.unit, one.quantity.thing) for one in found]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Ines Calder, 36, fell from the pier.", ["36"]),
        ("Ines Calder (36) and Bo Reed (70) scored.", []),  # minutes of a match
        ("Calder, 36, fell from the pier.", []),  # the father or the son
        ("Ines Calder, aged 36, fell from the pier.", ["36"]),
        ("They spoke to the mayor, Ines Calder, 36.", ["36"]),
        ("The 36-year-old climber Ines Calder fell.", ["36-year"]),
        ("Police say 36-year-old Ines Calder fell.", ["36-year"]),
        ("The 36-year-old climber of the Vale, Ines Calder, fell.", []),
        ("Ines Calder, 12,000 others and a dog fell.", []),
        ("Ines Calder, 400, fell from the pier.", []),
        ("Ines Calder 36 Bo Reed 12", []),
        ("In March 2024 Ines Calder fell.", []),
    ],
)
def test_an_age_stands_beside_a_name(text: str, years: list[str]) -> None:
    found = details(text)
    assert [words for words, *_ in found] == years
    assert all((value, unit, thing) == (36, AGE, "Ines Calder") for _, value, unit, thing in found)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("It was closed at 5 p.m. on Friday.", 17),
        ("It was closed at 5pm.", 17),
        ("It was closed at 5:30 PM.", 17.5),
        ("It was closed about 12 p.m.", 12),
        ("It was closed at 12:30 a.m.", 0.5),
        ("It was closed at 12 a.m.", 24),
        ("It was closed at midnight.", 24),
        ("It was closed around noon.", 12),
        ("It was closed at 17:45.", 17.75),
        ("It was closed at 13 p.m.", None),
        ("It was closed at 5:30.", None),
        ("It was closed at 25:30.", None),
        ("It was closed before 5 p.m.", None),
        ("It was open until about 5 p.m.", None),
        ("It was open (until 5 p.m.).", None),
        ("It was open until noon.", None),
        ("It is open from 3 to 5 p.m.", None),
        ("It was open at 3 p.m. to 5 p.m.", None),
        ("It is open 3-5 p.m.", None),
        ("It was closed as late as 5 p.m.", None),
        ("It was closed at 5 p.m. local time.", None),
        ("It was closed at 5 p.m. ET.", None),
        ("It was closed at 5 p.m. (2200 GMT).", None),
        ("They won 17:45.", None),
        ("The noon train was late.", None),
        ("At 5 p.m. it was closed.", None),  # nothing says before it what it is the hour of
    ],
)
def test_an_hour_at_which_something_was(text: str, hour: float | None) -> None:
    assert [(value, unit) for _, value, unit, _ in details(text)] == ([] if hour is None else [(hour, CLOCK)])


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The polls in Velmora open at 7 a.m.", "pol open"),
        ("The suspect in the Velmora shooting was arrested at 7 a.m.", "shoot arrest"),
        ("Police arrested the suspect in the Velmora ferry shooting at 7 a.m.", "arrest fer shoot"),
        ("It rained. Bo Reed was held at 7 a.m.", "held"),
    ],
)
def test_what_an_hour_is_of(text: str, thing: str) -> None:
    assert [thing for *_, thing in details(text)] == [thing]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("She won her third title.", (3, "title")),
        ("She won her 3rd title.", (3, "title")),
        ("She won her third title this year.", (3, "title this year")),
        ("It was first-degree murder.", (1, "degree")),
        ("He became the 44th president.", None),
        ("It was the first goal.", None),
        ("He scored his second goal.", None),
        ("It is on Third Street.", None),
        ("It came on July 4th after rain.", None),
        ("The first of them came.", None),
        ("It was their first-ever fair.", None),
        ("It was her twenty first title.", None),
    ],
)
def test_the_rank_of_something(text: str, rank: tuple[float, str] | None) -> None:
    assert [(value, thing, unit) for _, value, unit, thing in details(text)] == ([(*rank, RANK)] if rank else [])


@pytest.mark.parametrize("words", ["5 p.m.", "17:45", "about 5 p.m.", "noon", "third title", "first-degree"])
def test_what_is_written_down_is_read_again(words: str) -> None:
    figure = read_figure(words)
    assert figure is not None
    assert written(f"Her boat was held at {words}, her third title", figure) == words


def test_an_age_that_is_written_down_is_read_again() -> None:
    figure = read_figure(as_age("38"))
    assert figure is not None
    assert (figure.value, figure.unit) == (38, AGE)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("$4 million", 4e6, "USD"),
        ("at noon, 200 people", 200, ""),
        ("third-largest, 12 million people", 12e6, ""),
        ("fourth time in 3 years", 3, "year"),
        ("aged 38 metres", 38, "m"),
    ],
)
def test_other_figures_stay_what_they_are(words: str, value: float, unit: str) -> None:
    figure = read_figure(words)
    assert figure is not None
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("They voted 86-77 to pass it.", ("86-77", 9, "")),
        ("It was carried by 86 votes to 77.", ("86 votes to 77", 9, "")),
        ("The council rejected it by a vote of 51 to 49.", ("51 to 49", 2, "council")),
        ("The Senate voted 51\u201349 on Monday.", ("51\u201349", 2, "senate")),
        ("It came in a 218-213-1 vote.", ("218-213-1", 5, "")),
        ("It was approved 9-0 on Monday.", ("9-0", 9, "")),
        ("The 5-4 ruling stands.", ("5-4", 1, "")),
        ("The city approved 50-60 permits.", None),
        ("The city approved 50 to 60 permits.", None),
        ("They voted on 4-5 May.", None),
        ("They voted in 2-3 days.", None),
        ("Oruba won 3-0.", None),
        ("The vote on the 2015-16 budget was lost.", None),
    ],
)
def test_a_tally_of_votes_is_the_majority_it_makes(text: str, tally: tuple[str, float, str] | None) -> None:
    found = [(words, value, thing) for words, value, unit, thing in details(text) if unit == MAJORITY]
    assert found == ([tally] if tally else [])
    if tally:
        (figure,) = [one.quantity for one in find_details(text, [], []) if one.quantity.unit == MAJORITY]
        assert written(text, figure) == tally[0]


def test_a_person_writes_a_range_with_a_dash_and_a_tally_with_votes() -> None:
    read = [read_figure(text) for text in ("10-15", "86 votes to 77")]
    assert [figure and figure.unit for figure in read] == ["", MAJORITY]
