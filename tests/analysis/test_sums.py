"""What agrees only after some arithmetic, and what is only shown beside it."""

import pytest

from dossier.analysis.agreement.sums import consistent
from dossier.analysis.quantities.reading import read_quantity


def read(*texts):
    return [read_quantity(text) for text in texts]


def test_ore_and_grade_are_metal():
    ore = read("5.9 billion tonnes of ore", "0.41 percent copper", "0.22 grams per tonne gold")
    found = consistent(ore, read("over 40 million ounces of gold", "50 billion pounds of copper"))
    assert [(one.agrees, one.words) for one in found] == [
        (
            True,
            "5.9 billion tonnes at 0.41 % copper = 24.2 million tonnes = 53 billion pounds, beside 50 billion pounds",
        ),
        (
            True,
            "5.9 billion tonnes at 0.22 g/t gold = 1,298 tonnes = 41.7 million ounces,"
            " beside at least 40 million ounces",
        ),
    ]


def test_the_sides_may_be_changed():
    ore, metal = read("2 billion tonnes of ore", "0.5 percent copper"), read("10 million tonnes of copper")
    assert [one.agrees for one in consistent(ore, metal)] == [True]
    assert consistent(ore, metal) == consistent(metal, ore)


def test_what_does_not_agree_is_shown_and_not_hidden():
    (found,) = consistent(read("2 billion tonnes of ore", "0.5 percent copper"), read("90 million tonnes of copper"))
    assert not found.agrees


def test_a_total_over_years_is_beside_a_yearly_figure():
    (found,) = consistent(read("$90 billion", "37 years"), read("USD 2.8 billion a year"))
    assert found.words == "90 billion USD over 37 years = 2.43 billion USD a year, beside 2.8 billion USD a year"


@pytest.mark.parametrize(
    ("figures", "others"),
    [
        ([], []),
        (["2 billion tonnes of ore"], ["10 million tonnes of copper"]),
        (["0.5 percent copper"], ["10 million tonnes of copper"]),
        (["2 billion tonnes of ore", "0.5 percent copper"], ["10 million tonnes of gold"]),
        (["2 billion tonnes of copper", "0.5 percent copper"], ["10 million tonnes of copper"]),
        (["2 billion tonnes of ore", "0.5 percent"], ["10 million tonnes of copper"]),
        (["$90 billion", "37 years"], ["$2.8 billion"]),
        (["$90 billion", "37 years"], ["€2.8 billion a year"]),
        (["37 years"], ["2 years"]),
    ],
)
def test_what_has_nothing_to_do_with_each_other(figures, others):
    assert consistent(read(*figures), read(*others)) == []
