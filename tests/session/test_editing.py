import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.session.editing import JOINERS, LONGEST, LineEditor

KEYS = (
    *("backspace", "ctrl+h", "delete", "ctrl+d", "ctrl+w", "alt+backspace", "ctrl+u", "ctrl+k", "left", "ctrl+b"),
    *("right", "ctrl+f", "ctrl+left", "home", "ctrl+a", "end", "ctrl+e"),
)
steps = st.one_of(
    st.sampled_from(KEYS),
    st.tuples(st.just("insert"), st.text(max_size=12)),
    st.tuples(st.just("insert"), st.sampled_from(("  ", "日本 語", "a\tb", "x\ny\r\nz", "\x1b[31mred", "👨‍👩‍👧"))),
)


@settings(max_examples=300)
@given(st.lists(steps, max_size=40))
def test_text_and_cursor_stay_consistent(typed: list[str | tuple[str, str]]) -> None:
    line = LineEditor()
    for step in typed:
        text, at = line.text, line.cursor
        before, after = text[:at], text[at:]
        if isinstance(step, tuple):
            line.insert(step[1])
            assert line.text.startswith(before)
            assert line.text.endswith(after)
            assert line.cursor == len(line.text) - len(after)
        else:
            assert line.key(step)
            expected = expected_after(step, before, after)
            assert (line.text[: line.cursor], line.text[line.cursor :]) == expected
        assert 0 <= line.cursor <= len(line.text) <= LONGEST
        assert all(c.isprintable() or c in JOINERS for c in line.text)


def expected_after(key: str, before: str, after: str) -> tuple[str, str]:
    """What stands before and after the cursor, by the book."""
    # the word before the cursor reaches back to a blank; other white space does not part words
    back = len(before.rstrip())
    start = before.rfind(" ", 0, back) + 1
    match key:
        case "backspace" | "ctrl+h":
            return before[:-1], after
        case "delete" | "ctrl+d":
            return before, after[1:]
        case "ctrl+w" | "alt+backspace":
            return before[:start], after
        case "ctrl+u":
            return "", after
        case "ctrl+k":
            return before, ""
        case "left" | "ctrl+b":
            return before[:-1], before[-1:] + after
        case "right" | "ctrl+f":
            return before + after[:1], after[1:]
        case "ctrl+left":
            return before[:start], before[start:] + after
        case "home" | "ctrl+a":
            return "", before + after
    return before + after, ""


@pytest.mark.parametrize(
    ("text", "left"),
    [("one two", "one "), ("one two   ", "one "), ("one", ""), ("   ", ""), (" one", " "), ("a  b", "a  "), ("", "")],
)
def test_a_word_is_deleted(text: str, left: str) -> None:
    line = LineEditor()
    line.set(text)
    line.key("ctrl+w")
    assert (line.text, line.cursor) == (left, len(left))


def test_what_is_typed_takes_the_place_of_what_was_given() -> None:
    line = LineEditor()
    line.set("given")
    line.insert("new")
    assert (line.text, line.cursor) == ("new", 3)
    line.set("given")
    line.key("end")
    line.insert(" more")
    assert line.text == "given more"
    line.set("given")
    line.key("backspace")
    assert line.text == ""


def test_line_breaks_become_blanks_and_controls_go() -> None:
    line = LineEditor()
    line.insert("one\ntwo\r\nthree\x1b[31m\x07\u202e")
    assert line.text == "one two three[31m"


def test_what_is_too_long_is_dropped() -> None:
    line = LineEditor()
    line.insert("x" * 10_000)
    line.insert("y")
    assert line.text == "x" * LONGEST
    line.set("z" * 5000)
    assert (len(line.text), line.cursor) == (LONGEST, LONGEST)


@pytest.mark.parametrize("key", ["enter", "escape", "f2", "ctrl+p", "up", "a", ""])
def test_other_keys_are_not_taken(key: str) -> None:
    line = LineEditor("text", 2)
    assert not line.key(key)
    assert (line.text, line.cursor) == ("text", 2)
