import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.agreement.differences import differing_words


def emphasised(*quotes):
    found = differing_words(quotes)
    return [[quote[start:end] for start, end in spans] for quote, spans in zip(quotes, found, strict=True)]


def test_between_retellings_only_figures_differ():
    assert emphasised(
        "In December the United States pledged $1.3 billion for the Reko Diq copper and gold mine",
        "approval came for financing Reko Diq, a copper-gold project in Balochistan, with USD 1.25 billion",
        "the $1.25 billion loan with which the Export Import Bank finances the mine",
    ) == [["December", "$1.3 billion"], ["USD 1.25 billion"], ["$1.25 billion"]]


def test_between_near_copies_words_differ_too():
    assert emphasised(
        "The mine will create 8,000 jobs in Balochistan",
        "The mine will not create 8,000 jobs in Balochistan",
        "A mine will create 7,500 jobs in southern Punjab",
    ) == [["8,000"], ["not", "8,000"], ["7,500", "southern Punjab"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on February 4", "4 Feb"),
        ("29%", "29 percent"),
        ("$1.25 billion", "USD 1,250 million"),
        ("Baker’s loan", 'Baker\'s "loan"'),
        ("three countries", "3 countries"),
        ("fell about 60 metres", "fell about 200 feet"),
        ("fell about 60m", "fell about 200ft"),
        ("48 km off", "30 miles off"),
    ],
)
def test_the_same_said_in_another_way_is_not_emphasised(one, other):
    assert emphasised(one, other) == [[], []]


def test_another_figure_in_another_unit_is_emphasised():
    assert emphasised("fell 60 metres", "fell 500 feet") == [["60 metres"], ["500 feet"]]
    assert emphasised("fell 60 metres", "fell 61 metres") == [["60 metres"], ["61 metres"]]
    found = emphasised("fell 60 metres", "fell 200 feet", "fell 150 metres")
    assert found == [["60 metres"], ["200 feet"], ["150 metres"]]


def test_dates_differ():
    assert emphasised("on February 4, they met", "they sat down on 5 Feb 2026")[0] == ["February 4"]


def test_one_quote_and_none():
    assert differing_words([]) == []
    assert emphasised("$1.3 billion") == [[]]


@given(st.lists(st.text(st.sampled_from("ab1,.$% -JanMon\n’"), max_size=60), max_size=4))
def test_spans_are_in_order_and_inside(quotes):
    found = differing_words(quotes)
    assert len(found) == len(quotes)
    for quote, spans in zip(quotes, found, strict=True):
        last = 0
        for start, end in spans:
            assert last <= start < end <= len(quote)
            last = end


@given(st.text(max_size=80))
def test_equal_quotes_do_not_differ(quote):
    assert differing_words([quote, quote]) == [[], []]


def test_a_word_that_begins_with_digits_is_no_figure():
    assert emphasised("The 76ers fired the coach on Saturday", "The Sixers fired the coach on Saturday") == [
        ["76ers"],
        ["Sixers"],
    ]
