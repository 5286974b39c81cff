"""What stays as it is while the folder changes and panes come and go."""

from pathlib import Path

from dossier.session.hits import Hits
from dossier.session.session import View
from dossier.store.opening import open_dossier
from dossier.store.watching import fingerprint
from dossier.tui.widgets.lines import LINES_KEPT

from .folders import FILES, HARBOUR, LONG, write
from .screens import desk


async def test_words_put_in_above_move_nothing(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "m")
        words = at.spot
        changed = HARBOUR.replace("Port Vale, March", "A paragraph that was not here before.\n\nPort Vale, March")
        (vale / "1-harbour.txt").write_text(changed, encoding="utf-8")
        await at.read_again()
        assert at.spot == words
        kept = at.session.bookmarks[0]
        assert at.session.dossier.reading(kept.source).text[kept.start : kept.end] == words


async def test_words_that_are_gone_are_not_pointed_at(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c", "m")
        (vale / "1-harbour.txt").write_text(HARBOUR.replace("$1.3 billion", "a fortune"), encoding="utf-8")
        await at.read_again()
        assert at.session.tab.spot is None
        assert at.session.bookmarks == []


async def test_tabs_on_one_article_have_places_of_their_own(tmp_path: Path) -> None:
    folder = write(tmp_path / "long", {"long.txt": LONG})
    async with desk(folder, (80, 20)) as at:
        await at.press("T", "G", "less_than_sign")
        assert at.session.tab.offset == 0
        assert "A long report" in at.text()
        await at.press("greater_than_sign")
        assert at.session.tab.offset > 1000


async def test_the_matrix_outlives_its_last_claims(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("f4", "G")
        first = FILES["claims.yaml"].index("\n- ") + 1
        (vale / "claims.yaml").write_text(FILES["claims.yaml"][:first], encoding="utf-8")
        await at.read_again()
        await at.press("enter", "f4", "down", "up")
        assert at.session.view is View.MATRIX


async def test_hits_outlive_reading_again(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("slash")
        await at.type("harbour")
        await at.press("enter")
        await at.read_again()
        assert isinstance(at.session.hits, Hits)
        await at.press("n")
        assert "Hit" in at.session.notice


async def test_a_key_right_after_enter_is_not_lost(vale: Path) -> None:
    """Both wait in the queue before the first is handled."""
    async with desk(vale) as at:
        await at.press("slash")
        await at.type("boats")
        at.reading.on_key(at.key("enter"))
        at.reading.on_key(at.key("v"))
        await at.settle()
        assert at.reading.box.chooser is None
        assert len(at.session.panes) == 2


async def test_paging_through_keeps_few_lines(tmp_path: Path) -> None:
    text = "\n\n".join(f"Line {n} of a very long text." for n in range(4 * LINES_KEPT))
    folder = write(tmp_path / "long", {"long.txt": text})
    async with desk(folder, (60, 20)) as at:
        for _ in range(5):
            at.article.to_line(LINES_KEPT // 2)
            for line in range(0, LINES_KEPT // 2, 16):
                at.article.to_line(16)
                at.article.render_lines(at.article.size.region)
                assert line >= 0
        assert len(at.article._painted) <= LINES_KEPT + 20


def test_a_change_before_the_first_look_is_seen(vale: Path) -> None:
    dossier = open_dossier(vale)
    assert fingerprint(vale) == dossier.stamp
    (vale / "new.txt").write_text("New.", encoding="utf-8")
    assert fingerprint(vale) != dossier.stamp
