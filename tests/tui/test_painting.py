"""What is written to the terminal, change by change, adds up to the screen as it is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.screen import Screen

from dossier.tui.painted import Painted, Pen, cut
from tests.emulator import Emulator
from tests.tui.screens import Desk, desk

KEYS = (
    "space", "b", "j", "k", "g", "G", "c", "C", "e", "s", "S", "o", "v", "x", "z", "H", "L", "tab", "f2", "f3", "f4",
    "f5", "f6", "left_square_bracket", "right_square_bracket", "d", "i", "escape", "1", "2",
)  # fmt: skip


def watched(at: Desk, monkeypatch: pytest.MonkeyPatch, sizes: list[int]) -> Emulator:
    """An emulator that is fed everything the application writes from now on, and first the screen as it is."""
    emulator = Emulator(*at.app.size)

    def display(screen: Screen[None], renderable: object) -> None:
        if renderable is not None:
            written = renderable.render_segments(at.app.console)  # type: ignore[attr-defined]
            sizes.append(len(written))
            emulator.feed(written.encode())

    emulator.feed(at.reading.painter.whole().encode())
    monkeypatch.setattr(at.app, "_display", display)
    return emulator


def shown(emulator: Emulator) -> list[str]:
    return [line.rstrip() for line in emulator.text.split("\n")]


def meant(at: Desk) -> list[str]:
    lines = [line.rstrip() for line in at.lines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_changes_add_up(vale: Path, monkeypatch: pytest.MonkeyPatch, seed: int, size: tuple[int, int]) -> None:
    chance = random.Random(seed)
    async with desk(vale, size) as at:
        emulator = watched(at, monkeypatch, [])
        for _ in range(30):
            key = chance.choice(KEYS)
            await at.press(key)
            assert shown(emulator) == meant(at), key


def styled(at: Desk) -> list[list[object]]:
    """Every row of the articles and of the claims with its styles."""
    return [[widget.row(y).pieces for y in range(widget.rows)] for widget in (*at.reading.articles, at.reading.claims)]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("filling", [0, 9000])
async def test_what_was_kept_is_what_would_be_painted_now(vale: Path, seed: int, filling: int) -> None:
    """In short sources, and in one so long that only the stretches around the reader are wrapped."""
    chance = random.Random(seed)
    if filling:
        first = min(vale.glob("*.txt"))
        parts = [first.read_text("utf-8"), "Filling stands here for a long while. \n" * filling]
        first.write_text("\n\n".join(parts * 3), "utf-8")
    async with desk(vale, (160, 48)) as at:
        for _ in range(6):
            keys = chance.choices([*"sScCeEHL21ogG", "space", "escape"], k=8)
            await at.press(*keys)
            kept = styled(at)
            for widget in (*at.reading.articles, at.reading.claims):
                widget.drop()
            assert kept == styled(at), keys


@pytest.mark.parametrize("lead", [(), ("e", "e"), ("slash", *"harbour", "enter")])
async def test_going_back_to_a_source_paints_no_line_anew(
    vale: Path, monkeypatch: pytest.MonkeyPatch, lead: tuple[str, ...]
) -> None:
    async with desk(vale, (120, 40)) as at:
        await at.press(*lead, "s", "S")
        made: list[int] = []
        monkeypatch.setattr(type(at.article), "_pieces", lambda self, n: made.append(n) or [])
        await at.press("s", "S")
        assert made == []


async def test_typing_in_the_box_over_the_text_adds_up(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(vale, (120, 40)) as at:
        emulator = watched(at, monkeypatch, [])
        await at.press("slash")
        assert shown(emulator) == meant(at)
        for character in "harbour":
            await at.press(character)
            assert shown(emulator) == meant(at)
        at.reading.claims.repaint()  # below the box, which must stay above it
        at.reading.articles[0].repaint()
        await at.settle()
        assert shown(emulator) == meant(at)
        await at.press("escape")
        assert shown(emulator) == meant(at)


async def test_a_line_that_stays_is_not_written_again(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(vale, (120, 40)) as at:
        sizes: list[int] = []
        watched(at, monkeypatch, sizes)
        at.article.refresh()
        at.reading.claims.refresh()
        await at.settle()
        assert sizes == []
        await at.press("k")
        assert sum(sizes) == 0


async def test_one_key_is_one_frame(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(vale, (120, 40)) as at:
        sizes: list[int] = []
        watched(at, monkeypatch, sizes)
        for key in ("c", "space", "c", "s", "o", "x", "o"):
            sizes.clear()
            await at.press(key)
            assert len([size for size in sizes if size]) <= 1, key


async def test_the_screen_comes_back_after_another_program(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(vale, (120, 40)) as at:
        emulator = watched(at, monkeypatch, [])
        for act in (lambda: at.app.app_resume_signal.publish(at.app), lambda: at.reading.on_key(at.key("ctrl+l"))):
            emulator.feed(b"\x1b[H\x1b[2Jsomething else")
            assert shown(emulator) != meant(at)
            act()
            await at.settle()
            assert shown(emulator) == meant(at)


def test_a_pen_sets_everything_each_time() -> None:
    pen = Pen(ColorSystem.TRUECOLOR)
    bold, plain = Style.parse("bold #102030 on #000000"), Style()
    line = Painted([("loud", bold), (" low", plain)], 8)
    assert line.sequence(pen) == "\x1b[0;1;38;2;16;32;48;48;2;0;0;0mloud\x1b[0m low"
    assert line.sequence(pen) is line.sequence(pen)
    assert line.strip.text == "loud low"
    assert line.strip.cell_length == 8


def test_a_cut_line_fills_its_cells() -> None:
    style = Style()
    assert cut([("ab", style), ("漢字", style)], 5) == [("ab", style), ("漢 ", style)]
    assert cut([("ab", style), ("cd", style)], 2) == [("ab", style)]
