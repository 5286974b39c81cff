"""Things joined into groups, with what was said when they were joined."""

from __future__ import annotations

from typing import Generic, TypeVar

_T = TypeVar("_T")


class Groups(Generic[_T]):
    """Disjoint sets (union and find), whose root does not depend on the order of joining: the least member."""

    def __init__(self) -> None:
        self._parent: dict[_T, _T] = {}
        self._said: dict[_T, set[str]] = {}

    def add(self, one: _T) -> None:
        """Enters something, in a group of its own unless it is there."""
        self._parent.setdefault(one, one)

    def root(self, one: _T) -> _T:
        """What stands for the group of ``one``."""
        parent = self._parent
        parent.setdefault(one, one)
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: _T, other: _T, reason: str) -> None:
        """Makes the two groups one."""
        here, there = self.root(one), self.root(other)
        if here == there:
            return
        first, second = sorted((here, there), key=repr)
        self._parent[second] = first
        self._said[first] = self._said.get(first, set()) | self._said.pop(second, set()) | {reason}

    def note(self, one: _T, reason: str) -> None:
        """Says why something is in its group already."""
        self._said.setdefault(self.root(one), set()).add(reason)

    def reasons(self, root: _T) -> set[str]:
        """What was said about the group."""
        return set(self._said.get(root, ()))
