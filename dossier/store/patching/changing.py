"""The smallest change that makes one value of a file read as wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.model.edits.alignment import aligned
from dossier.model.edits.values import Plain, Value, same
from dossier.store.patching.block_entries import change_entries, insert_pair, remove_pairs
from dossier.store.patching.emission import in_flow, key_text, pair, pairs
from dossier.store.patching.flow_entries import Span, change_flow
from dossier.store.patching.nodes import ListNode, MapNode, Node, ScalarNode
from dossier.store.patching.plain import readable, value_of
from dossier.store.patching.replacing import Slot, replace_value
from dossier.store.patching.sheet import Sheet


def change_value(sheet: Sheet, node: Node, wanted: Value, slot: Slot) -> None:
    """Makes ``node`` read as ``wanted``; refuses where an anchor, alias or tag would have to change."""
    if not readable(node):
        sheet.refuse_tie(node)
    if same(value_of(node), wanted):
        return
    if node.tie.startswith("&") or (node.tie and isinstance(node, ScalarNode)):
        sheet.refuse_tie(node)
    if isinstance(node, MapNode) and isinstance(wanted, Mapping) and node.pairs and wanted:
        change_mapping(sheet, node, wanted)
    elif isinstance(node, ListNode) and isinstance(wanted, tuple) and node.items and _stays(node, wanted):
        change_list(sheet, node, wanted, slot)
    else:
        refuse_ties_below(sheet, node)
        replace_value(sheet, node, wanted, slot)


def _stays(node: ListNode, wanted: Value) -> bool:
    return bool(wanted) or not all(map(readable, node.items))


def refuse_ties_below(sheet: Sheet, node: Node) -> None:
    """Refuses when something in ``node``, which is to go, has an anchor or tag or is an alias."""
    if node.tie:
        sheet.refuse_tie(node)
    if isinstance(node, ListNode):
        for item in node.items:
            refuse_ties_below(sheet, item)
    elif isinstance(node, MapNode):
        for key, value in node.pairs:
            refuse_ties_below(sheet, key)
            refuse_ties_below(sheet, value)


def change_mapping(sheet: Sheet, node: MapNode, wanted: Plain, keep: frozenset[str] = frozenset()) -> None:
    """Changes, adds and removes keys; those in ``keep`` and those that cannot be read are left as they are."""
    first: dict[str, int] = {}
    removed: list[int] = []
    for at, (name, value) in enumerate(node.pairs):
        if not isinstance(name, ScalarNode) or not readable(name) or name.text in keep:
            continue
        known = name.text in first
        first.setdefault(name.text, at)
        if name.text not in wanted and readable(node.pairs[first[name.text]][1]):
            refuse_ties_below(sheet, name)
            refuse_ties_below(sheet, value)
            removed.append(at)
        elif not known and name.text in wanted:
            change_value(sheet, value, wanted[name.text], _slot(sheet, node, at))
    added = _added(wanted, first, len(node.pairs) - 1 if not keep else -1)
    _add_pairs(sheet, node, wanted, added, removed)


def _slot(sheet: Sheet, node: MapNode, at: int) -> Slot:
    name = node.pairs[at][0]
    key = name.text if isinstance(name, ScalarNode) else ""
    return Slot(key, sheet.column(name.start), node.flow, name, _quoted(node) if node.flow else "")


def _quoted(node: MapNode) -> str:
    """The mark around the keys, where they are written as in JSON."""
    name = node.pairs[0][0] if node.pairs else None
    return name.style if isinstance(name, ScalarNode) and name.style == '"' else ""


def _added(wanted: Plain, first: Mapping[str, int], last: int) -> list[tuple[int, str, Value]]:
    """New keys, each with the index of the pair it stands behind; behind all that is wanted is behind ``last``."""
    known = max((first[key] for key in wanted if key in first), default=-1)
    found: list[tuple[int, str, Value]] = []
    at = -1
    for key, value in wanted.items():
        if key in first:
            at = first[key]
        else:
            found.append((max(at, last) if at == known >= 0 else at, key, value))
    return found


def _add_pairs(
    sheet: Sheet, node: MapNode, wanted: Plain, added: Sequence[tuple[int, str, Value]], removed: Sequence[int]
) -> None:
    """Writes new keys, each behind the pair with its index; -1 is before the first."""
    if node.flow:
        quoted = _quoted(node)
        spans = [Span(name.start, max(name.end, value.end)) for name, value in node.pairs]
        new = [
            (at + 1, f"{key_text(key, quoted, flow=True)}: {in_flow(value, sheet.habits, key, quoted)}")
            for at, key, value in added
        ]
        if new or removed:
            change_flow(sheet, node, spans, removed, new)
        return
    column = sheet.column(node.pairs[0][0].start)
    if len(removed) == len(node.pairs):
        sheet.replace(node.start, node.end, pairs(wanted, sheet.habits, column))
        return
    remove_pairs(sheet, node, removed)
    for at, key, value in added:
        insert_pair(sheet, node, at, pair(key, value, sheet.habits, column))


def change_list(sheet: Sheet, node: ListNode, wanted: tuple[Value, ...], slot: Slot) -> None:
    """Changes, adds and removes entries, which are known by what they say; see :mod:`dossier.model.edits.identity`."""
    slot = slot._replace(flow=node.flow, name=None, at=slot.at if node.flow else sheet.column(node.start))
    known = [at for at, item in enumerate(node.items) if readable(item)]
    values = [value_of(node.items[at]) for at in known]
    removed: list[int] = []
    added: list[tuple[int, Value]] = []
    for old, new in aligned(values, wanted):
        for at, value in zip(old, new, strict=False):
            change_value(sheet, node.items[known[at]], wanted[value], slot)
        for at in old[len(new) :]:
            refuse_ties_below(sheet, node.items[known[at]])
            removed.append(known[at])
        before = known[old.stop - 1] + 1 if old.stop else (known[0] if known else 0)
        added += [(before, wanted[at]) for at in new[len(old) :]]
    if not removed and not added:
        return
    if node.flow:
        spans = [Span(item.start, item.end) for item in node.items]
        new_texts = [(at, in_flow(value, sheet.habits, slot.key, slot.quoted)) for at, value in added]
        change_flow(sheet, node, spans, removed, new_texts)
    else:
        change_entries(sheet, node, removed, added, slot.key)
