"""Starting and ending in a real terminal: what is painted when, and how the terminal is left."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("termios")

from dossier.store.picture import stamp
from tests.emulator import Emulator
from tests.terminal import ALTERNATE_SCREEN, CURSOR, Terminal

SEEDS = Path(__file__).parents[1] / "seeds"
SIZE = 120, 40
FIRST, SECOND = "The quarry reopened on Monday", "The ferry was late again"
FRESH_MODES = {7, CURSOR}
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"

BLOCK = """
import sys, threading
class Block:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r} and threading.current_thread() is threading.main_thread():
            {act}
sys.meta_path.insert(0, Block())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossier"
    made.mkdir()
    (made / "one.txt").write_text(f"A quarry\n\n{FIRST}, and the road is open.\n", encoding="utf-8")
    (made / "two.txt").write_text(f"A ferry\n\n{SECOND}, said the harbour master.\n", encoding="utf-8")
    return made


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "DOSSIER_STATE_DIR": str(tmp_path / "state"),
        "DOSSIER_CACHE_DIR": str(tmp_path / "cache"),
        "PYTHONPATH": str(tmp_path / "site"),
    }


def start(path: Path, environment: dict[str, str], *options: str, size: tuple[int, int] = SIZE) -> Terminal:
    return Terminal([sys.executable, "-m", "dossier", *options, str(path)], size, environment)


def visit(path: Path, environment: dict[str, str]) -> None:
    """Open it, and leave as a person does, so that a picture is kept.

    Again, where what was written while the program ended has made the picture an old one: that is right, and of a busy
    machine.
    """
    for _ in range(5):
        with start(path, environment) as terminal:
            terminal.wait(FIRST)
            terminal.settle()
            terminal.key("q")
            assert terminal.wait_end() == 0
        if is_kept(environment):
            return


def study(path: Path, environment: dict[str, str]) -> None:
    """Have the sources studied, so that nothing is left to tell of on the status line."""
    command = [sys.executable, "-m", "dossier", "claims", str(path)]
    subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True)


def is_kept(environment: dict[str, str]) -> bool:
    """Whether a picture is kept, of files as they are now."""
    for file in (Path(environment["DOSSIER_STATE_DIR"]) / "pictures").glob("*"):
        _, _, count, rest = file.read_bytes().split(b"\n", 3)
        marks = [said.partition(b" ") for said in rest.split(b"\n", int(count))[:-1]]
        return all(stamp(os.fsdecode(name)).encode() == mark for mark, _, name in marks)
    return False


def kept_picture(environment: dict[str, str]) -> bytes:
    """What is painted of the one picture that was kept."""
    (file,) = (Path(environment["DOSSIER_STATE_DIR"]) / "pictures").iterdir()
    head = file.read_bytes().split(b"\n", 3)
    return head[3].split(b"\n", int(head[2]))[-1]


def interfere(environment: dict[str, str], module: str, act: str) -> None:
    """Do something when the main thread of a program imports a module."""
    site = Path(environment["PYTHONPATH"])
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text(BLOCK.format(module=module, act=act))


def assert_as_before(terminal: Terminal) -> None:
    assert terminal.modes == FRESH_MODES
    assert terminal.attributes == terminal.attributes_before
    assert terminal.log.count(ENTER) == terminal.log.count(LEAVE)


def test_seeds_open_and_q_leaves_the_terminal_as_it_was(environment: dict[str, str]) -> None:
    with start(SEEDS, environment) as terminal:
        terminal.wait("Over 37 years")
        assert {ALTERNATE_SCREEN} <= terminal.modes
        assert CURSOR not in terminal.modes
        assert terminal.attributes != terminal.attributes_before
        terminal.key("q")
        assert terminal.wait_end() == 0
        assert_as_before(terminal)


def test_repeat_start_paints_before_textual_is_imported(folder: Path, environment: dict[str, str]) -> None:
    visit(folder, environment)
    interfere(environment, "textual", "raise RuntimeError('textual is imported')")
    with start(folder, environment) as terminal:
        assert terminal.wait_end() != 0
        assert FIRST.encode() in terminal.log
        assert b"textual is imported" in terminal.log
        assert terminal.log.index(FIRST.encode()) < terminal.log.index(b"textual is imported")


def test_first_start_paints_nothing_before_textual_is_imported(folder: Path, environment: dict[str, str]) -> None:
    interfere(environment, "textual", "raise RuntimeError('textual is imported')")
    with start(folder, environment) as terminal:
        assert terminal.wait_end() != 0
        assert ENTER not in terminal.log


