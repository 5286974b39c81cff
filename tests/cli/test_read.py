import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dossier.cli.plain_article import _marked, _wrapped
from dossier.store.opening import open_dossier
from tests.cli.conftest import SEEDS, Run, is_one_line


@pytest.mark.parametrize("name", ["one", "one.txt", "1"])
def test_a_source_is_named_by_id_file_or_number(run: Run, folder: Path, name: str) -> None:
    done = run("read", name, str(folder), "--plain")
    assert done.code == 0
    assert done.out == run("read", "one", str(folder)).out
    assert done.out.startswith("The mine at Reko Diq\nno publisher named · no date\none.txt\n\n")


def test_a_file_in_a_subfolder_is_named_by_its_last_part_if_that_is_enough(run: Run, folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    (folder / "a" / "deep.txt").write_text("Deep text here.\n")
    assert "a/deep.txt" in run("read", "deep.txt", str(folder)).out
    (folder / "b" / "deep.txt").write_text("Deep text there.\n")
    done = run("read", "deep.txt", str(folder))
    assert done.code == 3
    assert "a/deep.txt, b/deep.txt" in done.err


def test_notes_give_the_words_of_the_others(run: Run, folder: Path) -> None:
    out = run("read", "one", str(folder)).out
    assert "It will create 8,000 jobs[1], Baker said." in out
    assert "a copper mine — “large”[2]." in out
    notes = out[out.index("\nNotes\n") :]
    assert "[1] The mine creates jobs.\n" in notes
    assert "    two: “creates 7,500 jobs” (7,500 jobs)\n" in notes
    assert "[2] The mine is large.\n    · single source\n    No other source states it.\n" in notes
    other = run("read", "two", str(folder)).out
    assert "one: “will create 8,000 jobs” (Natalie Baker; over 8,000 jobs; Feb 2026)" in other


def test_every_mark_has_its_note_and_every_note_its_mark(run: Run) -> None:
    for number in range(1, 6):
        text, _, notes = run("read", str(number), SEEDS).out.partition("\nNotes\n")
        marks = list(dict.fromkeys(re.findall(r"\[(\d+)\]", text)))
        assert marks == re.findall(r"^\[(\d+)\]", notes, re.MULTILINE)
        assert marks == [str(n + 1) for n in range(len(marks))]
        assert len(marks) > 3


def test_words_that_are_not_there_any_more_are_told(run: Run, folder: Path) -> None:
    (folder / "two.txt").write_text("Another text\n\nNothing of the sort.\n")
    assert "these words are not there" in run("read", "one", str(folder)).out
    out = run("read", "two", str(folder)).out
    assert "No claims are recorded" in out
    assert "Quoted from this article, but not found in it\n\n    The mine creates jobs.\n" in out


def test_boilerplate_is_marked_with_a_word(run: Run) -> None:
    assert "\n[boilerplate] icon-facebook" in run("read", "closer-ties", SEEDS).out
    assert "\n[pull quote] " in run("read", "golden-opportunity", SEEDS).out
    assert "\n[heading] " in run("read", "high-level-meeting", SEEDS).out


@pytest.mark.parametrize("width", [20, 33, 80, 200])
def test_no_line_is_wider_than_asked(run: Run, folder: Path, width: int) -> None:
    combined = "e\u0301" * 500
    (folder / "one.txt").write_text("漢字" * 300 + f"\n\n{combined}" + " 👩‍👩‍👧 " * 40 + "\n\n" + "x" * 5000, "utf-8")
    for source, path in (("one", str(folder)), ("golden-opportunity", SEEDS)):
        out = run("read", source, path, "--width", str(width)).out
        assert max(map(cell_len, out.splitlines())) <= width
        assert len(out.splitlines()) > 20


@pytest.mark.parametrize("source", ["1", "2", "3", "4", "5"])
def test_text_only_is_exactly_the_reading_text(run: Run, source: str) -> None:
    dossier = open_dossier(Path(SEEDS))
    expected = dossier.reading(dossier.sources[int(source) - 1].id).text
    assert run("read", source, SEEDS, "--plain", "--text-only").out == expected
    assert run("read", "--text-only", source, SEEDS).out == expected


def test_an_unknown_source_is_told_with_the_nearest(run: Run) -> None:
    done = run("read", "golden-oportunity", SEEDS)
    assert done.code == 3
    assert "did you mean golden-opportunity" in done.err
    assert is_one_line(done.err)
    for name in ("77", "0", "", "9" * 5000, "\x1b[31m", "٣"):
        done = run("read", name, SEEDS)
        assert (done.code, done.out) == (3, "")
        assert is_one_line(done.err)


def test_a_file_that_is_in_no_dossier_is_read_by_itself(
    run: Run, folder: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("read", "1", str(folder / "two.txt")).out
    assert expected.startswith("Another text\n")
    monkeypatch.chdir(empty)
    assert run("read", str(folder / "two.txt")).out == expected
    (empty / "notes").write_text("Some notes of mine.\n")
    assert "Some notes of mine." in run("read", "notes").out


def test_a_file_that_cannot_be_read_is_one_line(run: Run, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40)
    done = run("read", "bad", str(folder))
    assert (done.code, done.out) == (3, "")
    assert "bad.txt" in done.err
    assert is_one_line(done.err)
    listed = run("sources", str(folder))
    assert listed.code == 0
    assert "(cannot be read)" in listed.out
    assert run("sources", str(folder), "--json").code == 0
    assert "bad.txt" in run("check", str(folder)).out


def test_a_long_line_is_wrapped(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 200_000 + "x" * 1_000_000)
    out = run("read", "1", str(path), "--width", "100").out
    assert out.count("word") >= 200_000
    assert out.count("x") >= 1_000_000


@given(st.text(st.characters(exclude_categories=["C"], include_characters="\n"), max_size=300), st.integers(20, 90))
def test_wrapping_loses_nothing_but_white_space(text: str, width: int) -> None:
    lines = list(_wrapped(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text("ab []1", max_size=50), st.lists(st.integers(0, 60), max_size=5))
def test_marks_only_add(words: str, places: list[int]) -> None:
    ends = [(100 + place, n) for n, place in enumerate(sorted(places), 1)]
    marked = _marked(words, 100, ends)
    for n in range(len(places), 0, -1):
        head, _, tail = marked.rpartition(f"[{n}]")
        marked = head + tail
    assert len(marked) == len(words)


def test_suggested_claims_are_notes_where_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The bridge\n\nThe council of Port Vale closed the bridge on 4 March 2026.\n")
    plain = run("read", "one", str(tmp_path)).out
    assert "No claims are recorded for this article." in plain
    assert "--suggested" in plain
    told = run("read", "one", str(tmp_path), "--suggested").out
    assert "on 4 March 2026.[1]" in told
    assert "[1] (suggested) The council of Port Vale closed the bridge on 4 March 2026." in told
