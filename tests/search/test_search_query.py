from hypothesis import given
from hypothesis import strategies as st

from dossier.search.query import LONGEST_QUERY, Field, Query, Term, parse_query


def test_words_are_folded_and_each_once() -> None:
    assert parse_query("Café mine CAFE").terms == (Term("cafe"), Term("mine"))


def test_star_makes_a_prefix() -> None:
    assert parse_query("min* gold").terms == (Term("min", prefix=True), Term("gold"))


def test_last_word_is_a_prefix_only_while_typing() -> None:
    assert parse_query("gold min", typing=True).terms == (Term("gold"), Term("min", prefix=True))
    assert parse_query("gold min ", typing=True).terms == (Term("gold"), Term("min"))
    assert parse_query("gold min").terms == (Term("gold"), Term("min"))


def test_phrases_lose_extra_space() -> None:
    assert parse_query('"Reko \t Diq" x').terms == (Term("reko diq", phrase=True), Term("x"))


def test_curly_quotes_make_a_phrase() -> None:
    assert parse_query("“reko diq”").terms == (Term("reko diq", phrase=True),)


def test_open_phrase_goes_on_while_typing() -> None:
    assert parse_query('"reko di', typing=True).terms == (Term("reko di", prefix=True, phrase=True),)
    assert parse_query('"reko di"', typing=True).terms == (Term("reko di", phrase=True),)
    assert parse_query('"reko di').terms == (Term("reko di", phrase=True),)


def test_refused_words_and_phrases() -> None:
    query = parse_query('gold -copper -"reko diq"', typing=True)
    assert query.terms == (Term("gold"),)
    assert query.refused == (Term("copper"), Term("reko diq", phrase=True))


def test_hyphen_within_a_word_refuses_nothing() -> None:
    assert parse_query("US-Pakistan").terms == (Term("us-pakistan"),)


def test_fields() -> None:
    query = parse_query('source:3 entity:"Reko Diq" -source:Geo jobs')
    assert query.fields == (Field("source", "3"), Field("entity", "reko diq"), Field("source", "geo", refused=True))
    assert query.terms == (Term("jobs"),)


def test_field_without_value_is_left_out() -> None:
    assert parse_query('source: entity:"" gold', typing=True) == Query('source: entity:"" gold', (Term("gold", True),))


def test_unknown_field_is_a_word() -> None:
    assert parse_query("by:munir").terms == (Term("by:munir"),)


def test_signs_alone_ask_for_nothing() -> None:
    for text in ("", "   ", "-", "- -", '"', '""', '"" -""', "*", "&", "—", '-"'):
        assert not parse_query(text, typing=True), text


def test_refusing_alone_asks_for_nothing() -> None:
    assert not parse_query("-gold")
    assert not parse_query("-source:geo")
    assert parse_query("source:geo")


def test_punctuation_around_a_word_is_no_part_of_it() -> None:
    assert parse_query("(gold, [sic] U.S. $1.3").terms == (Term("gold"), Term("sic"), Term("u.s"), Term("$1.3"))


def test_a_megabyte_is_cut() -> None:
    query = parse_query("gold " * 200_000)
    assert query.terms == (Term("gold"),)
    assert len(query.text) == LONGEST_QUERY


def test_many_terms_are_cut() -> None:
    assert len(parse_query(" ".join(f"w{n}" for n in range(200))).terms) == 16


@given(st.text(st.one_of(st.characters(), st.sampled_from('-":* sourcentiy')), max_size=60), st.booleans())
def test_nothing_raises(text: str, typing: bool) -> None:
    query = parse_query(text, typing)
    assert query.text == text
    assert all(term.text and term.text == term.text.strip() for term in query.terms + query.refused)
