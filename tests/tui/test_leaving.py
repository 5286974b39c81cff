"""What is kept when one leaves, and found when one comes back."""

from pathlib import Path

from dossier.session.keeping import place_of, session_for
from dossier.session.session import View
from dossier.store.opening import open_dossier
from dossier.store.place import load_place, place_file
from dossier.store.settings import load_settings
from dossier.tui.app import DossierApp

from .folders import hashes


def kept(path: Path) -> DossierApp:
    place = load_place(path)
    return DossierApp(session_for(open_dossier(path), place), fresh=not place)


async def test_the_place_is_kept_and_found_again(vale: Path) -> None:
    before = hashes(vale)
    app = kept(vale)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "c", "o", "m", "f4", "q")
    assert load_place(vale) == place_of(app.session)
    again = kept(vale)
    assert place_of(again.session) == place_of(app.session)
    async with again.run_test(size=(120, 40)) as pilot:
        assert again.session.view is View.MATRIX
        await pilot.press("f2")
        assert len(again.session.panes) == 2
    assert hashes(vale) == before


async def test_an_unreadable_place_is_a_first_start(vale: Path) -> None:
    place_file(vale).parent.mkdir(parents=True)
    place_file(vale).write_text('{"key": "x", "place": [', encoding="utf-8")
    app = kept(vale)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "q")
    assert load_place(vale)["claim"] == "size"


async def test_a_place_that_cannot_be_written_is_said(vale: Path) -> None:
    place_file(vale).parent.parent.mkdir(parents=True, exist_ok=True)
    place_file(vale).parent.write_text("a file where the folder should be", encoding="utf-8")
    app = kept(vale)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        app.session.notice = ""
        assert app._keeper is not None
        app._keeper.save()
        assert app.session.notice
        await pilot.press("q")


async def test_two_sessions_keep_the_bookmarks_of_both(vale: Path) -> None:
    """Each has set one, and one of them has taken away what was there before."""
    old = kept(vale)
    async with old.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "m", "q")
    first, second = kept(vale), kept(vale)
    async with first.run_test(size=(120, 40)) as one:
        await one.press("m", "c", "m")
        async with second.run_test(size=(120, 40)) as two:
            await two.press("s", "c", "m", "q")
        await one.press("q")
    begun = sorted(place.source for place in kept(vale).session.bookmarks)
    assert begun == ["1-harbour", "2-loan"]
    assert old.session.bookmarks[0] not in kept(vale).session.bookmarks
    assert first.session.bookmarks[0] in kept(vale).session.bookmarks


async def test_colours_are_kept_for_every_dossier(vale: Path) -> None:
    app = kept(vale)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10", *"light", "enter", "q")
    assert load_settings()["theme"] == "light"
