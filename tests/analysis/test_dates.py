from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.dates.dates import find_dates

FRIDAY = "2026-02-06"


@pytest.mark.parametrize(
    "text", ["In today's world, tariffs rise.", "Today’s global economy slows.", "tomorrow's leaders"]
)
def test_what_is_of_a_time_at_large_is_no_day(text: str) -> None:
    assert values(text) == []


def values(text: str, published: str = FRIDAY) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.value) for found in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ban takes effect from Monday.", "Monday", "2026-02-09"),
        ("Three days of mourning from Monday.", "Monday", "2026-02-09"),
        ("The ban took effect from Monday.", "Monday", "2026-02-02"),
        ("Flooding from Monday's storm eases.", "Monday", "2026-02-02"),
        ("They met at today's summit.", "today", "2026-02-06"),
        ("Signed on 2026-02-06 in Oslo", "2026-02-06", "2026-02-06"),
        ("He had left four days earlier", "four days earlier", ""),
        ("In the 2008-09 season they lost", "2008-09", "2008/2009"),
        ("Signed in 2008-07 in Oslo", "2008-07", "2008-07"),
        ("Posted 2026-02-06T10:30 by staff", "2026-02-06", "2026-02-06"),
        ("It fell on Feb 12, 2026.", "Feb 12, 2026", "2026-02-12"),
        ("Held on Thursday, February 12, 2026.", "Thursday, February 12, 2026", "2026-02-12"),
        ("It opened on Saturday , 8 October 2011 .", "Saturday , 8 October 2011", "2011-10-08"),
        ("on the 12th of February 2020", "12th of February 2020", "2020-02-12"),
        ("filed 10 Nov 11 at sea", "10 Nov 11", "2011-11-10"),
        ("since September this year", "September this year", "2026-09"),
        ("by late October 2025", "late October 2025", "2025-10"),
        ("a 12.5.2024 memo", "12.5.2024", "2024-05-12"),
        ("on 21/04/2016", "21/04/2016", "2016-04-21"),
        ("in Q3 2025", "Q3 2025", "2025-Q3"),
        ("the third quarter of 2025", "third quarter of 2025", "2025-Q3"),
        ("the second half of 2024", "second half of 2024", "2024-H2"),
        ("in fiscal 2024", "fiscal 2024", "2024"),
        ("in FY2024", "FY2024", "2024"),
        ("since the 1980s", "1980s", "198X"),
        ("in the mid-1990s", "mid-1990s", "199X"),
        ("in the 1970's", "1970's", "197X"),
        ("the nineties", "nineties", "199X"),
        ("the summer of 2019", "summer of 2019", "2019-SU"),
        ("between 2010 and 2014", "2010 and 2014", "2010/2014"),
        ("the 1998-2004 mandate", "1998-2004", "1998/2004"),
        ("for the 1997-98 season", "1997-98", "1997/1998"),
        ("on 12-14 May 2025", "12-14 May 2025", "2025-05-12/2025-05-14"),
        ("from May to July 2025", "May to July 2025", "2025-05/2025-07"),
        ("from November to January 2025", "November to January 2025", "2024-11/2025-01"),
        ("between Oct. 30 and Nov. 9", "Oct. 30 and Nov. 9", "2025-10-30/2025-11-09"),
        ("a late 19th-century mill", "late 19th-century", "18XX"),
        ("in the twenty-first century", "twenty-first century", "20XX"),
        ("the poet (1564-1616) wrote", "1564-1616", "1564/1616"),
        ("after the war of 1812 they", "1812", "1812"),
        ("the budget for FY 2023-24", "FY 2023-24", "2023/2024"),
        ("It rained earlier in the week.", "earlier in the week", "2026-W06"),
        ("Ankara said the Mar. 1 visit was on.", "Mar. 1", "2026-03-01"),
        ("restored on 4 November 02:00 GMT", "4 November", "2025-11-04"),
        ("They met on Wednesday.", "Wednesday", "2026-02-04"),
        ("They met on Friday.", "Friday", "2026-02-06"),
        ("They will meet on Monday.", "Monday", "2026-02-09"),
        ("On Monday, the court will hear both.", "Monday", "2026-02-09"),
        ("A trial was set for Tuesday.", "Tuesday", "2026-02-10"),
        ("The bond is payable Mar. 2.", "Mar. 2", "2026-03-02"),
        ("next Monday", "next Monday", "2026-02-09"),
        ("He left last Friday.", "last Friday", "2026-01-30"),
        ("Friday last week", "Friday last week", "2026-01-30"),
        ("on Tuesday night", "Tuesday night", "2026-02-03"),
        ("He said yesterday that", "yesterday", "2026-02-05"),
        ("this morning", "this morning", "2026-02-06"),
        ("last night", "last night", "2026-02-05"),
        ("the day before yesterday", "the day before yesterday", "2026-02-04"),
        ("this week", "this week", "2026-W06"),
        ("last month", "last month", "2026-01"),
        ("last year", "last year", "2025"),
        ("in early next year", "early next year", "2027"),
        ("three days ago", "three days ago", "2026-02-03"),
        ("twenty-five years ago", "twenty-five years ago", "2001"),
        ("a month ago", "a month ago", "2026-01"),
        ("it was over the weekend", "the weekend", "2026-W05-WE"),
        ("over the next 37 years", "the next 37 years", "2026/2063"),
        ("She spoke in December.", "December", "2025-12"),
        ("It opens in April and closes", "April", "2026-04"),
        ("Sales rose in the fourth quarter", "fourth quarter", "2025-Q4"),
        ("in the three months to September", "three months to September", "2025-07/2025-09"),
        ("in the year to March 2025", "the year to March 2025", "2024-04/2025-03"),
        ("in the last three months of 2024", "last three months of 2024", "2024-Q4"),
        ("in the first nine months of the year", "first nine months of the year", "2026-01/2026-09"),
        ("the first six months of 2024", "first six months of 2024", "2024-H1"),
        ("the third quarter of the 2024-25 fiscal year", "2024-25", "2024/2025"),
        ("He expects a deal by Tuesday.", "Tuesday", "2026-02-10"),
        ("on the twenty-second of June 2017", "twenty-second of June 2017", "2017-06-22"),
        ("September the twenty-first, 2017", "September the twenty-first, 2017", "2017-09-21"),
        ("He was held early Jan. 6 in Oslo", "Jan. 6", "2026-01-06"),
        ("between March and May 2025", "March and May 2025", "2025-03/2025-05"),
        ("March-May 2025", "March-May 2025", "2025-03/2025-05"),
        ("They ate on Christmas Day.", "Christmas Day", "2025-12-25"),
        ("They left on New Year's Eve.", "New Year's Eve", "2025-12-31"),
        ("They left on New Year’s Eve.", "New Year’s Eve", "2025-12-31"),
        ("At Christmas in 2019 he left.", "Christmas in 2019", "2019-12-25"),
        ("The 9/11 Commission met", "9/11", "2001-09-11"),
        ("They will meet on Labor Day.", "Labor Day", "2026-09-07"),
        ("They met last Thanksgiving.", "last Thanksgiving", "2025-11-27"),
        ("Memorial Day 2015 was wet", "Memorial Day 2015", "2015-05-25"),
        ("a law made after 9/11 and", "9/11", "2001-09-11"),
        ("the Sept. 11 attacks", "Sept. 11 attacks", "2001-09-11"),
    ],
)
def test_a_date_and_its_value(text, words, value):
    assert (words, value) in values(text)
    assert len(values(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The mine may last and troops march on",
        "May I ask?",
        "She was struck by a 2013 gray Toyota Camry",
        "her 2008 Bentley",
        "The 2012 Honda Civic was found",
        "in a silver 2009 Honda Civic",
        "by a 2013 gray Camry",
        "a shop at 2016 Vale Bridge Road in town",
        "in a 1950s-style diner",
        "May Smith, 45, and April Jones sang",
        "on 31 February",
        "45 March",
        "on 2026-02-31",
        "13/13/2026",
        "some 2000 people and 2,000 more",
        "paid $2024",
        "Flight 1955 left at 1900 GMT",
        "A run on Black Friday",
        "She spoke to World News Tonight about it",
        "told the Sunday Times",
        "a survey of 1709 schoolchildren",
        "the last five months of her life",
        "open every Monday and each July",
        "a battalion of 1500 men",
        "a 37-year-old, seven days a week",
        "he scored in the second half",
        "one second, a second chance",
        "version 1.2.3 at 10.30",
        "in 24/7 mode",
        "March 5,000 miles",
        "it lasted 37 years",
        "",
        "9" * 400,
    ],
)
def test_what_is_no_date(text):
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["They met on Monday.", "last year", "on February 4", "in December", "yesterday", "the next 37 years"]
)
def test_without_a_day_of_publication_it_stays_open(text):
    (found,) = find_dates(text)
    assert (found.value, found.low, found.high, found.certain) == ("", "", "", False)
    assert "not known" in found.why


