import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS

MAIN = [sys.executable, "-m", "dossier"]


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check", SEEDS],
        ["search", "copper", SEEDS],
        ["claims", SEEDS, "--json"],
        ["entities", SEEDS],
        ["sources", SEEDS],
        ["read", "1", SEEDS],
        ["search", "--help"],
        ["serach"],
    ],
)
def test_commands_do_not_import_textual(arguments: list[str]) -> None:
    done = python(
        "import sys; from dossier.cli.main import main; main(sys.argv[1:]); assert 'textual' not in sys.modules",
        *arguments,
    )
    assert done.returncode == 0, done.stderr


def test_main_imports_nothing_before_the_application_opens() -> None:
    done = python(
        """
import os, sys
before = set(sys.modules)
from dossier.cli import main as module
assert set(sys.modules) - before - {"__future__"} == {"dossier", "dossier.cli", "dossier.cli.main"}
from dossier.cli import open as opening
allowed = set(sys.modules)
opening.open_application = lambda path, theme="": print(path, theme, *sorted(set(sys.modules) - allowed)) or 0
os.chdir(sys.argv[1])
sys.exit(module.main([]) or module.main(["one.txt", "--theme", "dark"]))
""",
        SEEDS,
    )
    assert done.returncode in (0, 3), done.stderr
    loaded = done.stdout.splitlines()[0].split()[1:]
    assert all(name.partition(".")[0] == "dossier" for name in loaded), loaded
    assert set(loaded) <= {
        "dossier.cli.paths",
        "dossier.ingest",
        "dossier.ingest.folder",
        "dossier.ingest.readers",
    }


def test_a_pipe_that_closes_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("A long text of words.\n\n" * 50_000)
    with subprocess.Popen(
        [*MAIN, "read", "long", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*MAIN, "sources", SEEDS], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_ctrl_c_ends_without_a_word() -> None:
    done = python(
        """
import os, signal, sys
from dossier.cli import commands, main
commands.run_command = lambda *_: os.kill(os.getpid(), signal.SIGINT) or signal.pause()
sys.exit(main.main(["check"]))
"""
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_output_is_utf8_wherever_it_goes() -> None:
    surroundings = os.environ | {"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}
    done = subprocess.run([*MAIN, "claims", SEEDS, "--json"], capture_output=True, env=surroundings, check=True)
    assert any("’" in e["quote"] for claim in json.loads(done.stdout.decode("utf-8")) for e in claim["evidence"])
    done = subprocess.run([*MAIN, "read", "1", SEEDS], capture_output=True, env=surroundings, check=True)
    assert "Chargé d’Affaires" in " ".join(done.stdout.decode("utf-8").split())


def on_terminal(*arguments: str, **surroundings: str) -> str:
    """What the command writes on a terminal."""
    controller, terminal = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", **surroundings}
    ends = {"stdin": terminal, "stdout": terminal, "stderr": terminal}
    with subprocess.Popen([*MAIN, *arguments], **ends, env=environment) as run:
        os.close(terminal)
        parts: list[bytes] = []
        try:
            while part := os.read(controller, 65536):
                parts.append(part)
        except OSError:
            pass  # Linux: the other end is closed
        os.close(controller)
        assert run.wait() == 0, parts
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_a_table_with_headings() -> None:
    out = on_terminal("sources", SEEDS, COLUMNS="100", NO_COLOR="1")
    assert "reliability" in out.splitlines()[0]
    assert "\t" not in out
    assert "\x1b[3" not in out


def test_document_text_is_not_markup_in_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[sic] [b]bold[/b] [/nothing] :smile: \x1b[31mred\n")
    out = on_terminal("search", "bold", str(tmp_path), COLUMNS="120")
    assert "[sic] [b]" in out
    assert "[/nothing] :smile: ␛[31mred" in out


def test_a_narrow_terminal_loses_no_letter() -> None:
    out = on_terminal("entities", SEEDS, "--kind", "person", COLUMNS="40", NO_COLOR="1")
    assert "…" not in out
    wide = on_terminal("entities", SEEDS, "--kind", "person", COLUMNS="200", NO_COLOR="1")
    assert sorted("".join(re.sub("\x1b.*?m", "", wide).split())) == sorted("".join(re.sub("\x1b.*?m", "", out).split()))
