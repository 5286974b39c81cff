"""Figures in running text. The sentences are invented."""

import re
from math import inf
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.quantities.reading import find_measures, find_numbers, find_quantities

GOLD_OUNCE = 0.0311034768


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "thing", "qualifier"),
    [
        ("The loan of $1.3 billion came late.", "$1.3 billion", 1.3e9, "USD", "", ""),
        ("They lent US$5bn in funding for it.", "US$5bn", 5e9, "USD", "funding", ""),
        ("It costs 5 billion U.S. dollars.", "5 billion U.S. dollars", 5e9, "USD", "", ""),
        ("We owe Rs 500 crore.", "Rs 500 crore", 5e9, "rupee", "", ""),
        ("a bill of MEUR 12 for", "MEUR 12", 12e6, "EUR", "", ""),
        ("it took 75 USD million.", "75 USD million", 75e6, "USD", "", ""),
        ("a profit of 80 billion pounds.", "80 billion pounds", 8e10, "GBP", "", ""),
        ("80 million pounds of public money went", "80 million pounds", 8e7, "GBP", "public money", ""),
        ("a vein with 80 pounds of tin", "80 pounds", 80 * 0.45359237, "kg", "tin", ""),
        ("a boar that weighed 80 pounds.", "80 pounds", 80 * 0.45359237, "kg", "", ""),
        ("four dollars and twenty cents", "four dollars and twenty cents", 4.2, "USD", "", ""),
        ("over 3 million ounces of gold and", "3 million ounces", 3e6 * GOLD_OUNCE, "kg", "gold", "at least"),
        ("over 3 million ounces of tea and", "3 million ounces", 3e6 * 0.028349523125, "kg", "tea", "at least"),
        ("holding 0.3 percent nickel and", "0.3 percent", 0.3, "%", "nickel", ""),
        ("and 0.2 grams per tonne gold.", "0.2 grams per tonne", 2e-7, "kg/kg", "gold", ""),
        ("earns $3 billion of exports a year", "$3 billion", 3e9, "USD/year", "exports", ""),
        ("earns $3 billion in annual exports", "$3 billion", 3e9, "USD/year", "exports", ""),
        ("a price of $70-a-share was", "$70-a-share", 70, "USD/share", "", ""),
        ("a 2,000-square-metre hall", "2,000-square-metre", 2000, "m²", "hall", ""),
        ("a ridge 60 miles north of the town", "60 miles", 60 * 1609.344, "m", "", ""),
        ("about 7,500 jobs in the north", "7,500", 7500, "", "jobs", "about"),
        ("with 30 million monthly active users.", "30 million", 3e7, "", "monthly active users", ""),
        ("four ships totaling", "four", 4, "", "ships", ""),
        ("some 900 local farm workers left", "900", 900, "", "local farm workers", "about"),
        ("thousands of jobs in", "thousands", 1000, "", "jobs", "at least"),
        ("several hundred people fled", "several hundred", 200, "", "people", "about"),
        ("two hundred and five villages", "two hundred and five", 205, "", "villages", ""),
        ("half a million people", "half a million", 5e5, "", "people", ""),
        ("a dozen trucks", "a dozen", 12, "", "trucks", ""),
        ("two and a half million tonnes", "two and a half million tonnes", 2.5e9, "kg", "", ""),
        ("It grew 5% and over the summer it fell.", "5%", 5, "%", "", ""),
        ("people aged 65 and over.", "65 and over", 65, "", "", "at least"),
        ("He has spent over 20 years in jail.", "20 years", 20, "year", "", "at least"),
        ("at a depth of more than 300 metres", "300 metres", 300, "m", "depth", "at least"),
        ("A mother of two died there.", "two", 2, "", "children", ""),
        ("They lived about a mile and a half away.", "a mile and a half", 1.5 * 1609.344, "m", "", "about"),
        ("It took an hour and a half.", "an hour and a half", 1.5 / 24, "day", "", ""),
        ("It took five or six years.", "five or six years", 5.5, "year", "", "range"),
        ("They have two or three dozen boats.", "two or three dozen", 30, "", "boats", "range"),
        ("It is late by between one and three years.", "one and three years", 2, "year", "", "range"),
        ("They cost $5 a share earlier.", "$5 a share", 5, "USD/share", "", ""),
        ("Drivers over 70 years must renew.", "70 years", 70, "year", "", "at least"),
        (
            "fell to 3 million barrels a day earlier this week",
            "3 million barrels a day",
            3e6 * 158.987294928,
            "l/day",
            "",
            "",
        ),
        ("a 15, 800 - square - metre hall", "15, 800 - square - metre", 15800, "m²", "hall", ""),
        ("A magnitude-6.1 earthquake struck", "6.1", 6.1, "", "magnitude", ""),
        ("The 6.1-magnitude quake struck", "6.1", 6.1, "", "magnitude", ""),
        ("with a magnitude of 6.2 it was", "6.2", 6.2, "", "magnitude", ""),
        ("at a depth of about 35 km it was", "35 km", 35_000, "m", "depth", "about"),
        ("They met for two-and-a-half days.", "two-and-a-half days", 2.5, "day", "", ""),
        ("up from 7.5 GW a year earlier", "7.5 GW", 7.5e9, "W", "", ""),
        ("down from $4.9 billion a year earlier", "$4.9 billion", 4.9e9, "USD", "", ""),
        ("gusts of 90 km per hour", "90 km per hour", 25, "m/s", "", ""),
        ("Plants of 3 kW or more pay.", "3 kW", 3000, "W", "", "at least"),
        ("For people aged one year and above", "one year", 1, "year", "", "at least"),
        ("repaid over 18 years.", "18 years", 18, "year", "", ""),
        ("over its life, over the 25-year life", "25-year", 25, "year", "life", ""),
        ("It burned for over 18 years.", "18 years", 18, "year", "", "at least"),
        ("He lives half a mile north.", "half a mile", 804.672, "m", "", ""),
        ("after three quarters of an hour in", "three quarters of an hour", 1 / 32, "day", "", ""),
        ("They rose by half a percent.", "half a percent", 0.5, "%", "", ""),
        ("sales fell 20pc in", "20pc", 20, "%", "", ""),
        ("at 12st 4lb he fought", "12st 4lb", 172 * 0.45359237, "kg", "", ""),
        ("who weighs 15 stone.", "15 stone", 210 * 0.45359237, "kg", "", ""),
        ("born at 5lb 6oz.", "5lb 6oz", 86 * 0.028349523125, "kg", "", ""),
        ("a 6-foot-2 guard", "6-foot-2", 74 * 0.0254, "m", "guard", ""),
        ("he is 5 ft 2 in tall.", "5 ft 2 in", 62 * 0.0254, "m", "", ""),
        ("sold dkk 100 million of bonds", "dkk 100 million", 1e8, "DKK", "bonds", ""),
        ("They owe Mex$ 10 million.", "Mex$ 10 million", 1e7, "MXN", "", ""),
        ("for 700 Kenya shillings.", "700 Kenya shillings", 700, "KES", "", ""),
        ("for 9,000 Turkmen manats.", "9,000 Turkmen manats", 9000, "TMT", "", ""),
        ("about three in ten voters said", "three in ten", 30, "%", "voters", "about"),
        ("two-thirds of voters said", "two-thirds", 200 / 3, "%", "voters", ""),
        ("half the country is", "half", 50, "%", "country", ""),
        ("up to 30 per cent of the ore", "30 per cent", 30, "%", "ore", "at most"),
        ("an area of 12 sq km was", "12 sq km", 12e6, "m²", "", ""),
        ("they fell about 600m while climbing", "600m", 600, "m", "", "about"),
        ("a wave 14m high broke", "14m", 14, "m", "high", ""),
        ("Subscribers fell by 2m people in", "2m", 2e6, "", "people", ""),
        ("Profit fell 60m euros.", "60m euros", 6e7, "EUR", "", ""),
        ("The bank lost 5m north of the border", "5m", 5e6, "", "", ""),
        ("It killed 12 Palestinians. Dr. Ahmed Saleh came", "12", 12, "", "palestinians", ""),
        ("About 12 Wall Street banks failed.", "12", 12, "", "wall street banks", "about"),
        ("It made 200 tonnes a year before the fire", "200 tonnes a year", 2e5, "kg/year", "", ""),
        ("a loss of 60m over the year", "60m", 6e7, "", "", ""),
        ("with 60m customers in", "60m", 6e7, "", "customers", ""),
        ("a rope of 60 m (200 ft) for", "60 m", 60, "m", "", ""),
        ("he had three days a year after", "three days", 3, "day", "", ""),
        ("pay of $3,000 a year after tax", "$3,000 a year", 3000, "USD/year", "", ""),
        ("a lamp of 200 W on Vale Street", "200 W", 200, "W", "", ""),
        ("they had 12 AK 47 guns in it", "12", 12, "", "ak-47", ""),
        ("they had six AK 47 rifles in it", "six", 6, "", "ak-47", ""),
        ("they had 14 AK-47 rifles in it", "14", 14, "", "ak-47", ""),
        ("a 62-metre-high tower", "62-metre", 62, "m", "high", ""),
        ("a tower of 62 metres tall", "62 metres", 62, "m", "high", ""),
        ("a 3.5-inch pipe", "3.5-inch", 3.5 * 0.0254, "m", "pipe", ""),
        ("a wall of 5 feet 2 inches.", "5 feet 2 inches", 62 * 0.0254, "m", "", ""),
        ("at 90 miles per hour", "90 miles per hour", 90 * 0.44704, "m/s", "", ""),
        ("40 gigawatt-hours of power", "40 gigawatt-hours", 4e10, "Wh", "power", ""),
        ("lost 2-3 % of it", "2-3 %", 2.5, "%", "it", "range"),
        ("between 2 and 4 million people", "2 and 4 million", 3e6, "", "people", "range"),
        ("pupils, 18-to-24-year-olds", "18-to-24-year", 21, "year", "olds", "range"),
        ("fell by minus five percent", "minus five percent", -5, "%", "", ""),
    ],
)
def test_a_figure_in_a_sentence(text, words, value, unit, thing, qualifier):
    found = find_quantities(text)
    assert [text[one.start : one.end] for one in found] == [words]
    quantity = found[0].quantity
    assert quantity.value == pytest.approx(value)
    if thing != "it":
        assert (quantity.unit, quantity.thing, quantity.qualifier) == (unit, thing, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1987 and closed by 2028.",
        "They met on February 4, 2026, and on 5 March.",
        "On Sept. 12 and May 9 they met.",
        "The talks ran from 4 to 6 February.",
        "It was seen at 1230 hours and again by 0900 hours.",
        "It starts at 9:30 and ends at 6 p.m. or 7pm.",
        "Call +1-222-333-4444 or 0300 1234567 now.",
        "Under Article 370 and Section 12, see No. 5.",
        "She flew on a Boeing 737 with a G20 aide and an F-16.",
        "the 21st brigade, the twenty-first century, the third term",
        "See https://example.org/2024/30%25 and a90@example.org today.",
        "1. Open the lid",
        "They won 3-2 at home.",
        "It was one of the best and no one saw it.",
        "Mary Smith, 45, said so.",
        "in the 1990s, in his 50s",
        "a four-way race",
        "the second half of the game",
        "an update to version 1.2.3 came",
        "They met at 200 W. Vale Blvd. and at 1600 Oruba Hill Avenue.",
        "on May 26,2003 and in 1994,1996,1999",
        "since the attacks of 9 / 11 and on 12 / 03 / 2009",
        "The new 5G network is not the old 4G.",
        "They sell a 4K television.",
        "Ines won the 10K race.",
        "In 2018 South Korea won, and in 2010 Brazil real wages grew.",
        "half a second chance",
        "a 2013 second-round pick",
        "on the 1st or the 21st",
        "in the second half of a day",
    ],
)
def test_what_has_digits_and_is_no_quantity(text):
    assert [text[one.start : one.end] for one in find_quantities(text)] == []