def test_only_what_the_month_of_publication_settles_is_resolved():
    assert values("last year on Monday", "2026-02") == [("last year", "2025"), ("Monday", "")]
    assert values("last year, in December", "2026") == [("last year", "2025"), ("December", "")]


def test_in_an_undated_text_a_month_takes_the_year_told_just_before():
    found = find_dates("Earlier in March 2019 it rained. It stopped on March 4.")[1]
    assert (found.value, found.certain) == ("2019-03-04", False)
    assert "2019-03" in found.why


@pytest.mark.parametrize(
    "text", ["It opened in 2019. It closes on March 4.", "On 11 December 2019 it rained. It closes on March 4."]
)
def test_in_an_undated_text_a_day_takes_no_year_from_a_whole_year_or_a_later_day(text):
    found = find_dates(text)[1]
    assert (found.value, found.why) == ("", "the year is not known")


@pytest.mark.parametrize(
    "text", ["the 2008 Wall Street crash hurt", "a 2012 white paper on crime", "in 2016 Main Street shops closed"]
)
def test_a_year_before_a_name_or_a_colour_is_a_year(text):
    assert [value[:2] for _, value in values(text)] == ["20"]


def test_years_of_which_the_second_is_shortened():
    assert values("It grew from 2000-04 and again in 2014-03.") == [("2000-04", "2000/2004"), ("2014-03", "2014-03")]


