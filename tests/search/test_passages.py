import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.search.folding import fold
from dossier.search.occurrences import has, pattern
from dossier.search.passages import TYPING, WHOLE, Bounds, beside, find_passages, marks
from dossier.search.places import Places
from dossier.search.query import Term, parse_query
from dossier.search.together import best_joined, paragraph_borders


def found(text: str, query: str, typing: bool = False, limit: int = 100) -> list[str]:
    spans = find_passages(fold(text), parse_query(query, typing), Bounds(limit, limit))
    return [text[start:end] for start, end in spans]


def places(text: str, query: str, typing: bool = False) -> list[tuple[int, int]]:
    return list(find_passages(fold(text), parse_query(query, typing), Bounds(100, 100)))


def test_a_word_is_whole() -> None:
    assert places("mine mines undermine Mine's mine", "mine") == [(0, 4), (21, 25), (28, 32)]


def test_a_prefix_is_at_a_word_start() -> None:
    assert places("mine mines undermine", "min*") == [(0, 3), (5, 8)]
    assert places("mine mines undermine", "min", typing=True) == [(0, 3), (5, 8)]


def test_accents_and_case_do_not_matter() -> None:
    assert found("Café CAFE cafés", "cafe") == ["Café", "CAFE"]


def test_phrase_across_white_space() -> None:
    text = "Reko Diq, Reko  Diq, Reko\nDiq, Reko\u00a0Diq, Reko, Diq"
    assert found(text, '"reko diq"') == ["Reko Diq", "Reko  Diq", "Reko\nDiq", "Reko\u00a0Diq"]


def test_phrase_ends_with_a_whole_word_unless_it_is_open() -> None:
    assert found("Reko Diqs", '"reko diq"') == []
    assert found("Reko Diqs", '"reko di', typing=True) == ["Reko Di"]


def test_figures_and_signs() -> None:
    text = "$1.3 billion, $1.35 billion, 11.3"
    assert found(text, "$1.3") == ["$1.3"]
    assert found(text, "1.3") == ["1.3"]
    assert found("the U.S. and US", "U.S.") == ["U.S"]


def test_markdown_emphasis_is_no_part_of_a_word() -> None:
    assert found("_gold_ and **gold**", "gold") == ["gold", "gold"]


def test_scripts_without_spaces_are_found_within() -> None:
    assert found("巴基斯坦的铜矿", "铜矿") == ["铜矿"]


def test_neighbouring_words_are_one_passage() -> None:
    assert found("The Reko Diq mine. Reko is far.\n\nDiq", "reko di", typing=True) == ["Reko Di"]


def test_words_are_looked_for_in_one_paragraph_first() -> None:
    text = "gold here\n\ncopper there\n\ngold and copper"
    assert places(text, "gold copper") == [(25, 29), (34, 40)]


def test_words_in_different_paragraphs_are_passages_each() -> None:
    assert found("gold here\n\ncopper there", "gold copper") == ["gold", "copper"]


def test_every_word_must_be_there() -> None:
    assert found("gold here", "gold silver") == []


def test_refused_words_and_phrases() -> None:
    assert found("gold and copper", "gold -copper") == []
    assert found("gold and coppers", "gold -copper") == ["gold"]
    assert found("gold of Reko\nDiq", 'gold -"reko diq"') == []


def test_limit() -> None:
    assert len(found("gold " * 500, "gold", limit=7)) == 7
    assert found("gold", "gold", limit=0) == []
    assert len(find_passages("gold " * 20_000, parse_query("gold"))) == WHOLE.single


def test_nothing_asked_nothing_found() -> None:
    assert found("gold", "") == []
    assert found("gold", "-copper") == []


def test_many_misses_before_a_hit() -> None:
    text = "undermine " * 3_000 + "mine"
    assert places(text, "mine") == [(30_000, 30_004)]
    assert has(text, Term("mine"))
    assert not has(text, Term("mines"))


def test_a_long_line_of_spaces_after_a_word() -> None:
    text = "reko" + " " * 1_000_000 + "x" + "reko " * 1_000
    assert found(text, '"reko diq"') == []


def test_marks_are_single_terms() -> None:
    folded = "gold and copper, gold"
    assert marks(folded, parse_query("copper gold"), 0, 16) == ((0, 4), (9, 15))


