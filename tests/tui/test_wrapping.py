import re
from array import array
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import dossier.tui.wrapping as wrapping
from dossier.tui.wrapping import NARROW, Wrapped, wrap

PIECES = (
    *("a", "mine", "copper", "counterterrorism", "x" * 70, " ", " ", " ", "  ", "\n", "\n\n", "-", "“", "”", "…", "—"),
    *("日本", "銅と金の鉱山", "、", "。", "」", "\u3000", "한국", "ﾊﾝ"),
    *("👨‍👩‍👧", "👍🏽", "🇵🇰", "☎️", "❤", "e\u0301", "a\u0308\u0323"),
    *("שלום", "السلام", "\u0651", "क्षि", "ก็"),
    *("\u200d", "\ufe0f", "\u00ad", "\ufffd", "␛", "\u00a0", "\u2003", "\u202f"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
widths = st.integers(2, 100)
short = st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: "".join(pieces) + "word ")
"""What is repeated to a long text; no line of it is longer than a slice of 200."""
ASCII = st.lists(st.sampled_from(("a", "mine", "copper-gold", "x" * 45, " ", " ", "  ", "\n", "\n\n")), max_size=60)


def lines(text: str, starts: array) -> list[str]:
    return [text[a:b] for a, b in pairwise(starts)]


def assert_sound(text: str, starts: array) -> None:
    assert starts[0] == 0
    assert starts[-1] == len(text)
    assert all(a < b for a, b in pairwise(starts))
    for line in lines(text, starts):
        assert "\n" not in line[:-1]


@settings(max_examples=600)
@given(texts, widths)
def test_starts_rise_and_lines_hold_no_break(text: str, width: int) -> None:
    assert_sound(text, wrap(text, width))


@settings(max_examples=600)
@given(texts.filter(lambda t: not re.search("[\u00a0\u2003\u202f]|\u200d\u200d", t)), st.integers(8, 100))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    for line in lines(text, wrap(text, width)):
        assert cell_len(line.rstrip()) <= width


@settings(max_examples=300)
@given(texts, st.integers(8, 100))
@example("copper\u00a0ﾊﾝ", 8)
def test_no_line_is_wider_than_the_width_with_any_blank(text: str, width: int) -> None:
    for line in lines(text, wrap(text, width)):
        assert cell_len(line.rstrip()) <= width


def naive(text: str, width: int) -> list[int]:
    """Greedy: word by word, a word that is too long is cut at the width."""
    starts, at = [], 0
    for paragraph in re.findall(r"[^\n]*\n|[^\n]+\Z", text):
        body = paragraph.rstrip("\n")
        line, rest = 0, body
        while True:
            starts.append(at + line)
            rest = body[line:]
            if len(rest.rstrip(" ")) <= width:
                break
            cut = next((n for n in range(width, 0, -1) if rest[n] == " "), 0)
            line += cut + len(rest[cut:]) - len(rest[cut:].lstrip(" ")) if cut else width
        at += len(paragraph)
    return [*starts, len(text)] if text else [0]


@settings(max_examples=600)
@given(ASCII.map("".join), st.integers(2, 60))
def test_ascii_is_wrapped_greedily(text: str, width: int) -> None:
    assert list(wrap(text, width)) == naive(text, width)


@settings(max_examples=300)
@given(ASCII.map("".join), texts, st.integers(8, 60))
def test_paragraphs_do_not_depend_on_one_another(plain: str, odd: str, width: int) -> None:
    first, second = plain.replace("\n", " ") + "\n", odd
    apart = [*wrap(first, width)[:-1], *(n + len(first) for n in wrap(second, width))]
    assert list(wrap(first + second, width)) == apart


def test_what_counts_as_one_cell_is_one_cell() -> None:
    narrow = re.compile(f"[{NARROW}]")
    found = [chr(n) for n in range(0x20, 0x10000) if narrow.match(chr(n))]
    assert len(found) > 2000
    assert [c for c in found if cell_len(c) != 1] == []
    assert cell_len("".join(found)) == len(found)


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", " ", "   ", "a", "a\n", "\na"])
def test_little_texts(text: str) -> None:
    if text:
        assert_sound(text, wrap(text, 10))
    else:
        assert list(wrap(text, 10)) == [0]


def test_a_paragraph_of_blanks_and_words_keeps_its_words_together() -> None:
    text = "銅 and gold are mined in Balochistan"
    assert [line.rstrip() for line in lines(text, wrap(text, 12))] == ["銅 and gold", "are mined in", "Balochistan"]


def test_closing_marks_stay_with_what_they_close() -> None:
    text = "「銅山」、" * 20
    for line in lines(text, wrap(text, 16))[1:]:
        assert line[0] not in "」、"


# Long texts


@pytest.mark.parametrize(
    "text",
    ["e" + "\u0301" * 700_000, "x" + " " * 700_000 + "y", "\u200d" * 600_000, "w" * 900_000, "日" * 700_000],
    ids=["combining", "blanks", "joiners", "word", "wide"],
)
def test_lines_of_a_long_text_are_known_wherever_one_goes(text: str) -> None:
    made = Wrapped(text, 40, 0)
    for share in (0.0, 0.3, 0.999, 0.5):
        at = int(share * len(text))
        made.reach(at)
        assert made.covers(at)
        assert made.starts[0] <= at < made.starts[-1]
        assert all(a < b for a, b in pairwise(made.starts))


@settings(max_examples=60)
@given(st.integers(0, 399_999), st.integers(20, 100))
def test_lines_are_those_of_the_whole(at: int, width: int) -> None:
    """Where paragraphs are of human length."""
    text = "A paragraph of some twenty words that says what the others say, and no more than they do.\n\n" * 4_500
    made = Wrapped(text, width, at)
    whole = wrap(text, width)
    assert set(made.starts[:-1]) <= set(whole)


def test_a_long_text_is_first_wrapped_where_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = 0

    def counting(text: str, width: int, start: int = 0, stop: int | None = None) -> array:
        nonlocal seen
        seen += (len(text) if stop is None else stop) - start
        return wrap(text, width, start, stop)

    monkeypatch.setattr(wrapping, "wrap", counting)
    for text in ("word " * 400_000, "w" * 2_000_000, "日 " * 700_000):
        for anchor in (0, len(text) // 2, len(text) - 1):
            seen = 0
            made = Wrapped(text, 40, anchor)
            assert made.covers(anchor)
            assert 0 < seen <= 8 * wrapping.WINDOW