def test_counted_from_the_date_before():
    text = "He quit on March 3, 2024. She left the next day."
    assert values(text)[1] == ("the next day", "2024-03-04")
    assert values("Profit was 5 in 2024, against 4 the year before.")[1] == ("the year before", "2023")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is due to open on Saturday.", "2026-02-07"),
        ("They were stuck, due to low light on Saturday.", "2026-01-31"),
    ],
)
def test_what_is_due_to_something_is_not_ahead(text, value):
    assert values(text, FRIDAY) == [("Saturday", value)]


def test_the_assumption_is_shown():
    (found,) = find_dates("They met on Wednesday.", FRIDAY)
    assert not found.certain
    assert found.why == "nearest Wednesday before 2026-02-06"
    (written,) = find_dates("They met on 4 February 2026.", FRIDAY)
    assert written.certain


def test_bounds():
    bounds = {found.value: (found.low, found.high) for found in find_dates("In 2024, late 2023, in March 2020", FRIDAY)}
    assert bounds["2024"] == ("2024-01-01", "2024-12-31")
    assert bounds["2020-03"] == ("2020-03-01", "2020-03-31")
    low, high = bounds["2023"]
    assert low > "2023-06-30"
    assert high == "2023-12-31"


def test_figures_whose_order_is_open_hold_both_readings():
    (found,) = find_dates("on 4/2/2026", FRIDAY)
    assert not found.certain
    assert (found.low, found.high) == ("2026-02-04", "2026-04-02")


def test_a_leap_day_without_a_year_is_in_a_leap_year():
    assert values("It snowed on 29 February.") == [("29 February", "2024-02-29")]


