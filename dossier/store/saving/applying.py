"""Edits applied to a file as it is now, whatever it was when they were made. Pure: nothing is read or written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dossier.model.edits.edit import Edit
from dossier.model.edits.merging import Path, Side, merged
from dossier.model.edits.values import EMPTY, Plain, Value, same
from dossier.store.patching.document import Document
from dossier.store.patching.kinds import TOP
from dossier.store.patching.patch import Change, patch
from dossier.store.patching.plain import as_read_item
from dossier.store.patching.sheet import Splice
from dossier.store.saving.way_back import difference


class Conflict(NamedTuple):
    """A value of an item that was changed in the file and by an edit, in two ways; ``None`` where it is not there."""

    file: str
    key: str
    path: Path
    base: Value | None
    theirs: Value | None
    ours: Value | None


Settled = Mapping[tuple[str, str], Mapping[Path, Side]]
"""By file and key of the item, at the paths of conflicts: whose side a person takes."""


class Applied(NamedTuple):
    """The file afterwards, and what was replaced in it. ``joined`` says that others had changed the same items.

    ``edits`` are those that were made, from what stood there. With conflicts nothing is changed.
    """

    document: Document
    splices: tuple[Splice, ...]
    conflicts: tuple[Conflict, ...]
    joined: bool
    edits: tuple[Edit, ...] = ()


def applied(document: Document, edits: Sequence[Edit], settled: Settled | None = None) -> Applied:
    """Makes the edits of one file.

    Raises :class:`dossier.store.patching.failure.PatchError` when one cannot be made.
    """
    conflicts: list[Conflict] = []
    joined = False
    made: list[Edit] = []
    new, splices = document, tuple[Splice, ...]()
    for number, group in enumerate(_passes(edits)):
        changes: list[Change] = []
        for edit in group:
            key, current = _current(new, edit)
            before, after = (None if side is None else as_read_item(side) for side in (edit.before, edit.after))
            joint = merged(before, current, after, (settled or {}).get((edit.file, edit.key)))
            conflicts += [Conflict(edit.file, edit.key, *clash) for clash in joint.clashes]
            joined = joined or not (same(current, before) or same(current, after))
            made.append(replace(edit, before=current, after=joint.value))
            if not same(joint.value, current):
                changes.append(Change(key, joint.value, edit.place))
        if changes and not conflicts:
            patched = patch(new, changes)
            new, splices = patched.document, patched.splices if not number else ()
            if number:
                splices = (difference(document.text, new.text),)
    if conflicts:
        return Applied(document, (), tuple(conflicts), joined)
    return Applied(new, splices, (), joined, tuple(made))


def _passes(edits: Sequence[Edit]) -> list[list[Edit]]:
    """Edits of different items can be made at once; those of one item, or of one beside it that is new, cannot."""
    passes: list[list[Edit]] = [[]]
    used: set[str] = set()
    for edit in edits:
        keys = {edit.key, edit.becomes or edit.key}
        if keys & used or (edit.before is None and edit.place in used) or (edit.key == TOP and used):
            passes.append([])
            used = set()
        passes[-1].append(edit)
        used |= keys
    return passes


def _current(document: Document, edit: Edit) -> tuple[str, Plain | None]:
    """What the item is known by now and its value: a change of its key may have been made already."""
    current = document.item(edit.key)
    if edit.key == TOP:
        return edit.key, current or EMPTY
    if current is None and edit.becomes and edit.before is not None:
        return edit.becomes, document.item(edit.becomes)
    return edit.key, current