def test_a_change_is_two_figures_and_a_range_is_one():
    changed = "It rose from 5 percent to 7 percent."
    ranged = "It is anywhere from 5 percent to 7 percent."
    assert [one.quantity.value for one in find_quantities(changed)] == [5, 7]
    assert [(one.quantity.low, one.quantity.high) for one in find_quantities(ranged)] == [(5, 7)]


def test_a_rate_at_the_end_of_a_list_holds_for_the_list():
    text = "It yields 20 tonnes of copper and 300 ounces of gold annually, and holds 9 tonnes of tin."
    assert [one.quantity.unit for one in find_quantities(text)] == ["kg/year", "kg/year", "kg"]


def test_intervals_say_how_precise_a_figure_is():
    one, other, least = find_quantities("They named $1.3 billion, one in five, and more than 60 boats.")
    assert (one.quantity.low, one.quantity.high) == (pytest.approx(1.25e9), pytest.approx(1.35e9))
    assert (other.quantity.low, other.quantity.high) == (pytest.approx(15), pytest.approx(25))
    assert (least.quantity.low, least.quantity.high) == (60, inf)


def test_only_what_stands_between_the_ends_is_read_and_offsets_are_those_of_the_text():
    text = "– First 5 boats. Then 7 “cars” and 9 huts."
    found = find_quantities(text, 16, 32)
    assert [(text[one.start : one.end], one.quantity.thing) for one in found] == [("7", "")]


