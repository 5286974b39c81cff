"""Typed access to the keys of one item of a YAML file, with a problem for whatever does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from dossier.store.yaml_nodes import Listing, Mapping, Node, Scalar, YamlFile

_Choice = TypeVar("_Choice", bound=StrEnum)

_DATE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:[T ]\d\d:\d\d.*)?$", re.ASCII)


class Settled(StrEnum):
    """What a person made of a suggestion."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Cited(StrEnum):
    """Which text a quote is cited from: that of today, or the version it was taken from."""

    TODAY = "today"
    VERSION = "version"


class Item:
    """One mapping of a YAML file and what may stand in it."""

    def __init__(self, file: YamlFile, mapping: Mapping) -> None:
        self._file = file
        self._mapping = mapping

    @property
    def line(self) -> int:
        """Where it begins, from 1."""
        return self._mapping.line

    def report(self, message: str, advice: str, key: str = "", *, warning: bool = False) -> None:
        """Adds a problem at ``key``, or at the item's first line."""
        line = self._mapping.lines.get(key, self.line)
        self._file.report(message, advice, line, key, warning=warning)

    def node(self, key: str) -> Node | None:
        """The value of ``key`` as it is."""
        return self._mapping.entries.get(key)

    def text(self, key: str) -> str:
        """The text of ``key``, white space at its ends left out; empty when it is missing or no text."""
        node = self._mapping.entries.get(key)
        if node is None:
            return ""
        if isinstance(node, Scalar):
            return node.text.strip()
        self.report("a text is expected here", "write it on one line, in quotes where it has a colon", key)
        return ""

    def line_of_text(self, key: str) -> str:
        """The text of ``key`` with runs of white space made one space, for names and titles."""
        return " ".join(self.text(key).split())

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, each on one line; a single text counts as a list of one."""
        node = self._mapping.entries.get(key)
        if node is None:
            return ()
        found: list[str] = []
        for item in node.items if isinstance(node, Listing) else [node]:
            if isinstance(item, Scalar):
                found.append(" ".join(item.text.split()))
            else:
                self.report("a list of texts is expected here", "write [one, two]", key)
        return tuple(text for text in found if text)

    def choice(self, key: str, among: type[_Choice], default: _Choice) -> _Choice:
        """One of the allowed words, ``default`` when it is missing or not one of them."""
        written = self.text(key)
        if not written:
            return default
        for allowed in among:
            if allowed.value == written.lower():
                return allowed
        words = ", ".join(member.value for member in among)
        self.report(f"{shortened(written)} is not a {key}", f"use one of {words}; read as {default.value}", key)
        return default

    def number(self, key: str, lowest: int, highest: int) -> int | None:
        """A whole number between two bounds, ``None`` when it is missing or not one."""
        written = self.text(key)
        if not written:
            return None
        if len(written) < 12 and written.isascii() and written.isdecimal() and lowest <= int(written) <= highest:
            return int(written)
        self.report(f"{shortened(written)} is not a {key}", f"use a whole number from {lowest} to {highest}", key)
        return None

    def date(self, key: str) -> str:
        """An ISO 8601 date, year and month, or year; a time after it is left out."""
        written = self.text(key)
        match = _DATE.match(written)
        if written and not match:
            self.report(f"{shortened(written)} is not a date", "write it like 2026-02-12, 2026-02 or 2026", key)
        return match[1] if match else ""

    def warn_unknown(self, known: frozenset[str]) -> None:
        """Warns of keys that the format does not know; they stay in the file."""
        for key in self._mapping.lines:
            if key not in known:
                advice = "it is kept and not used; known are " + ", ".join(sorted(known))
                self.report(f"unknown key {shortened(key)}", advice, key, warning=True)


def items(file: YamlFile, node: Node | None, what: str, key: str = "") -> Iterator[Item]:
    """The mappings in a list; whatever else stands in it is reported as not being ``what``."""
    if node is None or (isinstance(node, Scalar) and not node.text):
        return
    if not isinstance(node, Listing):
        file.report(f"a list of {what} is expected here", "begin each with a dash", node.line, key)
        return
    for item in node.items:
        if isinstance(item, Mapping):
            yield Item(file, item)
        else:
            file.report(f"this is not one of the {what}", "write its keys and values below the dash", item.line, key)


def shortened(text: str) -> str:
    """``text`` in quotation marks on one line, cut where it is too long for a message."""
    line = " ".join(text.split())
    return f'"{line[:57]}..."' if len(line) > 60 else f'"{line}"'
