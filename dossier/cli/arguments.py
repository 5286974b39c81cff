"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import TypeVar

from dossier.cli.nearest import did_you_mean

Value = TypeVar("Value")


def add_path(parser: argparse.ArgumentParser) -> None:
    """Declare PATH, ``None`` when it is not given."""
    parser.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="a folder or a file (default: the current folder if it holds sources, else the demonstration)",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Declare ``--json``."""
    parser.add_argument("--json", action="store_true", help="print one JSON array")


def add_csv(parser: argparse.ArgumentParser) -> None:
    """Declare ``--csv``."""
    parser.add_argument("--csv", action="store_true", help="print comma-separated values with a line of headings")


def add_decided(parser: argparse.ArgumentParser) -> None:
    """Declare ``--decided``."""
    parser.add_argument("--decided", action="store_true", help="only what a person decided, no suggestions")


def one_of(values: Mapping[str, Value]) -> Callable[[str], Value]:
    """A reader of an argument that is one of the names in ``values``, upper and lower case alike."""

    def read(text: str) -> Value:
        found = values.get(text.casefold().strip())
        if found is None:
            near = did_you_mean(text, values)
            raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(values)}{near}")
        return found

    return read


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """A reader of an argument that is a whole number from ``low`` to ``high``."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return number

    return read
