"""Readings and mentions as bytes, the way the catalogue keeps them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from dossier.model.offsets import OffsetMap
from dossier.model.source import Block, BlockKind, Reading, Source

_KINDS = tuple(BlockKind)
_NUMBER = {kind: number for number, kind in enumerate(_KINDS)}

PackedReading = tuple[bytes, bytes, bytes, bytes, bytes, bytes]


def content_key(source: Source) -> str:
    """What a reading is kept under: the same bytes in a .md and a .txt are read differently."""
    return f"{source.digest}.{source.file.rpartition('.')[2].lower()}"


def pack_reading(reading: Reading) -> PackedReading:
    """Text, block kinds, starts and ends, and the two halves of the offset map."""
    return (
        reading.text.encode("utf-8", "surrogatepass"),
        bytes(_NUMBER[block.kind] for block in reading.blocks),
        numbers(block.start for block in reading.blocks),
        numbers(block.end for block in reading.blocks),
        reading.origins.derived.tobytes(),
        reading.origins.original.tobytes(),
    )


def unpack_reading(packed: PackedReading) -> Reading:
    """The reverse; raises :class:`ValueError` or :class:`IndexError` for bytes that are damaged."""
    text, kinds, starts, ends, derived, original = packed
    spans = zip(kinds, unpacked(starts), unpacked(ends), strict=True)
    blocks = tuple(Block(_KINDS[kind], start, end) for kind, start, end in spans)
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
