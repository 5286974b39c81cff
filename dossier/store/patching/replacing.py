"""One value in place of another, where nothing smaller would do."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.edits.values import Value
from dossier.store.patching.emission import after_colon, in_flow
from dossier.store.patching.failure import Failure
from dossier.store.patching.lines import column, ends_line, line_end, line_start
from dossier.store.patching.nodes import AliasNode, Node, ScalarNode
from dossier.store.patching.scalars import Manner, tag_of, written
from dossier.store.patching.sheet import Sheet


class Slot(NamedTuple):
    """Where a value stands: under ``key``, which is ``name`` and stands at column ``at``, or in a list under it.

    ``quoted`` is the mark in which JSON writes keys and texts.
    """

    key: str
    at: int
    flow: bool
    name: Node | None = None
    quoted: str = ""


def replace_value(sheet: Sheet, node: Node, wanted: Value, slot: Slot) -> None:
    """Writes ``wanted`` where ``node`` stands."""
    if isinstance(node, ScalarNode) and isinstance(wanted, str | int) and node.end > node.start:
        _replace_scalar(sheet, node, wanted, slot)
    elif slot.flow:
        _replace_in_flow(sheet, node, wanted, slot)
    elif slot.name is not None:
        _replace_below_key(sheet, node, wanted, slot, slot.name)
    elif isinstance(node, ScalarNode) and isinstance(wanted, str | int):
        sheet.replace(node.start, node.start, " " + written(wanted, _manner(sheet, node, slot)))
    else:
        advice = "write it as the other entries of the list"
        sheet.refuse(Failure.SHAPE, "a list in a list cannot be changed into something else", node.start, advice)


def _replace_scalar(sheet: Sheet, node: ScalarNode, wanted: str | int, slot: Slot) -> None:
    new = written(wanted, _manner(sheet, node, slot))
    sheet.replace(node.start, node.end, new + "\n" * (ends_line(sheet.text, node.end) and node.end > node.start))


def _manner(sheet: Sheet, node: ScalarNode, slot: Slot) -> Manner:
    """As the old text was written, with its measure where it took several lines."""
    text = sheet.text
    manner = sheet.habits.manner(slot.key, slot.at + 2, slot.flow)
    if node.end == node.start:
        return manner._replace(block=manner.block and not text[node.end : line_end(text, node.end)].strip())
    old = text[node.start : node.end].splitlines()
    further = [line for line in old[1:] if line.strip()]
    tags = manner.tags | {tag_of(node.text)} if not node.style and node.text else manner.tags
    manner = manner._replace(style=node.style, tags=frozenset(tags), folded=bool(further))
    if further:
        start = column(text, node.start) if node.style in ("", "'", '"') else 0
        indent = len(further[0]) - len(further[0].lstrip())
        widest = max(start + len(old[0]), *map(len, further)) if start else max(map(len, further))
        manner = manner._replace(column=indent or manner.column, width=max(widest - indent, 20))
    if node.style in ("|", ">"):
        comment = old[0].find(" #")
        return manner._replace(comment=old[0][comment + 1 :].rstrip() if comment >= 0 else "")
    return manner._replace(block=manner.block and not text[node.end : line_end(text, node.end)].strip())


def _replace_in_flow(sheet: Sheet, node: Node, wanted: Value, slot: Slot) -> None:
    new = in_flow(wanted, sheet.habits, slot.key, slot.quoted)
    if node.end > node.start or slot.name is None:
        sheet.replace(node.start, node.end, new)
    elif ":" in sheet.text[slot.name.end : node.start]:
        sheet.replace(node.start, node.start, " " + new)
    else:
        sheet.replace(node.start, node.start, ": " + new)


def _replace_below_key(sheet: Sheet, node: Node, wanted: Value, slot: Slot, name: Node) -> None:
    colon = sheet.text.find(":", name.end)
    if colon < 0 or colon > node.start or sheet.text[name.end : colon].strip():
        sheet.refuse(Failure.SHAPE, "there is no colon behind the key", name.start, "write it as key: value")
    remark = bool(sheet.text[node.end : line_end(sheet.text, node.end)].strip())
    new = after_colon(slot.key, wanted, sheet.habits, slot.at, block=not remark)
    below = new.startswith("\n")
    if not isinstance(node, ScalarNode | AliasNode) and not node.flow:
        start = line_start(sheet.text, node.start)
        if below:
            sheet.replace(start, node.end, new[1:])
        else:
            sheet.replace(colon + 1, colon + 1, new)
            sheet.replace(start, sheet.after(node), "")
    elif not below and node.end > node.start:
        sheet.replace(node.start, node.end, new[1:] + "\n" * ends_line(sheet.text, node.end))
    elif not below:
        sheet.replace(colon + 1, colon + 1, new)
    elif ends_line(sheet.text, node.end):
        sheet.replace(colon + 1, node.end, new + "\n")
    else:
        sheet.replace(colon + 1, node.end, "")
        sheet.insert_lines(sheet.after(node), new[1:])
