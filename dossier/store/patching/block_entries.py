"""Lines of block lists and block mappings: where they are, adding some and taking some away."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dossier.model.edits.values import Value
from dossier.store.patching.emission import entry, in_flow
from dossier.store.patching.failure import Failure
from dossier.store.patching.lines import after_blank_lines, after_inner_comments, after_line, ends_line, line_start
from dossier.store.patching.nodes import ListNode, MapNode, Node
from dossier.store.patching.sheet import Sheet

_ADVICE = "write it with one key or dash to a line, then save again"


def dash_line(sheet: Sheet, listing: ListNode, index: int) -> int:
    """Where the line with the dash of an entry begins; refuses when something else stands before the dash."""
    text, dash = sheet.text, sheet.column(listing.start)
    at = listing.start if index == 0 else listing.items[index].start
    start = line_start(text, at)
    while index and not (text[start : start + dash].strip() == "" and text[start + dash : start + dash + 1] == "-"):
        if start <= listing.start:
            break
        start = line_start(text, start - 1)
    if text[start : start + dash].strip():
        sheet.refuse(Failure.SHAPE, "the dash does not stand on a line of its own", at, _ADVICE)
    return start


def change_entries(
    sheet: Sheet,
    listing: ListNode,
    removed: Collection[int],
    added: Sequence[tuple[int, Value]],
    key: str,
    *,
    gap: bool = False,
) -> None:
    """Takes entries away, by index, and puts others before the entries with these indices (their count: the end).

    With ``gap`` an empty line stands between a new entry and the one before it, or after it for the first.
    """
    for index in removed:
        start = dash_line(sheet, listing, index)
        end = max(_after_entry(sheet, listing, index), after_line(sheet.text, start))
        before = next((at for at in range(index - 1, -1, -1) if at not in removed), None)
        if before is not None and keeps_lines(sheet, listing.items[before].end):
            end = after_blank_lines(sheet.text, end)
        sheet.replace(start, end, "")
    for index, value in added:
        lines = " " * sheet.column(listing.start) + _entry(sheet, listing, index, value, key)
        kept = next((at for at in range(index - 1, -1, -1) if at not in removed), None)
        if kept is not None:
            above = listing.items[kept]
            apart = gap and not keeps_lines(sheet, above.end)
            sheet.insert_lines(_after_entry(sheet, listing, kept), "\n" * apart + lines)
        else:
            sheet.insert_lines(dash_line(sheet, listing, 0), lines + "\n" * gap)


def _after_entry(sheet: Sheet, listing: ListNode, index: int) -> int:
    """Where the lines of an entry end, with the comments that are indented into it."""
    return after_inner_comments(sheet.text, sheet.after(listing.items[index]), sheet.column(listing.start))


def _entry(sheet: Sheet, listing: ListNode, index: int, value: Value, key: str) -> str:
    """A new entry, written as the one before it or else after it: in brackets, or as far from its dash."""
    neighbour = listing.items[max(index - 1, 0)]
    dash = sheet.column(listing.start)
    if isinstance(neighbour, MapNode) and neighbour.flow:
        return "- " + in_flow(value, sheet.habits, key)
    content = sheet.column(neighbour.start) - dash if isinstance(neighbour, MapNode) else 0
    return entry(value, sheet.habits, dash, key, content if 1 < content < 17 else sheet.habits.content)


def remove_pairs(sheet: Sheet, mapping: MapNode, removed: Sequence[int]) -> None:
    """Takes pairs out of a block mapping of which at least one stays."""
    pairs, rest = mapping.pairs, list(removed)
    if rest and rest[0] == 0 and not _alone(sheet, pairs[0][0]):
        count = next(at for at in range(len(pairs)) if at not in removed)
        last, following = pairs[count - 1], pairs[count][0].start
        if not sheet.text[_end(last) : following].strip():
            sheet.replace(mapping.start, following, "")
            rest = rest[count:]
        else:
            end = _end(pairs[0])
            while sheet.text[end : end + 1] in (" ", "	"):  # a tab may not follow the dash
                end += 1
            sheet.replace(mapping.start, end, "")
            rest = rest[1:]
    for index in rest:
        key, _ = pairs[index]
        if not _alone(sheet, key):
            sheet.refuse(Failure.SHAPE, "the key does not begin its line", key.start, _ADVICE)
        end = _after_pair(sheet, mapping, index)
        before = next((at for at in range(index - 1, -1, -1) if at not in removed), None)
        if before is not None and keeps_lines(sheet, _end(pairs[before])):
            end = after_blank_lines(sheet.text, end)
        sheet.replace(line_start(sheet.text, key.start), end, "")


def insert_pair(sheet: Sheet, mapping: MapNode, after: int, lines: str) -> None:
    """Puts a key and its value after the pair with the index ``after``; -1 is before the first."""
    first = mapping.pairs[0][0]
    if sheet.text[first.start - 2 : first.start] == "? " or sheet.text[mapping.start : mapping.start + 1] == "?":
        sheet.refuse(Failure.SHAPE, "a key is written with a question mark", first.start, _ADVICE)
    indent = " " * sheet.column(first.start)
    if after < 0:
        sheet.replace(first.start, first.start, lines + "\n" + indent)
    else:
        sheet.insert_lines(_after_pair(sheet, mapping, after), indent + lines)


def _after_pair(sheet: Sheet, mapping: MapNode, index: int) -> int:
    """Where the lines of a key and its value end, with the comments that are indented into the value."""
    key, _ = pair = mapping.pairs[index]
    return after_inner_comments(sheet.text, after_line(sheet.text, _end(pair)), sheet.column(key.start))


def keeps_lines(sheet: Sheet, end: int) -> bool:
    """Whether what ends there is a block scalar that takes the empty lines below it for its own (``|+``)."""
    return end > 0 and ends_line(sheet.text, end)


def _alone(sheet: Sheet, key: Node) -> bool:
    return not sheet.text[line_start(sheet.text, key.start) : key.start].strip()


def _end(pair: tuple[Node, Node]) -> int:
    return max(pair[0].end, pair[1].end)
