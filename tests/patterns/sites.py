"""Every place of the package that makes or uses a regular expression, found in its syntax, and the expression."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from inspect import unwrap
from pathlib import Path
from sys import _getframe
from types import ModuleType
from typing import Any, NamedTuple

import pytest

import dossier

MAKERS = frozenset(("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"))
"""Functions of ``re`` that take an expression."""
ANCHORED = frozenset(("match", "fullmatch"))
"""Methods that try one place only."""


class Site(NamedTuple):
    """A call of ``re``: where it stands, the function around it, and the name its expression is reached by."""

    module: ModuleType
    call: ast.Call
    within: str
    name: str

    @property
    def method(self) -> str:
        """The function of ``re`` that is called."""
        assert isinstance(self.call.func, ast.Attribute)
        return self.call.func.attr

    @property
    def place(self) -> str:
        """Module and name or line, for people."""
        return f"{self.module.__name__.removeprefix('dossier.')}:{self.name or self.call.lineno}"


@cache
def modules() -> tuple[ModuleType, ...]:
    """All modules of the package, imported."""
    found = pkgutil.walk_packages(dossier.__path__, "dossier.")
    return tuple(importlib.import_module(one.name) for one in found if not one.name.endswith("__main__"))


@cache
def _tree(module: ModuleType) -> ast.Module:
    assert module.__file__
    return ast.parse(Path(module.__file__).read_text("utf-8"))


@cache
def sites() -> tuple[Site, ...]:
    """All calls of ``re`` that take an expression, in every module."""
    return tuple(site for module in modules() for site in _sites(module, _tree(module), "", ""))


def _sites(module: ModuleType, node: ast.AST, within: str, name: str) -> Iterator[Site]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        within = name = f"{within}.{node.name}".lstrip(".")
    elif not within and isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        name = node.targets[0].id
    elif _makes(node):
        assert isinstance(node, ast.Call)
        yield Site(module, node, within, name)
    for child in ast.iter_child_nodes(node):
        yield from _sites(module, child, within, name)


def _makes(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in MAKERS
    )


def hidden() -> list[str]:
    """Modules that reach ``re`` by another way than ``re.name``, which :func:`sites` would not see."""
    return [
        f"{module.__name__}:{node.lineno}"
        for module in modules()
        for node in ast.walk(_tree(module))
        if (isinstance(node, ast.ImportFrom) and node.module in ("re", "regex"))
        or (isinstance(node, ast.Import) and any(a.name in ("re", "regex") and a.asname for a in node.names))
    ]


def methods(site: Site) -> frozenset[str]:
    """How an expression is used: ``match`` and ``fullmatch`` try one place, ``search`` stands for all others.

    Where that cannot be seen in the syntax, it is taken to be searched for.
    """
    if site.method != "compile":
        return frozenset((site.method if site.method in ANCHORED else "search",))
    name = site.name.rpartition(".")[2]
    users = (site.module,) if name.startswith("_") else modules()
    return frozenset().union(*(_uses(module).get(name, ()) for module in users)) or frozenset(("search",))


@cache
def _uses(module: ModuleType) -> dict[str, set[str]]:
    """The methods that are called on each name, or on what a function of the name gives."""
    called: dict[int, str] = {}
    uses: dict[str, set[str]] = {}
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Attribute) and node.attr in ANCHORED:
            of = node.value.func if isinstance(node.value, ast.Call) else node.value
            called[id(of)] = node.attr
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                uses.setdefault(alias.name, set()).add("search")
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            name = node.id if isinstance(node, ast.Name) else node.attr
            uses.setdefault(name, set()).add(called.get(id(node), "search"))
    return uses


def patterns(site: Site, calls: dict[str, Callable[[], Any]]) -> list[re.Pattern[str]]:
    """The expressions of a place: read from its syntax where that is all, else caught while its function runs.

    ``calls`` says for functions that take arguments how to run them.
    """
    try:
        values = [eval(compile(ast.Expression(one), "", "eval"), vars(site.module)) for one in _arguments(site)]
    except NameError:
        return _caught(site, calls.get(f"{site.module.__name__}.{site.within}"))
    return [values[0] if isinstance(values[0], re.Pattern) else re.compile(*values)]


def _arguments(site: Site) -> list[ast.expr]:
    flags = [word.value for word in site.call.keywords if word.arg == "flags"]
    if site.method == "compile":
        flags += site.call.args[1:2]
    return [site.call.args[0], *flags]


def _caught(site: Site, call: Callable[[], Any] | None) -> list[re.Pattern[str]]:
    with _catching(site) as found:
        if call is not None:
            call()
        else:
            made = site.module
            for part in site.within.split("."):
                made = getattr(made, part)
            unwrap(made)()  # type: ignore[arg-type]
    return found


@contextmanager
def _catching(site: Site) -> Iterator[list[re.Pattern[str]]]:
    found: list[re.Pattern[str]] = []
    make = re.compile

    def caught(pattern: Any, flags: int = 0) -> re.Pattern[str]:
        frame = _getframe(1)
        made = make(pattern, flags)
        here = frame.f_code.co_filename == site.module.__file__
        if here and site.call.lineno <= frame.f_lineno <= (site.call.end_lineno or 0):
            found.append(made)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(re, "compile", caught)
        yield found
