"""The way back to the exact bytes of a file, as long as nobody else has written it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.store.patching.encoding import Encoded
from dossier.store.patching.failure import PatchError
from dossier.store.patching.sheet import Splice, spliced
from dossier.store.watching import content_stamp


class WayBack(NamedTuple):
    """``stamp`` is of the bytes from which it leads, ``goal`` of those to which; splices are in code points."""

    stamp: str
    goal: str
    splices: tuple[Splice, ...]


def way_back(old: bytes, new: bytes, text: str, splices: Sequence[Splice]) -> WayBack:
    """The way from ``new`` back to ``old``, whose text was ``text`` and was changed by ``splices``."""
    back: list[Splice] = []
    shift = 0
    for splice in splices:
        start = splice.start + shift
        back.append(Splice(start, start + len(splice.text), text[splice.start : splice.end]))
        shift += len(splice.text) - (splice.end - splice.start)
    return WayBack(content_stamp(new), content_stamp(old), tuple(back))


def difference(old: str, new: str) -> Splice:
    """The one replacement that makes ``new`` of ``old``."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Splice(start, len(old) - end, new[start : len(new) - end])


def went_back(way: WayBack, data: bytes, encoded: Encoded, name: str) -> str | None:
    """The text before, or ``None`` when the file is not as it was left."""
    if content_stamp(data) != way.stamp:
        return None
    text = spliced(encoded.text, way.splices)
    try:
        return text if content_stamp(encoded.bytes_of(text, name)) == way.goal else None
    except PatchError:
        return None


def way_back_json(way: WayBack) -> dict[str, object]:
    """``way`` as the JSON module takes it."""
    return {"stamp": way.stamp, "goal": way.goal, "splices": [list(splice) for splice in way.splices]}


def way_back_from(found: object) -> WayBack | None:
    """What :func:`way_back_json` made, ``None`` for anything else."""
    match found:
        case {"stamp": str(stamp), "goal": str(goal), "splices": list(kept)}:
            splices: list[Splice] = []
            for one in kept:
                match one:
                    case [int(start), int(end), str(text)] if (splices[-1].end if splices else 0) <= start <= end:
                        splices.append(Splice(start, end, text))
                    case _:
                        return None
            return WayBack(stamp, goal, tuple(splices))
    return None