def test_a_line_is_not_read_on_into_the_next():
    assert find_quantities("Up 29%\nMinerals rose")[0].quantity.thing == ""
    assert find_quantities("creating 7,500\njobs there")[0].quantity.thing == "jobs"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one hundred and three and two thirds", [103 + 2 / 3]),
        ("twenty-one trillion and three hundred", [21e12 + 300]),
        ("minus five point five", [-5.5]),
        ("five over twenty-five", [0.2]),
        ("2.5 x 10^3 and 2^-1", [2500, 0.5]),
        ("4 thousand 3 hundred and 21", [4321]),
        ("40 000 or 1 250 000", [40000, 1.25e6]),
        ("¾ of 2½", [0.75, 2.5]),
        ("a F16 on a 29km road", []),
        ("on 4 May 1999", [4, 1999]),
    ],
)
def test_numbers_of_any_kind(text, values):
    assert [value for _, _, value in find_numbers(text)] == pytest.approx(values)


def test_measures_keep_the_unit_that_was_written():
    found = find_measures("It is 10 1/2 miles and $5 a share")
    assert [(one.value, one.unit.name if one.unit else one.money) for one in found] == [(10.5, "mile"), (5, "USD")]


WORDS = """7 1,500 2.5 .5 1/2 ½ $ USD % of a and in to - 's . , ( ) “ one twenty half third hundred million dozen tonnes
pounds gold per year few several thousands minus over about people the 2026 May https://a.b °C km ² " percent"""
PIECES = st.sampled_from([*re.findall(r"\S+", WORDS), "\n"])


