"""From a file and changes of its items to the new file; nothing is returned that does not read as wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dossier.model.edits.values import Plain
from dossier.store.patching.block_entries import change_entries, dash_line, insert_pair
from dossier.store.patching.changing import change_mapping, change_value, refuse_ties_below
from dossier.store.patching.document import Document
from dossier.store.patching.emission import entry, in_flow, pair, pairs
from dossier.store.patching.failure import Failure, PatchError
from dossier.store.patching.flow_entries import Span, change_flow
from dossier.store.patching.habits import Habits
from dossier.store.patching.kinds import TOP
from dossier.store.patching.lines import after_line, ends_line, line_end
from dossier.store.patching.nodes import ListNode, MapNode, ScalarNode
from dossier.store.patching.replacing import Slot, replace_value
from dossier.store.patching.sheet import Sheet, Splice, spliced
from dossier.store.patching.verifying import Expected, verify


class Change(NamedTuple):
    """The item ``key`` reads as ``wanted`` from now on, or is gone.

    A new item stands after the one with the key ``place``: at the beginning where that is empty, at the end where
    it is ``None`` or not there. The key :data:`TOP` changes what stands beside the list.
    """

    key: str
    wanted: Plain | None
    place: str | None = None


class Patched(NamedTuple):
    """The new text as read, and what was replaced in the old one, in order and not overlapping."""

    document: Document
    splices: tuple[Splice, ...]


def patch(document: Document, changes: Sequence[Change]) -> Patched:
    """Makes the changes, in order; raises :class:`PatchError` when one cannot be made, and then makes none.

    The keys of the changes differ. Time grows with the length of the text, whatever the number of changes.
    """
    try:
        return _patch(document, changes, document.habits)
    except PatchError as error:
        if error.failure not in (Failure.UNSURE, Failure.INVALID):
            raise
    # A block scalar takes a comment below it that is indented as far for its own: quotation marks do not.
    return _patch(document, changes, replace(document.habits, blocks=False))


def _patch(document: Document, changes: Sequence[Change], habits: Habits) -> Patched:
    sheet = Sheet(document.name, document.text, habits)
    expected = Expected(document)
    removed: list[int] = []
    added: list[tuple[int, Plain]] = []
    for change in changes:
        at = document.index.get(change.key)
        if change.key == TOP:
            _change_top(sheet, document, change.wanted or {}, single=len(changes) == 1)
            expected.top = change.wanted or {}
        elif at is None and change.wanted is not None:
            place = _place(document, change.place)
            added.append((place, change.wanted))
            expected.added.append((place, change.wanted))
        elif at is not None and change.wanted is None:
            removed.append(at)
            expected.removed.add(at)
        elif at is not None and change.wanted is not None:
            _change_item(sheet, document, at, change.wanted)
            expected.changed[at] = change.wanted
    _change_list(sheet, document, removed, added)
    splices = tuple(one for one in sheet.ordered() if sheet.text[one.start : one.end] != one.text)
    new = Document(document.name, spliced(document.text, splices)) if splices else document
    verify(new, expected)
    return Patched(new, splices)


def _place(document: Document, place: str | None) -> int:
    count = len(document.listing.items) if document.listing else 0
    if place is None:
        return count
    return document.index[place] + 1 if place in document.index else (0 if place == TOP else count)


def _ancestors(document: Document) -> Iterator[ListNode | MapNode]:
    if isinstance(document.root, MapNode):
        yield document.root
    if document.listing is not None:
        yield document.listing


def _refuse_tied_ancestors(sheet: Sheet, document: Document) -> None:
    for node in _ancestors(document):
        if node.tie.startswith("&"):
            sheet.refuse_tie(node)


def _change_item(sheet: Sheet, document: Document, at: int, wanted: Plain) -> None:
    _refuse_tied_ancestors(sheet, document)
    listing = document.listing
    assert listing is not None
    slot = Slot("", 0 if listing.flow else sheet.column(listing.start), listing.flow)
    change_value(sheet, listing.items[at], wanted, slot)


def _change_list(sheet: Sheet, document: Document, removed: Sequence[int], added: Sequence[tuple[int, Plain]]) -> None:
    if not removed and not added:
        return
    _refuse_tied_ancestors(sheet, document)
    listing = document.listing
    if listing is None or not listing.items:
        _begin_list(sheet, document, [item for _, item in added])
        return
    for at in removed:
        refuse_ties_below(sheet, listing.items[at])
    if len(removed) == len(listing.items) and not added and isinstance(document.root, MapNode):
        replace_value(sheet, listing, (), _list_slot(sheet, document))
    elif listing.flow:
        spans = [Span(item.start, item.end) for item in listing.items]
        change_flow(sheet, listing, spans, removed, [(at, in_flow(item, sheet.habits)) for at, item in added])
    else:
        change_entries(sheet, listing, removed, added, "", gap=sheet.habits.gap)
        if len(removed) == len(listing.items) and not added and not _only_comments(sheet.text, sheet.after(listing)):
            sheet.insert_lines(dash_line(sheet, listing, 0), "[]")  # a document that ends with ... must hold something


def _only_comments(text: str, start: int) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in text[start:].splitlines())


def _list_slot(sheet: Sheet, document: Document) -> Slot:
    root = document.root
    assert isinstance(root, MapNode)
    name = next(key for key, value in root.pairs if value is document.list_node)
    return Slot(document.list_key, sheet.column(name.start), root.flow, name)


def _begin_list(sheet: Sheet, document: Document, items: Sequence[Plain]) -> None:
    """Writes the first items of a file that has none."""
    root, key = document.root, document.list_key or document.kind.listed
    if isinstance(root, MapNode):
        if document.list_node is not None:
            replace_value(sheet, document.list_node, tuple(items), _list_slot(sheet, document))
        else:
            _add_to_top(sheet, root, pair(key, tuple(items), sheet.habits, sheet.column(root.start)), key)
        return
    if document.kind.top:
        lines = pair(key, tuple(items), sheet.habits, 0)
    else:
        lines = ("\n\n" if sheet.habits.gap else "\n").join(entry(item, sheet.habits, 0) for item in items)
    _begin_file(sheet, document, lines)


def _add_to_top(sheet: Sheet, root: MapNode, lines: str, key: str) -> None:
    if root.flow or not root.pairs:
        advice = "write it with one key to a line, then save again"
        sheet.refuse(Failure.SHAPE, f"{key} cannot be added to a mapping in brackets", root.start, advice)
    insert_pair(sheet, root, len(root.pairs) - 1, lines)


def _begin_file(sheet: Sheet, document: Document, lines: str) -> None:
    """Writes the first content of a file that holds nothing, an empty list, or comments."""
    text, empty = document.text, document.root or document.void
    if isinstance(empty, ListNode | ScalarNode) and empty.end > empty.start:
        if ends_line(text, empty.start) and not text[empty.end : line_end(text, empty.end)].strip():
            sheet.replace(empty.start, empty.end, lines)
            return
        sheet.replace(empty.start, empty.end, "")
        sheet.insert_lines(after_line(text, empty.end), lines)
        return
    at = after_line(text, document.begin) if document.void is not None else len(text)
    apart = at and document.void is None and text[:at].splitlines()[-1].strip()
    sheet.insert_lines(at, "\n" * bool(apart) + lines)


def _change_top(sheet: Sheet, document: Document, wanted: Plain, *, single: bool) -> None:
    root = document.root
    if isinstance(root, MapNode) and root.pairs:
        _refuse_tied_ancestors(sheet, document)
        change_mapping(sheet, root, wanted, frozenset({document.list_key}))
    elif wanted and document.kind.top and root is None and single:
        _begin_file(sheet, document, pairs(wanted, sheet.habits, 0))
    elif wanted:
        advice = "write title: and description: into it first"
        sheet.refuse(Failure.SHAPE, "the file has no place for this", 0, advice)
