"""Whatever a folder holds: no traceback, nothing live on the screen, and no byte of a person's files changed."""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from dossier.session.layout import Shelf

from .folders import FILES, HARBOUR, hashes, write
from .screens import Desk, desk

EVERYTHING = (
    *("c", "C", "e", "o", "tab", "down", "enter", "tab", "tab", "s", "S", "space", "G", "g", "m"),
    *("apostrophe", "escape", "f3", "f2", "f4", "f2", "f5", "f2", "f6", "f2", "t", "escape"),
    *("slash", *"the", "down", "enter", "n", "H", "z", "z"),
)
"""Keys that lead through every part of the screen."""


async def use(at: Desk) -> None:
    """Go everywhere; every screen on the way is checked."""
    for key in EVERYTHING:
        await at.press(key)
    for size in ((20, 5), (1, 1), (80, 24)):
        await at.resize(*size)
    await at.press("f6")


async def survive(folder: Path, size: tuple[int, int] = (120, 40)) -> None:
    before = hashes(folder if folder.is_dir() else folder.parent)
    async with desk(folder, size) as at:
        await use(at)
    assert hashes(folder if folder.is_dir() else folder.parent) == before


async def test_an_empty_folder(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    async with desk(folder, (80, 24)) as at:
        assert "Nothing to read here yet" in at.text()
        assert "dossier PATH" in at.text()
        await at.press("c", "s", "slash", "tab", "down", "G", "enter", "o", "y", "v", "x", "z", "m")
        await at.press("question_mark", "escape")
        assert "There is nothing to read here yet" not in at.text()
        for size in ((20, 5), (1, 1), (80, 24)):
            await at.resize(*size)


async def test_the_views_of_an_empty_folder(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    await survive(folder, (80, 24))
    await survive(folder, (20, 5))


async def test_a_folder_with_an_empty_file(tmp_path: Path) -> None:
    await survive(write(tmp_path / "x", {"a.txt": "", "b.txt": "\n\n \n", "c.md": "#"}))


async def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    path = write(tmp_path / "x", FILES) / "1-harbour.txt"
    async with desk(path) as at:
        assert "1 source" in at.lines()[0]
        assert "Harbour to double in size" in at.text()
    await survive(path)


async def test_what_is_no_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "x", FILES)
    (folder / "folder.txt").mkdir()
    (folder / "nowhere.txt").symlink_to(folder / "missing.txt")
    (folder / "outside.txt").symlink_to("/etc/hostname")
    (folder / "round.txt").symlink_to(folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
    async with desk(folder) as at:
        assert "3 sources" in at.lines()[0]
        await at.press("f6")
        assert "nowhere.txt" in at.text()
        assert "the link leads nowhere" in at.text()
        await at.press("f2")
        await use(at)


async def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    """Its line in the list says so; nobody can read it, and nothing stumbles over it."""
    files = {"a.txt": HARBOUR, "b.txt": b"\x7fELF" + bytes(range(256)) * 20, "c.txt": HARBOUR}
    folder = write(tmp_path / "x", files)
    before = hashes(folder)
    async with desk(folder) as at:
        assert "1 problem" in at.lines()[0]
        await at.press("f5")
        assert "looks like a binary file" in at.text()
        await at.press("f2", "s")
        assert "looks like a binary file" in at.text()
        await use(at)
    assert hashes(folder) == before


async def test_only_a_file_that_is_no_text(tmp_path: Path) -> None:
    await survive(write(tmp_path / "x", {"b.txt": b"\x7fELF" + bytes(range(256)) * 20}))


NUL = "Nulls\n\nThe text has \0 a null, and the\0 more.\n"
ESCAPES = (
    "\x1b]0;owned\x07Escape \x1b[31mred\x1b[0m\n\nThe text \x1b[2J clears, \x9b31m acts, \x1b]8;;http://x\x1b\\links, "
    "\x1b]52;c;aGk=\x07 and \x07 rings \x08\x08\x7f the \x0e bell \x85 here.\n"
)
MARKUP = (
    "[@click=app.quit]Leave[/] [sic] and [/b]\n\n"
    "The minister [sic] said [bold red]nothing[/] of [@click=app.quit]it[/@click] [link=x]the[/link] [/b] $var.\n"
)
BIDI = (
    "Turned \u202etxet\u202c round\n\n"
    "The \u202eevil\u202c \u2066text\u2069 \u200fis \u200bhere\ufeff \u2028and\u2029 there.\n"
)


@pytest.mark.parametrize(
    "content",
    [
        NUL.encode(),
        b"Broken\n\nThe bytes \xff\xfe\xc3( \xf0\x28\x8c\xbc are no UTF-8 \xe2\x82.\n",
        ESCAPES.encode(),
        MARKUP.encode(),
        BIDI.encode("utf-8", "surrogatepass"),
        ("Zalgo " + "o\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 400 + "\n\nThe rest.\n").encode(),
        b"\xff\xfe" + "UTF-16\n\nThe text is wide.\n".encode("utf-16-le"),
        b"\xef\xbb\xbf\xef\xbb\xbfTwo marks\r\n\r\nThe lines\rend\vin\fmany\x85ways.\r\n",
        ("The " + "word" * 5000 + "\n").encode(),
        ("The\t\ttabs\n\n\u00a0\u2003\u3000of every\u00a0kind" + "\u00a0x" * 200 + "\u65e5\n").encode(),
    ],
    ids=["nul", "utf8", "escapes", "markup", "bidi", "zalgo", "utf16", "line-ends", "word", "blanks"],
)
async def test_a_hostile_text(content: bytes, tmp_path: Path) -> None:
    await survive(write(tmp_path / "x", {"a.txt": content, "b.txt": HARBOUR}), (80, 24))


async def test_markup_is_shown_as_it_is_written(tmp_path: Path) -> None:
    async with desk(write(tmp_path / "x", {"a.txt": MARKUP})) as at:
        assert "[@click=app.quit]Leave[/] [sic] and [/b]" in at.text()
        assert "The minister [sic] said" in at.text()
        for words in ("[@click=app.quit]Leave", "app.quit]it"):
            await at.click_text(words, 20 if "Leave" in words else 10)
        assert not at.app._exit


HOSTILE_WORDS = [
    pytest.param("\x1b[31mred\x1b[0m", id="escape"),
    pytest.param("[@click=app.quit]x[/]", id="click"),
    pytest.param("[sic] [/b]", id="sic"),
    pytest.param("\u202eevil\u202c", id="bidi"),
    pytest.param(
        "o\u0301\u0302\u0303\u0304\u0305" * 60,
        id="zalgo",
    ),
]


@pytest.mark.parametrize("words", HOSTILE_WORDS)
async def test_hostile_names_everywhere(words: str, tmp_path: Path) -> None:
    """In the file's name, the folder's, the titles, the front matter, and every text of the YAML files."""
    named = f"n {words} n".replace("/", "_")[:60]
    quoted = "".join(f"\\u{ord(c):04x}" if not c.isprintable() else c for c in words)
    files = {
        f"{named}.txt": f"{words} title\n\nBy {words}\n\nThe text {words} is here.\n",
        "b.md": f'---\ntitle: "{quoted}"\nauthor: "{quoted}"\n---\n\nThe text {words}.\n',
        "dossier.yaml": f'title: "{quoted}"\ndescription: "{quoted}"\nsources:\n'
        f'  - file: "gone {quoted}"\n'
        f'    title: "{quoted}"\n  - {{file: b.md, publisher: "{quoted}", why: "{quoted}"}}\n',
        "entities.yaml": f'- {{id: e, name: "{quoted}", kind: person, note: "{quoted}"}}\n'
        f'- {{name: "The text", kind: thing, aliases: ["{quoted}"]}}\n- {{name: "The", kind: "{quoted}"}}\n',
        "claims.yaml": f'- id: "{quoted}"\n  text: "{quoted}"\n  about: [e, "{quoted}"]\n  note: "{quoted}"\n'
        f'  verdict: "{quoted}"\n  evidence:\n'
        f'    - {{source: b.md, quote: "The text", value: "{quoted}", speaker: "{quoted}", date: "{quoted}"}}\n'
        f'    - {{source: b.md, quote: "{quoted} not there"}}\n    - {{source: "{quoted}", quote: "x"}}\n'
        f'  "{quoted}": 1\n',
    }
    await survive(write(tmp_path / named, files))


@pytest.mark.parametrize("words", ["\x1b[31mred\x1b[0m", "\u202eevil\u202c", "\x9b31m"])
async def test_the_name_of_an_empty_folder_is_hostile(words: str, tmp_path: Path) -> None:
    folder = tmp_path / f"a {words} b"
    folder.mkdir()
    async with desk(folder, (80, 24)) as at:
        assert "Nothing to read here yet" in at.text()


# YAML

LAUGHS = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghijklmnopqrst"))

PROBLEMS = {
    "syntax": ("entities.yaml", "- name: [Ada\n  kind: person\n", ""),
    "tag": ("entities.yaml", "- name: !!python/object/apply:os.system [echo]\n  kind: person\n", ""),
    "laughs": ("claims.yaml", LAUGHS, ""),
    "outside": ("dossier.yaml", "sources:\n  - file: ../../etc/passwd\n    title: x\n", "outside the dossier folder"),
    "duplicate": ("claims.yaml", "- {id: a, text: One}\n- {id: a, text: Two}\n", "stands twice"),
    "dangling": ("claims.yaml", "- {text: One, about: [nobody], evidence: [{source: none, quote: x}]}\n", "nobody"),
    "not-found": ("claims.yaml", "- text: One\n  evidence: [{source: 1-harbour, quote: words that are nowhere}]\n", ""),
    "wrong-kind": ("claims.yaml", "text: a mapping, no list\n", ""),
    "binary": ("claims.yaml", "\x00\x01\x02", ""),
    "tabs": ("entities.yaml", "-\tname: x\n\t- y\n", ""),
}


@pytest.mark.parametrize("name", PROBLEMS)
async def test_yaml_that_cannot_be_used_is_listed_and_the_articles_open(name: str, tmp_path: Path) -> None:
    file, content, said = PROBLEMS[name]
    folder = write(tmp_path / "x", {**FILES, file: content})
    before = hashes(folder)
    async with desk(folder) as at:
        assert "problem" in at.lines()[0]
        assert "Harbour to double in size" in at.text()
        await at.press("f6")
        assert file in at.text()
        assert said in at.text()
        assert "→" in at.text()  # what to do about it
        await at.press("f2")
        await use(at)
    assert hashes(folder) == before


# Long lines


def reads(at: Desk) -> list[str]:
    return [line for line in at.lines() if "word" in line]


async def test_one_line_of_5_mb(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The start. " + "word " * 1_000_000 + "the end.", encoding="utf-8")
    async with desk(path) as at:
        assert "The start." in at.text()
        await at.press("space", "space", "down")
        assert reads(at)
        await at.press("G")
        assert "the end." in at.text()
        await at.press("b", "g")
        assert "The start." in at.text()
        await at.resize(80, 24)
        await at.press("slash", *"end", "enter")
        assert at.spot == "end"


async def test_one_line_of_50_mb(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"The start. " + b"word " * 10_000_000 + b"the end.")
    async with desk(path) as at:
        assert "The start." in at.text()
        await at.press("space", "G")
        assert "the end." in at.text()


LONG_LINES = ["x" * 2_000_000, "\u65e5" * 700_000, "e" + "\u0301" * 1_000_000, "\u200d" * 400_000]


@pytest.mark.parametrize("content", LONG_LINES, ids=["word", "wide", "combining", "joiners"])
async def test_lines_without_a_blank(content: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(content, encoding="utf-8")
    async with desk(path, (40, 12)) as at:
        await at.press("space", "G", "up", "g")


# Columns

EDGES = (
    "A👨‍👩‍👧b 日本語 🇵🇰 e\u0301a\u0308 שלום עולם السلام عليكم क्षि ก็ ☎\ufe0f 👍🏽 "
    "ﾊﾝ \u0301x \u00a0日\u00a0本 （銅）、「金」。 한국어 x\u200dy\ufe0f. "
)


@pytest.mark.parametrize("part", range(4))
async def test_wide_joined_and_turned_characters_at_every_column(part: int, tmp_path: Path) -> None:
    files = {
        "a.txt": EDGES * 2 + "\n\n" + EDGES * 6 + "\n\n" + EDGES.replace(" ", "") * 3 + "\n\nNatalie met Ben.\n",
        "dossier.yaml": f"title: {EDGES}\nsources: [{{file: a.txt, publisher: '{EDGES}', author: '{EDGES}'}}]\n",
        "entities.yaml": f"- {{name: '{EDGES}', kind: person}}\n- {{name: 日本語, kind: place, aliases: [한국어]}}\n",
        "claims.yaml": f"- text: '{EDGES * 2}'\n  about: [日本語]\n"
        "  evidence: [{source: a, quote: '（銅）、「金」。 한국어'}]\n",
    }
    folder = write(tmp_path / "x", files)
    async with desk(folder, (20, 30)) as at:
        await at.press("c")
        for width in range(20 + part, 101, 4):
            await at.resize(width, 30)
        at.session.shelf = Shelf(entities=False, claims=False)
        await at.press("T", "e")
        for width in range(20 + part, 61, 4):
            await at.resize(width, 30)
        for key in ("f4", "f2", "f3", "f2", "f5", "f2", "t", "escape", "slash", "日"):
            await at.press(key)


async def test_wide_text_is_not_cut_off(tmp_path: Path) -> None:
    """What is on the lines of the screen is the text, all of it."""
    text = "日本語の銅と金。 " * 30 + "copper\u00a0gold\u00a0" * 30 + "👨‍👩‍👧 e\u0301 " * 20
    async with desk(write(tmp_path / "x", {"a.txt": text}), (60, 60)) as at:
        await at.press("z")
        rows = "".join(line.strip().rstrip("│┃") for line in at.lines()[3:-2])
        shown = "".join(c for c in rows if not c.isspace())
        wanted = "".join(c for c in at.article.text if not c.isspace())
        assert shown == wanted


async def test_typing_wide_characters_keeps_the_cursor_in_sight(tmp_path: Path) -> None:
    async with desk(write(tmp_path / "x", FILES), (80, 24)) as at:
        await at.press("slash")
        await at.paste("日本語" * 40)
        assert at.reading.box.editor.cursor == 120
        prompt = at.reading._compositor.render_strips()[at.reading.box.region.bottom - 1]
        assert any(segment.style and segment.style.reverse for segment in prompt)


async def test_the_cursor_of_a_long_line_is_in_sight(tmp_path: Path) -> None:
    async with desk(write(tmp_path / "x", FILES), (80, 24)) as at:
        await at.press("slash")
        await at.paste("word " * 100)
        for key in ("home", "end", "ctrl+left", "ctrl+left"):
            await at.press(key)
            prompt = at.reading._compositor.render_strips()[at.reading.box.region.bottom - 1]
            assert any(segment.style and segment.style.reverse for segment in prompt)


@pytest.mark.parametrize("pasted", ["one\ntwo\r\nthree", "\x1b[201~\x1b[31mred", "x" * 100_000, "\u202eevil", "\0"])
async def test_anything_is_pasted(pasted: str, vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash")
        await at.paste(pasted)
        assert "\n" not in at.reading.box.editor.text
        await at.press("escape", "f")
        await at.paste(pasted)
        await at.press("escape", "escape")
        await at.paste(pasted)
