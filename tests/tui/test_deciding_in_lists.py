"""Deciding in lists: the claim that is decided is the one under the cursor, and on what is no claim's there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harbour import write_harbour
from tests.tui.screens import desk
from tests.tui.test_deciding import claims_of, saved
from tests.tui.test_suggesting import suggested


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "harbour")


@pytest.mark.parametrize("view", ["f7", "f8"])
async def test_in_a_list_of_claims_the_one_under_the_cursor_is_decided(harbour: Path, view: str) -> None:
    later = "Ferries\n\nThe ferry to Lower Marsh stopped on 4 May 2024 with 30 people.\n\nIt sank on 7 May 2025."
    (harbour / "ferries.txt").write_text(later, encoding="utf-8")
    again = "Boats\n\nThe ferry to Lower Marsh stopped on 4 May 2024 with 34 people.\n\nIt was an old boat."
    (harbour / "boats.txt").write_text(again, encoding="utf-8")
    async with desk(harbour, (160, 45)) as at:
        await suggested(at)
        await at.press("f2", "c")
        read = at.session.claim
        await at.press(view)
        listed = at.app.reading.view
        for _ in range(listed.count):
            assert at.session.claim == listed.chosen(listed.cursor).claim.id
            if at.session.claim != read:
                break
            await at.press("j")
        lit = at.session.claim
        assert lit != read
        await at.press("X")
        await saved(at)
        assert [claim["id"] for claim in claims_of(harbour)] == [lit]
        assert at.session.claim == listed.chosen(listed.cursor).claim.id != lit


async def test_on_a_problem_that_is_no_claims_nothing_is_decided(harbour: Path) -> None:
    (harbour / "nowhere.txt").symlink_to(harbour / "missing.txt")
    before = [claim["id"] for claim in claims_of(harbour)]
    async with desk(harbour, (160, 45)) as at:
        await suggested(at)
        await at.press("f2", "c")
        assert at.session.claim
        await at.press("f6")
        assert "nowhere.txt" in at.text()
        assert at.session.claim == ""
        await at.press("X")
        await saved(at)
        assert [claim["id"] for claim in claims_of(harbour)] == before
