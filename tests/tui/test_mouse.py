"""A person who has only the mouse."""

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset

from dossier.session.session import Panel, View
from dossier.store.opening import open_dossier

from .folders import HARBOUR, write
from .screens import SEEDS, Desk, desk


async def test_the_demonstration_is_read_by_mouse() -> None:
    async with desk(SEEDS) as at:
        await at.click_text("c next claim")
        claim = at.session.focused
        assert claim is not None
        assert at.spot in [row.words for row in at.session.rows()]
        await at.click_text("o other source")
        assert len(at.session.panes) == 2
        await at.click(at.reading.entities, 5, 3)
        assert at.session.entity
        await at.click_text("/ search", 2)
        assert at.reading.box.chooser is not None
        await at.click(at.reading.box, 3, 0)
        await at.click_text("5 sources", 2)
        await at.click(at.reading.view or at.reading, 10, 4)
        assert at.session.view is View.READING
        assert at.session.tab.source == at.session.dossier.sources[2].id


async def test_hints_are_buttons(vale: Path) -> None:
    async with desk(vale) as at:
        await at.click_text("c next claim", 3)
        assert at.spot == "will double in size by 2030"
        await at.click_text("o other source", 3)
        assert [pane.tab.source for pane in at.session.panes] == ["1-harbour", "2-loan"]
        await at.click_text("s next source")
        assert at.session.tab.source == "2-loan"
        await at.click_text("H back")
        assert at.spot == "will double in size by 2030"
        await at.click_text("v split")
        assert len(at.session.panes) == 3
        await at.click_text("Ctrl+P commands")
        assert at.reading.box.chooser is not None
        await at.press(*"matrix")
        await at.click(at.reading.box, 20, 1)
        assert at.reading.box.chooser is None
        assert at.session.view is View.MATRIX


async def test_counts_in_the_header_are_buttons(vale: Path) -> None:
    async with desk(vale) as at:
        for count, view in (("3 sources", View.SOURCES), ("4 claims", View.MATRIX)):
            await at.click_text(count, 1)
            assert at.session.view is view
            await at.press("f2")
        await at.click_text("4 entities", 1)
        assert at.session.panel is Panel.ENTITIES
        await at.click_text("2 differ", 1)
        assert at.session.view is View.DIFFERENCES
        await at.click_text(", 2 sources", 3)  # what is told of the first claim opens it too
        assert at.session.view is View.READING
        assert at.session.focused is not None
        assert at.session.focused.status.differs


async def test_a_claim_is_clicked_in_the_text(vale: Path) -> None:
    async with desk(vale) as at:
        await at.click_text("costs $1.3 billion", 2)
        assert (at.session.claim, at.spot) == ("cost", "The work costs $1.3 billion")
        await at.click_text("8,000 jobs", 2)
        assert (at.session.claim, at.spot) == ("jobs", "creates 8,000 jobs")


async def test_an_entity_is_clicked_in_the_text(vale: Path) -> None:
    async with desk(vale) as at:
        await at.click_text("Ben Roth, called", 2)
        assert at.session.entity == "ben-roth"
        x, y = at.find("Ben Roth, called")
        await at.pilot.double_click(None, offset=(x + 2, y))
        await at.pilot.pause()
        assert at.session.view is View.ENTITY
        assert "Entity card" in at.text()


async def test_evidence_is_clicked_in_the_claims_panel(vale: Path) -> None:
    async with desk(vale) as at:
        await at.click_text("c next claim")
        await at.click_text("2 Northern Wire", 3)
        assert (at.session.tab.source, at.spot) == ("2-loan", "will double in size by 2030")
        await at.click_text("1 The Coast Post", 3)
        assert at.session.tab.source == "1-harbour"
        # any line of a claim opens it
        await at.click_text("thousands of jobs", 2)
        assert (at.session.claim, at.spot) == ("jobs", "creates 8,000 jobs")


async def test_ctrl_click_opens_in_the_other_pane(vale: Path) -> None:
    async with desk(vale) as at:
        await at.click_text("c next claim")
        await at.click_text("2 Northern Wire", 3, control=True)
        assert [pane.tab.source for pane in at.session.panes] == ["1-harbour", "2-loan"]
        assert at.session.active == 0


