from hypothesis import given
from hypothesis import strategies as st

from dossier.ingest.blocks import SEPARATOR, assemble, spans
from dossier.ingest.cleaning import clean
from dossier.ingest.draft import Draft, Paragraph
from dossier.ingest.paragraphs import paragraphs
from dossier.ingest.tracing import Trace, compose
from dossier.model.offsets import OffsetMap

from .readings import read

TEXT = st.text(st.one_of(st.sampled_from(" \n\r\t\xad\0.aé新"), st.characters()), max_size=120) | st.lists(
    st.sampled_from(["\r\n", "\n", "  ", "\xad", "word", " and", "\xa0", "\u2028", "新", "\xad\n"])
).map("".join)
"""Any code points, with many line ends, runs of spaces and soft hyphens."""


def assembled(text: str) -> tuple[str, list[tuple[int, int]], OffsetMap]:
    cleaned, origins = clean(text)
    texts, _, offsets = assemble(Draft(cleaned, origins, paragraphs(cleaned)))
    return SEPARATOR.join(texts), list(spans(texts)), offsets


@given(TEXT)
def test_every_character_leads_back_to_its_own(text: str) -> None:
    reading, blocks, offsets = assembled(text)
    for start, end in blocks:
        for at in range(start, end):
            raw = clean(text[offsets.back(at)])[0]
            assert raw == reading[at] or (raw, reading[at]) in (("\n", " "), (" ", "\ufffd"))


@given(TEXT)
def test_blocks_are_in_order_and_hold_every_word(text: str) -> None:
    reading, blocks, _ = assembled(text)
    at = 0
    for start, end in blocks:
        assert start == at
        assert start < end
        assert reading[start:end] == reading[start:end].strip()
        assert "\n" not in reading[start:end]
        assert "  " not in reading[start:end]
        at = end + len(SEPARATOR)
    assert at == (len(reading) + len(SEPARATOR) if blocks else 0)
    words = "".join(reading.split())
    assert words == "".join(clean(text)[0].replace("\xad", "").split())


@given(TEXT)
def test_offsets_rise_and_stay_in_the_file(text: str) -> None:
    reading, _, offsets = assembled(text)
    backs = [offsets.back(at) for at in range(len(reading) + 1)]
    assert backs == sorted(backs)
    assert all(0 <= back <= len(text) for back in backs)
    assert list(offsets.derived) == sorted(set(offsets.derived))
    assert list(offsets.original) == sorted(offsets.original)


@given(TEXT)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert assembled(text) == assembled(text)


@given(st.lists(st.booleans(), max_size=40), st.lists(st.booleans(), max_size=40))
def test_composed_maps_lead_where_both_lead(first: list[bool], second: list[bool]) -> None:
    inner, kept = _selection(first, len(first))
    outer, _ = _selection(second, kept)
    both = compose(outer, inner)
    for at in range(sum(second[:kept])):
        assert both.back(at) == inner.back(outer.back(at))


def _selection(keep: list[bool], length: int) -> tuple[OffsetMap, int]:
    """The map of a text made of the chosen characters of another."""
    trace = Trace()
    derived = 0
    for at, kept in enumerate(keep[:length]):
        if kept:
            trace.add(derived, at)
            derived += 1
    return trace.map(), derived


def test_soft_hyphens_go_and_join_lines() -> None:
    cleaned, origins = clean("co\xadoperation at the line\xad\nend and the other-\nside")
    draft = Draft(cleaned, origins, [Paragraph(0, len(cleaned))])
    assert assemble(draft)[0] == ["cooperation at the lineend and the other- side"]


def test_lines_of_scripts_without_spaces_join_without_one() -> None:
    text = "政府は新しい\n規則を発表"
    assert assemble(Draft(text, OffsetMap(), [Paragraph(0, len(text))]))[0] == ["政府は新しい規則を発表"]


def test_cuts_leave_no_second_space() -> None:
    draft = Draft("  a ** b **", OffsetMap(), [Paragraph(0, 11, cuts=((4, 6), (9, 11)))])
    texts, _, offsets = assemble(draft)
    assert texts == ["a b"]
    assert [offsets.back(at) for at in range(3)] == [2, 3, 7]


def test_paragraphs_without_text_disappear() -> None:
    draft = Draft("a**b", OffsetMap(), [Paragraph(0, 1), Paragraph(1, 3, cuts=((1, 3),)), Paragraph(3, 4)])
    texts, kept, offsets = assemble(draft)
    assert texts == ["a", "b"]
    assert [p.start for p in kept] == [0, 3]
    assert offsets.back(3) == 3


def test_pieces_grow_with_what_was_changed_and_not_with_the_text() -> None:
    one, ten = ("word " * 100_000, "word " * 1_000_000)  # 5 MB
    assert len(read(one)[1].origins.derived) == len(read(ten)[1].origins.derived) <= 2
    folded = [len(read("one  two three four " * n)[1].origins.derived) for n in (1_000, 2_000)]
    assert folded[1] <= 2 * folded[0]
    source, reading = read(ten)
    assert len(reading.blocks) == 1
    assert source.length == len(ten) - 1
