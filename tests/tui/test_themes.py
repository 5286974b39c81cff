from pathlib import Path

import pytest
from rich.color import ColorType

from dossier.session import marks
from dossier.tui.theme import DARK, MARK_ROLES, MONOCHROME, THEMES, Look, choose_theme

from .screens import Desk, desk


@pytest.mark.parametrize("name", THEMES)
async def test_every_theme_shows_every_screen(name: str, vale: Path) -> None:
    async with desk(vale, theme=name) as at:
        assert at.reading.look.theme.name == name
        await at.press("c", "c", "o", "e", "tab", "tab", "f4", "f2", "f6", "escape", "slash", *"harbour", "enter", "y")


def colours(at: Desk) -> set[str]:
    found = set()
    for strip in at.reading._compositor.render_strips():
        for segment in strip:
            style = segment.style
            for colour in (style.color, style.bgcolor) if style else ():
                if colour is not None and colour.type is not ColorType.DEFAULT:
                    found.add(colour.name)
    return found


async def test_a_theme_is_chosen_in_the_box(vale: Path) -> None:
    async with desk(vale) as at:
        assert "#16191f" in colours(at)
        await at.press("f10", *"light", "enter")
        assert at.reading.look.theme.name == "light"
        assert "#fbfaf7" in colours(at)
        assert "#16191f" not in colours(at)
        await at.press("f10")
        assert "▸ Light" in at.text()
        await at.press("escape")


async def test_no_color(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert choose_theme("light") is MONOCHROME
    async with desk(vale, theme="light") as at:
        await at.press("c", "c", "e")
        assert colours(at) <= {"default"}


def test_an_unknown_theme_is_the_dark_one() -> None:
    assert choose_theme("nonsense") is DARK


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_every_role(name: str) -> None:
    theme = THEMES[name]
    assert set(theme.roles) == set(DARK.roles)
    look = Look(theme)
    for role in theme.roles:
        look.style(role)
        look.style(f"cursor+{role}")
    for mask in range(1 << 12):
        look.mark(mask)


@pytest.mark.parametrize("name", THEMES)
def test_marks_differ_from_plain_text(name: str) -> None:
    """Claims have their sign in the gutter; what has none must look different without colour."""
    look = Look(THEMES[name])
    for bit in (marks.HIT, marks.SPOT, marks.SELECTED, marks.ENTITY_FOCUS, marks.DIFFERS, marks.TITLE):
        style = look.mark(bit)
        assert style.bold or style.underline or style.reverse or style.italic
    assert {bit for bit, _ in MARK_ROLES} >= {marks.CLAIM, marks.FOCUS, marks.ENTITY}
