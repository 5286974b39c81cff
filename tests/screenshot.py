"""Makes the picture in the README: ``python -m tests.screenshot``."""

import asyncio
from pathlib import Path

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
        return app.export_screenshot(title="dossier seeds")


if __name__ == "__main__":
    (ROOT / ".assets" / "reading.svg").write_text(asyncio.run(take()), "utf-8")