def test_the_application_takes_the_picture_over_without_a_change(folder: Path, environment: dict[str, str]) -> None:
    study(folder, environment)
    visit(folder, environment)
    picture = kept_picture(environment)
    with start(folder, environment) as terminal:
        terminal.wait_until(lambda: picture in terminal.log, "the whole picture")
        painted = terminal.log.index(picture) + len(picture)
        terminal.wait_until(lambda: len(terminal.frames) > 0 and 1004 in terminal.modes, "the application")
        terminal.settle()
        assert terminal.log.count(ENTER) == 1
        for sequence in (LEAVE, b"\x1b[2J", b"\x1b[J", b"\x1b[3J", b"\x1bc"):
            assert sequence not in terminal.log
        before = Emulator(*SIZE)
        before.feed(bytes(terminal.log[:painted]))
        for _, after in terminal.replay([(when, stop) for when, stop in terminal.reads if stop >= painted]):
            assert after.text == before.text
        assert terminal.emulator.cells == before.cells
        terminal.key("q")
        assert terminal.wait_end() == 0
        assert_as_before(terminal)


def add_source(folder: Path) -> None:
    (folder / "three.txt").write_text("Another article has come.\n")


def change_source(folder: Path) -> None:
    with (folder / "one.txt").open("a") as source:
        source.write("\nA correction was added later.\n")


def remove_source(folder: Path) -> None:
    (folder / "two.txt").unlink()


