"""Text as it is compared: lower-case, without accents, and exactly as long as it was."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_PUNCTUATION = {
    "\u2019": "'",
    "\u2018": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u0130": "i",  # the one letter whose lower() is longer than itself
}
_STROKES = {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ς": "σ", "ё": "е", "ſ": "s"}
_ACCENTED = ((0x80, 0x250), (0x370, 0x400), (0x620, 0x6D4), (0x1E00, 0x2000))
"""Where letters with accents that are no letters of their own are: Latin, Greek, Arabic. Cyrillic й and Japanese
が are other letters than и and か."""
_FULL_WIDTH = (0xFF01, 0xFF5F)


def fold(text: str) -> str:
    """``text`` in lower case, accents, curly quotes and dashes made plain, of equal length in code points.

    Each code point is folded by itself, so folding a part gives that part of the folded whole.
    """
    if text.isascii():
        return text.lower()
    for curly, plain in _PUNCTUATION.items():
        text = text.replace(curly, plain)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if lowered.isascii():
        return lowered
    pattern, letters = _letters()
    return pattern.sub(lambda found: letters[found[0]], lowered)


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    """The lower-case letters that have a plainer one, and which; made at the first text that may need them."""
    letters = dict(_STROKES)
    for first, end in _ACCENTED:
        for code in range(first, end):
            letter = chr(code)
            parts = unicodedata.normalize("NFD", letter)
            base = parts[0]
            if letter == letter.lower() and base.isalpha() and all(map(unicodedata.combining, parts[1:])):
                plain = _STROKES.get(base, base)
                if plain != letter:
                    letters[letter] = plain
    for code in range(*_FULL_WIDTH):
        letters[chr(code)] = unicodedata.normalize("NFKC", chr(code)).lower()
    return re.compile(f"[{''.join(map(re.escape, letters))}]"), letters
