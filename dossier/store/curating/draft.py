"""A decision before it is saved: what is to be said of it, and how items change."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Container, Sequence
from datetime import date
from typing import NamedTuple

from dossier.model.edits.edit import Edit
from dossier.model.edits.values import Plain, Value, same
from dossier.model.errors import DossierError
from dossier.store.patching.document import Document
from dossier.store.saving.proposing import proposed

LONGEST = 60
"""Code points of a claim or a quote in a sentence."""
NAMED = 2
"""Names of a longer list in a sentence."""


class Change(NamedTuple):
    """One item of the YAML file ``file``: from its plain value now, ``None`` where there is none, to another.

    A ``fresh`` one is new whatever there is: where its id is taken, it gets another.
    """

    file: str
    key: str
    make: Callable[[Plain | None], Plain | None]
    fresh: bool = False


class Draft(NamedTuple):
    """What a person means to decide: a sentence such as "accepted the claim “...”", the changes, and the reason.

    ``quoted`` are the ids of the sources whose text is to be kept, as quotes of it are noted.
    """

    sentence: str
    changes: tuple[Change, ...]
    quoted: tuple[str, ...] = ()
    why: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the YAML files that are changed."""
        return tuple(dict.fromkeys(change.file for change in self.changes))

    def edits(
        self, document: Callable[[str], Document], current: Callable[[str], Document] | None = None
    ) -> list[Edit]:
        """The edits of the files as they were seen; those that change nothing are left out.

        ``current`` gives the files as they are now, where that is something else: ids of new items are free there.
        Raises :class:`dossier.model.errors.DossierError` when a file cannot be read or is not YAML.
        """
        found = []
        for change in self.changes:
            if change.fresh:
                found.append(_added(change, (current or document)(change.file)))
                continue
            file = document(change.file)
            before = file.item(change.key)
            after = change.make(before)
            if not same(after, before):
                found.append(proposed(file, change.key, after))
        return found


def _added(change: Change, file: Document) -> Edit:
    key = free_id(change.key, file.index)
    return proposed(file, key, with_values(change.make(None), id=key))


def free_id(id: str, taken: Container[str]) -> str:
    """The id, with a number after it where it is taken."""
    found, number = id, 2
    while found in taken:
        found, number = f"{id}-{number}", number + 1
    return found


def with_values(item: Plain | None, **values: Value | None) -> Plain:
    """The item with these keys set; a key with ``None`` or nothing in it is left out."""
    merged: dict[str, Value | None] = {**(item or {}), **values}
    return {
        key: value
        for key, value in merged.items()
        if value is not None and (value not in ("", ()) or key not in values)
    }


def check_date(value: str) -> None:
    """Raises :class:`DossierError` with the fault of a date."""
    fault = fault_of_date(value)
    if fault:
        raise DossierError(fault)


def fault_of_date(value: str) -> str:
    """What is wrong, in words, unless it is empty or a date, a month or a year of ISO 8601."""
    if not value:
        return ""
    if re.fullmatch("[0-9]{4}(?:-[0-9]{2}){0,2}", value):
        with contextlib.suppress(ValueError):
            date(*(int(part) for part in (*value.split("-"), "1", "1")[:3]))
            return ""
    return f"{value!r} is not a date: write it like 2026-02-12, 2026-02 or 2026"


def told(words: str) -> str:
    """Words in quotation marks on one line, for a sentence."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + '…'}”"


def listed(names: Sequence[str]) -> str:
    """Some names in a row, for a sentence: "A", "A and B", "A, B and 3 more"."""
    shown = list(names) if len(names) <= NAMED + 1 else [*names[:NAMED], f"{len(names) - NAMED} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def texts(item: Plain | None, key: str) -> tuple[Value, ...]:
    """The entries of a list; a single text counts as a list of one, nothing as none."""
    value = (item or {}).get(key, ())
    if isinstance(value, tuple):
        return value
    return (value,) if value != "" else ()