@given(st.text(max_size=80) | st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join))
def test_any_text_gives_ordered_spans_and_intervals_around_values(text):
    end = 0
    for one in find_quantities(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        assert one.quantity.low <= one.quantity.value <= one.quantity.high
    end = 0
    for start, stop, _ in find_numbers(text):
        assert end <= start < stop <= len(text)
        end = stop


@pytest.mark.parametrize(
    "piece",
    [
        "one and ",
        "two-",
        "1,111,",
        '5" ',
        "half of a ",
        "5 of of ",
        "1/2/",
        "- -5",
        "tens of thousands of ",
        "9",
        "a.b@",
    ],
)
def test_hostile_text_takes_linear_time(piece):
    def price(length: int) -> float:
        text = piece * (length // len(piece))
        begin = process_time()
        find_quantities(text)
        return process_time() - begin

    price(1000)
    assert price(64_000) < 16 * price(8_000) + 0.2


def test_a_sentence_of_a_million_letters_is_read_to_its_end():
    text = "word " * 200_000 + "of 7,500 jobs"
    assert [one.quantity.value for one in find_quantities(text)] == [7500]


def test_a_number_of_four_hundred_digits_is_none():
    assert find_quantities("9" * 400 + " jobs") == []


def test_an_age_is_told_to_the_year():
    (age,), (term,) = find_quantities("a 50-year-old man"), find_quantities("a 50-year lease")
    assert (age.quantity.low, age.quantity.high) == (49.5, 50.5)
    assert (term.quantity.low, term.quantity.high) == (45, 55)
    (old,) = find_quantities("a 40,000-year-old flute")
    assert (old.quantity.low, old.quantity.high) == (35_000, 45_000)


@pytest.mark.parametrize(
    "text", ["It was 5% (5% in 2012).", "Sales were $5m ($5m in May).", "He ran 12 miles (12 miles in May)."]
)
def test_the_same_figure_in_brackets_is_another_one(text):
    assert len(find_quantities(text)) == 2


def test_a_size_is_a_part_of_the_name_of_a_model():
    (large, small) = (find_quantities(f"The {size}-inch Orla Pro came in May.") for size in (15, 13))
    assert (large[0].quantity.thing, small[0].quantity.thing) == ("15-inch orla pro", "13-inch orla pro")
    assert find_quantities("It grew a 15-inch stem in May.")[0].quantity.thing == "stem"


def test_a_time_behind_a_count_is_not_what_is_counted():
    counts = [one.quantity for one in find_quantities("It rose to 23 from 14 two days earlier.")]
    assert [(one.value, one.unit, one.thing) for one in counts] == [(23, "", ""), (14, "", ""), (2, "day", "")]


def test_times_and_counts_behind_a_name_are_counted():
    (times,) = find_quantities("He stabbed Tina Reyes 17 times.")
    (count,) = find_quantities("She is charged with one count of murder.")
    assert (times.quantity.value, count.quantity.value, count.quantity.thing) == (17, 1, "count")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It was sold for €99 ($112) per tonne.", ["EUR/kg", "USD/kg"]),
        ("It was sold for €99 (about $112) per tonne.", ["EUR/kg", "USD/kg"]),
        ("They got a grant of €99 ($112) a year later.", ["EUR", "USD"]),
        ("They paid €99 (see page 4) for it.", ["EUR"]),
    ],
)
def test_a_sum_in_two_currencies_has_one_rate(text: str, units: list[str]) -> None:
    assert [one.quantity.unit for one in find_quantities(text)] == units
