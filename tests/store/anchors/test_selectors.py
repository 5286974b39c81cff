import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.passage import Anchor, Selector
from dossier.store.anchors.finding import anchor
from dossier.store.anchors.selectors import selector_for
from dossier.store.anchors.snapshots import version_of
from tests.benchmarks.mutations.case import reading

TEXT = (
    "The mine at Reko Diq will create 8,000 jobs in the province, and it is to open in two years.\n\n"
    "The port at Gwadar will create 8,000 jobs in the province, and it is to open in three years."
)


def test_prefix_and_suffix_are_whole_words():
    start = TEXT.index("8,000")
    selector = selector_for(TEXT, start, start + 10)
    assert selector == Selector(
        "8,000 jobs", "The mine at Reko Diq will create ", " in the province, and it is to open", start
    )
    assert (selector.start, selector.end) == (start, start + 10)


def test_prefix_and_suffix_grow_until_nothing_else_stands_between_them():
    text = f"First. {'the same words again and again ' * 4}end. Then {'the same words again and again ' * 4}end."
    start = text.index("end.")
    selector = selector_for(text, start, start + 3)
    assert text.count(selector.prefix + selector.exact + selector.suffix) == 1
    assert len(selector.prefix) < 200
    assert anchor(selector, reading(text))[:3] == (Anchor.FOUND, start, start + 3)


def test_what_stands_twice_with_all_around_it_is_told_by_offset_and_version_only():
    text = "over and over " * 100
    start = text.index("over", 700)
    selector = selector_for(text, start, start + 4)
    assert len(selector.prefix) <= 200
    assert len(selector.suffix) <= 200
    assert anchor(selector, reading(text)).anchor is Anchor.AMBIGUOUS
    known = selector._replace(version=version_of(text))
    assert anchor(known, reading(text))[:3] == (Anchor.FOUND, start, start + 4)
    assert anchor(known, reading(f"more {text}")).anchor is Anchor.AMBIGUOUS


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 3), (0, 4), (4, 9)])
def test_a_span_that_is_none_is_refused(start, end):
    with pytest.raises(ValueError, match="no passage"):
        selector_for("abc", start, end)


@given(st.text(st.sampled_from("ab .\n"), min_size=1, max_size=120), st.data())
def test_any_passage_is_found_again_in_its_own_version(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = selector_for(text, start, end, version_of(text))
    assert text[start - len(selector.prefix) : end + len(selector.suffix)] == "".join(
        selector[1:2] + selector[:1] + selector[2:3]
    )
    inside = (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
    if not inside:
        assert anchor(selector, reading(text))[:3] == (Anchor.FOUND, start, end)
