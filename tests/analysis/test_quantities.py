from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.quantities.reading import read_quantity
from dossier.model.quantity import Quantity


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit", "thing", "qualifier"),
    [
        ("$1.3 billion", 1.3e9, 1.25e9, 1.35e9, "USD", "", ""),
        ("USD 1.25 billion", 1.25e9, 1.245e9, 1.255e9, "USD", "", ""),
        ("8,000 jobs", 8000, 7500, 8500, "", "jobs", ""),
        ("thousands of jobs", 1000, 1000, inf, "", "jobs", "at least"),
        ("tens of thousands of people", 1e4, 1e4, inf, "", "people", "at least"),
        ("hundreds of millions of dollars", 1e8, 1e8, inf, "USD", "", "at least"),
        ("37 years", 37, 36.5, 37.5, "year", "", ""),
        ("0.41 percent", 0.41, 0.405, 0.415, "%", "", ""),
        ("70 per cent", 70, 65, 75, "%", "", ""),
        ("29%", 29, 28.5, 29.5, "%", "", ""),
        ("more than $2 billion", 2e9, 2e9, inf, "USD", "", "at least"),
        ("5.9 billion tonnes", 5.9e12, 5.85e12, 5.95e12, "kg", "", ""),
        ("up to USD 6 trillion", 6e12, 0, 6e12, "USD", "", "at most"),
        ("up to an estimated 500 tons", 5e5, 0, 5e5, "kg", "", "at most"),
        ("260,000 tons", 2.6e8, 2.55e8, 2.65e8, "kg", "", ""),
        ("2-3 %", 2.5, 2, 3, "%", "", "range"),
        ("$2-3 billion", 2.5e9, 2e9, 3e9, "USD", "", "range"),
        ("between 2 and 3 million people", 2.5e6, 2e6, 3e6, "", "people", "range"),
        ("6,000 to 7,500 jobs", 6750, 6000, 7500, "", "jobs", "range"),
        ("€4m", 4e6, 3.5e6, 4.5e6, "EUR", "", ""),
        ("4 m", 4, 3.5, 4.5, "m", "", ""),
        ("about 300,000", 3e5, 2.5e5, 3.5e5, "", "", "about"),
        ("an estimated $90 billion", 9e10, 8.5e10, 9.5e10, "USD", "", "about"),
        ("About 2,000 participants", 2000, 1500, 2500, "", "participants", "about"),
        ("100+ companies", 100, 100, inf, "", "companies", "at least"),
        ("10 or more mines", 10, 10, inf, "", "mines", "at least"),
        ("less than 3 percent", 3, 0, 3, "%", "", "at most"),
        ("twenty-five countries", 25, 24.5, 25.5, "", "countries", ""),
        ("half a billion dollars", 5e8, 4.5e8, 5.5e8, "USD", "", ""),
        ("55-nation", 55, 54.5, 55.5, "", "nation", ""),
        ("4,5 %", 4.5, 4.45, 4.55, "%", "", ""),
        ("1.250.000 people", 1.25e6, 1.245e6, 1.255e6, "", "people", ""),
        ("1\u202f250\u202f000 people", 1.25e6, 1.245e6, 1.255e6, "", "people", ""),
        ("USD 2.8 billion a year", 2.8e9, 2.75e9, 2.85e9, "USD/year", "", ""),
        ("US$5bn", 5e9, 4.5e9, 5.5e9, "USD", "", ""),
        ("5 billion U.S. dollars", 5e9, 4.5e9, 5.5e9, "USD", "", ""),
        ("Rs 500 crore", 5e9, 4.5e9, 5.5e9, "rupee", "", ""),
        ("0", 0, 0, 0.5, "", "", ""),
    ],
)
def test_read_quantity(text, value, low, high, unit, thing, qualifier):
    found = read_quantity(text)
    assert found is not None
    assert (found.unit, found.thing, found.qualifier) == (unit, thing, qualifier)
    assert (found.value, found.low, found.high) == (pytest.approx(value), pytest.approx(low), pytest.approx(high))


def test_ounces_of_gold_are_troy_and_others_are_not():
    gold = read_quantity("over 40 million ounces of gold and 50 billion pounds of copper")
    plain = read_quantity("over 40 million ounces")
    assert gold is not None
    assert plain is not None
    assert gold.value == pytest.approx(40e6 * 0.0311034768)
    assert plain.value == pytest.approx(40e6 * 0.028349523125)
    assert (gold.unit, gold.thing, gold.high) == ("kg", "gold", inf)


def test_the_two_ways_to_say_how_much_copper_there_is_agree():
    stated = read_quantity("50 billion pounds of copper")
    assert stated is not None
    assert stated.low <= 5.9e12 * 0.0041 < stated.high


@pytest.mark.parametrize(
    "text", ["", "no figure", "February 4", "by 2028", "2028", "Wednesday", "2025-12-04", "May 9", "$", "a", "9" * 400]
)
def test_what_is_no_figure(text):
    assert read_quantity(text) is None


@given(st.text(max_size=80) | st.text(st.sampled_from("19,. -$€%mbk twothousandmillion overtoand"), max_size=120))
def test_any_text_gives_an_interval_around_its_value_or_nothing(text):
    found = read_quantity(text)
    assert found is None or (isinstance(found, Quantity) and found.low <= found.value <= found.high)


@given(st.integers(1, 10**9))
def test_a_number_lies_in_its_own_interval_and_so_does_what_rounds_to_it(number):
    found = read_quantity(f"{number:,} jobs")
    assert found is not None
    assert found.value == number
    assert found.low <= number < found.high