def write_yaml(name: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        with (folder / name).open("a") as file:
            file.write("# changed\n")

    return write


def nothing(folder: Path) -> None:
    pass


YAMLS = ("dossier.yaml", "entities.yaml", "claims.yaml")
CHANGES = [add_source, change_source, remove_source, *map(write_yaml, YAMLS)]


def is_painted(terminal: Terminal) -> bool:
    with terminal:
        terminal.wait_end()
        return ENTER in terminal.log


def paints(begin: Callable[[], Terminal]) -> bool:
    """Whether a start paints its picture: on a busy machine the program can fail before that, so in one of a few."""
    return any(is_painted(begin()) for _ in range(6))


@pytest.mark.parametrize("change", CHANGES, ids=["added", "changed", "removed", *YAMLS])
def test_no_picture_after_a_file_has_changed(
    folder: Path, environment: dict[str, str], change: Callable[[Path], None]
) -> None:
    for name in YAMLS:
        (folder / name).write_text("# nothing yet\n")
    visit(folder, environment)
    interfere(environment, "textual", "raise RuntimeError('textual is imported')")
    assert paints(lambda: start(folder, environment))
    change(folder)
    assert not is_painted(start(folder, environment))


def test_no_picture_for_another_size_theme_dossier_or_kind_of_terminal(
    folder: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    visit(folder, environment)
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    interfere(environment, "textual", "raise RuntimeError('textual is imported')")
    assert not is_painted(start(folder, environment, size=(SIZE[0] + 1, SIZE[1])))
    assert not is_painted(start(folder, environment, size=(SIZE[0], SIZE[1] - 1)))
    assert not is_painted(start(folder, environment, "--theme", "light"))
    assert not is_painted(start(other, environment))
    assert not is_painted(start(folder, environment | {"NO_COLOR": "1"}))
    assert not is_painted(start(folder, environment | {"COLORTERM": ""}))
    assert paints(lambda: start(folder, environment))


def test_no_picture_after_another_theme_was_set(folder: Path, environment: dict[str, str]) -> None:
    visit(folder, environment)
    state = Path(environment["DOSSIER_STATE_DIR"])
    state.mkdir(exist_ok=True)
    (state / "settings.json").write_text('{"theme": "light"}')
    interfere(environment, "textual", "raise RuntimeError('textual is imported')")
    assert not is_painted(start(folder, environment))


def test_no_picture_is_kept_of_what_the_next_start_does_not_show(folder: Path, environment: dict[str, str]) -> None:
    visit(folder, environment)
    with start(folder, environment) as terminal:
        terminal.wait(FIRST)
        terminal.settle()
        terminal.key("/")
        terminal.type("ferry")
        terminal.wait(r"\d hits? in")
        terminal.key("enter")
        terminal.wait_until(lambda: "Enter opens" not in terminal.text(), "the article")
        terminal.key("q")
        assert terminal.wait_end() == 0
    interfere(environment, "textual", "raise RuntimeError('textual is imported')")
    assert not is_painted(start(folder, environment))


@pytest.mark.parametrize("module", ["textual", "asyncio", "dossier.tui.app"])
@pytest.mark.parametrize("error", ["RuntimeError('lost')", "MemoryError()", "KeyboardInterrupt()", "SystemExit(5)"])
def test_a_crash_during_the_start_leaves_no_picture(
    folder: Path, environment: dict[str, str], module: str, error: str
) -> None:
    visit(folder, environment)
    assert any(crashes_with_a_picture(folder, environment, module, error, tenths) for tenths in range(8))


def crashes_with_a_picture(folder: Path, environment: dict[str, str], module: str, error: str, tenths: int) -> bool:
    """Whether there was a picture before the crash so many tenths of a second on; after it there is none.

    On a busy machine the picture may come late: then the crash is tried again, later.
    """
    wait = "0.1 + " * tenths  # of another length each time, or the one before would be taken, compiled
    interfere(environment, module, f"import time; time.sleep({wait}0); raise {error}")
    terminal = start(folder, environment)
    with terminal:
        assert terminal.wait_end() != 0
        assert_as_before(terminal)
        if ENTER not in terminal.log:
            return False
        assert FIRST not in terminal.log[terminal.log.index(LEAVE) :].decode()
        return True


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_during_the_start_leaves_no_picture(
    folder: Path, environment: dict[str, str], number: signal.Signals
) -> None:
    visit(folder, environment)
    interfere(environment, "textual", "import signal; signal.pause()")
    with start(folder, environment) as terminal:
        terminal.wait(FIRST)
        terminal.settle()
        terminal.signal(number)
        assert terminal.wait_end() in (-number, 128 + number)
        assert_as_before(terminal)


@pytest.mark.parametrize("visited", [False, True], ids=["first", "repeat"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_running_application_gives_the_terminal_back(
    folder: Path, environment: dict[str, str], number: signal.Signals, visited: bool
) -> None:
    if visited:
        visit(folder, environment)
    with start(folder, environment) as terminal:
        terminal.wait(FIRST)
        terminal.wait_until(lambda: 2004 in terminal.modes, "the application")
        terminal.settle()
        terminal.signal(number)
        assert terminal.wait_end() in (-number, 128 + number)
        assert_as_before(terminal)


@pytest.mark.parametrize("visited", [False, True], ids=["first", "repeat"])
def test_keys_typed_during_the_start_arrive(folder: Path, environment: dict[str, str], visited: bool) -> None:
    if visited:
        visit(folder, environment)
    with start(folder, environment) as terminal:
        if visited:
            terminal.wait(FIRST)
        terminal.key("s")
        terminal.wait(SECOND)
        terminal.settle()
        terminal.key("q")
        assert terminal.wait_end() == 0
        assert_as_before(terminal)


@pytest.mark.parametrize("visited", [False, True])
@pytest.mark.parametrize(
    "sent",
    [b"\xff", b"/abc\xe9\x1b", b"\xc3", b"\x1b\xff", b"\x1b[200~caf\xe9\x1b[201~", b"/\x1b[200~caf\xe9\x1b[201~\x1b"],
)
def test_bytes_that_are_not_utf8_do_no_harm(
    folder: Path, environment: dict[str, str], sent: bytes, *, visited: bool
) -> None:
    if visited:
        visit(folder, environment)
    with start(folder, environment) as terminal:
        terminal.wait(FIRST)
        terminal.settle()
        terminal.send(sent)
        terminal.settle(0.4)  # a lone escape is told from the start of a sequence by time
        terminal.key("f5")
        terminal.wait("Sources")
        terminal.settle()
        terminal.key("q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.log


@pytest.mark.parametrize("keys", ["qv", "qo", "qi", "qq", "qmv", "qr", "q/boats\r"])
def test_keys_after_q_do_nothing(folder: Path, environment: dict[str, str], keys: str) -> None:
    with start(folder, environment) as terminal:
        terminal.wait(FIRST)
        terminal.settle()
        terminal.send(keys.encode())
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.log
        assert_as_before(terminal)
    with start(folder, environment) as terminal:
        screen = terminal.wait(FIRST)
        assert SECOND not in screen


def test_bookmarks_outlive_a_kill(folder: Path, environment: dict[str, str]) -> None:
    with start(folder, environment) as terminal:
        terminal.wait(FIRST)
        terminal.settle()
        terminal.key("m")
        terminal.wait("Bookmarked")
        places = Path(environment["DOSSIER_STATE_DIR"]) / "places"
        terminal.wait_until(lambda: any(places.glob("*.json")), "the file of the place")
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_end() == -signal.SIGKILL
    with start(folder, environment) as terminal:
        terminal.wait(FIRST)
        terminal.settle()
        terminal.key("'")
        terminal.wait("1 set|A quarry.*\n(.*\n)*.*bookmark:")