def test_offsets_are_of_the_whole_text():
    text = "On Monday. Then on Tuesday. Then on Sunday."
    assert [text[one.start : one.end] for one in find_dates(text, FRIDAY, 11, 27)] == ["Tuesday"]


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "2026-13-45", "soon", "9999", "0001-01"])
def test_no_day_of_publication_makes_it_fail(published):
    find_dates("next year, last century, in 90 decades, the next 9999 years, Monday, 5 May, in six weeks", published)


PIECES = st.sampled_from(
    [*"059 -/.,'\n", " May ", " of ", " last ", " the ", " year ", " ago", "th ", " Mon ", " 2019", "-12"]
)


@given(st.lists(PIECES).map("".join))
def test_any_text_gives_days_in_order(text):
    last = 0
    for found in find_dates(text, FRIDAY):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        if found.value:
            assert date.fromisoformat(found.low) <= date.fromisoformat(found.high)


@pytest.mark.parametrize("piece", ["May 5 ", '"', "the last 5 ", "1", "1-", "Monday to ", "in the ", "early ", "a "])
def test_time_grows_with_the_text_and_no_faster(piece):
    def spent(length: int) -> float:
        text = piece * (length // len(piece))
        begin = process_time()
        find_dates(text, FRIDAY)
        return process_time() - begin

    spent(1000)
    short, long = min(spent(6_000) for _ in range(3)), spent(48_000)
    assert long < 20 * short + 0.05


@pytest.mark.parametrize(
    "text", ["After 2019 Ford closed the plant", "ended before 2020, Ford said", "the 2024 Tesla results"]
)
def test_a_year_before_a_maker_is_a_year(text):
    assert [value[:2] for _, value in values(text)] == ["20"]


def test_a_week_of_a_month_is_a_part_of_it():
    (first,) = find_dates("in the first week of October 2025", FRIDAY)
    (last,) = find_dates("in the last week of February 2024", FRIDAY)
    assert (first.value, first.low, first.high) == ("2025-10", "2025-10-01", "2025-10-07")
    assert (last.value, last.low, last.high) == ("2024-02", "2024-02-23", "2024-02-29")


def test_what_only_bears_the_name_of_a_day_is_none():
    texts = (
        "The Thanksgiving dinner was late",
        "a Halloween costume",
        "They watched Fahrenheit 9/11.",
        "christmas day",
    )
    assert [values(text) for text in texts] == [[], [], [], []]


def test_a_day_with_a_name_stays_open_in_an_undated_text():
    (found,) = find_dates("They met on Christmas Eve.")
    assert (found.value, found.certain) == ("", False)


def test_a_figure_of_a_year_earlier_is_compared_with_one_of_today():
    text = "It will be built by the end of 2030. Sales fell to $3 million from $4 million a year earlier."
    assert values(text)[1] == ("a year earlier", "2025")
    assert values("It was built in 2019. A year earlier there was nothing.")[1] == ("A year earlier", "2018")
    assert values("It was founded in 2008. Profit was $12 million, up from $10 million a year earlier.")[1][1] == "2025"
    assert values("He won in 2008. He had moved to Spain a year earlier.")[1][1] == "2007"
    assert values("He won in 2008. He was released from prison a year earlier.")[1][1] == "2007"
    assert values("It made $5m in the first quarter of 2023. Sales rose from $4m a year earlier.")[1][1] == "2022"
    assert values("He will run in 2028, a year earlier than planned.") == [("2028", "2028")]
    assert values("He plans to stop in 2028. A year earlier, he will sell.")[1] == ("A year earlier", "2027")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ann Doe, who resigned on March 2, is back.", "2025-03-02"),
        ("Ann Doe said the March 2 meeting was open.", "2026-03-02"),
        ("It was scheduled on March 2.", "2026-03-02"),
        ("They will meet before the deadline of February 2.", "2026-02-02"),
        ("They will meet on April 2.", "2026-04-02"),
        ("She warned the owner of the planned harbour in January.", "2026-01"),
        ("The harbour is planned for January.", "2027-01"),
    ],
)
def test_the_year_that_is_meant(text: str, value: str) -> None:
    assert [one[1] for one in values(text)] == [value]


def test_a_morning_in_a_name_is_none():
    assert values("She was on CBS This Morning and on USA Today.") == []
