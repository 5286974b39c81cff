import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.language.normal_form import normal_form

TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("ab -\n“”’—\u00ad\u200b\u00a0é\u0301ﬁ…ßǰ각ｶﾞ"))
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Hello  World", "hello world"),
        ("“Reko\u00a0Diq” — it’s", '"reko diq" - it\'s'),
        ("mine-\nral", "mineral"),
        ("mine\u00ad\nral and so\u00adft", "mineral and soft"),
        ("US-\nPakistan, 50-\n60", "us-pakistan, 50-60"),
        ("one\n\ntwo", "one two"),
        ("a\u200b b", "a b"),
        ("ﬁne… Straße", "fine... strasse"),
        ("e\u0301te\u0301", "été"),
        ("x -- y", "x - y"),
        ("\u1100\u1161\u11a8", "각"),
        ("ｶﾞ", "ガ"),
        ("", ""),
    ],
)
def test_normal_form(text, normal):
    assert normal_form(text)[0] == normal


def test_superscripts_and_fractions_do_not_become_other_numbers():
    assert normal_form("10² and 1½")[0] == "10² and 1½"


@given(TEXTS)
def test_the_map_stays_inside_the_text_and_rises(text):
    normal, back = normal_form(text)
    offsets = [back.back(at) for at in range(len(normal) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
    assert list(back.derived) == sorted(set(back.derived))
    assert list(back.original) == sorted(back.original)


@given(TEXTS)
def test_each_part_of_the_normal_form_leads_to_what_it_was_made_from(text):
    normal, back = normal_form(text)
    for at, character in enumerate(normal):
        start = back.back(at)
        if character.isascii() and character.isalnum():
            # Expansions such as the ff of a ligature lead to it from each of their characters but the first,
            # which leads to its start, so one of the two neighbours must fold to it.
            beside = text[max(start - 1, 0) : start + 1]
            assert character in unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", beside).casefold())


@given(TEXTS)
def test_normalising_twice_changes_nothing_more_than_once(text):
    once = normal_form(text)[0]
    assert " ".join(normal_form(once)[0].split()) == " ".join(normal_form(normal_form(once)[0])[0].split())
    assert "  " not in once


@given(st.text(st.sampled_from("abc XYZ.,\n19"), max_size=60))
def test_plain_text_keeps_its_words(text):
    normal, _ = normal_form(text)
    assert normal.split() == text.casefold().split()


@pytest.mark.parametrize("row", ["\u0301\u0316" * 50_000, "-\n" * 100_000, "\u00ad" * 200_000, " -" * 100_000])
def test_hostile_rows_keep_an_exact_map(row):
    normal, back = normal_form(row)
    assert back.back(len(normal)) <= len(row)
