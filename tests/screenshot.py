"""Makes the picture in the README: ``python -m tests.screenshot``."""

import asyncio
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.segment import Segment, Segments

from dossier.session.session import Session
from dossier.store.opening import open_dossier
from dossier.tui.app import DossierApp

ROOT = Path(__file__).parents[1]


async def take() -> str:
    """The demonstration with a claim shown in two sources, as SVG."""
    app = DossierApp(Session(open_dossier(ROOT / "seeds")), keep=False)
    async with app.run_test(size=(150, 42)) as pilot:
        await pilot.press("c", "c", "o")
        while "lending" not in (app.session.focused.text if app.session.focused else ""):
            await pilot.press("c")
        await pilot.press("o")
        await pilot.pause()
        return picture(app)


def picture(app: DossierApp) -> str:
    """What is on the screen, as SVG."""
    console = Console(
        width=app.size.width,
        file=StringIO(),
        force_terminal=True,
        color_system="truecolor",
        record=True,
        legacy_windows=False,
    )
    for strip in app.reading._compositor.render_strips():
        console.print(Segments([*strip, Segment.line()]), end="")
    return console.export_svg(title="dossier seeds")


if __name__ == "__main__":
    (ROOT / ".assets" / "reading.svg").write_text(asyncio.run(take()), "utf-8")
