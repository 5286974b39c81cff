import sys
from pathlib import Path

import pytest

import dossier
from dossier.cli import main as module
from dossier.cli.commands import COMMANDS
from dossier.model.errors import DossierError
from tests.cli.conftest import SEEDS, Run, is_one_line


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the application was opened with, instead of opening it."""
    calls: list[tuple[str, str]] = []
    from dossier.cli import open as opening

    def note(path: str, theme: str = "") -> int:
        calls.append((path, theme))
        return 0

    monkeypatch.setattr(opening, "open_application", note)
    return calls


def test_the_commands_of_main_are_those_that_exist() -> None:
    assert tuple(COMMANDS) == module.COMMANDS


def test_main_help_lists_commands_examples_and_exit_codes(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert done.err == ""
    assert done.out == run("-h").out
    for name, command in COMMANDS.items():
        assert f"  {name} " in done.out
        assert command.EXAMPLE in done.out
    for code in ("0 ", "1 ", "2 ", "3 ", "70 ", "130 "):
        assert f"\n  {code}" in done.out
    assert max(map(len, done.out.splitlines())) <= 100


@pytest.mark.parametrize("name", module.COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"usage: dossier {name} ")
    assert COMMANDS[name].EXAMPLE in done.out
    assert max(map(len, done.out.splitlines())) <= 120


@pytest.mark.parametrize("name", module.COMMANDS)
def test_the_examples_in_the_help_work(run: Run, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import shlex
    import shutil

    shutil.copytree(SEEDS, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    done = run(*shlex.split(COMMANDS[name].EXAMPLE)[1:])
    assert done.code in ((0, 1) if name == "compare" else (0,))  # 1: the two differ
    quiet = ("check", "claim", "entity", "source", "note", "undo", "redo", "history")
    assert bool(done.out) is (name not in quiet)


def test_version(run: Run) -> None:
    assert run("--version").out == f"dossier {dossier.__version__}\n"
    assert run("-V").code == 0


@pytest.mark.parametrize(
    ("arguments", "path", "theme"),
    [
        (["PATH"], "PATH", ""),
        (["PATH", "--theme", "light"], "PATH", "light"),
        (["--theme", "light", "PATH"], "PATH", "light"),
        (["--theme=light", "PATH"], "PATH", "light"),
        (["--", "PATH"], "PATH", ""),
        (["--debug", "PATH"], "PATH", ""),
    ],
)
def test_a_path_is_opened(
    run: Run, opened: list[tuple[str, str]], folder: Path, arguments: list[str], path: str, theme: str
) -> None:
    assert run(*(str(folder) if one == "PATH" else one for one in arguments)).code == 0
    assert opened == [(str(folder), theme)]


def test_without_a_path_the_current_folder_is_opened_if_it_holds_sources(
    run: Run, opened: list[tuple[str, str]], folder: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    run()
    monkeypatch.chdir(empty)
    run("--theme", "dark")
    assert opened == [(".", ""), (SEEDS, "dark")]


def test_a_file_and_a_folder_with_the_name_of_a_command_are_opened(
    run: Run, opened: list[tuple[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "check").mkdir()
    (tmp_path / "-odd.txt").write_text("text")
    run("./check")
    run("--", "-odd.txt")
    assert opened == [("./check", ""), ("-odd.txt", "")]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("serach", "no such file or folder: serach; did you mean the command search?"),
        ("Claim", "did you mean the command claim?"),
        ("help", "did you mean dossier --help?"),
        ("./serach", "no such file or folder: ./serach; check the spelling"),
        ("zzzzzz", "check the spelling"),
        ("", "no such file or folder: ''"),
        ("a\0b", "no such file or folder: a␀b"),
        ("\x1b[31m\x9b\u202e\udcff", "no such file or folder: ␛[31m"),
        ("x" * 100_000, "no such file or folder"),
    ],
)
def test_what_is_neither_path_nor_command_is_told_with_what_it_may_mean(run: Run, word: str, said: str) -> None:
    done = run(word)
    assert done.code == 3
    assert done.out == ""
    assert said in done.err
    assert is_one_line(done.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-such"],
        ["--theme"],
        ["one", "two"],
        ["search"],
        ["search", ""],
        ["search", "--", "-only"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "many"],
        ["read"],
        ["read", "1", SEEDS, "--width", "3"],
        ["claims", SEEDS, "--status", "singel"],
        ["claims", "--js"],
        ["claims", SEEDS, SEEDS],
        ["claims", "--\x1b[31m\n"],
        ["entities", "--kind", "%s"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("dossier: ")
    assert "--help" in done.err
    assert is_one_line(done.err)


@pytest.mark.parametrize("name", ["check", "claims", "entities", "sources"])
@pytest.mark.parametrize("path", ["/no/such/folder", "no\0such", "x" * 5000])
def test_a_missing_path_is_one_line_and_exit_code_3(run: Run, name: str, path: str) -> None:
    done = run(name, path, "--json")
    assert done.code == 3
    assert done.out == ""
    assert is_one_line(done.err)


def test_a_misspelt_value_is_told_with_the_right_one(run: Run) -> None:
    assert "did you mean conflicting?" in run("claims", SEEDS, "--status", "conflictng").err


def test_ctrl_c_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("dossier.cli.commands.run_command", interrupted)
    assert run("check", SEEDS) == (130, "", "")


@pytest.mark.parametrize("error", [ValueError("bad\x1b[31m\nvalue"), RecursionError(), MemoryError()])
def test_a_fault_is_one_line_and_its_traceback_is_for_those_who_ask(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> int:
        raise error

    monkeypatch.setattr("dossier.cli.commands.run_command", fail)
    done = run("check", SEEDS)
    assert done.code == 70
    assert type(error).__name__ in done.err
    assert "--debug" in done.err
    assert is_one_line(done.err)
    assert "Traceback" in run("check", "--debug").err
    monkeypatch.setenv("DOSSIER_DEBUG", "1")
    assert "Traceback" in run("check").err


def test_errors_of_the_system_and_of_the_family_have_their_exit_codes(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Exception] = [OSError(28, "No space left on device", "x\n"), DossierError("wrong; do this")]

    def fail(*_: object) -> int:
        raise waiting.pop()

    monkeypatch.setattr("dossier.cli.commands.run_command", fail)
    assert run("check") == (3, "", "dossier: wrong; do this\n")
    done = run("check")
    assert done.code == 3
    assert "No space left" in done.err
    assert is_one_line(done.err)


def test_without_standard_streams_nothing_fails(monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert module.main(["no such path"]) == 3
