import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.session.keeping import place_of
from dossier.session.session import View
from dossier.tui.widgets.lines import fit

from .screens import desk

SIZES = ((80, 24), (40, 10), (20, 5), (200, 50), (1, 1), (120, 40))


async def test_the_reading_position_is_kept_by_offset(long: Path) -> None:
    async with desk(long) as at:
        await at.press(*["space"] * 9)
        offset = at.article.position
        assert offset > 0
        for size in SIZES:
            await at.resize(*size)
            if not at.article.rows:
                continue
            starts = at.article.wrapped.starts if at.article.wrapped else ()
            top = at.article.top
            assert starts[top] <= offset < starts[top + 1]
        assert at.article.position == offset


async def test_words_landed_on_stay_in_sight(long: Path) -> None:
    async with desk(long) as at:
        await at.press("slash")
        await at.type('"number 150"')
        await at.press("enter")
        for width, height in SIZES:
            await at.resize(width, height)
            if height >= 5:
                assert at.spot == "number 150"
                first, last = at.article.on_screen
                assert first <= at.session.tab.spot.start < last  # type: ignore[union-attr]


async def test_from_nothing_to_a_whole_screen(vale: Path) -> None:
    async with desk(vale, (1, 1)) as at:
        await at.resize(120, 40)
        assert "Harbour to double in size" in at.text()
        assert "Ctrl+P" in at.text()


async def test_panes_come_and_go_with_the_width(vale: Path) -> None:
    async with desk(vale, (200, 50)) as at:
        await at.press("v", "v")
        for width, panes in ((200, 4), (100, 2), (60, 2), (30, 1), (200, 4)):
            await at.resize(width, 24)
            assert len([a for a in at.reading.articles if a.size.width]) == panes
        assert len(at.session.panes) == 4


async def test_the_box_and_views_survive_resizing(vale: Path) -> None:
    async with desk(vale) as at:
        for key in ("f4", "f2", "f5", "f2", "question_mark"):
            await at.press(key)
            for size in SIZES:
                await at.resize(*size)
        assert at.reading.box.chooser is not None


async def test_a_long_text_keeps_its_place_while_it_is_wrapped(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("A title\n\n" + "".join(f"Sentence number {n} is here. " for n in range(40_000)), "utf-8")
    async with desk(path) as at:
        wrapped = at.article.wrapped
        assert wrapped is not None
        assert not wrapped.complete
        await at.press("G")
        assert " 39999 " in at.text()
        await at.press("up", "up", "up", "pageup")
        before = at.article.position
        await at.resize(90, 30)
        first, last = at.article.on_screen
        assert first <= before < last
        await at.press("g", "G")
        assert " 39999 " in at.text()


async def test_the_place_comes_back(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "o", "m", "l", "c", "T", "s", "f4")
        place = json.loads(json.dumps(place_of(at.session)))
        shown = at.text()
    async with desk(vale, place=place) as at:
        assert place_of(at.session) == place
        assert at.session.view is View.MATRIX
        assert at.text() == shown


async def test_a_place_that_makes_no_sense(vale: Path) -> None:
    place = {"panes": [{"tabs": [["1-harbour", 10**9, 5, 2], ["gone", 3]], "active": 9}], "shelf": [True, True, 1, 1]}
    async with desk(vale, place=place) as at:
        assert at.session.tab.source == "1-harbour"
        await at.press("c", "g")


PIECES = ("a", "word ", "日本", "👨‍👩‍👧", "e\u0301\u0323\u0308", "ש", "ल\u0940", "🇵🇰", "☎\ufe0f", "\u0301")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.integers(1, 40))
def test_fitted_text_has_the_width_asked_for(text: str, width: int) -> None:
    from rich.cells import cell_len

    for said in (text, text + "o\u0301\u0302\u0303\u0304\u0305\u0306" * 50):
        assert cell_len(fit(said, width)) == width
