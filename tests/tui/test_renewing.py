"""Files that change or go while they are read."""

import shutil
from pathlib import Path

import pytest

from .folders import FILES, HARBOUR, hashes
from .screens import desk


async def test_nothing_changed(vale: Path) -> None:
    before = hashes(vale)
    async with desk(vale) as at:
        await at.press("c", "c", "o", "m")
        shown = at.lines()
        await at.read_again()
        assert at.lines()[:-2] == shown[:-2]
        assert at.spot == "The work costs $1.3 billion"
        await at.press("c")
        assert at.spot == "creates 8,000 jobs"
    assert hashes(vale) == before


async def test_a_changed_article_keeps_the_place(vale: Path) -> None:
    async with desk(vale, (80, 12)) as at:
        await at.press("down", "down", "down")
        top = at.lines()[3]
        (vale / "1-harbour.txt").write_text(HARBOUR + "\nA new paragraph at the end.\n", encoding="utf-8")
        await at.read_again()
        assert at.lines()[3] == top
        await at.press("G")
        assert "A new paragraph at the end." in at.text()


async def test_a_new_article_and_new_claims_appear(vale: Path) -> None:
    async with desk(vale) as at:
        (vale / "4-new.txt").write_text("A new article\n\nBen Roth spoke of 90 berths.\n", encoding="utf-8")
        claims = FILES["claims.yaml"] + "- text: There are 90 berths\n  evidence: [{source: 4-new, quote: 90 berths}]\n"
        (vale / "claims.yaml").write_text(claims, encoding="utf-8")
        await at.read_again()
        assert "4 sources" in at.text()
        assert "5 claims" in at.text()
        await at.press("S", "c")
        assert at.spot == "90 berths"


async def test_the_open_article_is_deleted(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "2", "1", "s", "s")
        assert at.session.tab.source == "3-letter"
        (vale / "3-letter.txt").unlink()
        await at.read_again()
        assert at.session.tab.source == "1-harbour"
        await at.press("c", "G", "s", "f5", "f2")
        assert "2 sources" in at.text()


async def test_one_steps_back_to_an_article_that_is_deleted(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("s", "s")
        (vale / "2-loan.txt").unlink()
        await at.read_again()
        await at.press("H", "H", "H", "L", "L")
        assert at.session.tab.source in ("1-harbour", "3-letter")


async def test_one_steps_back_to_words_that_are_gone(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "C", "m", "s")
        (vale / "1-harbour.txt").write_text("Harbour\n\nShort.\n", encoding="utf-8")
        await at.read_again()
        await at.press("H", "H", "y", "apostrophe", "enter", "c", "e", "space", "down")


async def test_all_articles_are_deleted_and_come_back(vale: Path) -> None:
    kept = {name: (vale / name).read_bytes() for name in FILES}
    async with desk(vale) as at:
        await at.press("c")
        for name in FILES:
            (vale / name).unlink()
        await at.read_again()
        assert at.session.empty
        assert "Nothing to read here yet" in at.text()
        await at.press("c", "s", "v", "x", "slash", "e", "y", "tab", "tab", "escape", "enter", "o")
        for name, content in kept.items():
            (vale / name).write_bytes(content)
        await at.read_again()
        assert "Harbour to double in size" in at.text()
        await at.press("c")
        assert at.spot == "will double in size by 2030"


async def test_the_folder_is_deleted(vale: Path) -> None:
    async with desk(vale) as at:
        shutil.rmtree(vale)
        await at.read_again()
        assert "no such file or folder" in at.text()
        await at.press("c")
        assert at.spot == "will double in size by 2030"
        await at.press("s", "c")
        assert at.spot == "lends $1.25 billion to the harbour"


async def test_the_one_file_is_deleted(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    async with desk(path) as at:
        path.unlink()
        await at.read_again()
        assert "no such file" in at.text()
        await at.press("G")
        assert "Work begins in May." in at.text()


async def test_yaml_breaks_and_is_mended(vale: Path) -> None:
    async with desk(vale) as at:
        (vale / "claims.yaml").write_text("- text: [", encoding="utf-8")
        await at.read_again()
        assert "problem" in at.lines()[0]
        assert "No claims yet" in at.text()
        (vale / "claims.yaml").write_text(FILES["claims.yaml"], encoding="utf-8")
        await at.read_again()
        assert "problem" not in at.lines()[0]
        assert "4 claims" in at.lines()[0]


@pytest.mark.parametrize(
    "keys",
    [
        *(("f3",), ("f4",), ("f5",), ("f6",), ("question_mark",), ("slash",), ("slash", *"harbour")),
        ("t",),
        ("slash", *"spokeswoman"),
        ("s", "c", "m", "S", "apostrophe"),
    ],
    ids=lambda keys: "-".join(keys[:3]),
)
async def test_read_again_behind_a_view_or_the_box(keys: tuple[str, ...], vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "e", *keys)
        await at.app.begun.wait()
        assert at.app.watch_folder is not None
        (vale / "2-loan.txt").unlink()
        (vale / "claims.yaml").unlink()
        (vale / "entities.yaml").unlink()
        await at.app.watch_folder._read()
        await at.settle()
        at.check()
        await at.press("down", "enter", "escape", "escape")
        assert "0 claims" in at.text()


async def test_an_unread_article_of_a_large_folder_is_deleted(vale: Path) -> None:
    for n in range(80):
        (vale / f"more-{n:02}.txt").write_text(f"Article {n}\n\nBen Roth has {n} boats.\n", encoding="utf-8")
    async with desk(vale) as at:
        for path in vale.glob("more-*.txt"):
            path.unlink()
        await at.press("s", "s", "s", "s", "G", "S", "c", "f5", "end", "enter", "S")
