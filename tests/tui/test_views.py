from itertools import permutations
from pathlib import Path

import pytest

from dossier.session.session import Panel, View
from dossier.tui.views.matrix import Matrix
from dossier.tui.widgets.rows import Rows

from .folders import FILES, write
from .screens import Desk, desk

KEYS = {"f3": View.ENTITY, "f4": View.MATRIX, "f5": View.SOURCES, "f6": View.PROBLEMS}


async def test_from_any_view_to_any_other(vale: Path) -> None:
    for first, second in permutations(KEYS, 2):
        async with desk(vale) as at:
            await at.press(first, second)
            assert at.session.view is KEYS[second]


async def test_views_open_and_are_left(vale: Path) -> None:
    for key, view in KEYS.items():
        async with desk(vale) as at:
            await at.press("e", key)
            assert at.session.view is view
            assert at.reading.view is not None
            assert at.reading.view.size.width > 0
            assert at.article.size.width == 0
            await at.press("down", "up", "pagedown", "pageup", "end", "home", "f2")
            assert at.session.view is View.READING
            assert at.article.size.width > 0
            await at.press(key, "escape")
            assert at.session.view is View.READING


def view_of(at: Desk) -> Rows:
    assert isinstance(at.reading.view, Rows)
    return at.reading.view


async def test_the_card_of_the_selected_entity(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f", *"holm", "f3")
        assert at.session.entity == "ada-holm"
        text = at.text()
        for said in ("Ada Holm   person", "also: Holm", "Leads the port authority.", "named 3 times in 2 of 3 sources"):
            assert said in text
        for heading in ("Says  2", "Named near it", "1 The Coast Post, 3 Mar 2025  2"):
            assert heading in text
        await at.press("enter")
        assert (at.session.claim, at.spot) == ("cost", "The work costs $1.3 billion")
        await at.press("i", "end", "enter")
        assert (at.session.tab.source, at.spot) == ("2-loan", "Ada Holm")


async def test_an_entity_near_it_has_a_card_too(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f", *"roth", "f3")
        await at.click_text("  Ada Holm", 3)
        assert at.session.view is View.ENTITY
        assert at.session.entity == "ada-holm"
        assert "also: Holm" in at.text()


async def test_a_card_of_nobody_says_how_to_choose(vale: Path, tmp_path: Path) -> None:
    async with desk(vale) as at:
        at.session.claim = ""
        await at.press("G", "f3")
        assert "No entity is selected" in at.text() or at.session.entity
    async with desk(write(tmp_path / "bare", {"a.txt": "A title\n\nSome text."})) as at:
        await at.press("f3")
        assert "No entities yet" in at.text()


async def test_the_matrix_follows_and_leads_the_focused_claim(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "f4")
        view = view_of(at)
        assert at.session.dossier.claims[view.cursor].id == "cost"
        await at.press("down")
        assert at.session.claim == "jobs"
        assert "▸ The harbour creates" in at.text()
        await at.press("enter")
        assert at.session.view is View.READING
        assert at.spot == "creates 8,000 jobs"


async def test_the_matrix_is_moved_across_by_keys(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f4")
        view = view_of(at)
        assert isinstance(view, Matrix)
        await at.press("right")
        assert view.across == 1
        await at.press("enter")
        assert at.session.tab.source == "2-loan"


async def test_the_matrix_opens_in_the_other_pane(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f4", "o")
        assert len(at.session.panes) == 2
        assert at.session.view is View.READING


async def test_the_matrix_of_many_sources(tmp_path: Path) -> None:
    files = {f"{n:02}.txt": f"Number {n}\n\nIt says so in article {n}." for n in range(40)}
    claims = "- text: It says so\n  evidence:\n" + "".join(
        f"    - {{source: {n:02}.txt, quote: It says so}}\n" for n in range(40)
    )
    async with desk(write(tmp_path / "many", {**files, "claims.yaml": claims}), (80, 24)) as at:
        await at.press("f4")
        view = view_of(at)
        assert isinstance(view, Matrix)
        for across in (39, 20, 0):
            view.move_across(across - view.across)
            await at.pilot.pause()
            at.check()
            assert f"{across + 1} Number {across}" in at.text()
            assert view.first <= across


async def test_the_sources_list(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("s", "f5")
        view = view_of(at)
        assert view.cursor == 1
        text = at.text()
        for said in ("Sources  3", "Harbour to double in size", "The Coast Post", "3 Mar 2025", "not named", "no date"):
            assert said in text
        await at.press("down", "enter")
        assert at.session.tab.source == "3-letter"
        await at.press("f5", "home", "o")
        assert [pane.tab.source for pane in at.session.panes] == ["3-letter", "1-harbour"]


async def test_no_problems_is_said(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f6")
        assert "No problems: every file was read and every quote stands in its source." in at.text()


async def test_a_problem_leads_to_its_place(tmp_path: Path) -> None:
    claims = "- id: x\n  text: A lost claim\n  evidence:\n    - {source: 3-letter, quote: these words are nowhere}\n"
    folder = write(tmp_path / "p", {**FILES, "claims.yaml": claims})
    async with desk(folder) as at:
        assert "1 problem" in at.text()
        await at.press("f6")
        text = at.text()
        assert "✗ error" in text
        assert "claims.yaml:4" in text
        await at.press("enter")
        assert at.session.claim == "x"
        assert "None of this claim's words were found" in at.text()


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24), (240, 60), (1, 1), (3, 2)])
async def test_every_view_at_every_size(size: tuple[int, int], vale: Path) -> None:
    async with desk(vale, size) as at:
        for key in KEYS:
            await at.press("c", "e", key, "down", "end", "f2")
        await at.press("question_mark", "escape", "slash", *"ho", "escape")


async def test_empty_views_guide(tmp_path: Path) -> None:
    folder = write(tmp_path / "bare", {"a.txt": "A title\n\nSome text."})
    async with desk(folder) as at:
        assert "No claims yet" in at.text()
        assert "No entities yet" in at.text()
        await at.press("f4")
        assert "No claims yet: write them in claims.yaml" in at.text()
        await at.press("down", "right", "enter", "o")


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((60, 20), ("tab",)),
        ((60, 20), ("tab", "tab")),
        ((60, 20), ("f",)),
        ((20, 5), ("tab",)),
        ((120, 40), ("tab", "z")),
        ((120, 40), ("tab", "tab", "f11")),
        ((120, 40), ("f5", "tab")),
        ((80, 24), ("f6", "tab", "tab")),
    ],
)
async def test_the_keys_go_to_what_is_on_the_screen(size: tuple[int, int], keys: tuple[str, ...], vale: Path) -> None:
    async with desk(vale, size) as at:
        await at.press(*keys)
        panel = {Panel.CLAIMS: at.reading.claims, Panel.ENTITIES: at.reading.entities}.get(at.session.panel)
        assert panel is None or panel.size.area > 0


async def test_what_only_mentions_a_claim_is_no_side_of_a_difference(vale: Path) -> None:
    claims = vale / "claims.yaml"
    mention = "    - source: 3-letter.txt\n      quote: Where shall the boats go?\n      stance: mentions\n"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace("- id: jobs\n", f"{mention}- id: jobs\n"), encoding="utf-8")
    async with desk(vale) as at:
        assert len(at.session.dossier.claim["cost"].evidence) == 3
        await at.press("f8")
        text = at.text()
        for words in ("“The work costs $1.3 billion”", "“lends $1.25 billion to the harbour”"):
            assert words in text
        assert "Where shall the boats go?" not in text


class Long(Rows):
    """Three items of one, one and thirty lines."""

    def __init__(self) -> None:
        self.top, self.count, self.rows, self.columns = 0, 32, 10, 20
        self.cursor = 0

    def can_choose(self, n: int) -> bool:
        return n in (0, 1, 2)

    def forget(self, first: int, last: int) -> None:
        pass

    def refresh(self, *regions: object, **options: object) -> "Long":  # type: ignore[override]
        return self


def test_an_item_longer_than_the_screen_is_scrolled_through_and_stays() -> None:
    rows = Long()
    for _ in range(40):
        rows.to_line(1)
    assert (rows.cursor, rows.top) == (2, 22)
    rows.relayout()
    assert rows.top == 22
    rows.to_line(-1)
    assert (rows.cursor, rows.top) == (2, 21)
    for _ in range(40):
        rows.to_line(-1)
    assert (rows.cursor, rows.top) == (0, 0)
    rows.to_end(True)
    assert (rows.cursor, rows.top) == (2, 22)
    rows.to_end(False)
    assert (rows.cursor, rows.top) == (0, 0)
    rows.cursor, rows.top = 0, 15
    rows.to_line(1)
    assert (rows.cursor, rows.top) == (1, 1)
