"""Writing one text so that it reads back as it is, in the style around it where that is safe."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import NamedTuple

import yaml

STR_TAG = "tag:yaml.org,2002:str"
FLOAT_TAG = "tag:yaml.org,2002:float"
_RESOLVER = yaml.resolver.Resolver()
_ANALYSER = yaml.emitter.Emitter(StringIO(), allow_unicode=True)
_OLD_BOOLEANS = frozenset("yYnN")
"""YAML 1.1 booleans that PyYAML reads as text and other readers do not: https://yaml.org/type/bool.html"""
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""YAML 1.2 numbers, some of which PyYAML reads as text: https://yaml.org/spec/1.2.2/#1032-tag-resolution"""
_WIDTH = 100
"""Columns at which new folded text is broken, where the old one gives no measure."""
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_SPACES = re.compile(r"  +|^ | $")


class Manner(NamedTuple):
    """How a text would best be written.

    ``style`` is that of a node; ``tags`` are what an unquoted text here may be taken for besides text: a date that
    others write without quotation marks. ``column`` is that of lines after the first, ``width`` theirs in columns.
    ``comment`` stands behind the sign of a block scalar; ``block`` says whether there may be one.
    """

    style: str = ""
    quote: str = '"'
    tags: frozenset[str] = frozenset()
    flow: bool = False
    column: int = 2
    width: int = 0
    folded: bool = False
    comment: str = ""
    block: bool = True


def tag_of(text: str) -> str:
    """What PyYAML, or a reader of YAML 1.2, takes ``text`` for when it stands without quotation marks."""
    tag = str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]
    return FLOAT_TAG if tag == STR_TAG and _NUMBER.fullmatch(text) else tag


def written(value: str | int, manner: Manner) -> str:
    """``value`` as YAML, lines after the first indented; line breaks are line feeds."""
    if isinstance(value, int):
        return str(value) + _remark(manner)
    analysis = _ANALYSER.analyze_scalar(value)
    block = analysis.allow_block and manner.block and not manner.flow and not _UNSAFE.search(value.replace("\n", ""))
    if block and (analysis.multiline or manner.style in ("|", ">")) and _fits_block(value):
        return _block(value, manner)
    plain = analysis.allow_flow_plain if manner.flow else analysis.allow_block_plain
    if manner.style not in ("'", '"') and plain and not analysis.multiline and _reads_as_text(value, manner.tags):
        return _lines(value, manner) + _remark(manner)
    quote = manner.style if manner.style in ("'", '"') else manner.quote
    if quote == "'" and analysis.allow_single_quoted and not analysis.multiline and not _UNSAFE.search(value):
        return "'" + value.replace("'", "''") + "'" + _remark(manner)
    return _double(value) + _remark(manner)


def _remark(manner: Manner) -> str:
    return f" {manner.comment}" if manner.comment else ""


def _reads_as_text(value: str, tags: frozenset[str]) -> bool:
    tag = tag_of(value)
    return (tag == STR_TAG and value not in _OLD_BOOLEANS) or (tag != STR_TAG and tag in tags)


def _double(value: str) -> str:
    return _UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _fits_block(value: str) -> bool:
    """Whether a block scalar holds it without an indentation sign and without lines that end in spaces."""
    if not value.strip("\n") or value[0] in " \n\t" or value.endswith("\n\n"):
        return False
    return not any(line != line.rstrip(" \t") for line in value.split("\n"))


def _block(value: str, manner: Manner) -> str:
    indent = " " * manner.column
    body = value.removesuffix("\n")
    chomp = "" if value.endswith("\n") else "-"
    fold = manner.style == ">" and not re.search(r"\n[ \t]|  ", body)
    sign = ">" if fold else "|"
    lines = _paragraphs(body, manner.width or _WIDTH) if fold else body.split("\n")
    head = sign + chomp + _remark(manner)
    return "\n".join([head, *(indent + line if line else "" for line in lines)])


def _paragraphs(body: str, width: int) -> list[str]:
    """Lines of a folded scalar: every break of the text is one break more in the file."""
    lines: list[str] = []
    for part in re.split(r"(\n+)", body):
        lines.extend([""] * len(part) if part.startswith("\n") else _wrapped(part, width))
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _lines(value: str, manner: Manner) -> str:
    """A plain text, over several lines where the one it replaces was."""
    if not manner.folded or _SPACES.search(value):
        return value
    return f"\n{' ' * manner.column}".join(_wrapped(value, manner.width or _WIDTH))
