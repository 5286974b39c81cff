"""A person who has only the keyboard."""

from pathlib import Path

import pytest
from textual.widget import Widget

from dossier.session.session import Panel, View

from .screens import SEEDS, Desk, desk


async def test_the_demonstration_is_read_by_keys() -> None:
    async with desk(SEEDS) as at:
        assert len(at.session.dossier.sources) == 5
        await at.press("c")
        first = at.session.claim
        claim = at.session.focused
        assert claim is not None
        words = [row.words for row in at.session.rows()]
        assert at.spot in words
        assert "▸" in at.text()
        await at.press("o")
        assert len(at.session.panes) == 2
        await at.press("n", "tab", "down", "enter", "escape", "slash", *"copper", "enter")
        assert at.spot.lower().startswith("copper")
        await at.press("H", "escape", "escape")
        assert first in at.session.dossier.claim


async def test_claims_next_and_previous(vale: Path) -> None:
    async with desk(vale) as at:
        for key, claim, words in (
            ("c", "size", "will double in size by 2030"),
            ("c", "cost", "The work costs $1.3 billion"),
            ("c", "jobs", "creates 8,000 jobs"),
            ("C", "cost", "The work costs $1.3 billion"),
            ("C", "size", "will double in size by 2030"),
            ("C", "berths", "wants 200 berths kept"),
            ("c", "size", "will double in size by 2030"),
        ):
            await at.press(key)
            assert (at.session.claim, at.spot) == (claim, words)
        assert "round again" in at.text()


async def test_digits_go_to_the_claims_sources(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "2")
        assert (at.session.tab.source, at.spot) == ("2-loan", "lends $1.25 billion to the harbour")
        await at.press("1")
        assert (at.session.tab.source, at.spot) == ("1-harbour", "The work costs $1.3 billion")
        await at.press("9")
        assert "This claim has 2 passages" in at.text()


async def test_o_shows_the_other_source_beside(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "o")
        panes = at.session.panes
        assert [pane.tab.source for pane in panes] == ["1-harbour", "2-loan"]
        spot = panes[1].tab.spot
        assert spot is not None
        text = at.session.dossier.reading("2-loan").text
        assert text[spot.start : spot.end] == "lends $1.25 billion to the harbour"
        assert at.session.active == 0
        assert at.spot == "The work costs $1.3 billion"
        await at.press("l")
        assert at.session.active == 1
        await at.press("h")
        assert at.session.active == 0


