"""The base of all values that are one of a few words."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Choice(StrEnum):
    """A word out of a fixed set; pickled as its class and the word.

    Left to itself, an enumeration is pickled as a call of ``getattr`` by Python before 3.11.4, which a cache that takes
    nothing but values refuses to read.
    """

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return type(self), (self.value,)
