"""Bytes to text."""

from __future__ import annotations

import codecs
import re

from dossier.model.errors import UnreadableError

SAMPLE = 100_000
"""Bytes that are enough to tell an encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b\x08", b"\x7fELF")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b") | {0x7F})
_LEGACY = [
    *("cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_HIGH_RUN = re.compile("[À-ÖØ-Þà-öø-ÿŠšŽžŒœŸƒ]+")
_WESTERN_PAIR = re.compile("[çÇ].|éé|ÉÉ")
_ODD_IN_WORD = re.compile("[ýþðÝÞÐ\ufffd]|(?<=[a-z])[^\x00-\x7fÀ-ÿŠšŽžŒœŸ\xa0–—’‘…·](?=[a-z])")
_ASCII_LETTER = re.compile("[A-Za-z]")


def decode(data: bytes) -> tuple[str, str]:
    """The text in ``data`` and the name of its encoding; a byte order mark is not part of the text.

    What is no valid text in the encoding found becomes U+FFFD. Raises :class:`UnreadableError` when the bytes are
    no text at all.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, "replace")
            if name.startswith("utf-32") and "\ufffd" in text:
                continue  # UTF-16 whose first character is a NUL
            return text, name
    sample = data[:SAMPLE]
    if name := _unmarked_utf16(sample):
        return data.decode(name, "replace"), name
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if data.startswith(_SIGNATURES) or controls * 10 > len(sample) * 3:
        raise UnreadableError("looks like a binary file")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if controls * 20 > len(sample):
        raise UnreadableError("looks like a binary file")
    return _damaged(data) or _legacy(data)


def _unmarked_utf16(sample: bytes) -> str:
    """The byte order of UTF-16 without a mark, told by its NULs (Latin letters have one each), or nothing."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    even, odd = sample[: pairs * 2 : 2].count(0), sample[1::2].count(0)
    if odd * 10 > pairs * 4 and even * 20 < odd:
        return "utf-16-le"
    if even * 10 > pairs * 4 and odd * 20 < even:
        return "utf-16-be"
    return ""


def _damaged(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes: most of what is not ASCII is valid, which no legacy encoding would be."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = len(text) - broken - len(data.translate(None, bytes(range(0x80, 0x100))))
    return (text, "utf-8") if valid >= broken else None


def _legacy(data: bytes) -> tuple[str, str]:
    name = "windows-1252"
    sample = data[:SAMPLE]
    if not _reads_as_western(sample):
        from charset_normalizer import from_bytes

        best = from_bytes(sample, cp_isolation=_LEGACY).best()
        if best is not None:
            name = best.encoding
    return data.decode(name, "replace"), name


def _reads_as_western(sample: bytes) -> bool:
    """Whether the bytes above ASCII make sense in Windows-1252: single accents and marks in mostly ASCII words.

    Statistical detectors confuse short Western texts with Central European ones; other alphabets fail here because
    whole words of theirs lie above ASCII, or because signs such as the superscript one stand inside words.
    """
    text = sample.decode("cp1252", "replace")
    high = _HIGH_RUN.findall(text)
    letters = sum(map(len, high))
    joined = [run for run in high if len(run) > 1 and not _WESTERN_PAIR.fullmatch(run)]
    odd = len(_ODD_IN_WORD.findall(text))
    ascii_letters = len(_ASCII_LETTER.findall(text))
    if letters * 3 > letters + ascii_letters + 6 or odd * 20 > letters + 1:
        return False
    return len(joined) <= max(1, len(high) // 10) and all(len(run) == 2 for run in joined)
