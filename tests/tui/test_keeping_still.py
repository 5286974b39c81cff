"""What must not move when something beside it changes."""

from pathlib import Path

import pytest

from dossier.tui.views.card import EntityCard

from .screens import SEEDS, desk


@pytest.mark.parametrize("keys", [("o", "o"), ("v", "x"), ("o", "right_square_bracket", "x"), ("T", "x"), ("z", "z")])
async def test_panes_that_come_and_go_leave_the_claim(keys: tuple[str, ...]) -> None:
    async with desk(SEEDS) as at:
        await at.press("c", "space")
        claim = at.session.claim
        for key in keys:
            await at.press(key)
            assert at.session.claim == claim, key


async def test_another_size_leaves_the_claim() -> None:
    async with desk(SEEDS) as at:
        await at.press("c", "space")
        claim = at.session.claim
        for size in ((60, 14), (200, 50), (90, 20)):
            await at.resize(*size)
            assert at.session.claim == claim


async def test_scrolling_takes_another_claim() -> None:
    async with desk(SEEDS, (120, 14)) as at:
        await at.press("c")
        seen = [at.session.claim]
        for _ in range(4):
            await at.press("space")
            seen.append(at.session.claim)
        assert len(set(seen)) > 1
        await at.wheel(at.article, -60)
        assert at.session.claim != seen[-1]


async def test_side_panels_stay_where_they_were_scrolled_to() -> None:
    async with desk(SEEDS) as at:
        claims, entities = at.reading.claims, at.reading.entities
        await at.press("c", "tab", "space", "space")
        await at.wheel(entities, 3)
        before = claims.top, claims.cursor, entities.top
        assert claims.top
        assert entities.top
        await at.read_again()
        assert (claims.top, claims.cursor, entities.top) == before
        await at.wheel(claims, -30)
        await at.read_again()
        await at.press("Z")
        assert (claims.top, entities.top) == (0, before[2])


async def test_a_card_lists_a_claim_once() -> None:
    async with desk(SEEDS) as at:
        dossier = at.session.dossier
        speakers = [[e.speaker for e in claim.evidence if e.speaker] for claim in dossier.claims]
        speaker = next(id for said in speakers for id in said if said.count(id) > 1)
        at.session.entity = speaker
        await at.press("i")
        view = at.reading.view
        assert isinstance(view, EntityCard)
        own = [claim for claim, said in zip(dossier.claims, speakers, strict=True) if speaker in said]
        assert f"Says  {len(own)}  " in at.text()


async def test_the_whole_screen_is_written_again_under_the_box(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash", "b")
        assert at.reading.painter._shown
        redrawn = []
        at.reading.redraw = lambda: redrawn.append(True)  # type: ignore[method-assign]
        await at.press("ctrl+l")
        assert redrawn
        assert at.reading.box.editor.text == "b"


async def test_names_found_by_a_near_spelling_are_not_no_hits(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash")
        await at.type("northren")
        assert "Northern Bank" in at.text()
        assert "0 hits" not in at.text()
        await at.type("qqqq")
        assert "0 hits in 0 sources" in at.text()


async def test_an_article_that_is_removed_is_named(vale: Path) -> None:
    async with desk(vale) as at:
        (vale / "2-loan.txt").unlink()
        await at.read_again()
        assert "removed" not in at.text()
        (vale / "1-harbour.txt").unlink()
        await at.read_again()
        assert "1-harbour.txt was removed" in at.text()
        await at.press("j")
        assert "removed" not in at.text()