def test_beside_keeps_what_shares_a_paragraph() -> None:
    text = "gold Munir\n\ngold\n\ngold and Munir"
    gold = [(0, 4), (12, 16), (18, 22)]
    assert beside(text, gold, [(5, 10), (27, 32)]) == [(0, 4), (18, 22)]
    assert beside(text, gold, []) == []


WORDS = st.sampled_from(["a", "aa", "ab", "ab-a", "b", "ba", "1.5", "_a_", "é", "\n\n", " ", ",", "中"])


@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from(["a", "aa", "ab", "a*", "ab-a", "1.5", "b*", "中"]))
def test_quick_and_plain_search_agree(text: str, word: str) -> None:
    folded = fold(text)
    term = parse_query(word).terms[0]
    expected = [match.span() for match in pattern(term).finditer(folded)]
    assert find_passages(folded, parse_query(word)) == expected
    assert has(folded, term) == bool(expected)


@given(st.lists(WORDS, max_size=60).map("".join), st.sampled_from(["a b", "ab a*", '"a b" a', "a b ba"]))
def test_passages_are_in_order_and_apart(text: str, asked: str) -> None:
    spans = find_passages(fold(text), parse_query(asked))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize("query", ["gold", "gold copper", '"gold copper"', "gold*"])
def test_empty_text(query: str) -> None:
    assert find_passages("", parse_query(query)) == []


def plainly(folded: str, asked: str) -> list[tuple[int, int]]:
    """Several words, looked for by expressions in one paragraph after the other."""
    terms = parse_query(asked).terms
    spans: list[tuple[int, int]] = []
    start = 0
    for paragraph in re.split("(?<=\n\n)", folded):
        end = start + len(paragraph)
        each = [
            [(*found.span(), 1 << n) for found in pattern(term).finditer(folded, start, end)]
            for n, term in enumerate(terms)
        ]
        if all(each):
            spans += best_joined(folded, sorted(place for places in each for place in places))
        start = end
    return spans


@given(
    st.lists(WORDS, max_size=60).map("".join),
    st.sampled_from(["a b", "ab a*", '"a b" a', "a b ba", "aa a", "1.5 a", "ab-a b", "中 a"]),
)
def test_quick_and_plain_search_for_several_words_agree(text: str, asked: str) -> None:
    folded = fold(text).replace("\n\n\n", "\n\n")
    expected = plainly(folded, asked)
    assert expected == list(find_passages(folded, parse_query(asked))) or not expected


def test_a_word_within_very_many_words_among_several() -> None:
    text = "undermined " * 5_000 + "mine and gold\n\nmine gold"
    assert found(text, "mine gold") == ["mine", "gold", "mine gold"]
    assert found(text, "mine") == ["mine", "mine"]


def test_there_are_bounds_for_a_key_press() -> None:
    folded = "gold and copper\n\n" * 6_000
    for asked in ("gold", "gold copper"):
        query = parse_query(asked)
        assert len(find_passages(folded, query, TYPING)) == TYPING.of(query)
        assert len(find_passages(folded, query)) == min(WHOLE.of(query), 12_000) if " " in asked else 6_000


def test_borders_are_where_paragraphs_begin() -> None:
    folded = "one\n\ntwo\nthree\n\n" + "four\n\n" * 3_000
    borders = paragraph_borders(folded)
    assert [folded[start : start + 4] for start in borders[:3]] == ["two\n", "four", "four"]
    assert len(borders) == folded.count("\n\n")
    query = parse_query("two three")
    assert find_passages(folded, query, borders=borders) == find_passages(folded, query) == [(5, 14)]


def test_places_are_a_sequence_of_spans() -> None:
    places = Places.of([(1, 3), (5, 9), (11, 12)])
    assert (len(places), places[1], places[-1], places[:2]) == (3, (5, 9), (11, 12), [(1, 3), (5, 9)])
    assert places == [(1, 3), (5, 9), (11, 12)]
    assert places != [(1, 3)]
    assert Places.of_length([1, 5], 2) == ((1, 3), (5, 7))
    assert not Places.of(())


def test_a_phrase_that_goes_on_in_the_next_paragraph_is_not_in_this_one() -> None:
    assert found("gold and reko\n\ndiq\n\ngold of reko diq", '"reko diq" gold') == ["gold", "reko diq"]
