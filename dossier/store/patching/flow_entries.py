"""Entries of lists and mappings in brackets, on one line or on several."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from dossier.store.patching.lines import after_line, line_end, line_start
from dossier.store.patching.nodes import ListNode, MapNode
from dossier.store.patching.sheet import Sheet

_ALONE = re.compile(r"[ \t]*+,?+[ \t]*+(#.*)?$")


class Span(NamedTuple):
    """Where an entry stands, or a key with its value."""

    start: int
    end: int


def change_flow(
    sheet: Sheet,
    node: ListNode | MapNode,
    spans: Sequence[Span],
    removed: Collection[int],
    added: Sequence[tuple[int, str]],
) -> None:
    """Takes entries away, by index, and puts others before the entries with these indices (their count: the end)."""
    kept = [at for at in range(len(spans)) if at not in removed]
    if not kept:
        brackets = "{}" if isinstance(node, MapNode) else "[]"
        inside = ", ".join(text for _, text in added)
        if spans:
            sheet.replace(node.start, node.end, brackets[0] + inside + brackets[1])
        else:
            sheet.replace(node.start + 1, node.start + 1, inside)
        return
    _remove(sheet, spans, kept, removed)
    last = [text for index, text in added if index > kept[-1]]
    for index, text in added:
        if index <= kept[-1]:
            _prepend(sheet, spans[next(at for at in kept if at >= index)], text)
    if last:
        _append(sheet, spans[kept[-1]], last, last=kept[-1] == len(spans) - 1)


def _remove(sheet: Sheet, spans: Sequence[Span], kept: Sequence[int], removed: Collection[int]) -> None:
    """Run by run: up to the next entry that stays, or from the end of the last one that stays."""
    if removed and all(_alone(sheet, spans[at]) for at in removed):
        for at in removed:
            start = line_start(sheet.text, spans[at].start)
            sheet.replace(start, after_line(sheet.text, spans[at].end), "")
        return
    for before, after in zip([-1, *kept], [*kept, len(spans)], strict=True):
        if after - before < 2:
            continue
        if after < len(spans):
            sheet.replace(spans[before + 1].start, spans[after].start, "")
        else:
            sheet.replace(spans[before].end, spans[-1].end, "")


def _prepend(sheet: Sheet, span: Span, text: str) -> None:
    joint = f",\n{_indent(sheet, span)}" if _first(sheet, span) else ", "
    sheet.replace(span.start, span.start, text + joint)


def _append(sheet: Sheet, span: Span, texts: Sequence[str], *, last: bool) -> None:
    rest = sheet.text[span.end : line_end(sheet.text, span.end)]
    if not _first(sheet, span):
        sheet.replace(span.end, span.end, "".join(f", {text}" for text in texts))
        return
    indent = _indent(sheet, span)
    lines = ",\n".join(indent + text for text in texts)
    if last and "#" in rest and _alone(sheet, span):
        comma = rest.lstrip().startswith(",")
        if not comma:
            sheet.replace(span.end, span.end, ",")
        sheet.insert_lines(after_line(sheet.text, span.end), lines + "," * comma)
    else:
        sheet.replace(span.end, span.end, f",\n{lines}")


def _first(sheet: Sheet, span: Span) -> bool:
    return not sheet.text[line_start(sheet.text, span.start) : span.start].strip()


def _alone(sheet: Sheet, span: Span) -> bool:
    return _first(sheet, span) and _ALONE.match(sheet.text[span.end : line_end(sheet.text, span.end)]) is not None


def _indent(sheet: Sheet, span: Span) -> str:
    return sheet.text[line_start(sheet.text, span.start) : span.start]
