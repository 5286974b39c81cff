"""A folder without YAML fills by itself, and suggestions look like what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harbour import write_harbour
from tests.tui.screens import Desk, desk


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "harbour")


async def suggested(at: Desk) -> None:
    """Wait until the sources have been studied behind the screen."""
    await at.app.begun.wait()
    assert at.app.suggesting is not None
    task = at.app.suggesting._task
    assert task is not None
    await task
    await at.settle()


async def test_names_and_claims_come_by_themselves(harbour: Path) -> None:
    async with desk(harbour) as at:
        assert not at.session.dossier.claims
        await suggested(at)
        text = at.text()
        assert "~ Ines Calder" in text
        await at.press("c")
        assert "~ suggested, strength" in at.text()
        assert "alike" not in at.text()
        await at.press("w")
        assert "~ alike" in at.text()


async def test_suggestions_can_be_hidden_and_narrowed(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        every = len(at.session.dossier.claims)
        await at.press("U")
        assert 0 < len(at.session.dossier.claims) < every
        await at.press("u")
        assert not at.session.dossier.claims
        assert not at.session.dossier.entities
        await at.press("u", "U", "U", "U")
        assert len(at.session.dossier.claims) == every


async def test_the_place_stays_when_suggestions_come(harbour: Path) -> None:
    (harbour / "long.txt").write_text(
        "\n\n".join(f"Paragraph {n} of a long text." for n in range(200)), encoding="utf-8"
    )
    async with desk(harbour) as at:
        await at.press("s", "G")
        before = at.article.on_screen
        await suggested(at)
        assert at.article.on_screen == before


async def test_timeline_and_differences_lead_to_the_words(harbour: Path) -> None:
    async with desk(harbour, (160, 45)) as at:
        await suggested(at)
        await at.press("f7")
        assert "Timeline" in at.text()
        assert "Mar 2024" in at.text()
        await at.press("enter")
        assert "March 2024" in at.spot
        await at.press("f8")
        assert "close, 2 sources" in at.text()
        await at.press("enter")
        assert at.session.view.value == "reading"


async def test_the_status_line_tells_studying_from_comparing(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        assert at.app.suggesting is not None
        for done, told in ((3, "studying 3 of 4"), (4, "comparing 4 sources")):
            assert not at.app.suggesting._tell(b'{"done": %d, "total": 4, "ready": false}' % done)
            await at.settle()
            assert told in at.text()


async def test_what_most_sources_state_stands_first_in_the_matrix(harbour: Path) -> None:
    claims = "- text: The square was repaved\n  evidence: [{source: one, quote: The old market square was repaved}]\n"
    (harbour / "claims.yaml").write_text(claims, encoding="utf-8")
    (harbour / "three.txt").write_text("The Vale Bank lent Port Mara $1.3 billion in March 2024.\n", encoding="utf-8")
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("f4")
        rows = [line for line in at.lines() if "●" in line][1:]
        counts = [row.count("●") for row in rows]
        assert "The square was repaved" in rows[0]
        assert counts[1:] == sorted(counts[1:], reverse=True)
        assert counts[1] > counts[-1]
        await at.press("home", "down", "enter")
        assert at.session.focused is not None
        assert len(at.session.focused.sources) == counts[1]
