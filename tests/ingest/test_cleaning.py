import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.ingest.cleaning import clean, clean_line

SIGNS = "\r\n\t\0\x1b\x85\u2028\u200b\u202e\u2066\ufeff\U000e0041a b"
HOSTILE = st.text(st.one_of(st.sampled_from(SIGNS), st.characters()))
"""Any code points, lone surrogates too, with many of those that matter here."""


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a b"),
        ("\0\x01\x1f\x7f", "␀␁␟␡"),
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb\u2066c\u2069d\u200ee\u061cf\u200bg\ufeffh", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh"),
        ("\U000e0041", "\ufffd"),
        ("\u200bWords here. \ufeff\n\u200b\nmore", " Words here.  \n \nmore"),
        ("\ud800x", "\ufffdx"),
        ("[sic] [/b] [@click=app.quit]", "[sic] [/b] [@click=app.quit]"),
        ("می‌روم 👨‍👩‍👧 ❤️", "می‌روم 👨‍👩‍👧 ❤️"),
        ("e\u0301 ﬁ\xa0\xad", "e\u0301 ﬁ\xa0\xad"),
    ],
)
def test_what_is_shown(raw: str, shown: str) -> None:
    assert clean(raw)[0] == shown


@given(HOSTILE)
def test_nothing_that_acts_is_left(text: str) -> None:
    cleaned, _ = clean(text)
    kept = set("\u200c\u200d\xad")  # joiners and the soft hyphen
    for c in cleaned:
        category = unicodedata.category(c)
        assert category != "Cs"
        assert category != "Cc" or c == "\n"
        assert unicodedata.bidirectional(c) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        assert c in kept or c not in "\u200b\u200e\u200f\u061c\ufeff\u2060"


@given(HOSTILE)
def test_every_character_leads_back_to_its_own(text: str) -> None:
    cleaned, offsets = clean(text)
    for at, c in enumerate(cleaned):
        raw = text[offsets.back(at)]
        assert raw == c or clean(raw)[0] == c or (raw in "\u200b\u2060\ufeff" and c == "\ufffd")
    assert offsets.back(len(cleaned)) == len(text)


@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned)[0] == cleaned


def test_the_map_has_pieces_only_where_lengths_differ() -> None:
    assert len(clean("a\tb\x1b\n" * 1000)[1].derived) == 0
    assert len(clean("a\r\nb" * 1000)[1].derived) == 1001


def test_metadata_is_one_line() -> None:
    assert clean_line(" a\r\n\tb\x1b ") == "a b␛"
