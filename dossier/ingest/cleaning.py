"""Document text made harmless and visible, with a map back to the text as it was.

Line ends of every kind become a line feed; the form feed and the vertical tab count as one (Unicode Standard Annex
14, class BK). A tab becomes one space, so that every later offset stays simple. C0 controls and DEL become their
control pictures (U+2400 block), which takes the teeth out of escape sequences. C1 controls, bidirectional marks
and overrides (Unicode Standard Annex 9), the zero width space, tags and other invisible characters that can hide
or reorder words become U+FFFD, lone surrogates and noncharacters too; only at the edge of a line, where web pages
leave them and they can hide nothing, zero width spaces and byte order marks become spaces. Joiners and variation
selectors stay, because Persian and emoji need them; soft hyphens stay here and go when paragraphs are put
together. Nothing is normalised: the words are those of the file.
"""

from __future__ import annotations

import re
from array import array

from dossier.model.offsets import OffsetMap

STAND_IN = "\ufffd"
"""What an invisible character that could deceive is shown as."""

_HIDDEN = (
    "\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f{_HIDDEN}]+")
_EDGE = " \u200b\u2060\ufeff"
_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\r\x85\u2028\u2029"), "\n")
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"} | _BREAKS


def clean(text: str) -> tuple[str, OffsetMap]:
    """``text`` without anything that could act on a terminal or deceive a reader, and its offset map.

    Only CRLF changes the length, so the map has pieces only where one stood.
    """
    offsets = OffsetMap()
    if "\r\n" in text:
        offsets = _line_ends(text)
        text = text.replace("\r\n", "\n")
    text = text.replace("\t", " ")
    # str.isprintable runs in C and spares most lines the far slower pattern
    lines = [line if line.isprintable() else _shown(line) for line in text.split("\n")]
    return "\n".join(lines), offsets


def clean_line(text: str) -> str:
    """``text`` cleaned and on one line, runs of white space folded: for metadata and names."""
    return " ".join(clean(text)[0].split())


def _line_ends(text: str) -> OffsetMap:
    starts = array("I", (found.start() for found in re.finditer("\r\n", text)))
    derived = array("I", [0])
    derived.extend(start + 1 - before for before, start in enumerate(starts))
    original = array("I", [0])
    original.extend(start + 2 for start in starts)
    return OffsetMap(derived, original)


def _shown(line: str) -> str:
    inner = line.strip(_EDGE)
    if len(inner) < len(line):
        before = len(line) - len(line.lstrip(_EDGE))
        line = " " * before + inner + " " * (len(line) - before - len(inner))
    return _UNSAFE.sub(_visible, line)


def _visible(found: re.Match[str]) -> str:
    return "".join(_PICTURES.get(ord(c), STAND_IN) for c in found[0])
