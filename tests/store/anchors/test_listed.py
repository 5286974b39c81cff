from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.language.normal_form import normal_form
from dossier.store.anchors.candidates import Places
from dossier.store.anchors.finding import QuoteFinder
from dossier.store.anchors.listed import ListedWords
from dossier.store.anchors.selectors import selector_for
from dossier.store.anchors.tokens import tokens_of
from tests.benchmarks.mutations.case import reading

WORDS = ["mine", "Mine", "8,000", "$1.3", "min\u00aderals", "it's", "—", "“more”", "a", "é", "-", ".\n\n", "x" * 3]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)


def listed(text):
    normal, origins = normal_form(text)
    row = tokens_of(text, normal, origins)
    return ListedWords(row, normal, Places(row))


def every(text, words):
    return [at for at in range(len(text)) if text.startswith(words, at)]


@given(TEXTS, st.data())
def test_the_list_finds_what_reading_finds(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = listed(text).exact(words)
    assert found is None or found == every(text, words)
    normal = normal_form(text)[0]
    wanted = normal_form(words)[0].strip()
    found = listed(text).normal(wanted)
    assert found is None or (wanted and found == every(normal, wanted))


def test_it_tells_where_whole_words_are_there_and_that_they_are_not():
    text = "a large copper mine, and a large copper port"
    assert listed(text).exact("a large copper") == [0, 25]
    assert listed(text).exact("a small copper mine") == []
    assert listed(text).exact("mine, and one more") == []
    assert listed(text).exact("ß") == []
    assert listed(text).exact("mine") is None


def test_a_long_text_gives_the_same_through_its_list(monkeypatch):
    text = " ".join(f"Sentence {n} says that mine {n * 7 % 50} is open." for n in range(300))
    changed = text.replace("mine 21 ", "mine 22 ").replace("Sentence 40 ", "Sentence  40 ")
    selectors = [selector_for(text, at, at + 45) for at in range(0, len(text) - 60, 90)]
    before = QuoteFinder(reading(changed)).find_all(selectors)
    monkeypatch.setattr("dossier.store.anchors.finding._LONG", 1000)
    monkeypatch.setattr("dossier.store.anchors.finding._MANY", 10)
    assert QuoteFinder(reading(changed)).find_all(selectors) == before
    assert len({one.anchor for one in before.values()}) > 2
