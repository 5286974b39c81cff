"""The text of whole screens, compared with files; DOSSIER_SNAPSHOTS=write rewrites them."""

import html
import os
from pathlib import Path

import pytest

from tests.screenshot import take

from .screens import desk

SNAPSHOTS = Path(__file__).parent / "snapshots"

SCREENS: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "reading-20x5": ((20, 5), ()),
    "reading-80x24": ((80, 24), ()),
    "reading-120x40": ((120, 40), ()),
    "reading-200x50": ((200, 50), ()),
    "claim-80x24": ((80, 24), ("c", "c")),
    "claim-120x40": ((120, 40), ("c", "c", "o")),
    "card-120x40": ((120, 40), ("e", "f3")),
    "matrix-120x40": ((120, 40), ("c", "f4")),
    "sources-120x40": ((120, 40), ("f5",)),
    "problems-120x40": ((120, 40), ("f6",)),
    "search-120x40": ((120, 40), ("slash", *"harbour")),
    "help-120x40": ((120, 40), ("question_mark",)),
    "palette-120x40": ((120, 40), ("ctrl+p", *"pane")),
    "entities-80x24": ((80, 24), ("f", *"ho")),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_screen(name: str, vale: Path) -> None:
    size, keys = SCREENS[name]
    async with desk(vale, size) as at:
        await at.press(*keys)
        shown = "".join(line.rstrip() + "\n" for line in at.lines())
    kept = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("DOSSIER_SNAPSHOTS") == "write":
        SNAPSHOTS.mkdir(exist_ok=True)
        kept.write_text(shown, encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == shown


def test_no_snapshot_is_left_over() -> None:
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(SCREENS)


async def test_the_picture_of_the_readme_shows_the_screen() -> None:
    said = html.unescape(await take()).replace("\N{NO-BREAK SPACE}", " ")
    assert all(words in said for words in ("Pakistan-US minerals", "close, 3 sources", "next claim"))
