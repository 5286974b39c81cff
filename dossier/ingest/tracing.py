"""Building and joining maps of offsets."""

from __future__ import annotations

from array import array

from dossier.model.offsets import OffsetMap


class Trace:
    """Collects the pieces of an :class:`OffsetMap` while a derived text is written from left to right."""

    def __init__(self) -> None:
        self._derived = array("I")
        self._original = array("I")

    def add(self, derived: int, original: int) -> None:
        """From code point ``derived`` on, the derived text follows the original from ``original`` on."""
        while self._derived and self._derived[-1] >= derived:
            self._derived.pop()
            self._original.pop()
        followed = self._original[-1] - self._derived[-1] if self._derived else 0
        if original - derived == followed:
            return
        if not self._derived and derived:
            self._derived.append(0)
            self._original.append(0)
        self._derived.append(derived)
        self._original.append(original)

    def map(self) -> OffsetMap:
        """The map of all that was added."""
        return OffsetMap(self._derived, self._original)


def compose(outer: OffsetMap, inner: OffsetMap) -> OffsetMap:
    """The map that first goes back through ``outer`` and from there through ``inner``."""
    if not inner.derived:
        return outer
    if not outer.derived:
        return inner
    trace = Trace()
    at = 0
    count = len(inner.derived)
    for i, (derived, middle) in enumerate(zip(outer.derived, outer.original, strict=True)):
        trace.add(derived, inner.back(middle))
        limit = None
        if i + 1 < len(outer.derived):
            limit = min(outer.derived[i + 1] - derived + middle, outer.original[i + 1])
        while at < count and inner.derived[at] <= middle:
            at += 1
        while at < count and (limit is None or inner.derived[at] < limit):
            trace.add(derived + inner.derived[at] - middle, inner.original[at])
            at += 1
    return trace.map()
