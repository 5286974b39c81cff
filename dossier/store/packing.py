"""Readings and mentions as bytes, the way the catalogue keeps them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from dossier.model.blocks import Blocks
from dossier.model.offsets import OffsetMap
from dossier.model.source import Reading, Source

PackedReading = tuple[bytes, bytes, bytes, bytes, bytes, bytes]


def content_key(source: Source) -> str:
    """What a reading is kept under: the same bytes in a .md and a .txt are read differently."""
    return f"{source.digest}.{source.file.rpartition('.')[2].lower()}"


def pack_reading(reading: Reading) -> PackedReading:
    """Text, block kinds, starts and ends, and the two halves of the offset map."""
    blocks = Blocks.of(reading.blocks)
    return (
        reading.text.encode("utf-8", "surrogatepass"),
        blocks.kinds,
        blocks.starts.tobytes(),
        blocks.ends.tobytes(),
        reading.origins.derived.tobytes(),
        reading.origins.original.tobytes(),
    )


def unpack_reading(packed: PackedReading) -> Reading:
    """The reverse; raises :class:`ValueError` or :class:`TypeError` for bytes that are damaged."""
    text, kinds, starts, ends, derived, original = packed
    blocks = Blocks(kinds, unpacked(starts), unpacked(ends))
    return Reading(text.decode("utf-8", "surrogatepass"), blocks, OffsetMap(unpacked(derived), unpacked(original)))


def numbers(values: Iterable[int]) -> bytes:
    """Offsets in the machine's own order: a cache never travels."""
    return array("I", values).tobytes()


def unpacked(packed: bytes) -> array[int]:
    """The reverse of :func:`numbers`."""
    values = array("I")
    values.frombytes(packed)
    return values


def counted(entities: Sequence[str]) -> dict[str, int]:
    """How often each entity stands in a row of mentions."""
    counts: dict[str, int] = {}
    for entity in entities:
        counts[entity] = counts.get(entity, 0) + 1
    return counts
