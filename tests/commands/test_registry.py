import importlib
import pkgutil
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dossier.commands
from dossier.commands.command import Command, key_label
from dossier.commands.jumping import Evidence
from dossier.commands.registry import BY_NAME, COMMANDS, keymap

TAKEN_BY_TERMINALS = {f"ctrl+{letter}" for letter in "ijmh[sqbaz"} | {"ctrl+left_square_bracket"}
"""Tab, newline, return, backspace, escape, flow control, and the prefixes of multiplexers and job control."""


DESIGN = """
slash:search n:next-hit N:previous-hit c:next-claim C:previous-claim
e:next-mention E:previous-mention s:next-source S:previous-source
enter:open o:compare-claim v:split x:close z:zoom tab:next-panel
H:back L:forward alt+left:back alt+right:forward m:bookmark
apostrophe:bookmarks y:copy i:entity-card question_mark:help ctrl+p:palette
g:to-start G:to-end space:page-down b:page-up j:line-down k:line-up
down:line-down up:line-up f2:reading-view f6:problems-view
"""
"""The keys that the design begins with, each with its command."""


def subclasses(of: type[Command]) -> set[type[Command]]:
    direct = set(of.__subclasses__())
    return direct.union(*(subclasses(each) for each in direct)) if direct else set()


def test_every_command_of_the_package_is_registered_once() -> None:
    for module in pkgutil.walk_packages(dossier.commands.__path__, "dossier.commands."):
        importlib.import_module(module.name)
    written = {each for each in subclasses(Command) if each.__module__.startswith("dossier.")}
    assert written == set(COMMANDS)
    assert len(COMMANDS) == len(set(COMMANDS))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.__name__)
def test_every_command_is_documented(command: type[Command]) -> None:
    assert command.__doc__ is not Command.__doc__
    assert re.fullmatch(r"[A-Z].{8,}[.]", command.help(), re.DOTALL)
    assert command.label
    assert len(command.label) <= 18
    assert command.group
    assert command.keys
    assert all(key_label(key) for key in command.keys)
    assert not set(command.keys) <= TAKEN_BY_TERMINALS


def test_no_key_and_no_name_stands_twice() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, number in keys.items() if number > 1] == []
    assert len(BY_NAME) == len({command.label for command in COMMANDS}) == len(COMMANDS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in BY_NAME)


def test_the_keymap_holds_every_key() -> None:
    keys = keymap()
    assert set(keys) == {key for command in COMMANDS for key in command.keys}
    for key, command in keys.items():
        assert key in command.keys
    digits = [keys[str(n)] for n in range(1, 10)]
    assert [digit.k for digit in digits if isinstance(digit, Evidence)] == list(range(1, 10))


def test_the_keys_of_the_design_are_there() -> None:
    wanted = dict(pair.split(":") for pair in DESIGN.split())
    keys = keymap()
    assert {key: keys[key].name() for key in wanted} == wanted


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+p", "Ctrl+P"),
        ("f2", "F2"),
        ("f12", "F12"),
        ("c", "c"),
        ("C", "C"),
        ("slash", "/"),
        ("shift+right", "Shift+→"),
        ("alt+left", "Alt+←"),
        ("ctrl+pagedown", "Ctrl+PgDn"),
        ("left_square_bracket", "["),
        ("question_mark", "?"),
        ("shift+tab", "Shift+Tab"),
    ],
)
def test_keys_are_written_as_people_write_them(key: str, shown: str) -> None:
    assert key_label(key) == shown


@given(st.text(max_size=20))
def test_any_key_can_be_written(key: str) -> None:
    assert isinstance(key_label(key), str)


def test_no_key_is_shown_by_its_internal_name() -> None:
    shown = {key_label(key) for command in COMMANDS for key in command.keys}
    assert [label for label in shown if "_" in label] == []