async def test_mentions_of_the_selected_entity(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("e")
        assert (at.session.entity, at.spot) == ("port-vale", "Port Vale")
        await at.press("escape")
        assert at.session.entity == ""
        await at.press("f", *"holm", "enter")
        assert (at.session.entity, at.spot, at.session.tab.source) == ("ada-holm", "Ada Holm", "1-harbour")
        await at.press("e")
        assert (at.spot, at.session.tab.source) == ("Holm", "1-harbour")
        await at.press("e")
        assert (at.spot, at.session.tab.source) == ("Ada Holm", "2-loan")
        await at.press("E")
        assert (at.spot, at.session.tab.source) == ("Holm", "1-harbour")


async def test_sources_next_and_previous(vale: Path) -> None:
    async with desk(vale) as at:
        seen = []
        for key in ("s", "s", "s", "S"):
            await at.press(key)
            seen.append(at.session.tab.source)
        assert seen == ["2-loan", "3-letter", "1-harbour", "3-letter"]
        assert "To the editor" in at.text()


async def test_back_and_forward_land_on_the_exact_words(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "2", "s")
        for key, words in (("H", "lends $1.25 billion to the harbour"), ("H", "The work costs $1.3 billion")):
            await at.press(key)
            assert at.spot == words
        await at.press("alt+left")
        assert at.spot == "will double in size by 2030"
        await at.press("alt+right", "L")
        assert at.spot == "lends $1.25 billion to the harbour"
        await at.press("L", "L")
        assert "Nothing further forward" in at.text()
        assert at.session.tab.source == "3-letter"
        await at.press(*["backspace"] * 5)
        assert "Nothing further back" in at.text()


async def test_panels_in_turn(vale: Path) -> None:
    async with desk(vale) as at:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await at.press(key)
            seen.append(at.session.panel)
        assert seen == [Panel.CLAIMS, Panel.ENTITIES, Panel.ARTICLE, Panel.ENTITIES, Panel.CLAIMS]


async def test_the_claims_panel_is_walked_and_entered(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "tab", "down", "down", "enter")
        assert (at.session.tab.source, at.spot) == ("2-loan", "lends $1.25 billion to the harbour")
        assert at.session.panel is Panel.ARTICLE
        await at.press("H", "tab", "end", "enter")
        assert at.spot == "wants 200 berths kept"


async def test_letters_in_the_filter_are_no_commands(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f")
        await at.type("nsqcx/1")
        assert at.reading.entities.filter.text == "nsqcx/1"
        assert "No name holds that" in at.text()
        assert at.session.tab.source == "1-harbour"
        assert at.session.panel is Panel.ENTITIES
        await at.press("escape")
        assert at.reading.entities.filter.text == ""
        await at.type("bank")
        assert at.reading.entities.entity == "northern-bank"
        await at.press("backspace", "ctrl+w")
        assert at.reading.entities.filter.text == ""
        await at.press("down", "enter")
        assert at.session.entity == "ben-roth"
        assert at.spot == "Ben Roth"


async def test_scrolling(long: Path) -> None:
    async with desk(long) as at:
        article = at.article
        await at.press("down", "j")
        assert article.top == 2
        await at.press("up", "k", "k")
        assert article.top == 0
        await at.press("space")
        assert article.top == article.body - 2
        await at.press("b")
        assert article.top == 0
        await at.press("pagedown", "pageup", "ctrl+d", "ctrl+u")
        assert article.top == 0
        await at.press("G")
        assert article.top == article.count - article.body
        assert "number 200" in at.text()
        await at.press("g")
        assert article.top == 0
        assert article.position == 0


async def test_the_claims_panel_follows(vale: Path) -> None:
    async with desk(vale, (80, 12)) as at:
        at.session.claim = ""
        seen = []
        for _ in range(30):
            await at.press("down")
            seen.append(at.session.claim)
        assert list(dict.fromkeys(seen)) == ["size", "cost", "jobs", "berths"]
        claim = at.session.focused
        assert claim is not None
        assert claim.text[:20] in at.text()


async def test_palette_and_help_run_commands(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("ctrl+p")
        await at.type("split")
        await at.press("enter")
        assert len(at.session.panes) == 2
        await at.press("question_mark")
        assert "Jumping" in at.text()
        await at.type("problems")
        await at.press("enter")
        assert at.session.view is View.PROBLEMS
        await at.press("f1")
        await at.type("corroborated")
        assert "= " in at.text()
        await at.press("enter", "escape", "escape")
        assert at.session.view is View.READING
        await at.press("colon")
        await at.type("search titles")
        await at.press("enter")
        assert at.reading.box.chooser is not None
        assert at.reading.box.chooser.prompt == "/"


async def test_panes_and_tabs(vale: Path) -> None:
    async with desk(vale, (200, 50)) as at:
        assert len(at.session.panes) == 2  # there is room for two at the first start
        await at.press("v", "v", "v")
        assert len(at.session.panes) == 4
        assert "There are 4 panes already" in at.text()
        assert len([a for a in at.reading.articles if a.size.width]) == 4
        await at.press("x", "x")
        assert len(at.reading.articles) == len(at.session.panes) == 2
        await at.press("T", "s")
        assert len(at.session.pane.tabs) == 2
        await at.press("less_than_sign")
        first = at.session.tab.source
        await at.press("greater_than_sign")
        assert at.session.tab.source != first
        await at.press("x", "x", "x")
        assert "This is the last pane" in at.text()


async def test_panes_that_do_not_fit_are_turned_to(vale: Path) -> None:
    async with desk(vale, (80, 24)) as at:
        await at.press("right_square_bracket", "v", "v", "v")
        for n in range(4):
            assert at.session.active == 3 - n
            assert at.article.size.width >= 24
            await at.press("h")


async def test_copy_with_citation(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("y")
        assert at.app.copied == []
        assert "Nothing to copy" in at.text()
        await at.press("c", "c", "y")
        await at.press("ctrl+c")
        said = "“The work costs $1.3 billion” (Harbour to double in size, The Coast Post, 3 Mar 2025, 1-harbour.txt)"
        assert at.app.copied == [said, said]
        assert "Copied with its citation" in at.text()


async def test_what_needs_a_step_before_says_so(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("S", "n")
        assert "No search yet" in at.text()
        await at.press("c")
        assert "No claims are recorded for this article" in at.text()
        await at.press("1")
        assert "press c for the next one" in at.text() or at.session.claim


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving(key: str, vale: Path) -> None:
    async with desk(vale) as at:
        await at.pilot.press(key)
        assert at.app._exit


def shown(at: Desk) -> set[str]:
    widgets = at.reading.walk_children(Widget)
    return {w.id or "article" for w in widgets if w.size.area and w.display}


async def test_panels_are_hidden_zoomed_and_widened(vale: Path) -> None:
    async with desk(vale) as at:
        assert {"entities", "claims"} <= shown(at)
        await at.press("left_square_bracket")
        assert "entities" not in shown(at)
        await at.press("right_square_bracket")
        assert shown(at) == {"header", "article", "status", "hints"}
        await at.press("left_square_bracket", "right_square_bracket", "z")
        assert shown(at) == {"header", "article", "status", "hints"}
        await at.press("z")
        assert {"entities", "claims"} <= shown(at)
        await at.press("tab")
        before = at.reading.claims.size.width
        await at.press("right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        assert at.reading.claims.size.width > before
        await at.press("tab", *["left_curly_bracket"] * 3)
        assert at.reading.entities.filter.text == "{{{"  # in the filter one types


async def test_the_measure(vale: Path) -> None:
    async with desk(vale, (200, 40)) as at:
        at.session.panes[1:] = []
        await at.press("z")
        at.session.measure = 76
        await at.press("left_curly_bracket")
        assert at.session.measure == 72
        assert "Lines of 72 columns at most" in at.text()
        assert max(len(line.rstrip("┃│ ").strip()) for line in at.lines()[3:-2]) in range(66, 72 + 3)
        await at.press(*["left_curly_bracket"] * 12)
        assert at.session.measure == 40
        await at.press(*["right_curly_bracket"] * 31)
        assert at.session.measure == 160


async def test_the_entities_are_widened_while_one_types_in_their_filter(vale: Path) -> None:
    async with desk(vale, (160, 40)) as at:
        await at.press("f", "h")
        width = at.reading.entities.size.width
        await at.press("shift+right")
        wider = at.reading.entities.size.width
        await at.press("shift+left", "shift+left")
        assert at.reading.entities.size.width < width < wider
        assert at.reading.entities.filter.text == "h"


async def test_the_last_words_in_the_panel_can_be_reached_by_keys(tmp_path: Path) -> None:
    sentence = "The harbour of Port Mara was closed on Monday because of the storm"
    evidence = []
    for number in range(8):
        words = f"{sentence}, and boat {number} stayed out at sea with all of its crew for the whole of the night."
        (tmp_path / f"{number}.txt").write_text(f"Title {number}\n\n{words}\n", encoding="utf-8")
        evidence.append(f"    - {{source: '{number}', quote: '{words}'}}\n")
    claim = f"- text: {sentence}.\n  note: Ended.\n  evidence:\n"
    (tmp_path / "claims.yaml").write_text(claim + "".join(evidence), encoding="utf-8")
    async with desk(tmp_path, size=(80, 24)) as at:
        await at.press("c", "tab")
        assert "Ended." not in at.text()
        await at.press("G")
        assert "Ended." in at.text()
        await at.press("g", *["j"] * 40)
        assert "Ended." in at.text()
