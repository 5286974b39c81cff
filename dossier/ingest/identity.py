"""Ids of sources: readable slugs made from file names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

LONGEST = 60
"""Code points of a slug; longer ones are cut at a hyphen where there is one."""

_FOLDED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i", "'": "", "’": ""}
)


def source_ids(files: Sequence[str]) -> dict[str, str]:
    """A unique id for each of ``files`` (paths relative to the folder), whatever order they come in.

    The id is the slug of the stem; where stems meet, files in folders get the folder's name in front, and
    what still meets is numbered from 2.
    """
    stems = {file: slug(_stem(file)) for file in files}
    shared = Counter(stems.values())
    wanted: dict[str, str] = {}
    for file, stem in stems.items():
        folder = file.rpartition("/")[0].rpartition("/")[2]
        wanted[file] = slug(f"{folder} {stem}") if shared[stem] > 1 and folder else stem
    claimed = Counter(wanted.values())
    taken = set(claimed)
    ids: dict[str, str] = {}
    given: set[str] = set()
    last: dict[str, int] = {}
    for file in sorted(stems):
        base = wanted[file]
        if base not in given:
            ids[file] = base
        else:
            number = last.get(base, 1) + 1
            while f"{base}-{number}" in taken:
                number += 1
            last[base] = number
            ids[file] = f"{base}-{number}"
            taken.add(ids[file])
        given.add(ids[file])
    return {file: ids[file] for file in files}


def slug(text: str) -> str:
    """``text`` as lower-case words joined by hyphens: ASCII where letters fold to it, others kept as they are."""
    if not text.isascii():
        text = _unaccented(text)
    text = text.lower().translate(_FOLDED)
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text)
    whole = "-".join(words.split())
    if len(whole) > LONGEST:
        cut = whole[: LONGEST + 1].rpartition("-")[0]
        whole = cut if len(cut) > LONGEST // 2 else whole[:LONGEST]
    return whole or "source"


def _unaccented(text: str) -> str:
    kept: list[str] = []
    base = ""
    for c in unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED)):
        if unicodedata.combining(c) and base.isascii():
            continue  # an accent on a Latin letter; marks of other scripts are letters in their own right
        base = c if not unicodedata.combining(c) else base
        kept.append(c)
    return unicodedata.normalize("NFC", "".join(kept))


def _stem(file: str) -> str:
    name = file.rpartition("/")[2]
    stem = name.rpartition(".")[0]
    return stem or name