async def test_an_entity_is_clicked_in_the_sidebar(vale: Path) -> None:
    async with desk(vale) as at:
        await at.click(at.reading.entities, 5, 3)
        assert (at.session.entity, at.spot) == ("ada-holm", "Ada Holm")
        await at.click(at.reading.entities, 5, 0)
        assert at.session.panel is Panel.ENTITIES
        await at.click(at.article, 8, 4)
        assert at.session.panel is Panel.ARTICLE


async def test_tabs_and_panes_are_clicked(vale: Path) -> None:
    async with desk(vale, (200, 50)) as at:
        await at.press("T", "s")
        first, second = at.session.panes[0].tabs
        assert (first.source, second.source) == ("1-harbour", "2-loan")
        await at.click(at.reading.articles[0], 3, 0)
        assert at.session.panes[0].tab is first
        labels = at.reading.articles[0]._places()
        await at.click(at.reading.articles[0], labels[1][0] + 2, 0)
        assert at.session.panes[0].tab is second
        await at.click(at.reading.articles[1], 10, 10)
        assert at.session.active == 1


async def test_the_wheel_scrolls_and_the_claims_follow(long: Path) -> None:
    async with desk(long) as at:
        await at.wheel(at.article, 4)
        assert at.article.top == 12
        assert at.article.position == at.session.tab.offset > 0
        await at.wheel(at.article, -10)
        assert at.article.top == 0
    async with desk(long, (80, 12)) as at:
        await at.press("s")
        at.session.claim = ""
        await at.wheel(at.article, 1)
        assert at.session.claim == "size"
        await at.wheel(at.article, 1)
        assert at.session.claim == "cost"


async def test_the_wheel_makes_a_pane_the_active_one(vale: Path) -> None:
    async with desk(vale, (200, 12)) as at:
        assert len(at.session.panes) == 2
        await at.wheel(at.reading.articles[1], 1)
        assert at.session.active == 1


