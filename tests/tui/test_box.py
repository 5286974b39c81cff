"""The box for searching and choosing, by keys."""

from pathlib import Path

import pytest

from .screens import desk


async def test_search_lands_on_words_and_goes_on(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash")
        await at.type("harbour")
        assert "4 hits in 2 sources" in at.text()
        await at.press("enter")
        assert at.spot == "Harbour"
        assert at.reading.box.chooser is None
        seen = []
        for _ in range(4):
            await at.press("n")
            seen.append((at.session.tab.source, at.spot))
        sources = ("1-harbour", "2-loan", "2-loan", "1-harbour")
        assert seen == list(zip(sources, ("harbour", "harbour", "harbour", "Harbour"), strict=True))
        await at.press("N")
        assert at.session.tab.source == "2-loan"
        highlights = at.article.highlights
        assert highlights is not None
        assert [at.article.text[a:b] for a, b in highlights.hits] == ["harbour", "harbour"]
        await at.press("escape")
        assert at.session.hits is None


async def test_hits_are_marked(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash")
        await at.type("berths")
        await at.press("enter", "n")
        grounds = [at.reading.look.style(role).bgcolor for role in ("mark.hit", "mark.spot")]
        marked = [
            segment.text
            for strip in at.reading._compositor.render_strips()
            for segment in strip
            if segment.style is not None and segment.style.bgcolor in grounds
        ]
        assert marked == ["berths", "berths"]


@pytest.mark.parametrize("key", ["enter", "alt+enter", "ctrl+o"])
async def test_the_box_opens_here_or_there(key: str, vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash")
        await at.type("spokeswoman")
        await at.press(key)
        if key == "enter":
            assert at.spot == "spokeswoman"
        else:
            assert at.session.active == 0
            assert at.session.panes[1].tab.source == "2-loan"


async def test_the_box_is_moved_in_and_left(vale: Path) -> None:
    async with desk(vale) as at:
        before = at.session.tab.here
        await at.press("slash")
        await at.type("harbour")
        box = at.reading.box
        assert not box.can_choose(0)
        await at.press("down", "down", "up", "pagedown", "pageup", "tab", "shift+tab", "ctrl+n", "ctrl+p")
        assert box.can_choose(box.cursor)
        await at.press("ctrl+w")
        assert box.editor.text == ""
        await at.press("escape")
        assert box.chooser is None
        assert at.session.tab.here == before
        await at.press("c")
        assert at.spot == "will double in size by 2030"


async def test_sources_and_bookmarks_in_the_box(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("t")
        await at.type("letter")
        await at.press("enter")
        assert at.session.tab.source == "3-letter"
        await at.press("m", "s", "c", "m", "apostrophe")
        assert "“will double in size by 2030”" in at.text()
        await at.press("down", "enter")
        assert at.session.tab.source == "3-letter"


async def test_bookmarks_that_do_not_match_are_still_there(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("m", "apostrophe", *"zzz")
        assert "No bookmarks yet" not in at.text()
