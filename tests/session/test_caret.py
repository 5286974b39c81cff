"""Choosing words with the keyboard."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.ingest.reading import read_bytes
from dossier.model.passage import Passage
from dossier.session.caret import Caret, whole_words, word_at

TEXT = "The harbour closes. It opens again in May.\n\nNobody said why.\n"


def reading(text=TEXT):
    return read_bytes(text.encode(), "a.txt", "a")[1]


def words(caret, text):
    return text[caret.passage.start : caret.passage.end]


def test_it_goes_by_words_and_stays_at_the_ends():
    here = reading()
    caret = Caret.at(here, "a", 5)
    assert words(caret, here.text) == "harbour"
    caret.to_word(here.text, 1)
    assert words(caret, here.text) == "closes."
    caret.to_word(here.text, -2)
    assert words(caret, here.text) == "The"
    caret.to_word(here.text, -1)
    assert words(caret, here.text) == "The"
    caret.to_word(here.text, 100)
    assert words(caret, here.text) == "why."


def test_it_chooses_from_the_mark_in_both_directions():
    here = reading()
    caret = Caret.at(here, "a", 5)
    caret.toggle_mark()
    caret.to_word(here.text, 1)
    assert words(caret, here.text) == "harbour closes."
    caret.swap()
    caret.to_word(here.text, -1)
    assert words(caret, here.text) == "The harbour closes."
    caret.toggle_mark()
    assert words(caret, here.text) == "The"


def test_it_takes_sentences():
    here = reading()
    caret = Caret.at(here, "a", 22)
    caret.take_sentence(here)
    assert words(caret, here.text) == "It opens again in May."
    caret.to_sentence(here, 1)
    assert words(caret, here.text).endswith("Nobody said why.")
    caret = Caret.at(here, "a", 50)
    caret.to_sentence(here, -1)
    assert words(caret, here.text) == "It" or words(caret, here.text) == "Nobody"


def test_it_begins_with_what_is_chosen_already():
    here = reading()
    caret = Caret.at(here, "a", 0, Passage("a", 4, 18))
    assert words(caret, here.text) == "harbour closes."


@given(st.text("a b\n.", max_size=30), st.integers(-3, 40), st.lists(st.sampled_from("lrsmpx"), max_size=12))
def test_whatever_is_pressed_it_stays_in_the_text(text, offset, keys):
    here = reading(text)
    caret = Caret.at(here, "a", offset)
    for key in keys:
        if key in "lr":
            caret.to_word(here.text, 1 if key == "r" else -1)
        elif key == "s":
            caret.take_sentence(here)
        elif key == "m":
            caret.toggle_mark()
        elif key == "p":
            caret.to_sentence(here, 1)
        else:
            caret.swap()
        assert 0 <= caret.passage.start <= caret.passage.end <= len(here.text)


@given(st.text("a b\n", max_size=20), st.integers(0, 25))
def test_a_word_has_no_white_space(text, offset):
    start, end = word_at(text, offset)
    assert not any(char.isspace() for char in text[start:end])


@given(st.text(alphabet="ab. \n", max_size=30), st.data())
def test_a_selection_never_cuts_a_word(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = whole_words(text, start, end)
    assert (low, high) == (start, end) if start == end else low <= start < end <= high
    if start < end:
        assert low == 0 or text[low - 1].isspace() or text[low].isspace()
        assert high == len(text) or text[high].isspace() or text[high - 1].isspace()
        assert not any(char.isspace() for char in text[low:start] + text[end:high])


def test_a_word_without_end_does_not_grow_for_ever():
    assert whole_words("x" * 10_000, 5_000, 5_001) == (4_800, 5_201)


def test_space_begins_anew_where_words_were_given():
    here = reading()
    caret = Caret.at(here, "a", 0, Passage("a", 0, 11))
    assert words(caret, here.text) == "The harbour"
    caret.toggle_mark()
    assert words(caret, here.text) == "harbour"
    caret.to_word(here.text, 1)
    assert words(caret, here.text) == "harbour closes."