async def drag(at: Desk, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the button at one cell of the screen, move, and let go at another."""
    await at.pilot.mouse_down(None, offset=start)
    await at.pilot._post_mouse_events([events.MouseMove], None, end, button=1)
    await at.pilot.mouse_up(None, offset=end)
    await at.pilot.pause()
    at.check()


async def test_words_are_selected_and_copied_without_the_breaks_of_lines(vale: Path) -> None:
    async with desk(vale) as at:
        x, y = at.find("The work costs")
        end_x, end_y = at.find("leads the")
        assert end_y > y
        await drag(at, (x, y), (end_x + 4, end_y))
        selected = at.article.selected
        assert selected is not None
        words = HARBOUR[selected.start : selected.end]
        assert words.startswith("The work costs $1.3 billion and creates 8,000 jobs")
        assert "\n" not in words
        await at.press("y")
        assert at.app.copied == [f"“{words}” (Harbour to double in size, The Coast Post, 3 Mar 2025, 1-harbour.txt)"]
        assert at.article.selected is None


async def test_selected_words_are_copied_by_mouse_alone(vale: Path) -> None:
    async with desk(vale) as at:
        x, y = at.find("Work begins")
        await drag(at, (x, y), (x + 10, y))
        assert "copy" in at.lines()[-1]
        await at.click_text("y copy")
        assert at.app.copied[-1].startswith("“Work begins”")
        assert at.article.selected is None
        x, y = at.find("Work begins")
        await drag(at, (x, y), (x + 10, y))
        await at.click_text("Ctrl+P commands")
        assert at.article.selected is not None
        await at.type("copy")
        await at.click_text("copy", 1)
        assert len(at.app.copied) == 2
        assert at.app.copied[0] == at.app.copied[1]


async def test_a_drag_takes_whole_words(vale: Path) -> None:
    async with desk(vale) as at:
        x, y = at.find("Work begins")
        await drag(at, (x + 2, y), (x + 7, y))
        selected = at.article.selected
        assert selected is not None
        assert HARBOUR[selected.start : selected.end] == "Work begins"


async def test_a_click_elsewhere_leaves_the_selection(vale: Path) -> None:
    async with desk(vale) as at:
        x, y = at.find("Work begins")
        await drag(at, (x, y), (x + 10, y))
        await at.click_text("Fishermen fear")
        assert at.article.selected is None
        assert "Esc leave" not in at.lines()[-1]


async def test_a_selection_is_shown_and_left(vale: Path) -> None:
    async with desk(vale) as at:
        x, y = at.find("Work begins")
        await drag(at, (x, y), (x + 10, y))
        assert at.reading.selections
        mark = at.reading.look.style("mark.selected")
        reversed_ = [
            s.text for strip in at.reading._compositor.render_strips() for s in strip if s.style and s.style.reverse
        ]
        assert mark.reverse
        assert "Work begins" in "".join(reversed_)
        await at.press("escape")
        assert at.article.selected is None
        assert at.session.panel is Panel.ARTICLE


async def test_the_edges_of_panels_are_dragged(vale: Path) -> None:
    async with desk(vale, (160, 40)) as at:
        claims, entities = at.reading.claims, at.reading.entities
        x = claims.region.x
        await drag(at, (x, 20), (x - 10, 20))
        assert claims.region.x == x - 10
        right = entities.region.right - 1
        await drag(at, (right, 20), (right + 6, 20))
        assert entities.region.right - 1 == right + 6
        line = entities.region.right
        assert at.lines()[20][line] == "│"
        await drag(at, (line, 20), (line - 4, 20))
        assert entities.region.right == line - 4
        assert not at.reading.selections


async def test_the_box_is_clicked(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash", *"spokeswoman")
        x, y = at.find("¶ 2 ")
        await at.pilot.click(None, offset=(x + 8, y))
        await at.pilot.pause()
        assert at.spot == "spokeswoman"
        await at.press("slash")
        await at.click(at.reading.box, 3, 0)
        assert at.reading.box.chooser is None
        await at.press("slash")
        await at.click(at.article, 10, 1)
        assert at.reading.box.chooser is None


async def test_the_wheel_scrolls_the_box(vale: Path) -> None:
    async with desk(vale, (80, 24)) as at:
        await at.press("question_mark")
        await at.wheel(at.reading.box, 2)
        assert at.reading.box.top == 6


async def test_a_cell_of_the_matrix_is_clicked(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f4")
        x, y = at.find("●", 2)
        await at.pilot.click(None, offset=(x + 4, y))
        await at.pilot.pause()
        assert (at.session.tab.source, at.spot) == ("2-loan", "expects 7,500 jobs")


async def test_sources_and_problems_are_clicked(tmp_path: Path) -> None:
    claims = "- text: x\n  evidence: [{source: b, quote: gone}]\n"
    folder = write(tmp_path / "p", {"a.txt": "A\n\nOne.", "b.txt": "B\n\nTwo.", "claims.yaml": claims})
    async with desk(folder) as at:
        await at.press("f5")
        await at.click_text("   2 B", 6)
        assert at.session.tab.source == "b"
        await at.press("s", "f6")
        await at.click_text("claims.yaml", 2)
        assert "None of this claim's words were found" in at.text()


@pytest.mark.parametrize("where", ["header", "status", "hints"])
async def test_a_click_beside_a_button_does_nothing(where: str, vale: Path) -> None:
    async with desk(vale) as at:
        widget = at.reading.query_one(f"#{where}")
        before = at.text()
        await at.click(widget, 60 if where == "header" else 90, 0)
        assert at.text() == before


async def test_a_click_after_joined_characters_hits_the_right_word(tmp_path: Path) -> None:
    text = "Title\n\n👨‍👩‍👧👨‍👩‍👧 family 👍🏽 Ada Holm came.\n"
    folder = write(tmp_path / "e", {"a.txt": text, "entities.yaml": "- {name: Ada Holm, kind: person}\n"})
    async with desk(folder) as at:
        offset = at.article.text.index("Ada")
        x, y = at.find("Ada Holm came")
        region = at.article.region
        inner = Offset(x - region.x, y - region.y)
        assert at.article.offset_at(inner.x, inner.y) == offset
        await at.pilot.click(None, offset=(x, y))
        await at.pilot.pause()
        assert at.session.entity == "ada-holm"


async def test_a_selection_outlives_newly_read_files_but_not_another_article(vale: Path) -> None:
    async with desk(vale) as at:
        x, y = at.find("Work begins")
        await drag(at, (x, y), (x + 10, y))
        at.app.renew(open_dossier(vale))
        await at.settle()
        assert at.article.selected is not None
        assert "y copy" in at.lines()[-1]
        await at.press("s")
        assert at.article.selected is None
        assert not at.reading.selections
        assert "Esc leave" not in at.lines()[-1]
