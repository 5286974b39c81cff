"""Rules of the house that a reader of one file does not see."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .screens import SEEDS, STILL_LIVE, Watched, desk

PACKAGE = Path(__file__).parents[2] / "dossier"
BELOW = ("commands", "session", "search", "store", "analysis", "ingest", "model")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names} | {node.module or ""}
    return found


@pytest.mark.parametrize("layer", BELOW)
def test_nothing_below_the_screens_knows_textual(layer: str) -> None:
    files = list((PACKAGE / layer).rglob("*.py"))
    assert files
    assert [path.name for path in files if any(name.split(".")[0] == "textual" for name in imports(path))] == []


def test_commands_and_session_load_without_textual() -> None:
    code = "import sys, dossier.commands.registry, dossier.session.keeping; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


MARKUP_CALLS = {"from_markup", "to_content", "notify", "escape", "visualize", "Text", "render_markup"}


def screens() -> list[Path]:
    return sorted((PACKAGE / "tui").rglob("*.py"))


@pytest.mark.parametrize("path", screens(), ids=lambda path: path.stem)
def test_no_text_is_parsed_as_markup(path: Path) -> None:
    """Only widgets that paint segments of their own are used."""
    assert not any(name.startswith(("textual.widgets", "rich.markup", "rich.text")) for name in imports(path))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert called not in MARKUP_CALLS
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("tooltip", "border_title", "border_subtitle")


@pytest.mark.parametrize("path", screens(), ids=lambda path: path.stem)
def test_private_names_of_textual_are_touched_in_one_file(path: Path) -> None:
    if path.name == "painting.py":
        return
    text = path.read_text("utf-8")
    assert not re.search(r"\b_compositor\b|\b_select_state\b|textual\._", text)


async def test_no_control_character_is_in_any_strip_of_the_demonstration() -> None:
    async with desk(SEEDS, (160, 50)) as at:
        for key in ("c", "o", "e", "f3", "f2", "f4", "f2", "f5", "f2", "f6", "f2", "question_mark", "escape", *"sss"):
            await at.press(key)
            for widget in at.reading.query("*"):
                for y in range(widget.size.height):
                    text = "".join(segment.text for segment in widget.render_line(y))
                    assert not {ord(c) for c in text}.intersection(STILL_LIVE)


async def test_ending_before_everything_has_begun(vale: Path) -> None:
    async with desk(vale) as at:
        pass
    super(Watched, at.app)._begin()
